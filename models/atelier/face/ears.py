"""Human and elf ears."""

from __future__ import annotations

import numpy as np

from models.atelier.head import Head
from models.atelier.scores import Scores, Values, smooth
from models.atelier.shapes import Knots, path, spline
from models.atelier.sheet import Sheet
from models.atelier.sides import SIDES


def draw_ears(s: Scores, head: Head, sheet: Sheet) -> None:
    """Slots ``ear.*``, ``ear shade.*`` and ``ear line.*``."""
    size = s.span("ear_size", 0.85, 1.15) * (1 + 0.12 * head.man + 0.08 * head.old)
    elf = s.grow("elf", 1.2, 0.4)
    shown = s.presence("ear_line", -0.8)
    sin, cos = np.sin(head.yaw), np.cos(head.yaw)
    for side, name in SIDES:
        # The near ear comes to the front and broadens, the far one slips behind the cheek.
        toward = -side * sin
        # An elf's far tip lies along the head, behind the cheek.
        hidden = smooth((-toward - 0.04) / 0.30)
        x = side * (head.half_width - 0.018 - 0.05 * hidden) * cos + 0.05 * sin
        wide = (1 + 0.85 * toward) * size
        long = elf * (1 + 0.60 * toward) * (1 - hidden)
        tall = elf * (1 - 0.8 * hidden)

        def placed(knots: Knots, x: Values = x, side: int = side) -> Knots:
            """Ear knots, x outwards from its root, put beside the head."""
            y = head.eye_y + 0.015 - 0.35 * head.pitch
            return head.tilt(knots * (side, 1) + path([(x, y)]))

        ring = path([
            (-0.020, -0.050 * size),
            (0.034 * wide + 0.030 * long, -0.078 * size - 0.040 * tall),
            (0.080 * wide + 0.215 * long, -0.040 * size - 0.130 * tall),
            (0.078 * wide + 0.040 * long, 0.046 * size + 0.005 * tall),
            (0.040 * wide, 0.140 * size),
            (-0.030, 0.160 * size),
        ])  # fmt: skip
        sheet.add(f"ear.{name}", placed(spline(ring, closed=True)))
        hollow = path([
            (0.010 * wide, -0.018 * size),
            (0.052 * wide + 0.095 * long, -0.026 * size - 0.062 * tall),
            (0.054 * wide + 0.026 * long, 0.040 * size),
            (0.020 * wide, 0.094 * size),
        ])  # fmt: skip
        sheet.add(f"ear shade.{name}", placed(spline(hollow, closed=True)), shown)
        rim = path([
            (0.006 * wide, -0.030 * size),
            (0.056 * wide + 0.105 * long, -0.038 * size - 0.074 * tall),
            (0.060 * wide + 0.030 * long, 0.042 * size),
            (0.034 * wide, 0.078 * size),
        ])  # fmt: skip
        sheet.add(f"ear line.{name}", placed(spline(rim)), shown)
