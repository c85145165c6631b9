"""Where things sit on the hair's dome, and how to put flat shapes there."""

from __future__ import annotations

import numpy as np

from models.atelier.head import Head
from models.atelier.scores import Values
from models.atelier.shapes import Knots, Value, path

#: Height at which the dome ends and the hair hangs straight down.
RIM = -0.10


def on_dome(head: Head, angle: Value, *, out: Value = 0.0, depth: Value = 0.0) -> Knots:
    """The point [N, 1, 2] of the dome ``angle`` radians to the right of the crown, on the turned
    head; ``out`` beyond it, ``depth`` towards the viewer. Past a quarter turn it goes on downwards
    and inwards, as the back of the head does."""
    w, high = head.hair_half_width + out, RIM - head.hair_top + out
    return head.turn(path([(w * np.sin(angle), RIM - high * np.cos(angle), depth)]))


def placed(points: Knots, at: Knots, tilt: Value, size: Value = 1.0) -> Knots:
    """Flat shapes [N, m, 2] turned clockwise by ``tilt``, scaled, and moved to ``at`` [N, 1, 2]."""
    c, s = np.cos(tilt) * size, np.sin(tilt) * size
    x, y = points[..., 0], points[..., 1]
    c, s = np.reshape(c, (-1, 1)), np.reshape(s, (-1, 1))
    return np.stack([x * c - y * s, x * s + y * c], axis=-1) + at


def dark_side(head: Head) -> Values:
    """-1 to 1: the side that lies in shadow, smoothly through 0 for light from the front."""
    side: Values = np.tanh(head.light[0] / 0.010)
    return side


def aside(knots: Knots, amount: Value) -> Knots:
    """A spine [N, m, 2] moved sideways (to its left, seen along it) by ``amount``."""
    step = np.gradient(knots, axis=-2)
    length = np.maximum(np.hypot(step[..., 0], step[..., 1]), 1e-9)[..., None]
    normal = np.stack([-step[..., 1], step[..., 0]], axis=-1) / length
    return knots + normal * amount
