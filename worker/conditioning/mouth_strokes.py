"""Which strokes are a mouth: what lies by itself between nose and chin."""

from __future__ import annotations

import numpy as np

from models.portrait.layer_table import LayerTable
from models.portrait.portrait import Portrait
from worker.conditioning.head_measure import HeadMeasure, Thing, Zone
from worker.reading.ink_trace import Strokes

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


def mouth_strokes(table: LayerTable, placed: Portrait, ridge: Strokes) -> Strokes | None:
    """Samples of the mouth that lies about where a portrait in the sketch's frame has its own,
    of all ``ridge`` samples of the sketch; None where there is none."""
    measure = HeadMeasure.of(table, placed)
    if measure is None:
        return None
    zone = Zone(_ASIDE + _AROUND, _FROM - _AROUND, _TO + _AROUND)
    near = measure.within(zone, ridge)
    things = [t for t in measure.things(near.points) if _may_be_part(t)]
    wide = [t for t in things if t.width > max(_LEAST, t.height / _TALLEST) and not _is_nose(t)]
    if any(t.middle > _NOSE for t in wide):
        wide = [t for t in wide if t.middle > _NOSE]
    if not wide:
        return None
    mouth = max(wide, key=lambda t: t.width)
    own = np.zeros(len(near), np.bool_)
    # A fang, a tongue, the shadow below are too narrow to be mouths themselves.
    for thing in things:
        own[thing.which] = thing is mouth or _has(mouth, thing)
    return near.chosen(own)


def _may_be_part(thing: Thing) -> bool:
    """Whether it lies by itself where mouths lie."""
    inside = thing.top > _FROM and thing.bottom < _TO and max(-thing.left, thing.right) < _ASIDE
    return inside and abs(thing.aside) < _MIDDLE and _HIGHEST < thing.middle < _LOWEST


def _has(mouth: Thing, other: Thing) -> bool:
    """Whether the other belongs to a mouth: it lies within its width, or nearly, and not far from
    it."""
    gap = max(other.top - mouth.bottom, mouth.top - other.bottom)
    beside = max(mouth.left - other.left, other.right - mouth.right)
    near = beside < (_BESIDE if gap > 0 else _BROKEN)
    return gap < _BELOW and near and not _is_nose(other)


def _is_nose(thing: Thing) -> bool:
    return thing.middle < _NOSE and thing.height > _TALL * thing.width
