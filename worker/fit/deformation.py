"""Several displacements, one after the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

#: Greatest length of what ``bends`` may add up to, in frame units: a stroke further away from its
#: line is a wrong guess of the encoder, and a face pulled all the way there is no face.
MOST_BEND = 0.05


class Displacement(Protocol):
    """Something that says how far each point moves."""

    def at(self, points: Floats, part: NDArray[np.int64]) -> Floats:
        """[n, 2] displacement, in frame units, of points [n, 2] that belong to parts [n]."""


@dataclass(frozen=True)
class Deformation:
    """What the fit does to a frame.

    Attributes:
        moves: of the whole portrait; applied first, in order.
        bends: of its lines against each other; applied next, together MOST_BEND long at most.
        belief: 0 to 1, how far the sketch was followed.
        bending: 0 to 1, the share of the bends that is applied.
        groups: [parts] which parts move as one, by the same number; None if each moves by itself.
    """

    moves: tuple[Displacement, ...]
    bends: tuple[Displacement, ...]
    belief: float
    bending: float = 1.0
    groups: NDArray[np.int64] | None = None

    def apply(self, points: Floats, part: NDArray[np.int64]) -> Floats:
        """Where points [n, 2] of parts [n] come to lie, in frame units."""
        if self.groups is not None:
            part = self.groups[part]
        for move in self.moves:
            points = points + move.at(points, part)
        bent = points
        for bend in self.bends:
            bent = bent + bend.at(bent, part)
        return self.bounded(points, bent)

    def bounded(self, points: Floats, bent: Floats) -> Floats:
        """Where points [n, 2] come to lie that the moves brought here, and the bends to ``bent``
        if nothing held them."""
        shift = bent - points
        length = np.hypot(shift[:, 0], shift[:, 1])[:, None]
        share = self.bending * np.minimum(1, MOST_BEND / np.maximum(length, 1e-9))
        return (points + shift * share).astype(np.float32)
