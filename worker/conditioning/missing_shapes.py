"""Shapes that were drawn and not predicted.

The generator says where a shape would lie even where it is absent. Strokes that no visible line
explains, and that run along such a shape for most of its length, mean it: twin tails, a bun, a
sailor collar. With a shape come those that are one thing with it, and go those of its part that
nobody wears with it. What is worn on the head needs more: a cap lies along every crown, and
glasses around every eye.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from models.portrait.layer_table import LayerTable
from models.portrait.portrait import PRESENT, Portrait
from models.portrait.topmost import topmost_shapes
from worker.conditioning.ensemble import Ensemble
from worker.conditioning.ornaments import WORN, rare_ornaments
from worker.conditioning.presences import Presences
from worker.fit import LineSamples
from worker.fit.kernel import squared_distances
from worker.lines.sketched_curves import SketchedCurves
from worker.reading.ink_trace import Strokes

Floats = NDArray[np.float32]

#: Distance within which a stroke lies on a shown line, and on one that would be shown.
_EXPLAINED, _MEANT = 0.018, 0.022
#: Cosine of the angle past which a stroke does not run along a line.
_ALONG = 0.75
#: Samples of strokes that only this shape explains.
_FEWEST = 8
#: Share of a shape's lines that strokes run along, and share that only it explains, as is asked
#: of what is worn on the head, of another rare ornament, or before there are _EARLY samples of
#: strokes, and of any other shape.
_HEADWEAR, _RARE, _OTHER = (0.85, 0.5), (0.7, 0.3), (0.5, 0.2)
_EARLY = 250
#: Side of the buffer in which shapes hide each other.
_BUFFER = 128


def missing_shapes(
    table: LayerTable, ensemble: Ensemble, curves: SketchedCurves, portrait: Portrait,
    lines: LineSamples, strokes: Strokes, sure: NDArray[np.bool_],
) -> Presences:  # fmt: skip
    """The shapes that strokes ask for, of a ``portrait`` whose visible lines are ``lines``; none
    for which one that is ``sure`` [S] would go."""
    count = len(table.slots)
    shown = portrait.presence >= PRESENT
    found = Presences(np.zeros(count, np.bool_), np.zeros(count, np.bool_))
    near = _along(lines.points, lines.tangents(), strokes, _EXPLAINED)
    open_: NDArray[np.bool_] = ~np.any(near, axis=0)
    if int(open_.sum()) < _FEWEST:
        return found
    points, tangents, length, slot = curves.absent(portrait)
    close = _along(points, tangents, strokes.chosen(open_), _MEANT)
    meant: NDArray[np.bool_] = np.any(close, axis=1)
    asked_for = np.zeros(count, np.bool_)
    for i in np.unique(slot[meant]).tolist():
        asked_for[ensemble.companions(i)] = True
    kept = np.flatnonzero(asked_for[slot])
    kept = kept[_would_show(table, portrait, points[kept], slot[kept])] if len(kept) else kept
    points, tangents, length, slot = points[kept], tangents[kept], length[kept], slot[kept]
    own = length * meant[kept]
    if not len(points):
        return found
    along = _along(points, tangents, strokes, _MEANT)
    order = np.argsort(-np.bincount(slot, own, count), kind="stable")
    asked = np.zeros(count, np.bool_)
    rare = rare_ornaments(table, ensemble)
    for i in order[: int((np.bincount(slot, own, count) > 0).sum())].tolist():
        if asked[i] or found.added[i] or found.removed[i]:
            continue
        one = ensemble.companions(i)
        one = one[~shown[one]]
        asked[one] = True
        mine = np.isin(slot, one)
        whole = float(length[mine].sum())
        ink = along[np.ix_(mine, open_)]
        explains = ink.any(axis=0)
        supported = float((length[mine] * along[mine].any(axis=1)).sum()) / whole
        alone = float((length[mine] * ink.any(axis=1)).sum()) / whole
        if table.parts[table.part_of_slot[i]] == WORN:
            needed, own_needed = _HEADWEAR
        else:
            early = len(strokes) < _EARLY
            needed, own_needed = _RARE if rare[i] or early else _OTHER
        if supported < needed or alone < own_needed or int(explains.sum()) < _FEWEST:
            continue
        part = table.part_of_slot == table.part_of_slot[i]
        gone = part & ensemble.excluded(i)
        if (gone & sure & shown).any():
            continue
        found.added[one] = True
        found.added[part & ensemble.implied(i)] = True
        found.removed[gone] = True
        found.removed[found.added] = False
        open_[np.flatnonzero(open_)[explains]] = False
    return found


def _would_show(
    table: LayerTable, portrait: Portrait, points: Floats, slot: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """[n] whether points [n, 2] of shapes [n] lie in the frame with nothing before them."""
    inside = ((points > 0) & (points < 1)).all(axis=1)
    x, y = (np.clip(points, 0, 0.999) * _BUFFER).astype(np.int64).T
    shown: NDArray[np.bool_] = topmost_shapes(table, portrait, _BUFFER)[y, x] <= slot + 1
    return inside & shown


def _along(points: Floats, tangents: Floats, strokes: Strokes, near: float) -> NDArray[np.bool_]:
    """[n, M] whether a stroke's sample lies ``near`` each line sample [n, 2] and runs along it."""
    close = squared_distances(points, strokes.points) < near**2
    return close & (np.abs(tangents @ strokes.tangents.T) > _ALONG)
