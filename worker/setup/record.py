"""The installer's memory: what it put where, so that uninstalling takes that and nothing else.

An entry is written before the deed, so an interrupted installation can be taken away too.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from worker.setup.errors import explained
from worker.setup.kritarc import Edit
from worker.setup.places import KritaFolders

VERSION = 1


@dataclass(frozen=True)
class Installed:
    """One Krita that has the plugin.

    Attributes:
        krita: its folders.
        edit: what was done to its kritarc.
        made: folders that were not there before, outermost first.
    """

    krita: KritaFolders
    edit: Edit
    made: tuple[Path, ...] = ()


def load(path: Path) -> list[Installed]:
    """Every recorded installation; none where there is no record or it cannot be read."""
    try:
        values = json.loads(path.read_text("utf-8"))
        return [_from_json(item) for item in values["installed"]]
    except (OSError, ValueError, KeyError, TypeError):
        return []


def save(path: Path, entries: Iterable[Installed]) -> None:
    """Write the record in one step; without entries, delete it."""
    listed = [_to_json(entry) for entry in entries]
    with explained(path):
        if not listed:
            path.unlink(missing_ok=True)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_name(path.name + ".part")
        text = json.dumps({"version": VERSION, "installed": listed}, indent=1)
        partial.write_text(text, "utf-8")
        os.replace(partial, path)


def put(path: Path, entry: Installed) -> Installed:
    """Add an entry, or bring it up to date; return it as it now stands.

    The oldest word on what a kritarc was like, and on which folders were there, is kept: when the
    plugin is installed a second time, the file already holds the first one's edit.
    """
    entries = load(path)
    old = find(entries, entry.krita)
    if old is not None:
        made = (*old.made, *(folder for folder in entry.made if folder not in old.made))
        edit = old.edit if entry.edit == Edit() else entry.edit
        entry = replace(entry, edit=edit, made=made)
        entries.remove(old)
    save(path, [*entries, entry])
    return entry


def find(entries: Iterable[Installed], krita: KritaFolders) -> Installed | None:
    """The entry of a Krita, told by its folders."""
    for entry in entries:
        if (entry.krita.resources, entry.krita.kritarc) == (krita.resources, krita.kritarc):
            return entry
    return None


def _to_json(entry: Installed) -> dict[str, Any]:
    krita = entry.krita
    return {
        "krita": {
            "label": krita.label,
            "resources": str(krita.resources),
            "kritarc": str(krita.kritarc),
            "flatpak": krita.flatpak,
        },
        "edit": asdict(entry.edit),
        "made": [str(folder) for folder in entry.made],
    }


def _from_json(value: dict[str, Any]) -> Installed:
    krita = value["krita"]
    folders = Path(krita["resources"]), Path(krita["kritarc"])
    return Installed(
        KritaFolders(krita["label"], *folders, bool(krita["flatpak"])),
        Edit(**value["edit"]),
        tuple(Path(folder) for folder in value["made"]),
    )
