"""Which strokes are brows: two level lines by themselves, one above each eye.

The student hardly sees how brows slant, and a brow drawn close above a small eye looks like the lid
of a large one. But hands draw a brow as a line that touches nothing else, and its like on the other
side.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from models.portrait.layer_table import LayerTable
from models.portrait.portrait import Portrait
from worker.conditioning.head_measure import HeadMeasure, Thing, Zone
from worker.reading.ink_trace import Strokes

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]

#: Where brows' middles lie, in the distance from eyes to mouth: at least and at most so far above
#: the eyes, and aside; how far around that is looked, for what leads further is no brow.
_LOWEST, _HIGHEST, _INNER, _OUTER, _AROUND = -0.28, -1.0, 0.12, 1.0, 0.4
#: Least and greatest width in that measure, and greatest height in widths.
_NARROW, _WIDE, _TALL = 0.25, 0.95, 0.45
#: How far the two may differ, in height and in distance from the middle of the face.
_UNEVEN = 0.25
#: Room that a brow leaves to the eye below it, in that measure, and how far aside that is looked
#: for: a crease lies close on its lid, and lids on the iris. What has nothing below is a lid, too.
_ROOM, _COLUMN, _FARTHEST = 0.17, 0.05, 0.9
#: Down to where eyes are looked for.
_EYES = 0.3


def brow_strokes(table: LayerTable, placed: Portrait, ridge: Strokes) -> Strokes | None:
    """Samples of the brows that lie above the eyes of a portrait in the sketch's frame, of all
    ``ridge`` samples of the sketch; None where there is no such pair."""
    measure = HeadMeasure.of(table, placed)
    if measure is None:
        return None
    near = measure.within(Zone(_OUTER + _AROUND, _HIGHEST - _AROUND, _EYES), ridge)
    aside, down = measure(near.points)
    lines = [
        thing
        for thing in measure.things(near.points)
        if _may_be_one(thing) and _room_below(thing.which, aside, down) > _ROOM
    ]
    pairs = [(a, b) for a in lines for b in lines if a.aside < b.aside and _mirrored(a, b)]
    if not pairs:
        return None
    highest = min(pairs, key=lambda pair: pair[0].middle + pair[1].middle)
    return near.chosen(np.concatenate([line.which for line in highest]))


def _may_be_one(thing: Thing) -> bool:
    """Whether it lies level where a brow may lie."""
    level = _NARROW < thing.width < _WIDE and thing.height < _TALL * thing.width
    return level and _INNER < abs(thing.aside) < _OUTER and _HIGHEST < thing.middle < _LOWEST


def _mirrored(one: Thing, other: Thing) -> bool:
    """Whether each is the other's like on the other side of the face."""
    uneven = max(abs(one.aside + other.aside), abs(one.middle - other.middle))
    return one.aside * other.aside < 0 and uneven < _UNEVEN


def _room_below(one: Integers, aside: Floats, down: Floats) -> float:
    """How far below samples ``one`` others lie, in the median; 0 where fewer than half have any."""
    rest = np.setdiff1d(np.arange(len(aside)), one)
    below = down[rest] - down[one, None]
    beside = np.abs(aside[rest] - aside[one, None]) < _COLUMN
    gap = np.where(beside & (below > 0), below, np.inf).min(axis=1, initial=np.inf)
    some = gap < _FARTHEST
    return float(np.median(gap[some])) if some.mean() > 0.5 else 0.0
