"""``aniface packs``: which model packs there are, and whether they are whole."""

from __future__ import annotations

import argparse

from worker.commands.options import Subparsers


def add_to(commands: Subparsers) -> None:
    """Declare the command."""
    text = "list the model packs and check their files"
    parser = commands.add_parser("packs", help=text, description=text)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print one paragraph a pack; 1 if one is damaged or there is none."""
    from worker.errors import PackError
    from worker.home import installed_packs, pack_roots
    from worker.packs.pack import load

    status, found = 0, False
    for folder in installed_packs():
        found = True
        try:
            pack = load(folder, verify_all=True)
        except PackError as error:
            status = 1
            print(f"{folder.name}\n  damaged: {error}")
            continue
        size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
        names = ", ".join(r.id for r in pack.references)
        print(f"{pack.name} ({pack.kind}, {pack.licence}, {size / 1e6:.1f} MB)")
        print(f"  in {folder}")
        print(f"  parts: {', '.join(pack.table.parts)}")
        print(f"  references: {names or 'none'}")
    if not found:
        print("no model packs in " + ", ".join(str(root) for root in pack_roots()))
        return 1
    return status
