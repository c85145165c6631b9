"""The hair over the skull: its silhouette, and where bangs and crown take root."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from models.atelier.head import Head
from models.atelier.scores import Values
from models.atelier.shapes import Knots, Value, path

#: Forehead's hair line at the middle, head units.
HAIR_LINE = -0.37
#: Height of the silhouette's widest place.
_WIDEST = -0.14
#: A skull is squarer than an ellipse (whose exponent is 2) above its widest place.
_SQUARE = 2.06


def silhouette(head: Head, angles: Sequence[Value], lifts: Sequence[Value]) -> Knots:
    """Points on the silhouette of the hair [N, m, 2], untilted: angles in radians from the right
    over the crown (pi / 2) to the left, ``lift`` above it in head units."""
    shift = -0.06 * np.sin(head.yaw)
    w, top = head.hair_half_width, head.hair_top
    points = []
    for angle, lift in zip(angles, lifts, strict=True):
        a, lift = np.asarray(angle, float), np.asarray(lift, float)
        c, s = np.cos(a), np.sin(a)
        r = 1 / (np.abs(c) ** _SQUARE + np.abs(s) ** _SQUARE) ** (1 / _SQUARE)
        x = (w * 1.03 * r + lift) * c
        y = _WIDEST + s * ((top - _WIDEST) * r - lift)
        points.append((x + shift, y))
    return path(points)


def whorl(head: Head, part: Values) -> tuple[Values, Values]:
    """x and y [N] where all hair starts: on the crown, a little to the parting's side."""
    return 0.45 * part, head.hair_top + 0.035


def foreshortened(head: Head, u: Value) -> Values:
    """How much of a width across the front of the head shows at u (-1 to 1 over the forehead):
    less on the far side of a turned head, more on the near one."""
    u = np.asarray(u, float)
    slope = u / np.sqrt(np.maximum(1 - u**2, 0) + 0.20)
    shown: Values = np.clip(np.cos(head.yaw) - slope * np.sin(head.yaw), 0.32, 1.2)
    return shown
