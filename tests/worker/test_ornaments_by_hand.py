"""What was drawn is worn, and nothing else is."""

from __future__ import annotations

import pytest

from models.portrait.portrait import PRESENT
from tests.worker.by_hand import by_hand, first
from worker.packs.pack import Pack
from worker.serving.engine import Engine

#: One shape of each thing that a head can do without.
ORNAMENTS = (
    "hat", "cup", "bow knot", "flower", "hairpin", "glasses", "animal ear", "earring", "ahoge",
    "ponytail", "tail", "bun", "braid left",
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "worn"),
    [
        ("bow_open_mouth", {"bow knot"}),
        ("braids", {"braid left"}),
        ("cap_three_quarter", {"hat"}),
        ("cat_ears", {"animal ear"}),
        ("glasses_boy", {"glasses"}),
        ("headphones", {"cup"}),
        ("ponytail", {"ponytail"}),
        ("twin_tails", {"tail"}),
        ("straight_long", set()),
        ("coat_three_quarter", set()),
        ("construction", set()),
        ("hime", set()),
    ],
)
def test_ornaments_are_those_that_were_drawn(
    engine: Engine, pack: Pack, name: str, worn: set[str]
) -> None:
    presence = first(engine, by_hand(name)).presence
    slots = pack.table.slots_of
    assert {n for n in ORNAMENTS if (presence[list(slots[n])] >= PRESENT).any()} == worn
