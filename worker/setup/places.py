"""Where things lie: the project, AniFace's own folder, Krita's folders on each system."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

#: The source tree this file belongs to.
PROJECT = Path(__file__).resolve().parents[2]
PLUGIN = "krita_anifaceplugin"
FLATPAK_ID = "org.kde.krita"


@dataclass(frozen=True)
class Home:
    """AniFace's own folder: environment, packs, record of what was installed."""

    root: Path

    @property
    def env(self) -> Path:
        """The worker's Python environment."""
        return self.root / "env"

    @property
    def test_env(self) -> Path:
        """The Python environment of the tests."""
        return self.root / "test-env"

    @property
    def packs(self) -> Path:
        """Folder of the model packs, one folder each."""
        return self.root / "packs"

    @property
    def record(self) -> Path:
        """What ``install.py`` put where."""
        return self.root / "installed.json"

    @property
    def log(self) -> Path:
        """Output of the programs that the installer ran."""
        return self.root / "install.log"


@dataclass(frozen=True)
class KritaFolders:
    """One Krita's folders.

    Attributes:
        label: which Krita, for people.
        resources: resource folder (brushes, ``pykrita``, ...).
        kritarc: its settings file.
        flatpak: it runs in a sandbox and starts programs of the host through flatpak-spawn.
    """

    label: str
    resources: Path
    kritarc: Path
    flatpak: bool = False


def aniface_home(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Home:
    """``$ANIFACE_HOME``, else the user's data folder (as platformdirs names it) + ``aniface``."""
    if environ.get("ANIFACE_HOME"):
        return Home(Path(environ["ANIFACE_HOME"]).expanduser().absolute())
    if platform == "win32":
        base = Path(environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return Home(base / "aniface")


def krita_folders(
    environ: Mapping[str, str] = os.environ, platform: str = sys.platform
) -> list[KritaFolders]:
    """Every Krita that has folders here; where none has, the one it will make on first start."""
    usual, *others = _candidates(environ, platform)
    found = [_moved(k) for k in (usual, *others) if k.resources.is_dir() or k.kritarc.is_file()]
    return found or [usual]


def _candidates(environ: Mapping[str, str], platform: str) -> list[KritaFolders]:
    home = Path.home()
    if platform == "win32":
        roaming = Path(environ.get("APPDATA") or home / "AppData" / "Roaming")
        local = Path(environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
        found = [KritaFolders("Krita", roaming / "krita", local / "kritarc")]
        for store in sorted((local / "Packages").glob("*Krita*/LocalCache")):
            folders = store / "Roaming" / "krita", store / "Local" / "kritarc"
            found.append(KritaFolders("Krita from the Microsoft Store", *folders))
        return found
    if platform == "darwin":
        library = home / "Library"
        resources = library / "Application Support" / "krita"
        return [KritaFolders("Krita", resources, library / "Preferences" / "kritarc")]
    data = Path(environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    config = Path(environ.get("XDG_CONFIG_HOME") or home / ".config")
    sandbox = home / ".var" / "app" / FLATPAK_ID
    return [
        KritaFolders("Krita", data / "krita", config / "kritarc"),
        KritaFolders(
            "Krita (Flatpak)", sandbox / "data" / "krita", sandbox / "config" / "kritarc", True
        ),
    ]


def _moved(krita: KritaFolders) -> KritaFolders:
    """The same Krita with the resource folder that its settings name, if they name one."""
    if not krita.kritarc.is_file():
        return krita
    for line in krita.kritarc.read_text(encoding="utf-8", errors="replace").splitlines():
        if line.startswith("["):
            break  # the entry stands before the first group
        key, _, value = line.partition("=")
        if key.strip() == "ResourceDirectory" and Path(value.strip()).is_dir():
            return KritaFolders(krita.label, Path(value.strip()), krita.kritarc, krita.flatpak)
    return krita
