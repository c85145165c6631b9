"""Samples of visible lines, and how they follow style numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.portrait.curves import bernstein
from models.portrait.layer_table import LayerTable
from models.portrait.lines import STEPS, Line
from worker.conditioning.ensemble import Ensemble
from worker.fit import LineSamples

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]

#: Frame units between samples, at most this close.
_SPACING = 0.011


@dataclass(frozen=True, eq=False)
class SampledLines:
    """N samples of visible lines as weighted sums of control points.

    Attributes:
        controls: [N, 4] numbers of the control points.
        weights: [N, 4] their weights.
        samples: where they lie, their parts, lines and features.
        ensemble: says how control points follow style numbers.
    """

    controls: Integers
    weights: Floats
    samples: LineSamples
    ensemble: Ensemble

    @classmethod
    def of(cls, table: LayerTable, ensemble: Ensemble, lines: Sequence[Line]) -> SampledLines:
        """Samples of ``lines`` as ``models.portrait.lines`` finds them."""
        whole = np.vstack([bernstein(STEPS), [[0, 0, 0, 1]]]).astype(np.float32)
        if not lines:
            none = np.zeros((0, 4), np.int64)
            return cls(none, none.astype(np.float32), LineSamples.of((), table), ensemble)
        counts = np.array([len(line.points) for line in lines])
        owner = np.repeat(np.arange(len(lines)), counts)
        points = np.concatenate([line.points for line in lines])
        along = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
        starts = np.cumsum(counts) - counts
        # Each line has a ruler of its own: on one for all, what moves one line would choose other
        # samples of every line after it.
        ticks = np.floor((along - along[starts][owner]) / _SPACING)
        keep = np.ones(len(points), np.bool_)
        keep[1:] = (np.diff(ticks) > 0) | (np.diff(owner) > 0)
        owner = owner[keep]
        first = np.array([line.first for line in lines]) - starts
        number = np.flatnonzero(keep) + first[owner]
        begins, _, segments = (bound[[line.slot for line in lines]] for bound in table.slot_bounds)
        segment = np.minimum(number // STEPS, segments[owner] - 1)
        controls = (begins[owner] + 3 * segment)[:, None] + np.arange(4)
        part = np.array([table.parts.index(line.part) for line in lines])[owner]
        samples = LineSamples.numbered(points[keep], part, owner, table)
        weights = whole[number - STEPS * segment]
        return cls(controls, weights, samples, ensemble)

    def slopes(self, part: int, chosen: Integers) -> Floats:
        """[n, 2, c] how samples ``chosen`` [n] by their numbers, all of one part, follow the style
        numbers ``ensemble.columns[part]`` [c]: frame units of the portrait's own frame each."""
        moves = self.ensemble.slopes[part][self.ensemble.row[self.controls[chosen]]]
        slopes = self.weights[chosen][:, None, :] @ moves.reshape(len(chosen), 4, -1)
        return slopes.reshape(len(chosen), 2, -1)
