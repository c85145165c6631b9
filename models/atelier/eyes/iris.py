"""Iris, pupil and highlights."""

from __future__ import annotations

import numpy as np

from models.atelier.eyes.eye import Eye
from models.atelier.scores import Values
from models.atelier.shapes import ellipse, vector

#: In the ellipse's chain the lower half comes first: right, bottom, left, top.
_LOWER = slice(0, 7)
_UPPER = slice(7, 12)


def draw_iris(eye: Eye) -> None:
    """Slots ``iris``, ``iris shade``, ``iris glow``, ``pupil`` and three highlights."""
    s, h = eye.s, eye.head
    ry = h.eye_h * (s.span("iris_size", 0.80, 1.08) - 0.04 * h.man - 0.05 * h.old)
    # As round as the eye allows: never wider than two thirds of it.
    rx = _soft_min(0.94 * ry + 0.004 * h.man, 0.74 * h.eye_w)
    x = 0.032 * s.signed("gaze_x") - 0.006 * eye.side
    # It stands on the lower lid, wherever it looks: white all round it would be a stare.
    outer, middle, inner = (eye.lower[:, k] for k in (1, 2, 3))
    slope = (outer[:, 1] - inner[:, 1]) / (outer[:, 0] - inner[:, 0])
    lid = (middle[:, 1] + slope * (eye.side * x - middle[:, 0])) / h.eye_h
    y = h.eye_h * (0.95 * lid + 0.075 * s.signed("gaze_y")) - ry * 0.96
    shown = eye.shown

    eye.add_straight_on("iris", ellipse(x, y, rx, ry), shown)

    dark = ellipse(0.0, 0.0, rx * 0.98, ry * 0.98)
    low = s.span("iris_shade", -0.42, 0.16)
    dark[:, _LOWER, 1] *= low[:, None]
    eye.add_straight_on("iris shade", dark + vector(x, y), shown)

    glow = ellipse(0.0, 0.0, rx * 0.76, ry * 0.82)
    glow[:, _UPPER, 1] *= -s.span("glow", 0.80, 0.06)[:, None]
    eye.add_straight_on("iris glow", glow + vector(x, y + 0.02 * ry), shown)

    pupil = s.span("pupil_size", 0.34, 0.56)
    slit = 1 - 0.62 * s.grow("pupil_slit", 1.6, 0.3)
    round_ = ellipse(x, y + ry * 0.02, rx * pupil * slit, ry * pupil * (1.55 - 0.5 * slit))
    eye.add_straight_on("pupil", round_, shown)

    size = s.span("highlight_size", 0.86, 1.30) * (0.4 + 0.6 * np.tanh(1.8 * eye.open))
    near = s.span("highlight_place", 1.06, 0.66)
    tall = s.span("highlight_style", -1.0, 1.0)
    wide, high = rx * size * (0.265 - 0.06 * tall), ry * size * (0.195 + 0.08 * tall)
    # It may slip under the lid a little.
    top = eye.upper[:, 3, 1] + 0.6 * high + 0.006
    at = _soft_max(y - ry * 0.52 * near, top, 0.01)
    spot = ellipse(x - rx * 0.46 * near, at, wide, high, -0.30 + 0.25 * tall)
    eye.add_straight_on("shine", spot, shown)
    small = ellipse(x + rx * 0.46 * near, y + ry * 0.42, wide * 0.42, high * 0.46, -0.4)
    eye.add_straight_on("small shine", small, shown)
    dots = s.span("highlight_dots", -0.5, 1.0)
    dot = 0.11 * np.maximum(rx, 0.02) * (0.3 + 0.7 * np.clip(dots, 0, 1))
    spark = ellipse(x - rx * 0.52, y + ry * 0.22, dot, dot * 1.1)
    eye.add_straight_on("spark", spark, shown * s.presence("highlight_dots", 0.3))


def _soft_min(a: Values, b: Values, width: float = 0.008) -> Values:
    return (a + b - np.sqrt((a - b) ** 2 + width**2)) / 2


def _soft_max(a: Values, b: Values, width: float) -> Values:
    return (a + b + np.sqrt((a - b) ** 2 + width**2)) / 2
