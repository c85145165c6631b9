"""Lines as a quick hand draws them: with the bends that a shape needs, and no others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.training.drawing_process.drawing import LineDrawing
from models.training.drawing_process.eyes import line

Points = NDArray[np.floating[Any]]

_TURN = np.linspace(0, 2 * np.pi, 25)


@dataclass(frozen=True, eq=False)
class Mark:
    """One line: its points [n, 2] in frame units, and whether it goes round something black."""

    points: Points
    blot: bool = False

    @property
    def length(self) -> float:
        """In frame units."""
        return float(np.hypot(*np.diff(self.points, axis=0).T).sum())

    @classmethod
    def of(cls, drawing: LineDrawing, number: int) -> Mark:
        """One of a drawing's lines."""
        return cls(line(drawing, number), bool(drawing.blot[number]))


def box(marks: list[Mark]) -> tuple[Points, Points]:
    """Middle and half of the size [2] of the box around some lines."""
    points = np.concatenate([mark.points for mark in marks])
    low, high = points.min(0), points.max(0)
    return (low + high) / 2, (high - low) / 2


def ring(middle: Points, half: Points, squareness: float = 0.0, turn: float = 0.0) -> Mark:
    """An ellipse, or with a ``squareness`` up to 1 nearly a rectangle, begun at angle ``turn``."""
    at = np.stack([np.cos(_TURN + turn), np.sin(_TURN + turn)], 1)
    at = np.sign(at) * np.abs(at) ** (1 - 0.65 * squareness)
    return Mark((middle + at * half).astype(np.float32))


def arc(start: Points, through: Points, end: Points, steps: int = 9) -> Mark:
    """From start to end, passing ``through`` halfway."""
    t = np.linspace(0, 1, steps)[:, None]
    control = 2 * through - (start + end) / 2
    points = (1 - t) ** 2 * start + 2 * t * (1 - t) * control + t**2 * end
    return Mark(points.astype(np.float32))


def smooth(points: Points, degree: int) -> Points:
    """[m, 2] the polynomial through a line [n, 2] that lies nearest to it, ends kept."""
    gaps = np.hypot(*np.diff(points, axis=0).T)
    t = np.concatenate([[0], np.cumsum(gaps)]) / max(float(gaps.sum()), 1e-9)
    straight = points[:1] + (points[-1:] - points[:1]) * t[:, None]
    # Bends are sums of waves that are 0 at both ends.
    waves = np.sin(np.pi * t[:, None] * np.arange(1, degree))
    bends = np.linalg.lstsq(waves, points - straight, rcond=None)[0]
    return (straight + waves @ bends).astype(np.float32)
