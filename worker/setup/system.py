"""What the machine must have outside Python, and how it gets there."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from worker.setup.errors import CommandError, MissingPartError
from worker.setup.shell import Run, Say

#: Distribution family (ID or ID_LIKE of os-release) -> how it installs packages.
_INSTALL = {
    "debian": "apt-get install -y --no-install-recommends",
    "fedora": "dnf install -y",
    "arch": "pacman -S --noconfirm",
    "suse": "zypper install -y",
}


@dataclass(frozen=True)
class Part:
    """Something that must be there.

    Attributes:
        name: for people.
        there: whether it is.
        packages: distribution family -> packages that bring it.
    """

    name: str
    there: Callable[[], bool]
    packages: dict[str, str]


def _loads(library: str) -> Callable[[], bool]:
    def there() -> bool:
        try:
            ctypes.CDLL(library)
        except OSError:
            return False
        return True

    return there


def _command(name: str) -> Callable[[], bool]:
    return lambda: shutil.which(name) is not None


#: The renderer (skia) loads these; every desktop has them, a bare server lacks them.
LIBRARIES = (
    Part(
        "libGL",
        _loads("libGL.so.1"),
        {"debian": "libgl1", "fedora": "libglvnd-glx", "arch": "libglvnd", "suse": "Mesa-libGL1"},
    ),
    Part(
        "libEGL",
        _loads("libEGL.so.1"),
        {"debian": "libegl1", "fedora": "libglvnd-egl", "arch": "libglvnd", "suse": "Mesa-libEGL1"},
    ),
)
#: What the tests with a real Krita need.
KRITA_TESTS = (
    Part("Krita", _command("krita"), {"debian": "krita"}),
    Part(
        "PyQt5 for Krita's Python",
        lambda: any(Path("/usr/lib").glob("python3*/**/PyQt5/QtCore*.so")),
        {"debian": "python3-pyqt5"},
    ),
    Part("Xvfb", _command("Xvfb"), {"debian": "xvfb"}),
    Part("xdotool", _command("xdotool"), {"debian": "xdotool"}),
    Part("openbox", _command("openbox"), {"debian": "openbox"}),
)


def missing(parts: Sequence[Part]) -> list[Part]:
    """Those of ``parts`` that this machine lacks; none outside Linux, whose systems have them."""
    return [part for part in parts if not part.there()] if sys.platform == "linux" else []


def family(os_release: Path = Path("/etc/os-release")) -> str:
    """ "debian", "fedora", "arch" or "suse", or "" for another system."""
    if not os_release.is_file():
        return ""
    words: list[str] = []
    for line in os_release.read_text(encoding="utf-8", errors="replace").splitlines():
        key, _, value = line.partition("=")
        if key in ("ID", "ID_LIKE"):
            words += value.strip("\"' ").split()
    return next((name for name in _INSTALL for word in words if word.startswith(name)), "")


def command_for(parts: Sequence[Part], system: str) -> str:
    """The command, for people, that installs ``parts`` on a distribution family."""
    names = sorted({part.packages[system] for part in parts if system in part.packages})
    if not names:
        return ""
    return f"sudo {_INSTALL[system]} {' '.join(names)}"


def may_install() -> bool:
    """Whether the installer may call apt itself: as root on Debian, Ubuntu and their kin."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return root and family() == "debian" and shutil.which("apt-get") is not None


def apt_install(packages: Sequence[str], run: Run) -> None:
    """Install Debian packages.

    Raises:
        SetupError: apt failed.
    """
    wait = ["-o", "DPkg::Lock::Timeout=300"]
    # "env": apt asks nothing then, also where a package would.
    apt = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", *wait]
    run([*apt, "update"])
    run([*apt, "install", "-y", "--no-install-recommends", *packages])


def ensure(parts: Sequence[Part], run: Run, say: Say) -> None:
    """Have all ``parts``: already there, or installed with apt where that is possible.

    Raises:
        MissingPartError: names what is missing and the command that installs it.
    """
    lacking = missing(parts)
    if not lacking:
        return
    names = ", ".join(part.name for part in lacking)
    if may_install():
        packages = sorted({part.packages["debian"] for part in lacking})
        say(f"Installing {names} with apt-get ({' '.join(packages)}) ...")
        try:
            apt_install(packages, run)
        except CommandError as error:
            raise MissingPartError(f"{names} is missing and apt-get failed: {error}") from error
        lacking = missing(parts)
        if not lacking:
            return
        names = ", ".join(part.name for part in lacking)
    command = command_for(lacking, family())
    how = f"Install it with:\n    {command}" if command else "Install it with your package manager"
    raise MissingPartError(f"This machine lacks {names}. {how}\nand run this again.")
