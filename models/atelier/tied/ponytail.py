"""The ponytail: tight at a tie behind the crown or the nape, seen where the head turns from."""

from __future__ import annotations

import numpy as np

from models.atelier.head import Head
from models.atelier.scores import Scores
from models.atelier.shapes import aside, column, ellipse, lerp, lock, path
from models.atelier.sheet import Sheet
from models.atelier.tied.habit import Habit
from models.atelier.tied.twin_tails import CLUMPS, SWELL


def draw_ponytail(s: Scores, head: Head, sheet: Sheet, habit: Habit) -> None:
    """Slots ``ponytail.*``, ``ponytail shade``, ``ponytail tie``."""
    grown, shown = s.grown("ponytail"), s.appears("ponytail")
    # -1 to 1: the side it shows on.
    turn = np.sin(head.yaw)
    chosen = 9.0 * s.signed("pony_side") * np.exp(-((turn / 0.18) ** 2))
    side = np.tanh(chosen - 11.0 * turn)
    low = s.span("pony_height", 1.0, 0.0)
    base_y = lerp(head.hair_top, 0.16, low)
    base = head.turn(path([(0.20 * side * (1 - 0.3 * low), base_y, -0.30)]))
    length = (0.55 + 0.62 * habit.length) * (0.3 + 0.7 * grown)
    wide = 0.46 * habit.full * (0.7 + 0.3 * np.minimum(length, 1.0))
    beside = head.hair_half_width - 0.12  # how far the tail must go to be seen beside the head
    # Straight behind the head it hangs straight down: an arch over itself would fold.
    arch = lerp(0.19, -0.05, low) * side**2
    wave = habit.wave
    for k, (share, fan, broad) in enumerate(CLUMPS, start=1):
        fall = length * share
        out = [
            0.0,
            lerp(0.22, 0.34, low) + 0.2 * fan,
            lerp(0.90, 0.82, low) * beside + 0.30 * habit.swing + 0.5 * fan,
            beside + 0.10 + 0.45 * habit.swing + 0.9 * fan + wave,
            beside + 0.06 + 0.62 * habit.swing + 1.3 * fan - wave + habit.curl,
        ]
        down = [0.0, -arch, 0.14 * fall - 0.6 * arch, 0.55 * fall, fall]
        knots = base + path([(side * x, y) for x, y in zip(out, down, strict=True)])
        widths = [wide * broad * f for f in SWELL]
        if k == 2:
            shade = aside(knots[:, 1:], column(0.28 * wide * side))[:, [0, 2, 3]]
            sheet.add("ponytail shade", lock(shade, [0.10 * wide, 0.46 * wide, 0.0]), shown)
        sheet.add(f"ponytail.{k}", lock(knots, widths), shown, head.contour)
    x, y = base[:, 0, 0], base[:, 0, 1] - 0.01
    ring = ellipse(x + 0.03 * side, y, 0.075, 0.048, 0.5 * side)
    sheet.add("ponytail tie", ring, shown)
