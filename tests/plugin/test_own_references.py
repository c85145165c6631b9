"""Pictures of the artist's own: kept, bounded, and never mixed up between packs."""

from __future__ import annotations

import os
from pathlib import Path

from krita_anifaceplugin.references.own_references import MOST, OwnReferences


def test_they_come_back_with_their_pack_only(tmp_path: Path) -> None:
    own = OwnReferences(tmp_path / "references")
    assert own.load("p") == ()
    new = own.add("p", b"png", "colours", ())
    assert OwnReferences(tmp_path / "references").load("p") == (new,)
    assert own.load("other") == ()
    assert own.add("p", b"png", "colours", ()) == new and len(own.load("p")) == 1
    for number, broken in enumerate(("{", "[]", '{"pack": "p", "thumbnail": 1}', "[" * 100_000)):
        (tmp_path / "references" / f"own-{number}.json").write_text(broken)
    assert own.load("p") == (new,)
    own.remove("../" + new.id)
    assert own.load("p") == (new,), "only its own files are deleted"
    own.remove(new.id)
    assert own.load("p") == ()


def test_the_oldest_goes_unless_it_is_a_favourite(tmp_path: Path) -> None:
    own = OwnReferences(tmp_path)
    first, second = (own.add("p", text, "c", ()) for text in (b"first", b"second"))
    for age, reference in enumerate((second, first), start=1):
        os.utime(tmp_path / f"{reference.id}.json", (age, age))
    for number in range(MOST):
        own.add("p", str(number).encode(), "c", (second.id,))
    kept = own.load("p")
    assert second in kept and first not in kept and len(kept) == MOST + 1
