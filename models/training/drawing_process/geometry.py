"""What the hand does to where lines lie: proportion, placement, wobble."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.portrait.placement import Placement
from models.training.drawing_process.hand import Hand
from models.training.drawing_process.strokes import Strokes

Points = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Warp:
    """A smooth displacement of the plane: a few long waves, after a stretch about the middle."""

    waves: NDArray[np.float64]  # [w, 2] radians per frame unit
    phases: NDArray[np.float64]  # [w]
    shifts: NDArray[np.float64]  # [w, 2] frame units
    stretch: tuple[float, float] = (1.0, 1.0)  # factors of width and height

    @classmethod
    def random(
        cls,
        amplitude: float,
        rng: np.random.Generator,
        waves: int = 4,
        stretch: tuple[float, float] = (0.0, 0.0),
    ) -> Warp:
        """Waves of about an ``amplitude`` in frame units, and a ``stretch`` given as logarithms."""
        angle = rng.uniform(0, 2 * np.pi, waves)
        pace = rng.uniform(2.0, 9.0, waves)
        return cls(
            np.stack([np.cos(angle), np.sin(angle)], 1) * pace[:, None],
            rng.uniform(0, 2 * np.pi, waves),
            rng.normal(0, amplitude / np.sqrt(waves), (waves, 2)),
            (float(np.exp(stretch[0])), float(np.exp(stretch[1]))),
        )

    def __call__(self, points: Points) -> Points:
        """Displaced points [n, 2]."""
        points = (points - 0.5) * np.array(self.stretch, np.float32) + np.float32(0.5)
        moved = points + np.sin(points @ self.waves.T + self.phases) @ self.shifts
        return moved.astype(np.float32)


def near_the_middle(rng: np.random.Generator) -> Placement:
    """Where most artists put a portrait: near the middle of the guidance frame, upright, filling
    it."""
    reach = rng.choice([0.25, 1.0, 2.0], p=[0.3, 0.5, 0.2])
    dx, dy, scale, tilt = rng.normal(0, 1, 4) * reach
    return Placement(
        float(np.clip(0.045 * dx, -0.16, 0.16)),
        float(np.clip(0.045 * dy, -0.16, 0.16)),
        float(np.clip(0.10 * scale, -0.45, 0.35)),
        float(np.clip(0.07 * tilt, -0.3, 0.3)),
    )


#: Share of sketches that are tiny, in a corner, or run out of the page.
_ELSEWHERE = 0.18
#: Logarithm of the smallest size there, and the range above it; more are small than large.
_SMALLEST, _SIZES = -1.4, 1.8


def somewhere(rng: np.random.Generator) -> Placement:
    """Where any artist puts a portrait: near the middle, and now and then anywhere, at any
    size."""
    usual = near_the_middle(rng)
    elsewhere, size, x, y = rng.random(4)
    if elsewhere >= _ELSEWHERE:
        return usual
    log_scale = float(_SMALLEST + _SIZES * size**1.4)
    # A small head may lie in any corner; of a large one half may be outside.
    room = 0.5 - 0.35 * np.exp(log_scale) if log_scale < -0.3 else 0.3
    return Placement(float((2 * x - 1) * room), float((2 * y - 1) * room), log_scale, usual.tilt)


def unsteady(strokes: Strokes, points: Points, hand: Hand, seed: int) -> Points:
    """The strokes' points [M, 2] as the hand leaves them.

    A stroke does not change when others are added after it.
    """
    owner, count = strokes.owner, len(strokes.line)
    own, tremble = np.random.default_rng(seed).spawn(2)
    # One row of numbers per stroke: rows already drawn stay when strokes are added.
    normal = own.normal(0, 1, (count, 16))
    drift = normal[:, :2] * hand.drift
    phase, pace = normal[:, 2:6] * 6, 24 + np.clip(normal[:, 6:10], -2, 2) * 8
    size = normal[:, 10:14] / np.sqrt(2) * hand.wobble
    overrun = np.clip(np.abs(normal[:, 14:]) - 0.7, 0, 1) * hand.overshoot

    gaps = np.hypot(*np.diff(points, axis=0, prepend=points[:1]).T)
    gaps[strokes.starts[:-1]] = 0
    along = np.cumsum(gaps)[:, None]
    waves = np.sin(along * pace[owner] + phase[owner]) * size[owner]
    moved = points + drift[owner] + waves[:, :2] + waves[:, 2:]
    moved = moved + tremble.normal(0, 1, points.shape) * hand.shake
    first, last = strokes.starts[:-1], strokes.starts[1:] - 1
    moved[first] += _direction(points[first] - points[first + 1]) * overrun[:, :1]
    moved[last] += _direction(points[last] - points[last - 1]) * overrun[:, 1:]
    return moved.astype(np.float32)


def _direction(vectors: Points) -> Points:
    length = np.maximum(np.hypot(vectors[:, 0], vectors[:, 1]), 1e-6)
    return (vectors / length[:, None]).astype(np.float32)
