"""Shapes that were drawn and not predicted.

The generator says about where a shape would lie even where it is absent. Such a shape is moved as
a whole onto the strokes beside it; strokes that run along it and that no visible line explains,
and what the student thought of it, say whether it was drawn (``evidence``): twin tails, glasses, a
sailor collar. With a shape come those that are one thing with it, and go those of its part that
nobody wears with it.

What few people wear is never taken for granted: it is asked for like what is missing. So a crown
and a fringe make no cap, for hair explains them too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.portrait.layer_table import LayerTable
from models.portrait.portrait import PRESENT, Portrait
from models.portrait.topmost import topmost_shapes
from worker.conditioning.ensemble import Ensemble
from worker.conditioning.evidence import Evidence
from worker.conditioning.ornaments import ornaments
from worker.conditioning.presences import Presences
from worker.conditioning.shifting import shift_onto
from worker.lines.alongside import pairs_along
from worker.lines.sketched_curves import SketchedCurves
from worker.reading.ink_trace import Strokes
from worker.reading.runs import starts

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]
Booleans = NDArray[np.bool_]
#: What ``SketchedCurves.absent`` tells.
Absent = tuple[Floats, Floats, Floats, Integers]

#: Distance from which a missing shape is moved to a stroke, in frame units.
_REACH = 0.05
#: Samples of strokes that only this shape explains, below which it is not asked for.
_FEWEST = 4
#: Visible length below which a shape is no shape, in frame units.
_SHORTEST = 0.02
#: A cap needs better odds, or so many samples that nothing else explains, with odds that may be a
#: little worse then: crown and fringe in one line each look a little like one, which has a brim
#: besides. Of 50 people with a cap, more or less finished by simulated hands, 91 % wear one so,
#: and nobody of 120 without.
_CAP, _CAPS_ODDS, _CAPS_FEWEST, _CAPS_LEAST_ODDS = "hat", 1.0, 16, -0.3
#: Chance from which the student is sure of an ornament, and the share of its outline that strokes
#: run along where it is shown for that, whatever else explains them: a hairband lies where hair
#: shines. In finished sketches of 48 people 12 shapes are shown that nobody drew, as without this.
_SURE, _WHOLE = 0.95, 0.8
#: Side of the buffer in which shapes hide each other.
_BUFFER = 128


@dataclass(frozen=True, eq=False)
class _Thing:
    """Shapes ``one`` that come together, and are not shown, instead of ``rivals`` [S]; ``samples``
    are the numbers of those that could be seen of their lines."""

    one: Integers
    rivals: Booleans
    samples: Integers
    likely: float
    ornament: bool


@dataclass(frozen=True, eq=False)
class _Candidate:
    """A thing; ``along`` [n, M] says which strokes run along its n samples of ``length`` [n]."""

    thing: _Thing
    along: Booleans
    length: Floats

    def evidence(self, open_: Booleans) -> Evidence:
        """What strokes say, of which those ``open_`` [M] are not explained yet."""
        drawn = self.length[self.along.any(axis=1)].sum() / self.length.sum()
        samples = int(self.along[:, open_].any(axis=0).sum())
        return Evidence(self.thing.ornament, self.thing.likely, float(drawn), samples)


def missing_shapes(
    table: LayerTable, ensemble: Ensemble, curves: SketchedCurves, portrait: Portrait,
    strokes: Strokes, open_: Booleans, likely: Floats,
) -> Presences:  # fmt: skip
    """The shapes of a ``portrait`` that strokes ask for, of which its visible lines do not explain
    those that are ``open_`` [M]; ``likely`` [S] are the chances, 0 to 1, that the student gave."""
    count, caps = len(table.slots), set(table.slots_in([_CAP]))
    found = Presences(np.zeros(count, np.bool_), np.zeros(count, np.bool_))
    candidates = _candidates(table, ensemble, curves, portrait, strokes, open_, likely)
    for each in sorted(candidates, key=lambda c: -c.evidence(open_).odds):
        one, evidence = each.thing.one, each.evidence(open_)
        cap = not caps.isdisjoint(one.tolist())
        if not _asked_for(evidence, cap=cap) or found.removed[one].any():
            continue
        found.added[one] = True
        found.added[ensemble.always[one[0]]] = True
        found.removed[each.thing.rivals & ~found.added] = True
        open_ = open_ & ~np.any(each.along, axis=0)
    return found


def _asked_for(evidence: Evidence, *, cap: bool) -> bool:
    if evidence.ornament and not cap and evidence.likely >= _SURE and evidence.drawn >= _WHOLE:
        return True
    least = 0.0
    if cap:
        least = _CAPS_ODDS if evidence.samples < _CAPS_FEWEST else _CAPS_LEAST_ODDS
    return evidence.odds > least and evidence.samples >= _FEWEST


def _candidates(
    table: LayerTable, ensemble: Ensemble, curves: SketchedCurves, portrait: Portrait,
    strokes: Strokes, open_: Booleans, likely: Floats,
) -> list[_Candidate]:  # fmt: skip
    """What is not shown and has strokes near it that nothing explains, or is an ornament that the
    student is sure of; each as a whole on the strokes beside it, all at once."""
    absent = curves.absent(portrait)
    tried = list(_tried(table, ensemble, portrait, absent, strokes.chosen(open_), likely))
    if not tried:
        return []
    counts = np.array([len(each.samples) for each in tried])
    first = np.cumsum(counts) - counts
    points, tangents, length = (of[np.concatenate([t.samples for t in tried])] for of in absent[:3])
    shift = shift_onto(points, tangents, length, first, strokes, _REACH)
    along = pairs_along(points + np.repeat(shift, counts, axis=0), tangents, strokes)
    own = [slice(a, a + n) for a, n in zip(first.tolist(), counts.tolist(), strict=True)]
    return [_Candidate(t, along[of], length[of]) for t, of in zip(tried, own, strict=True)]


def _tried(
    table: LayerTable, ensemble: Ensemble, portrait: Portrait, absent: Absent, open_: Strokes,
    likely: Floats,
) -> Iterator[_Thing]:  # fmt: skip
    """The things among ``absent`` samples that might explain the strokes ``open_``."""
    points, tangents, length, slot = absent
    inside = np.asarray(((points > 0) & (points < 1)).all(axis=1))
    before: Integers | None = None
    near = pairs_along(points, tangents, open_, _REACH) & inside[:, None]
    done = portrait.presence >= PRESENT
    worn = ornaments(table)
    sure = worn & (likely >= _SURE)
    there = starts(slot)  # a shape's samples follow each other
    reached = np.zeros((len(table.slots), near.shape[1]), np.bool_)
    if len(there):
        reached[slot[there]] = np.logical_or.reduceat(near, there)
    asked = np.zeros(len(table.slots), np.bool_)
    asked[slot[there]] = reached[slot[there]].any(axis=1) | sure[slot[there]]
    for i in np.flatnonzero(asked).tolist():
        if done[i]:
            continue
        one = ensemble.companions(i)
        one = one[~done[one]]
        done[one] = True
        chance = float(likely[one].max())
        samples = int(reached[one].any(axis=0).sum())
        ornament = bool(worn[i])
        if not sure[i] and Evidence(ornament, chance, drawn=1, samples=samples).odds <= 0:
            continue  # not even if every stroke in reach were its own
        mine = np.zeros(len(table.slots), np.bool_)
        mine[one] = True
        rivals = ensemble.never[i]
        if before is None:  # not every sketch comes so far
            before = _shape_before(table, portrait, points)
        in_front = (before <= slot) | rivals[before]
        visible = np.flatnonzero(mine[slot] & inside & in_front)
        if length[visible].sum() >= _SHORTEST:
            yield _Thing(one, rivals, visible, chance, ornament)


def _shape_before(table: LayerTable, portrait: Portrait, points: Floats) -> Integers:
    """Of points [n, 2] in the frame the shape [n] that lies before them, 0 where none does (the
    first shape hides none)."""
    x, y = (np.clip(points, 0, 0.999) * _BUFFER).astype(np.int64).T
    top = topmost_shapes(table, portrait, _BUFFER)[y, x].astype(np.int64)
    return np.maximum(top - 1, 0)
