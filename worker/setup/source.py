"""The part of the source tree that the worker's environment gets, as a small tree of its own.

pip builds in the folder it is given; a copy keeps the clone clean and may be read-only.
"""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

#: Folders taken whole. No torch in them; models/training and its like stay behind.
_FOLDERS = ("worker", "models/portrait", "krita_anifaceplugin/protocol")
_FILES = (
    "pyproject.toml",
    "README.md",
    "LICENSE",
    "models/__init__.py",
    "krita_anifaceplugin/__init__.py",
)
_SUFFIXES = (".py", ".json", ".typed", ".html", ".css", ".txt")


def requirements_text(project: Path) -> str:
    """The part of pyproject.toml that says what gets installed; tools' settings left out."""
    return (project / "pyproject.toml").read_text("utf-8").split("\n[tool.ruff")[0]


def stage(project: Path, target: Path) -> str:
    """Copy what the worker needs to ``target`` (an empty folder); return a hash of it all."""
    digest = hashlib.sha256()
    for name in _names(project):
        content = (project / name).read_bytes()
        if name == "pyproject.toml":
            digest.update(requirements_text(project).encode())
        else:
            digest.update(f"{name}\0{len(content)}\0".encode() + content)
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_bytes(content)
    return digest.hexdigest()


def stage_requirements(project: Path, target: Path) -> None:
    """Only what pip must read to install the requirements: no packages."""
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        if (project / name).exists():
            shutil.copy(project / name, target / name)


def _names(project: Path) -> list[str]:
    """Paths, from the project's folder, of the files to take, in a fixed order."""
    names = [name for name in _FILES if (project / name).exists()]
    for folder in _FOLDERS:
        for path in sorted((project / folder).rglob("*")):
            if path.suffix in _SUFFIXES and path.is_file():
                names.append(path.relative_to(project).as_posix())
    return names
