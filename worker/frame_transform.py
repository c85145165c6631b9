"""Where a portrait lies in the sketch: shift, scale and tilt about the frame's centre."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from models.portrait.portrait import Portrait

_CENTRE = np.array([0.5, 0.5], np.float32)
#: Limits past which an encoder's answer is no portrait any more (natural log, radians).
_MAX_LOG_SCALE = 1.2
_MAX_TILT = 0.8


@dataclass(frozen=True)
class FrameTransform:
    """p' = c + exp(log_scale) R(tilt) (p - c) + (dx, dy), with c the centre, in frame units."""

    dx: float = 0.0
    dy: float = 0.0
    log_scale: float = 0.0
    tilt: float = 0.0

    @property
    def scale(self) -> float:
        """Size of the portrait against the frame."""
        return math.exp(max(-_MAX_LOG_SCALE, min(_MAX_LOG_SCALE, self.log_scale)))

    def apply(self, points: NDArray[np.float32]) -> NDArray[np.float32]:
        """Points [..., 2] of the portrait's own frame in the sketch's frame."""
        tilt = max(-_MAX_TILT, min(_MAX_TILT, self.tilt))
        cos, sin = self.scale * math.cos(tilt), self.scale * math.sin(tilt)
        turn = np.array([[cos, sin], [-sin, cos]], np.float32)  # transposed: rows are points
        shift = np.clip(np.array([self.dx, self.dy], np.float32), -1, 1)
        return ((points - _CENTRE) @ turn + _CENTRE + shift).astype(np.float32)

    def place(self, portrait: Portrait) -> Portrait:
        """The portrait in the sketch's frame; its pen widths scale with it."""
        return replace(
            portrait, points=self.apply(portrait.points), width=portrait.width * self.scale
        )
