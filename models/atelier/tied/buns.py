"""Buns: two at the sides or one on top, wound round themselves, their base in shadow."""

from __future__ import annotations

import numpy as np

from models.atelier.dome import on_dome
from models.atelier.head import Head
from models.atelier.scores import Scores, smooth
from models.atelier.shapes import path, placed, spline
from models.atelier.sheet import Sheet
from models.atelier.sides import SIDES, mirrored
from models.atelier.tied.habit import ONE_SIDED, Habit

#: A bun of radius 1, its base below: once round from the upper left, then on inwards, as the
#: strand is wound; a little lopsided, as hair is.
_WOUND = path([(-0.80, -0.62), (0.20, -1.02), (1.02, -0.20), (0.66, 0.78), (-0.62, 0.78),
               (-1.04, 0.02), (-0.84, -0.56), (-0.16, -0.74), (0.54, -0.26), (0.24, 0.30),
               (-0.26, 0.06)])  # fmt: skip
_BASE = path([(-1.2, 0.42), (0.0, 0.62), (0.66, -0.10), (1.3, -0.6), (0.4, 1.7)])


def draw_buns(s: Scores, head: Head, sheet: Sheet, habit: Habit) -> None:
    """Slots ``bun.*`` and ``bun shade.*``."""
    grown, shown = s.grown("buns"), s.appears("buns")
    size = s.span("bun_size", 0.165, 0.27) * (0.6 + 0.4 * grown)
    # A single bun sits in the middle.
    single = smooth((np.abs(s.score("one_sided")) - ONE_SIDED) / 0.3 + 0.5)
    for side, name in SIDES:
        angle = side * s.span("bun_height", 1.45, 0.52) * (1 - 0.9 * single)
        at = on_dome(head, angle, out=0.55 * size, depth=-0.12)
        tilt = 0.8 * angle + 0.10 * side + head.roll
        ring = spline(_WOUND)
        here = shown * habit.tied(side)
        sheet.add(f"bun.{name}", placed(mirrored(ring, side), at, tilt, size), here, head.contour)
        shade = spline(_BASE, closed=True)
        sheet.add(f"bun shade.{name}", placed(mirrored(shade, side), at, tilt, size), here)
