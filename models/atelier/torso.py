"""The torso's frame: neck, shoulders and chest in their own pose, which clothes follow.

It reads layout scores alone, so that body and clothes, which must not see each other's
parameters, agree. Lengths in head units; heights run down from the head's origin.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from models.atelier.head import Head
from models.atelier.scores import Scores, Values, smooth
from models.atelier.shapes import Knots, Value, column, path

#: Well below the lower edge of every picture.
HEM = 1.85
#: The shoulder's ridge from the neck to beyond the arm: share of the breadth, fall below the root.
_RIDGE = np.array([
    (0.00, -0.10), (0.22, -0.045), (0.36, 0.035), (0.60, 0.085), (0.82, 0.130), (0.96, 0.205),
    (1.05, 0.340),
])  # fmt: skip
_DEPTH = 0.26
_TURN = np.radians(17)


@dataclass(frozen=True)
class Torso:
    """N torsos, each an array [N].

    ``neck`` is half the neck's usual width, ``breadth`` half the shoulders', ``root`` the height
    of the neck's root at its sides, ``pit`` that of the pit between the collarbones, ``turn`` the
    shoulders' turn in radians, ``slope`` how far their ends sink, ``centre`` and ``lean`` where
    the neck's root lies and how far its top leans from there, ``trapezius`` how high it rises
    beside the neck.
    """

    neck: Values
    breadth: Values
    root: Values
    pit: Values
    turn: Values
    slope: Values
    centre: Values
    lean: Values
    trapezius: Values

    @classmethod
    def of(cls, s: Scores, head: Head) -> Torso:
        """The torsos of N portraits, from their layout scores."""
        root = 0.60 * head.chin + 0.478 - 0.045 * head.kid + 0.01 * head.man
        centre = -0.06 * s.signed("head_shift")
        return cls(
            neck=0.201 + 0.085 * head.man - 0.014 * head.kid,
            breadth=s.span("shoulder_width", 0.79, 0.91) + 0.26 * head.man - 0.20 * head.kid,
            root=root,
            pit=root + 0.135,
            turn=_TURN * head.shoulder_turn + 0.18 * head.yaw,
            slope=s.span("shoulder_slope", -0.03, 0.05) - 0.02 * head.man + 0.02 * head.kid,
            centre=centre,
            lean=0.11 * np.sin(head.yaw) - centre,
            trapezius=0.055 * head.man - 0.01 * head.kid,
        )

    def ridge(self, x: ArrayLike) -> NDArray[np.float64]:
        """[N, m] height of the shoulders' ridge at distances x [N, m] from the middle."""
        share = np.abs(x) / self.breadth[:, None]
        fall = np.interp(share, _RIDGE[:, 0], _RIDGE[:, 1])
        strong = self.trapezius[:, None] * np.exp(-(((share - 0.33) / 0.17) ** 2))
        sunk = self.slope[:, None] * np.clip(share, 0, 1.1) ** 1.5
        return self.root[:, None] + fall + sunk - strong

    def shoulder(self, *shares: float, out: ArrayLike = 0.0) -> Knots:
        """[N, m, 2] points on the right ridge at shares of the breadth, ``out`` above it."""
        x = self.breadth[:, None] * np.array(shares)[None]
        return np.stack([x, self.ridge(x) - np.reshape(out, (-1, 1))], axis=-1)

    def on(self, points: Knots, lift: float = 0.0) -> Knots:
        """Points [N, m, 2] on the turned chest: (from the middle, height). From the ridge down
        the chest comes forward."""
        x, y = points[..., 0], points[..., 1]
        wide = 1.05 * self.breadth[:, None]
        front = _DEPTH * np.sqrt(np.clip(1 - (x / wide) ** 2, 0.02, None))
        z = (front + lift) * smooth((y - self.ridge(x) + 0.03) / 0.24)
        return self._put(x, y, z)

    def behind(self, points: Knots) -> Knots:
        """Points [N, m, 2] behind the neck."""
        return self._put(points[..., 0], points[..., 1], np.full(1, -0.12))

    def round_neck(self, points: Knots, *, edges: bool = False) -> Knots:
        """Points [N, m, 3] round the neck: (angle in turns from the front to the right, distance
        from the axis in half neck widths, height). With ``edges`` a quarter turn is where the
        neck's outline lies."""
        angle, far, y = 2 * np.pi * points[..., 0], points[..., 1], points[..., 2]
        if edges:
            # The sides that one sees, whichever way the shoulders are turned.
            angle = angle - self.turn[:, None] * np.sin(angle) ** 2
        radius = far * self.neck[:, None]
        leaning = self._leaning(y)
        return self._put(radius * np.sin(angle), y, radius * np.cos(angle)) + np.stack(
            [leaning, np.zeros_like(leaning)], axis=-1
        )

    def on_neck(self, points: Knots) -> Knots:
        """Flat points [N, m, 2] that lean with the neck and spread on the chest below."""
        x, y = points[..., 0], points[..., 1]
        leaning = self._leaning(y)
        return self._put(x, y, np.zeros(1)) + np.stack([leaning, np.zeros_like(leaning)], axis=-1)

    def _leaning(self, y: NDArray[np.float64]) -> NDArray[np.float64]:
        up = smooth((self.root[:, None] + 0.06 - y) / 0.6)
        return self.lean[:, None] * up

    def _put(self, x: NDArray[np.float64], y: NDArray[np.float64], z: NDArray[np.float64]) -> Knots:
        c, s = np.cos(self.turn)[:, None], np.sin(self.turn)[:, None]
        near = z * c - x * s
        return np.stack(
            np.broadcast_arrays(self.centre[:, None] + x * c + z * s, y + 0.07 * (near - 0.1)), -1
        )


def below(torso: Torso, *points: tuple[Value, Value]) -> Knots:
    """Knots [N, m, 2] from (distance from the middle, depth below the neck's root)."""
    return path([(x, torso.root + y) for x, y in points])


def widths(torso: Torso, *points: tuple[Value, Value]) -> Knots:
    """Knots [N, m, 2] from (half neck widths from the middle, depth below the neck's root)."""
    flat = below(torso, *points)
    flat[..., 0] *= column(torso.neck)[..., 0]
    return flat
