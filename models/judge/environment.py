"""The detector's own Python environment: made on first use, kept, never changed."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from models.judge.errors import JudgeError

#: The last release; and the last Pillow whose ``getdata`` it understands.
_REQUIREMENTS = ("animeface==2.0.3", "Pillow==11.3.0")


def detector_python(home: Path) -> Path:
    """Interpreter of the detector's environment, which is made if it is not there.

    Args:
        home: the project's home folder, as ``worker.home.home`` finds it.

    Raises:
        JudgeError: it could not be made (no network, no room, no wheel for this Python).
    """
    folder = home.absolute() / f"judge-env-{sys.version_info.major}.{sys.version_info.minor}"
    if not folder.is_dir():
        try:
            folder.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=folder.parent, prefix="judge-env-") as made:
                _make(Path(made) / "env")
                _put(Path(made) / "env", folder)
        except OSError as error:
            raise JudgeError(
                f"the face detector's environment cannot be made in {folder}: {error}. Free some "
                "room, or set ANIFACE_HOME to a folder that you may write to."
            ) from error
    return _python(folder)


def _make(folder: Path) -> None:
    _run([sys.executable, "-m", "venv", str(folder)])
    pip = [str(_python(folder)), "-m", "pip", "install", "--quiet", "--no-input"]
    _run([*pip, "--disable-pip-version-check", "--only-binary", ":all:", *_REQUIREMENTS])


def _put(made: Path, folder: Path) -> None:
    """Rename: an environment is there as a whole or not at all, also when two make it at once."""
    try:
        made.rename(folder)
    except OSError:
        if not folder.is_dir():
            raise
        shutil.rmtree(made)


def _run(command: list[str]) -> None:
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode:
        last = [line for line in done.stdout.splitlines() if line.strip()][-3:]
        raise JudgeError(
            f"the face detector ({', '.join(_REQUIREMENTS)}) cannot be installed for Python "
            f"{sys.version_info.major}.{sys.version_info.minor} on {sys.platform}. It is fetched "
            "once from the package index, so check the network; ready-made packages exist for "
            "Python 3.10 to 3.13. The installer's last words:\n    " + "\n    ".join(last)
        )


def _python(folder: Path) -> Path:
    if sys.platform == "win32":
        return folder / "Scripts" / "python.exe"
    return folder / "bin" / "python"
