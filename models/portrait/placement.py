"""Where a portrait lies in a sketch: shift, scale and tilt about the frame's middle."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from models.portrait.portrait import Portrait

#: The frame's middle, across and down.
_HALF = 0.5
#: Limits past which an encoder's answer is no portrait any more (frame units, natural log,
#: radians).
_LIMITS = (1.0, 1.0, 1.5, 0.8)


@dataclass(frozen=True)
class Placement:
    """p' = m + exp(log_scale) R(tilt) (p - m) + (dx, dy), with m the middle, in frame units."""

    dx: float = 0.0
    dy: float = 0.0
    log_scale: float = 0.0
    tilt: float = 0.0

    @classmethod
    def read(cls, values: Sequence[float]) -> Placement:
        """From an encoder's four numbers, kept within what can be a portrait."""
        pairs = zip(values, _LIMITS, strict=True)
        return cls(*(min(max(float(value), -limit), limit) for value, limit in pairs))

    @property
    def scale(self) -> float:
        """Size of the portrait against the frame."""
        return math.exp(self.log_scale)

    def apply(self, points: NDArray[np.float32]) -> NDArray[np.float32]:
        """Points [..., 2] of the portrait's own frame in the sketch's frame."""
        cos, sin = self.scale * math.cos(self.tilt), self.scale * math.sin(self.tilt)
        turn = np.array([[cos, sin], [-sin, cos]], np.float32)  # transposed: rows are points
        moved: NDArray[np.float32] = points.astype(np.float32, copy=False) @ turn
        moved[..., 0] += np.float32(_HALF * (1 - cos + sin) + self.dx)  # by columns: rows of two
        moved[..., 1] += np.float32(_HALF * (1 - sin - cos) + self.dy)  # numbers are slow
        return moved

    def around(self, inner: Placement) -> Placement:
        """The placement that does what ``inner`` does, and then this one."""
        moved = self.apply(_HALF + np.array([inner.dx, inner.dy], np.float32)) - _HALF
        turned = inner.log_scale + self.log_scale, inner.tilt + self.tilt
        return Placement.read([*moved.tolist(), *turned])

    def place(self, portrait: Portrait) -> Portrait:
        """The portrait in the sketch's frame; its pen widths scale with it."""
        return replace(
            portrait, points=self.apply(portrait.points), width=portrait.width * self.scale
        )

    def as_array(self) -> NDArray[np.float32]:
        """[4] dx, dy, log scale, tilt."""
        return np.array([self.dx, self.dy, self.log_scale, self.tilt], np.float32)
