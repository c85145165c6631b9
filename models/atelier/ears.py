"""Human and elf ears."""

from __future__ import annotations

import math

import numpy as np

from models.atelier.legacy.head import Head
from models.atelier.legacy.scores import Scores
from models.atelier.legacy.shapes import spline
from models.atelier.legacy.sheet import Sheet


def draw_ears(s: Scores, head: Head, sheet: Sheet) -> None:
    """Slots ``ear.*`` and ``ear line.*``."""
    size = s.span("ear_size", 0.85, 1.15)
    elf = s.grow("elf", 1.35, 0.3)
    sin, cos = math.sin(head.yaw), math.cos(head.yaw)
    for side, name in ((-1, "left"), (1, "right")):
        # The near ear comes to the front and broadens, the far one slips behind the cheek.
        toward = -side * sin
        x = side * (head.half_width - 0.015) * cos + 0.04 * sin
        wide = (1 + 0.9 * toward) * size
        y = head.eye_y + 0.02
        tip = np.array([0.085 * wide + 0.20 * elf * (1 + 0.3 * toward), -0.055 - 0.10 * elf])
        ring = np.array(
            [
                (-0.02, -0.06),
                tip,
                (0.085 * wide + 0.04 * elf, 0.045),
                (0.052 * wide, 0.135),
                (-0.03, 0.165),
            ]
        )
        sheet.add(f"ear.{name}", head.tilt(spline(ring * (side, size) + (x, y), closed=True)))
        line = np.array(
            [
                (0.02, -0.015),
                (0.056 * wide + 0.07 * elf, -0.012 - 0.04 * elf),
                (0.036 * wide, 0.075),
            ]
        )
        sheet.add(
            f"ear line.{name}",
            head.tilt(spline(line * (side, size) + (x, y))),
            s.presence("ear_line", -0.6),
        )
