"""The head's frame: proportions that all parts share, and the turn in 2.5-D.

Head units: a frontal head is 1 wide from temple to temple; x runs right, y down, z to the viewer.
The origin lies between the eyes' height and the ears; chin near y = 0.64, skull's crown near
y = -0.68 (ART: eye line at half the skull's height).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray

from models.atelier.legacy.scores import Scores

Points = NDArray[np.float64]
CROWN = -0.68


@dataclass(frozen=True)
class Head:
    """Pose and proportions. Angles in radians, lengths in head units unless said otherwise.

    ``scale`` is the frame's share that one head unit takes, ``origin`` where the head's origin
    lies in the frame.
    """

    yaw: float
    pitch: float
    roll: float
    scale: float
    origin: tuple[float, float]
    half_width: float
    chin: float
    kid: float
    man: float
    eye_y: float
    eye_x: float
    eye_w: float
    eye_h: float
    eye_tilt: float
    volume: float
    light: tuple[float, float]
    ink: float
    contour: float
    shoulder_turn: float

    @classmethod
    def of(cls, s: Scores) -> Head:
        """The head of a portrait, from its layout scores."""
        kid = max(s.span("age", 0.9, -0.25), 0.0)
        man = max(s.span("masculine", -0.45, 1.05), 0.0)
        return cls(
            yaw=math.radians(35) * s.signed("yaw"),
            pitch=math.radians(11) * s.signed("pitch"),
            roll=math.radians(9) * s.signed("roll"),
            scale=s.span("head_size", 0.355, 0.41),
            origin=(0.5 + 0.035 * s.signed("head_shift") - 0.02 * s.signed("yaw"), 0.475),
            half_width=s.span("face_width", 0.465, 0.515) + 0.01 * kid,
            chin=s.span("face_length", 0.585, 0.665) - 0.07 * kid + 0.05 * man,
            kid=kid,
            man=man,
            eye_y=s.span("eye_line", 0.02, 0.07) + 0.03 * kid - 0.02 * man,
            eye_x=s.span("eye_spacing", 0.228, 0.256),
            eye_w=s.span("eye_width", 0.126, 0.156) + 0.006 * kid - 0.012 * man,
            eye_h=s.span("eye_height", 0.105, 0.160) + 0.018 * kid - 0.035 * man,
            eye_tilt=0.030 * s.signed("eye_tilt") - 0.004 + 0.01 * man,
            volume=s.span("hair_volume", 0.07, 0.19),
            light=(0.028 * s.signed("light_side"), s.span("light_height", 0.035, 0.075)),
            ink=s.span("ink_weight", 0.75, 1.25),
            contour=s.span("ink_contrast", 0.9, 1.4),
            shoulder_turn=s.signed("shoulder_turn"),
        )

    # ---- the head's surface

    def section(self, y: ArrayLike) -> tuple[Points, Points, Points]:
        """Half width, centre depth and half depth of the head's cross-section at height y."""
        u = (np.asarray(y, float) - 0.05) / max(self.chin - 0.05, 0.3)
        low = np.clip(u, 0, 1)
        half = self.half_width * (1 - 0.42 * low**2.2)
        return half, 0.09 * low**1.5 - 0.03, 0.39 - 0.10 * low**2

    def on_face(self, points: ArrayLike, lift: float = 0.0) -> Points:
        """Face-plane points [n, 2] put on the head's surface, ``lift`` above it: [n, 3]."""
        p = np.asarray(points, float)
        half, centre, depth = self.section(p[:, 1])
        inside = np.clip(1 - (p[:, 0] / (half * 1.07)) ** 2, 0.02, None)
        return np.column_stack([p, centre + depth * np.sqrt(inside) + lift])

    def turn(self, points: ArrayLike) -> Points:
        """Points in the head's space [n, 3], turned by yaw, pitch and roll: [n, 2] head units."""
        return np.asarray(points, float) @ self._turn + self._roll_shift

    def tilt(self, points: ArrayLike) -> Points:
        """Screen points [n, 2] rolled about the neck's root."""
        return np.asarray(points, float) @ self._roll + self._roll_shift

    @cached_property
    def _turn(self) -> Points:
        """[3, 2]: yaw, then pitch, seen from the front, then roll."""
        cy, sy = math.cos(self.yaw), math.sin(self.yaw)
        cp, sp = math.cos(self.pitch), math.sin(self.pitch)
        return np.array([(cy, sy * sp), (0.0, cp), (sy, -cy * sp)]) @ self._roll

    @cached_property
    def _roll(self) -> Points:
        c, s = math.cos(self.roll), math.sin(self.roll)
        return np.array([[c, s], [-s, c]])

    @cached_property
    def _roll_shift(self) -> Points:
        pivot = np.array([0.0, 0.62])
        shift: Points = pivot - pivot @ self._roll
        return shift

    def face(self, points: ArrayLike, lift: float = 0.0) -> Points:
        """Face-plane points [n, 2] on the turned head."""
        return self.turn(self.on_face(points, lift))

    def shell(self, points: ArrayLike, out: float = 0.0) -> Points:
        """Points (x, y) over the front of the hair's shell, on the turned head [n, 2].

        The shell is the skull grown by the hair's volume and ``out``; a point beyond its rim is
        left at the rim's depth.
        """
        p = np.asarray(points, float)
        w, top, h = self.hair_half_width + out, self.hair_top - out, 0.0
        h = -0.10 - top
        inside = 1 - (p[:, 0] / (w * 1.02)) ** 2 - (np.minimum(p[:, 1] + 0.10, 0) / (h * 1.02)) ** 2
        z = 0.50 * np.sqrt(np.clip(inside, 0.0, None)) + 0.06 + out
        return self.turn(np.column_stack([p, z]))

    @property
    def hair_half_width(self) -> float:
        return self.half_width + 0.6 * self.volume

    @property
    def hair_top(self) -> float:
        return CROWN - 0.75 * self.volume

    def to_frame(self, points: ArrayLike) -> NDArray[np.float32]:
        """Head units to frame units."""
        return (np.asarray(points, float) * self.scale + self.origin).astype(np.float32)
