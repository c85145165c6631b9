"""The files of a pack: each lies inside its folder and has the hash that ``model.json`` lists.

Standard library only: the installer checks packs before anything is installed.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

_BLOCK = 1 << 20


def lies_inside(folder: Path, name: str) -> bool:
    """Whether a file that a pack names is below its folder. Told by where the name leads: dots,
    links and another drive's letter all lead out."""
    inside = folder.resolve()
    return inside in (folder / name).resolve().parents


def sha256(path: Path) -> str:
    """A file's SHA-256 in hexadecimal digits, read block by block.

    Raises:
        OSError: it cannot be read.
    """
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()
