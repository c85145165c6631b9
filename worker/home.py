"""Where AniFace keeps its environment, packs and settings."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import platformdirs

from worker.errors import PackError

SOURCE_PACKS = Path(__file__).resolve().parent.parent / "models" / "packs"
MODEL_FILE = "model.json"


def home() -> Path:
    """``$ANIFACE_HOME``, or the place where this system keeps such things."""
    chosen = os.environ.get("ANIFACE_HOME")
    if chosen:
        return Path(chosen).expanduser()
    return Path(platformdirs.user_data_dir("aniface", appauthor=False))


def pack_roots() -> tuple[Path, ...]:
    """Folders searched for packs: the installed ones first, then those of the source tree."""
    return home() / "packs", SOURCE_PACKS


def find_pack(name: str) -> Path:
    """Folder of the pack called ``name``, which may also be a path to one.

    Raises:
        PackError: there is no such pack.
    """
    candidates = [root / name for root in pack_roots()]
    if os.sep in name or name.startswith("."):
        candidates = [Path(name).expanduser()]
    for folder in candidates:
        if (folder / MODEL_FILE).is_file():
            return folder
    places = ", ".join(str(folder / MODEL_FILE) for folder in candidates)
    raise PackError(f"no model pack {name!r}: looked for {places}. Run install.py again.")


def installed_packs() -> Iterator[Path]:
    """Every pack folder, in search order; a source pack hidden by an installed one is left out."""
    seen: set[str] = set()
    for root in pack_roots():
        if not root.is_dir():
            continue
        for folder in sorted(root.iterdir()):
            if folder.name not in seen and (folder / MODEL_FILE).is_file():
                seen.add(folder.name)
                yield folder
