"""Keeps hair off the irises: bangs may cross lashes and brows, nobody looks through hair."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.atelier.head import Head
from models.atelier.scores import Values
from models.atelier.shapes import Knots, Value, path

#: How softly hair gives way, head units.
_SOFT = 0.018
#: Half an iris with some air, in half widths of the eye.
_IRIS = 0.80


@dataclass(frozen=True)
class Gaze:
    """Where the irises of N heads lie on the screen, head units: by side (-1 left, 1 right) the
    middle's x and y and half a width with some air, each [N, 1]; ``upper`` [N, 1] is how far above
    their middles hair may hang."""

    irises: dict[int, tuple[Values, Values, Values]]
    upper: Values

    @classmethod
    def of(cls, head: Head) -> Gaze:
        """The gaze of N heads."""
        x, y, w = head.eye_x, head.eye_y, head.eye_w
        flat = path([(side * (x + k * w), y) for side in (-1, 1) for k in (-1, 0, 1)])
        seen = head.face(flat)
        irises = {}
        for side, at in ((-1, 0), (1, 3)):
            half = _IRIS / 2 * np.abs(seen[:, at + 2, :1] - seen[:, at, :1])
            irises[side] = seen[:, at + 1, :1], seen[:, at + 1, 1:], half
        return cls(irises, 0.56 * head.eye_h[:, None])

    def clear_above(
        self, spine: Knots, widths: NDArray[np.float64], everywhere: Value = 0.0
    ) -> Knots:
        """A clump's spine [N, m, 2] on the screen with the knots that hang over an iris drawn up
        to its upper edge. ``widths`` [N, m] is how broad the clump is at each knot;
        ``everywhere`` (0 to 1): how far it gives way between and beside the irises as well, as a
        straight cut does."""
        x, y = spine[..., 0], spine[..., 1]
        free = 1 - np.reshape(np.asarray(everywhere, float), (-1, 1))
        height = -self.upper
        # A clump that lies across hangs down by half its width, and what it spans between two
        # knots lies over an eye as well as the knots do.
        step = np.gradient(spine, axis=1)
        across = step[..., 0] ** 2 / np.maximum((step**2).sum(-1), 1e-9)
        room = 0.30 * widths + 0.55 * np.abs(step[..., 0])
        for middle, level, half in self.irises.values():
            away = ((x - middle) / (half + room)) ** 2
            free = free * (1 - np.exp(-away * away))
            height = height + 0.5 * level
        over = (y - height + (0.28 + 0.26 * across) * widths) / _SOFT
        lift = (1 - free) * (0.96 * _SOFT) * np.logaddexp(0, over)
        # The knots above give way with the tip, or the clump would crumple over the eye.
        along = lift[:, -1:] * np.linspace(0.0, 1.0, y.shape[1]) ** 1.4
        lift = (lift + along + np.sqrt((lift - along) ** 2 + 1e-5)) / 2
        return np.stack([x, y - lift], axis=-1)

    def clear_beside(self, spine: Knots, width: Values, side: int) -> Knots:
        """A hanging lock's spine [N, m, 2] on the screen, moved outwards where it would cross the
        iris of its side; ``width`` [N] is how broad it is."""
        x, y = spine[..., 0], spine[..., 1]
        middle, level, half = self.irises[side]
        near = ((y - level) / 0.30) ** 2
        over = (half + 0.55 * width[:, None] - side * (x - middle)) / _SOFT
        moved = x + side * _SOFT * np.exp(-near * near) * np.logaddexp(0, over)
        return np.stack([moved, y], axis=-1)
