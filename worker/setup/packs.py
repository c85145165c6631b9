"""Copying a model pack into AniFace's folder, every file checked against the pack's own list."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from pathlib import Path

from worker.packs.files import lies_inside, sha256
from worker.setup.errors import PackFilesError, explained

_MANIFEST = "model.json"
_ADVICE = "Fetch the project again (a cut download, or files kept elsewhere by Git LFS?)."


def verify(pack: Path) -> dict[str, str]:
    """Check every file of a pack; return their SHA-256 by name.

    Raises:
        PackFilesError: names the file that is missing or damaged.
    """
    hashes = _listed(pack)
    for name, expected in hashes.items():
        path = pack / name
        if not path.is_file():
            raise PackFilesError(f"Model pack {pack}: {name} is missing. {_ADVICE}")
        if sha256(path) != expected:
            raise PackFilesError(f"Model pack {pack}: {name} is damaged (wrong hash). {_ADVICE}")
    return hashes


def install(source: Path, target: Path) -> bool:
    """Copy a pack to ``target`` in one step; False if the same pack is there already.

    What was at ``target`` stays until the copy is complete and checked.

    Raises:
        PackFilesError: the source is incomplete or damaged.
        SetupError: the target cannot be written.
    """
    verify(source)
    if _same(source, target):
        return False
    with explained(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        for stale in target.parent.glob(f".{target.name}-*"):
            shutil.rmtree(stale)
        work = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
        fresh = work / "new"
        for name in (*_listed(source), _MANIFEST):
            (fresh / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source / name, fresh / name)
        verify(fresh)
        if target.exists():
            os.replace(target, work / "old")
        os.replace(fresh, target)
        shutil.rmtree(work)
    return True


def _listed(pack: Path) -> dict[str, str]:
    path = pack / _MANIFEST
    try:
        manifest = json.loads(path.read_text("utf-8"))
        hashes = {name: str(entry["sha256"]) for name, entry in manifest["files"].items()}
    except FileNotFoundError as error:
        raise PackFilesError(
            f"There is no model pack in {pack} ({_MANIFEST} is missing)."
        ) from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise PackFilesError(f"{path} cannot be read as a model pack: {error!r}.") from error
    for name in hashes:
        if not lies_inside(pack, name):
            raise PackFilesError(f"{path} lists a file outside the pack: {name!r}.")
    return hashes


def _same(source: Path, target: Path) -> bool:
    try:
        if (source / _MANIFEST).read_bytes() != (target / _MANIFEST).read_bytes():
            return False
        verify(target)
    except (OSError, PackFilesError):
        return False
    return True
