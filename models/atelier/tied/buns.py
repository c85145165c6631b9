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

#: A bun of radius 1, its base below: once round from the lower left, then behind the base and
#: across its face and back, as strands are wound (rings within rings would be a bear's ear). Both
#: rounds are clockwise, or the second would cut a hole into the first; a little lopsided, as hair.
_WOUND = path([(-0.72, 0.62), (-1.02, -0.10), (-0.56, -0.84), (0.30, -0.98), (0.98, -0.32),
               (0.80, 0.66), (-0.20, 0.84), (-0.82, 0.34), (-0.10, -0.34), (0.80, -0.46),
               (0.20, 0.50)])  # fmt: skip
_BASE = path([(-1.3, 0.30), (-0.45, 0.66), (0.35, 0.52), (1.3, 0.0), (0.2, 1.8)])


def draw_buns(s: Scores, head: Head, sheet: Sheet, habit: Habit) -> None:
    """Slots ``bun.*`` and ``bun shade.*``."""
    grown, shown = s.grown("buns"), s.appears("buns")
    size = s.span("bun_size", 0.18, 0.28) * (0.6 + 0.4 * grown)
    # A single bun sits in the middle.
    single = smooth((np.abs(s.score("one_sided")) - ONE_SIDED) / 0.3 + 0.5)
    for side, name in SIDES:
        angle = side * s.span("bun_height", 1.45, 0.52) * (1 - 0.9 * single)
        at = on_dome(head, angle, out=0.62 * size, depth=-0.10)
        tilt = 0.8 * angle + 0.10 * side + head.roll
        ring = spline(_WOUND)
        here = shown * habit.tied(side)
        sheet.add(f"bun.{name}", placed(mirrored(ring, side), at, tilt, size), here, head.contour)
        shade = spline(_BASE, closed=True)
        sheet.add(f"bun shade.{name}", placed(mirrored(shade, side), at, tilt, size), here)
