"""Of many drafts those are shown that cover the strokes and differ."""

from __future__ import annotations

import numpy as np

from models.portrait.portrait import Portrait
from tests.worker import tiny_pack
from worker.answering import suggestions


def portrait(shift: float) -> Portrait:
    slots = np.ones(len(tiny_pack.TABLE.slots), np.float32)
    return Portrait(tiny_pack.FACE + np.float32(shift), slots, slots, tiny_pack.PAINTS)


def test_coverage_comes_first_and_twins_are_not_shown_twice() -> None:
    first = portrait(0)
    drafts = [portrait(0.0), portrait(0.02), portrait(0.0201), portrait(-0.02)]
    assert suggestions.choose(first, drafts, [0.2, 0.9, 0.2, 0.2], 1) == [1]
    assert suggestions.choose(first, drafts, [0.8, 0.82, 0.81, 0.8], 2) == [1, 3]
    assert sorted(suggestions.choose(first, drafts, [0.5] * 4, 9)) == [0, 1, 2, 3]
    whole = suggestions.choose(first, drafts, [0.8, 0.82, 0.81, 0.8], 2, finished=1.0)
    assert whole == [1, 2], "of a whole drawing, only what fits it counts"
