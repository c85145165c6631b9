"""Which strokes are a mouth: what lies by itself between nose and chin."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.portrait.layer_table import LayerTable
from models.portrait.portrait import Portrait
from worker.conditioning.head_measure import SPACING, HeadMeasure, hanging_together
from worker.reading.ink_trace import Strokes, spread_out

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]

#: Where a mouth lies, down from the eyes and to each side, in the distance from eyes to mouth.
_FROM, _TO, _ASIDE = 0.5, 1.6, 0.85
#: How far around that is looked: what leads further is no mouth.
_AROUND = 0.2
#: Where its middle lies; what lies above _NOSE is a nose, if something else lies below.
_HIGHEST, _NOSE, _LOWEST, _MIDDLE = 0.66, 0.84, 1.3, 0.4
#: Least width in that measure; the height, in its width, from which on it is a nose up there, and
#: from which on it is no mouth either, but one that hangs together with a nose or a chin.
_LEAST, _TALL, _TALLEST = 0.12, 0.55, 1.6
#: How far from a mouth its parts may lie, up or down and to the sides; further aside at its own
#: height, for lines may be broken.
_BELOW, _BESIDE, _BROKEN = 0.18, 0.06, 0.5


@dataclass(frozen=True, eq=False)
class _Thing:
    """Samples ``which`` that hang together: how far they reach to the sides, and down."""

    which: Integers
    left: float
    right: float
    top: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    def has(self, other: _Thing) -> bool:
        """Whether the other belongs to this one, a mouth: it lies within its width, or nearly,
        and not far from it."""
        gap = max(other.top - self.bottom, self.top - other.bottom)
        beside = max(self.left - other.left, other.right - self.right)
        near = beside < (_BESIDE if gap > 0 else _BROKEN)
        return gap < _BELOW and near and not _is_nose(other)


def mouth_strokes(table: LayerTable, placed: Portrait, ridge: Strokes) -> Strokes | None:
    """Samples of the mouth that lies about where a portrait in the sketch's frame has its own,
    of all ``ridge`` samples of the sketch; None where there is none."""
    measure = HeadMeasure.of(table, placed)
    if measure is None:
        return None
    aside, down = measure(ridge.points)
    zone = np.abs(aside) < _ASIDE + _AROUND
    zone &= (down > _FROM - _AROUND) & (down < _TO + _AROUND)
    near = spread_out(ridge.chosen(zone), most=len(ridge), spacing=SPACING)
    things = _things(near.points, *measure(near.points))
    wide = [t for t in things if t.width > max(_LEAST, t.height / _TALLEST) and not _is_nose(t)]
    if any(t.middle > _NOSE for t in wide):
        wide = [t for t in wide if t.middle > _NOSE]
    if not wide:
        return None
    mouth = max(wide, key=lambda t: t.width)
    own = np.zeros(len(near), np.bool_)
    # A fang, a tongue, the shadow below are too narrow to be mouths themselves.
    for thing in things:
        own[thing.which] = thing is mouth or mouth.has(thing)
    return near.chosen(own)


def _is_nose(thing: _Thing) -> bool:
    return thing.middle < _NOSE and thing.height > _TALL * thing.width


def _things(points: Floats, aside: Floats, down: Floats) -> list[_Thing]:
    """What lies by itself where mouths lie, among samples [n, 2] that are ``aside`` and ``down``
    [n] from the eyes."""
    found = []
    for one in hanging_together(points):
        low, high = float(down[one].min()), float(down[one].max())
        left, right = float(aside[one].min()), float(aside[one].max())
        middle = (low + high) / 2
        inside = low > _FROM and high < _TO and max(-left, right) < _ASIDE
        if inside and abs(left + right) / 2 < _MIDDLE and _HIGHEST < middle < _LOWEST:
            found.append(_Thing(one, left, right, low, high))
    return found
