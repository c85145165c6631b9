"""Install AniFace for Krita, try it without Krita, or run its tests.

    python3 install.py            install the plugin into Krita
    python3 install.py demo       replay recorded sketches and show what the worker makes of them
    python3 install.py test       run all tests, a real Krita included
    python3 install.py report     measure in a real Krita what AniFace promises, and print it
    python3 install.py --check    say what is installed and whether the worker answers
    python3 install.py --uninstall

Only the standard library is needed. The work is done in worker/setup/.
"""

import sys

# Written so that any Python gets this far and can say which one is needed.
if not (3, 10) <= sys.version_info[:2] <= (3, 13):
    sys.exit(
        "AniFace needs Python 3.10, 3.11, 3.12 or 3.13, and this is Python "
        + ".".join(str(part) for part in sys.version_info[:3])
        + " ("
        + sys.executable
        + ").\nInstall one of those and start this file with it, for example:  "
        + "python3.12 install.py"
    )

from worker.setup.cli import main  # noqa: E402  (after the check: older Pythons cannot read it)

if __name__ == "__main__":
    sys.exit(main())
