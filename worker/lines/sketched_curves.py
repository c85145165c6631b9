"""Samples of every line an artist would sketch, for many portraits at once.

Unlike ``models.portrait.lines`` it does not ask what hides what, which makes it a hundred times
faster: good enough to rank drafts by.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from models.portrait.curves import bernstein, headway, sampled
from models.portrait.layer_table import LayerTable
from models.portrait.portrait import PRESENT, Portrait

Floats = NDArray[np.float32]
_STEPS = 4


class SketchedCurves:
    """Where the sketched inks of a layer table lie among its control points."""

    def __init__(self, table: LayerTable) -> None:
        starts: list[int] = []
        slots: list[int] = []
        for layer in table.layers:
            inked = {
                segment
                for ink in layer.inks
                if ink.sketched
                for segment in range(layer.segments)[ink.first : ink.last]
            }
            for slot in table.slots_of[layer.name] if layer.slots else ():
                starts += [table.slots[slot].start + 3 * segment for segment in sorted(inked)]
                slots += [slot] * len(inked)
        self._starts = np.array(starts, np.int64)
        self._slots = np.array(slots, np.int64)
        #: [S] which shapes have such lines.
        self.has_lines = np.isin(np.arange(len(table.slots)), self._slots)
        self._weights = bernstein(_STEPS)
        self._slopes = headway(_STEPS)

    def sample(self, portrait: Portrait) -> Floats:
        """[n, 2] points on the lines of the shapes that are present, in frame units."""
        return self.sample_shapes(portrait)[0]

    def sample_shapes(self, portrait: Portrait) -> tuple[Floats, NDArray[np.int64]]:
        """The same points [n, 2], and the shape [n] that each is of."""
        there = portrait.presence[self._slots] >= PRESENT
        samples = sampled(portrait.points, self._starts[there], self._weights)
        return samples, np.repeat(self._slots[there], _STEPS)

    def absent(self, portrait: Portrait) -> tuple[Floats, Floats, Floats, NDArray[np.int64]]:
        """The same of the shapes that are not present, where they would lie: points [n, 2], unit
        tangents [n, 2], the length [n] that each stands for, and the shape [n] it is of."""
        chosen = portrait.presence[self._slots] < PRESENT
        starts = self._starts[chosen]
        points = sampled(portrait.points, starts, self._weights)
        steps = sampled(portrait.points, starts, self._slopes)
        length: Floats = np.hypot(steps[:, 0], steps[:, 1])
        tangents: Floats = np.divide(steps, np.maximum(length, 1e-9)[:, None])
        return points, tangents, length, np.repeat(self._slots[chosen], _STEPS)
