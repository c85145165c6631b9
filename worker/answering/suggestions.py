"""What a sketch could become: drafts from the encoder's answer, fitted and ranked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from models.portrait.blots import blots
from models.portrait.layer_table import LayerTable
from models.portrait.lines import Line, visible_lines
from models.portrait.portrait import PRESENT, Portrait
from worker.fit import Deformation, LineSamples, bearable, fit
from worker.lines.coverage import Coverage
from worker.reading.ink_trace import Strokes

Floats = NDArray[np.float32]

#: Parts that make a face: bent too far against each other, they are none any more.
_FACE = ("face", "eyes", "brows", "nose", "mouth")
#: Parts that share the outline of the hair.
_HAIR = ("bangs", "back")
#: What a draft's difference from those chosen before counts against its coverage: mean distance
#: of control points, in frame units, is worth this many shares of the ink; at most so much.
_VARIETY = 5.0
_MOST_VARIETY = 0.15


@dataclass(frozen=True, eq=False)
class Suggestion:
    """A portrait that was pulled onto the strokes.

    Attributes:
        unfitted: the portrait before the fit, in the sketch's frame.
        lines: its visible lines before the fit.
        samples: samples of those lines after it.
        deformation: what the fit did.
        coverage: share of the ink that lies on its lines.
        seed: of the draw it comes from; 0 for the most likely portrait.
    """

    table: LayerTable
    unfitted: Portrait
    lines: tuple[Line, ...]
    samples: LineSamples
    deformation: Deformation
    coverage: float
    seed: int

    @cached_property
    def portrait(self) -> Portrait:
        """The portrait after the fit. Guidance can do without, and does not wait for it."""
        part = self.table.part_of_slot[self.table.slot_of_point]
        drawn = (self.unfitted.presence >= PRESENT)[self.table.slot_of_point]
        points = self.unfitted.points.copy()
        points[drawn] = self.deformation.apply(points[drawn], part[drawn])
        return replace(self.unfitted, points=points)


def sketched_lines(table: LayerTable, portrait: Portrait) -> list[Line]:
    """All lines that an artist might put down: the visible ones, and outlines of pupils."""
    return [*visible_lines(table, portrait), *blots(table, portrait)]


def fitted(
    table: LayerTable, portrait: Portrait, lines: Sequence[Line], strokes: Strokes,
    coverage: Coverage, seed: int, belief: float | None = None, finer: Strokes | None = None,
) -> Suggestion:  # fmt: skip
    """Pull a portrait, placed in the sketch's frame, and its ``lines`` onto the strokes; draws
    (``seed`` above 0) in fewer rounds than the best guess. ``belief`` and ``finer`` as ``fit`` has
    them."""
    before = LineSamples.of(lines, table)
    deformation, samples = fit(
        before, strokes, groups(table.parts), quick=seed > 0, followed=belief, finer=finer
    )
    part = table.part_of_point
    of_face = table.parts_among(_FACE)[part]
    face = of_face & (portrait.presence >= PRESENT)[table.slot_of_point]
    flat = portrait.points[face]
    share = bearable(flat, deformation.apply(flat, part[face])) if len(flat) else 1.0
    if share < 1:
        moves = deformation.moves
        deformation = replace(deformation, bending=share)
        if moves:
            samples = before.moved(deformation.apply(before.points, before.part))
        else:  # bends alone, whose share is a share of the way
            way = samples.points - before.points
            samples = before.moved(before.points + np.float32(share) * way)
    return Suggestion(
        table=table,
        unfitted=portrait,
        lines=tuple(lines),
        samples=samples,
        deformation=deformation,
        coverage=coverage.of(samples.points),
        seed=seed,
    )


def groups(parts: Sequence[str]) -> NDArray[np.int64]:
    """[parts] a number for each; front and back hair have one, for an outline drawn over the
    crown is that of both."""
    hair = [i for i, name in enumerate(parts) if name in _HAIR]
    return np.array([hair[0] if i in hair else i for i in range(len(parts))])


def choose(
    first: Portrait,
    drafts: Sequence[Portrait],
    covered: Sequence[float],
    count: int,
    finished: float = 0.0,
) -> list[int]:
    """Indices of the ``count`` drafts that cover the strokes well and differ from ``first`` and
    from each other, best first. The more of the sketch is ``finished`` (0 to 1), the less a
    difference counts: a whole drawing asks for variants of itself."""
    most = _MOST_VARIETY * (1 - finished) ** 2
    chosen: list[int] = []
    nearest = [_difference(first, draft) for draft in drafts]
    while len(chosen) < min(count, len(drafts)):
        scores = [
            -1.0 if i in chosen else covered[i] + min(_VARIETY * nearest[i], most)
            for i in range(len(drafts))
        ]
        best = int(np.argmax(scores))
        chosen.append(best)
        nearest = [
            min(near, _difference(drafts[best], draft))
            for near, draft in zip(nearest, drafts, strict=True)
        ]
    return chosen


def _difference(a: Portrait, b: Portrait) -> float:
    """Mean distance of control points, in frame units."""
    return float(np.hypot(*(a.points - b.points).T).mean())
