"""Neck, shoulders' skin, collarbones."""

from __future__ import annotations

import math

import numpy as np

from models.atelier.legacy.head import Head
from models.atelier.legacy.scores import Scores
from models.atelier.legacy.shapes import spline
from models.atelier.legacy.sheet import Sheet

#: Height of the neck's root in head units; clothes start from here.
NECK_ROOT = 0.89


def draw_body(s: Scores, head: Head, sheet: Sheet) -> None:
    """All slots of the part ``body``."""
    half = s.span("neck_width", 0.155, 0.19) + 0.08 * head.man - 0.012 * head.kid
    root = NECK_ROOT + s.span("neck_length", -0.03, 0.05) - 0.05 * head.kid
    lean = 0.10 * math.sin(head.yaw)
    wide = s.span("shoulder_width", 2.2, 2.4)
    drop = s.span("shoulder_slope", 0.035, 0.065)
    right = [
        (half * 0.94, 0.35),
        (half * 0.92, 0.62),
        (half * 0.98, root - 0.10),
        (half * 1.45, root + drop),
        (half * wide, root + 4 * drop),
    ]
    left = [(-x, y) for x, y in reversed(right)]
    ring = np.array([(0.0, 0.25), *right, (0.0, 1.62), *left])
    ring[:, 0] += lean * np.clip((root + 0.1 - ring[:, 1]) / 0.7, 0, 1)
    sheet.add("neck", spline(ring, closed=True))
    dip = root + 0.16
    throat = [
        (lean - half * 0.5, 0.45),
        (lean + half * 0.4, 0.45),
        (lean * 0.4 + half * 0.12, dip - 0.05),
        (lean * 0.4 - half * 0.16, dip - 0.09),
    ]
    # Absent for now; the slot keeps the place of the throat's shade in the topology.
    sheet.add("throat", spline(throat, closed=True), 0.0)
    for side, name in ((-1, "left"), (1, "right")):
        bone = [
            (side * half * 0.28, dip),
            (side * half * 0.95, dip - 0.055),
            (side * half * 1.7, dip - 0.075),
        ]
        sheet.add(f"collarbone.{name}", spline(bone), s.presence("collarbone", -0.8))
