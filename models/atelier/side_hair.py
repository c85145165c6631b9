"""Side locks in front of the ears: three a side, the longest frames the face."""

from __future__ import annotations

import numpy as np

from models.atelier.legacy.head import Head
from models.atelier.legacy.scores import Scores
from models.atelier.legacy.shapes import lock
from models.atelier.legacy.sheet import Sheet


def draw_sides(s: Scores, head: Head, sheet: Sheet) -> None:
    """Slots ``side.*`` and ``side shade.*``."""
    long = s.span("side_length", 0.12, 1.10) * (1 - 0.45 * head.man)
    wide = s.span("side_width", 0.105, 0.185)
    out = s.span("side_out", -0.06, 0.10)
    wave = s.span("side_wave", 0.0, 0.045) * min(long / 0.5, 1.0)
    blunt = s.grow("side_blunt", 0.75, 0.3) * 0.8
    for side, name in ((-1, "left"), (1, "right")):
        uneven = 1 + side * 0.22 * s.signed("side_uneven")
        for k, (dx, length, breadth, back) in enumerate(
            ((-0.005, 1.0, 1.0, 0.16), (0.055, 0.74, 0.85, 0.05), (-0.075, 0.52, 0.5, 0.22)),
            start=1,
        ):
            drop = long * length * uneven
            x = head.half_width * 0.93 + dx
            flare = out * (0.7 + 0.6 * (k == 2)) + 0.02
            knots = [
                (x - 0.03, -0.42, back),
                (x + 0.035 + 0.25 * head.volume, -0.42 + (0.42 + drop) * 0.36, back + 0.02),
                (x + 0.02 + flare * 0.6 + wave, -0.42 + (0.42 + drop) * 0.70, back + 0.02),
                (x - 0.035 + flare - wave * 1.4, drop, back),
            ]
            turned = head.turn(np.array(knots) * (side, 1, 1))
            w = wide * breadth
            widths = (w * 0.75, w * 1.05, w * 0.9, w * blunt)
            sheet.add(f"side.{name}.{k}", lock(turned, widths))
            inner = turned + np.array([(-side * w * f, 0) for f in (0.0, 0.26, 0.3, 0.15)])
            narrow = [a * b for a, b in zip(widths, (0.1, 0.36, 0.45, 0.7), strict=True)]
            sheet.add(f"side shade.{name}.{k}", lock(inner, narrow))
