"""Hair reaches as far down as it was drawn."""

from __future__ import annotations

import numpy as np
import pytest

from models.portrait.portrait import PRESENT
from tests.worker.by_hand import by_hand, first
from worker.evaluation.hand_drawn import stroke_samples
from worker.packs.pack import Pack
from worker.serving.engine import Engine


@pytest.mark.parametrize("name", ["shoujo", "only_hair", "straight_long", "hime"])
def test_long_hair_stays_long(engine: Engine, pack: Pack, name: str) -> None:
    drawing = by_hand(name)
    portrait, table = first(engine, drawing), pack.table
    back = table.part_of_slot == table.parts.index("back")
    shown = (back & (portrait.presence >= PRESENT))[table.slot_of_point]
    lowest = stroke_samples(drawing, len(drawing.strokes))[:, 1].max()
    assert np.max(portrait.points[shown, 1]) > lowest - 0.04
