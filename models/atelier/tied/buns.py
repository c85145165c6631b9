"""Buns: two at the sides or one on top, wound round themselves, their base in shadow."""

from __future__ import annotations

import numpy as np

from models.atelier.dome import on_dome
from models.atelier.head import Head
from models.atelier.scores import Scores, smooth
from models.atelier.shapes import column, path, placed, spline
from models.atelier.sheet import Sheet
from models.atelier.sides import SIDES, mirrored
from models.atelier.tied.habit import ONE_SIDED, Habit

#: A bun of radius 1, its base below: once round from the upper left, where the rope of hair laps
#: over itself, then on across its face down to the base, and from there up once more (rings or a
#: spiral would be a bear's ear). All rounds are clockwise, or the second would cut a hole into the
#: first; a little lopsided, as hair.
_WOUND = path([(-0.62, -0.68), (-0.02, -1.00), (0.98, -0.28), (0.72, 0.74), (-0.68, 0.74),
               (-1.03, -0.06), (-0.64, -0.76), (0.14, -0.54), (0.48, 0.08), (0.16, 1.00),
               (-0.42, -0.16)])  # fmt: skip
#: Its dark foot: the edge of the shade from the left to the right, where light falls straight on
#: it, and how far that moves where the right is the dark side.
_FOOT = path([(-1.3, -0.20), (-0.45, 0.46), (0.45, 0.46), (1.3, -0.20), (0.0, 2.0)])
_DARKER = path([(0.10, 0.50), (-0.10, 0.20), (0.05, -0.35), (0.05, -0.75), (0.3, 0.0)])


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
        # A single one laps at its side: at the top it would be a heart's notch.
        lap = tilt - 0.75 * side * single
        sheet.add(f"bun.{name}", placed(mirrored(ring, side), at, lap, size), here, head.contour)
        shade = spline(_FOOT + column(head.dark_side(0.012)) * _DARKER, closed=True)
        sheet.add(f"bun shade.{name}", placed(shade, at, tilt, size), here)
