"""Lines that a portrait hides and that were drawn nonetheless: an ear through the hair over it.

What hides what is decided in the most likely portrait, and an artist may see it otherwise; where
there is a stroke, guidance owes it its line.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from models.portrait.layer_table import LayerTable
from models.portrait.lines import STEPS, Line, stretches
from models.portrait.portrait import PRESENT, Portrait
from worker.fit.kernel import squared_distances
from worker.fit.lines import LineSamples
from worker.lines.alongside import runs_along
from worker.reading.ink_trace import Strokes

Floats = NDArray[np.float32]

#: Shortest stretch, in frame units.
_SHORTEST = 0.03
#: Such a stretch goes on where a shown one of its part ends, at most so far away: hair behind a
#: face has nothing to do with the mouth on it.
_BESIDE = 0.05


def drawn_nonetheless(
    table: LayerTable, portrait: Portrait, shapes: Sequence[Floats], shown: LineSamples,
    strokes: Strokes,
) -> list[Line]:  # fmt: skip
    """Stretches of a portrait's inks along ``strokes``, which none of the lines ``shown`` explains;
    ``shapes`` are its shapes as polylines, STEPS a cubic."""
    inks = [
        (slot, layer.part, ink)
        for slot, layer, ink in table.sketched_inks
        if portrait.presence[slot] >= PRESENT
    ]
    if not len(strokes) or not inks:
        return []
    firsts = [ink.first * STEPS for _, _, ink in inks]
    stops = [None if ink.last is None else ink.last * STEPS + 1 for _, _, ink in inks]
    whole = [shapes[i][a:b] for (i, _, _), a, b in zip(inks, firsts, stops, strict=True)]
    counts = [len(line) for line in whole]
    points = np.concatenate(whole)
    owner = np.repeat(np.arange(len(inks)), counts)
    samples = LineSamples.numbered(points, np.zeros_like(owner), owner, table)
    near = runs_along(
        Strokes(points, samples.tangents, np.ones(len(points), np.float32)),
        strokes.points, strokes.tangents,
    )  # fmt: skip
    lines = []
    starts = np.cumsum(counts) - counts
    along = np.cumsum(np.hypot(*np.diff(points, axis=0, prepend=points[:1]).T))
    spans = stretches(near, owner)
    long_enough = along[spans[:, 1] - 1] - along[spans[:, 0]] >= _SHORTEST
    for a, b in spans[long_enough].tolist():
        stretch = points[a:b]
        slot, part, ink = inks[owner[a]]
        own = shown.points[shown.part == table.parts.index(part)]
        if squared_distances(stretch[[0, -1]], own).min(initial=1) < _BESIDE**2:
            last, at = counts[owner[a]] - 1, a - int(starts[owner[a]])
            width = ink.width * float(portrait.width[slot])
            share = at / last, (at + b - a - 1) / last
            lines.append(Line(slot, part, stretch, width, *share, firsts[owner[a]] + at))
    return lines
