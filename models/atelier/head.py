"""The head's frame: proportions that all parts share, and the turn in 2.5-D.

Head units: a frontal head is 1 wide from temple to temple; x runs right, y down, z to the viewer.
The origin lies between the eyes' height and the ears; chin near y = 0.64, skull's crown near
y = -0.68 (ART: eye line at half the skull's height).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray

from models.atelier.scores import Scores, Values, at_least, smooth
from models.atelier.shapes import Knots, column

CROWN = -0.68
#: Height at which the hair's dome ends and hair hangs straight down.
RIM = -0.10


@dataclass(frozen=True)
class Head:
    """Pose and proportions of N heads, each an array [N]. Angles in radians, lengths in head
    units unless said otherwise.

    ``kid``, ``man``, ``mature`` and ``old`` run from 0 to about 1: how childlike, how masculine,
    how far grown up, how far grown old.
    ``scale`` is the frame's share that one head unit takes, ``origin`` where the head's origin
    lies in the frame. ``half_width`` is that of the face at the temples, ``chin`` the chin's
    height. An eye's middle lies at ``eye_x`` either side and ``eye_y``, half of it measures
    ``eye_w`` by ``eye_h``, its outer corner is ``eye_tilt`` above its middle. ``volume`` is how
    thick hair lies on the skull, ``light`` the offset of cast shadows (right, down). ``ink``
    multiplies all pen widths, ``contour`` those of outlines on top. ``shoulder_turn`` runs from -1
    (left) to 1.
    """

    yaw: Values
    pitch: Values
    roll: Values
    scale: Values
    origin: tuple[Values, float]
    half_width: Values
    chin: Values
    kid: Values
    man: Values
    mature: Values
    old: Values
    eye_y: Values
    eye_x: Values
    eye_w: Values
    eye_h: Values
    eye_tilt: Values
    volume: Values
    light: tuple[Values, Values]
    ink: Values
    contour: Values
    shoulder_turn: Values

    @classmethod
    def of(cls, s: Scores) -> Head:
        """The heads of N portraits, from their layout scores."""
        kid = _above_zero(s.span("age", 0.9, -0.25))
        man = _above_zero(s.span("masculine", -0.45, 1.05))
        mature = smooth((s.score("age") + 0.3) / 1.9)
        old = smooth((s.score("age") - 1.2) / 1.2)
        half_width = s.span("face_width", 0.452, 0.516) + 0.014 * kid - 0.006 * mature - 0.013 * man
        eye_w = s.span("eye_width", 0.106, 0.154) + 0.008 * kid - 0.003 * man - 0.004 * mature
        # A wide face wants wide eyes: small ones would be lost in it.
        eye_w = eye_w + 0.25 * (half_width - 0.475)
        eye_h = s.span("eye_height", 0.089, 0.167) + 0.014 * kid
        eye_h = eye_h - 0.016 * man - 0.018 * mature - 0.018 * old
        return cls(
            yaw=np.radians(35) * s.signed("yaw"),
            pitch=np.radians(11) * s.signed("pitch"),
            roll=np.radians(9) * s.signed("roll"),
            scale=s.span("head_size", 0.350, 0.412) - 0.008 * kid + 0.006 * man,
            origin=(0.5 + 0.035 * s.signed("head_shift") - 0.02 * s.signed("yaw"), 0.475),
            half_width=half_width,
            chin=s.span("face_length", 0.570, 0.650)
            - 0.070 * kid
            + 0.026 * man
            + 0.018 * mature
            + 0.012 * old,
            kid=kid,
            man=man,
            mature=mature,
            old=old,
            eye_y=s.span("eye_line", 0.02, 0.065) + 0.045 * kid - 0.016 * man - 0.010 * mature,
            eye_x=s.span("eye_spacing", 0.177, 0.205) + 0.34 * eye_w,
            eye_w=eye_w,
            # However old or manly, an eye is never a slit.
            eye_h=at_least(eye_h, 0.070, 0.010),
            eye_tilt=0.054 * s.signed("eye_tilt") + 0.003 + 0.008 * man - 0.020 * old,
            volume=s.span("hair_volume", 0.07, 0.19),
            light=(0.028 * s.signed("light_side"), s.span("light_height", 0.035, 0.075)),
            ink=s.span("ink_weight", 0.75, 1.25),
            contour=s.span("ink_contrast", 0.9, 1.4),
            shoulder_turn=s.signed("shoulder_turn"),
        )

    # ---- the head's surface

    def section(self, y: ArrayLike) -> tuple[Values, Values, Values]:
        """Half width, centre depth and half depth of the head's cross-section at heights y
        [N, m] (or [m])."""
        u = (np.asarray(y, float) - 0.05) / np.maximum(self.chin - 0.05, 0.3)[:, None]
        low = np.clip(u, 0, 1)
        half = self.half_width[:, None] * (1 - 0.42 * low**2.2)
        return half, 0.09 * low**1.5 - 0.03, 0.39 - 0.10 * low**2

    def on_face(self, points: Knots, lift: float = 0.0) -> Knots:
        """Face-plane points [N, m, 2] put on the head's surface, ``lift`` above it: [N, m, 3]."""
        x, y = points[..., 0], points[..., 1]
        half, centre, depth = self.section(y)
        inside = np.clip(1 - (x / (half * 1.07)) ** 2, 0.02, None)
        z = centre + depth * np.sqrt(inside) + lift
        return np.stack(np.broadcast_arrays(x, y, z), axis=-1)

    def turn(self, points: Knots) -> Knots:
        """Points in the head's space [N, m, 3], turned by yaw, pitch and roll: [N, m, 2] head
        units on the screen."""
        return points @ self._turn + self._roll_shift

    def tilt(self, points: Knots) -> Knots:
        """Screen points [N, m, 2] rolled about the neck's root."""
        return points @ self._roll + self._roll_shift

    @cached_property
    def _turn(self) -> Knots:
        """[N, 3, 2]: yaw, then pitch, seen from the front, then roll."""
        cy, sy = np.cos(self.yaw), np.sin(self.yaw)
        cp, sp = np.cos(self.pitch), np.sin(self.pitch)
        turn = np.zeros((len(cy), 3, 2))
        turn[:, 0, 0], turn[:, 0, 1] = cy, sy * sp
        turn[:, 1, 1] = cp
        turn[:, 2, 0], turn[:, 2, 1] = sy, -cy * sp
        return turn @ self._roll

    @cached_property
    def _roll(self) -> Knots:
        c, s = np.cos(self.roll), np.sin(self.roll)
        return np.stack([np.stack([c, s], -1), np.stack([-s, c], -1)], axis=1)

    @cached_property
    def _roll_shift(self) -> Knots:
        pivot = np.array([[0.0, 0.62]])
        shift: Knots = pivot - pivot @ self._roll
        return shift

    def face(self, points: Knots, lift: float = 0.0) -> Knots:
        """Face-plane points [N, m, 2] on the turned head."""
        return self.turn(self.on_face(points, lift))

    def shell(self, points: Knots, out: float = 0.0) -> Knots:
        """Points (x, y) [N, m, 2] over the front of the hair's shell, on the turned head.

        The shell is the skull grown by the hair's volume and ``out``; a point beyond its rim is
        left at the rim's depth.
        """
        x, y = points[..., 0], points[..., 1]
        w, top = self.hair_half_width[:, None] + out, self.hair_top[:, None] - out
        height = RIM - top
        inside = 1 - (x / (w * 1.02)) ** 2 - (np.minimum(y - RIM, 0) / (height * 1.02)) ** 2
        z = 0.50 * np.sqrt(np.clip(inside, 0.0, None)) + 0.06 + out
        return self.turn(np.stack(np.broadcast_arrays(x, y, z), axis=-1))

    # ---- light

    def dark_side(self, soft: float) -> Values:
        """-1 to 1: the side that lies in shadow, smoothly through 0 for light from the front;
        ``soft`` is the offset of cast shadows (head units, at most 0.028) at which three quarters
        are reached."""
        side: Values = np.tanh(self.light[0] / soft)
        return side

    # ---- the hair's dome

    @property
    def hair_half_width(self) -> Values:
        """Half the width of skull and hair at the temples."""
        return self.half_width + 0.6 * self.volume

    @property
    def hair_top(self) -> Values:
        """Height of the hair over the crown."""
        return CROWN - 0.03 - 0.75 * self.volume

    def to_frame(self, points: Knots) -> NDArray[np.float32]:
        """Head units [N, m, 2] to frame units."""
        placed: NDArray[np.float32] = (points * column(self.scale) + self._place).astype(np.float32)
        return placed

    @cached_property
    def _place(self) -> Knots:
        x, y = self.origin
        return np.stack(np.broadcast_arrays(x, y), axis=-1)[:, None]


def _above_zero(value: Values) -> Values:
    """``value`` where it is well above 0, next to 0 below, smooth between."""
    return (value + np.sqrt(value**2 + 0.01)) / 2
