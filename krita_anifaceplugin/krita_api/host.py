"""The program that runs the plugin. Importing this loads the Qt binding that Krita itself uses.

Plain enough for a Python that is too old for the rest of the plugin.
"""

from krita import Krita


def version() -> str:
    """Krita's version string."""
    return str(Krita.instance().version())
