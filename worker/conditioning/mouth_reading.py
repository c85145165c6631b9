"""Which mouth was drawn: the one of a pack's people that looks most like it.

Compared as a whole, and wherever it lies, for that is a matter of the face: strokes must be near
the mouth's lines, and its lines near strokes.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.portrait.layer_table import LayerTable
from models.portrait.mouth_lines import JAW
from models.portrait.placement import Placement
from models.portrait.portrait import Portrait
from worker.conditioning.ensemble import logits
from worker.conditioning.head_measure import SPACING
from worker.conditioning.mouth_signs import MouthSigns
from worker.conditioning.mouth_strokes import mouth_strokes
from worker.conditioning.mouths import Mouths
from worker.conditioning.presences import Presences
from worker.fit.kernel import squared_distances
from worker.reading.ink_trace import Strokes

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]

#: Candidates of a kind that are compared, by the size of what was drawn; samples of it at most.
_CANDIDATES, _MOST = 20, 48
#: Distance (frame units of the portrait's own frame) beyond which nothing is any worse.
_FAR = 0.03
#: What a line at a right angle counts as, in that unit.
_TURNED = 0.012
#: How much a line counts that may be left out.
_OPTIONAL = 0.2
#: Samples that a cell on a pen line gives: its pixels may have two.
_PER_CELL = 1.2
#: By how much a mouth may be drawn larger than it is in the pack, or smaller, and what a scale of e
#: counts as, in that unit.
_LARGER, _SCALED = 1.8, 0.018


@dataclass(frozen=True, eq=False)
class ReadMouth:
    """``number`` of the mouth among the pack's; samples [m, 2] of its strokes."""

    mouths: Mouths
    number: int
    points: Floats

    @property
    def styles(self) -> Floats:
        """[r, D] style vectors of the roles ``mouths.roles``."""
        styles: Floats = self.mouths.styles[self.number]
        return styles

    def presences(self, table: LayerTable) -> Presences:
        """Its shapes, and those that it does not have."""
        added, removed = np.zeros((2, len(table.slots)), np.bool_)
        added[self.mouths.shapes] = self.mouths.shown[self.number]
        removed[self.mouths.shapes] = ~self.mouths.shown[self.number]
        return Presences(added, removed)


@dataclass(frozen=True, eq=False)
class MouthReader:
    """Reads the mouth from all ``ridge`` samples of a sketch, as one of the pack's ``mouths``."""

    mouths: Mouths
    ridge: Strokes

    def read(self, table: LayerTable, portrait: Portrait, frame: Placement) -> ReadMouth | None:
        """The mouth that was drawn about where a ``portrait`` has its own, which lies in the
        sketch as ``frame`` says; None where none was."""
        own = mouth_strokes(table, frame.place(portrait), self.ridge)
        if own is None:
            return None
        drawn = _Drawn.of(own, frame)
        shut, open_ = self.mouths.kinds
        jaw = portrait.presence[table.slots_in([JAW])]
        odds = drawn.signs.odds(float(logits(jaw).max(initial=-np.inf)))
        kind = open_ if odds > 0 and len(open_) or not len(shut) else shut
        best, number = np.inf, 0
        # A shadow below the lips may be drawn, or not: with it and without, a mouth has two sizes.
        for boxes in self.mouths.boxes:
            some, scale, shift = drawn.like(boxes, kind)
            costs = drawn.costs(self.mouths, some, scale, shift)
            least = int(costs.argmin())
            if costs[least] < best:
                best, number = float(costs[least]), int(some[least])
        return ReadMouth(self.mouths, number, own.points)


@dataclass(frozen=True, eq=False)
class _Drawn:
    """The drawn mouth, turned and scaled back to the portrait's own frame: samples [m, 2], unit
    tangents [m, 2], its corners ``low`` and ``high`` [2], and its ``signs``."""

    points: Floats
    tangents: Floats
    low: Floats
    high: Floats
    signs: MouthSigns

    @classmethod
    def of(cls, own: Strokes, frame: Placement) -> _Drawn:
        back = Placement(0, 0, -frame.log_scale, -frame.tilt)
        turn = Placement(0, 0, 0, -frame.tilt)
        points = back.apply(own.points)
        every = -(-len(points) // _MOST)
        tangents = turn.apply(own.tangents) - turn.apply(np.zeros(2, np.float32))
        low, high = points.min(axis=0), points.max(axis=0)
        # The slanter a line, the more cells it passes.
        cells = float((SPACING / np.abs(own.tangents).sum(axis=1)).sum())
        length = cells / (_PER_CELL * frame.scale)
        return cls(points[::every], tangents[::every], low, high, MouthSigns.of(points, length))

    def like(self, boxes: Floats, kind: Integers) -> tuple[Integers, Floats, Floats]:
        """Of the mouths of a ``kind`` [c] those whose ``boxes`` [K, 2, 2] are nearest in size:
        their numbers [k], and the scale [k] and shift [k, 2] that bring each of them here."""
        lows, highs = boxes[kind, 0], boxes[kind, 1]
        sizes, own = highs - lows, self.high - self.low
        scale = np.clip((sizes @ own) / (sizes**2).sum(axis=1), 1 / _LARGER, _LARGER)
        off = np.abs(sizes * scale[:, None] - own).sum(axis=1) + _SCALED * np.abs(np.log(scale))
        near = np.argsort(off, kind="stable")[:_CANDIDATES]
        middles = (lows[near] + highs[near]) / 2
        shift = (self.low + self.high) / 2 - scale[near, None] * middles
        return kind[near], scale[near], shift

    def costs(self, mouths: Mouths, some: Integers, scale: Floats, shift: Floats) -> Floats:
        """[k] how unlike the mouths ``some`` [k] are, scaled and moved: mean squared distance of
        strokes from lines, and of lines from strokes; and how far it was scaled."""
        there, needed = mouths.there[some], mouths.needed[some]
        lines = mouths.points[some] * scale[:, None, None] + shift[:, None]
        gap = squared_distances(lines.reshape(-1, 2).astype(np.float32), self.points)
        straight = np.abs(mouths.tangents[some].reshape(-1, 2) @ self.tangents.T)
        gap += np.float32(_TURNED**2) * (1 - straight)
        gap = np.minimum(gap, np.float32(_FAR**2)).reshape(*there.shape, -1)
        # What may be left out hardly counts, but a fang that nobody drew is none.
        weight = np.where(needed, 1, _OPTIONAL * there)
        undrawn = (gap.min(axis=2) * weight).sum(axis=1) / np.maximum(needed.sum(axis=1), 1)
        gap[~there] = _FAR**2
        costs: Floats = gap.min(axis=1).mean(axis=1) + undrawn + (_SCALED * np.log(scale)) ** 2
        return costs
