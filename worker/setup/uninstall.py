"""``install.py --uninstall``: everything the installer made, and nothing else."""

from __future__ import annotations

import shutil
from collections.abc import Sequence

from worker.setup import environment, plugin, record
from worker.setup.errors import explained
from worker.setup.kritarc import Edit
from worker.setup.places import Home, KritaFolders, krita_folders
from worker.setup.shell import Say


def uninstall(home: Home, kritas: Sequence[KritaFolders], say: Say) -> None:
    """Take the plugin out of ``kritas``.

    Environment and packs go when no recorded Krita has it any more; packs of the artist stay.

    Raises:
        SetupError: something cannot be deleted; what is left is still in the record.
    """
    entries = record.load(home.record)
    for krita in kritas:
        entry = record.find(entries, krita) or record.Installed(krita, Edit())
        plugin.uninstall(entry)
        entries = [other for other in entries if other != entry]
        record.save(home.record, entries)
        say(f"Removed from {krita.label} ({krita.resources}).")
    if entries:
        places = ", ".join(str(entry.krita.resources) for entry in entries)
        say(f"The environment stays, for it is still used by {places}.")
        return
    for folder in (home.env, home.test_env):
        if environment.remove(folder):
            say(f"Removed {folder}.")
    _remove_pack(home)
    if home.root.is_dir():
        with explained(home.root):
            home.log.unlink(missing_ok=True)
            left = sorted(path.name for path in home.root.iterdir())
            if not left:
                home.root.rmdir()
            else:
                say(f"Kept, for the installer did not make it: {', '.join(left)} in {home.root}.")


def _remove_pack(home: Home) -> None:
    with explained(home.packs):
        if (home.packs / "default").exists():
            shutil.rmtree(home.packs / "default")
        for unfinished in home.packs.glob(".default-*"):
            shutil.rmtree(unfinished)
        if home.packs.is_dir() and not any(home.packs.iterdir()):
            home.packs.rmdir()


def where_installed(home: Home) -> list[KritaFolders]:
    """Every Krita that the plugin was put into, by the record or by what lies in its folders."""
    recorded = [entry.krita for entry in record.load(home.record)]
    found = [krita for krita in krita_folders() if plugin.is_installed(krita)]
    return recorded + [krita for krita in found if krita not in recorded]
