"""Glasses, animal ears, ribbon and hairpins."""

from __future__ import annotations

import numpy as np

from models.atelier.legacy.head import Head
from models.atelier.legacy.scores import Scores
from models.atelier.legacy.shapes import ellipse, spline
from models.atelier.legacy.sheet import Sheet


def draw_extras(s: Scores, head: Head, sheet: Sheet) -> None:
    """All slots of the part ``extras``."""
    _glasses(s, head, sheet)
    w, top = head.hair_half_width, head.hair_top
    tilt = 0.05 * s.signed("extra_tilt")
    grown = s.grow("animal_ears", 1.4, 0.25)
    high = s.span("ear_height", 0.26, 0.40) * (0.4 + 0.6 * grown)
    for side, name in ((-1, "left"), (1, "right")):
        outer = [
            (0.26 * w, top + 0.06, 0.0),
            (0.52 * w + tilt * side, top + 0.05 - high * 0.62, 0.0),
            (0.80 * w + tilt * side, top + 0.08 - high, 0.0),
            (0.96 * w, top + 0.08 - high * 0.2, 0.0),
            (0.93 * w, top + 0.34, 0.0),
        ]
        inner = [
            (0.42 * w, top + 0.06, 0.02),
            (0.58 * w + tilt * side, top + 0.09 - high * 0.55, 0.02),
            (0.78 * w + tilt * side, top + 0.12 - high * 0.85, 0.02),
            (0.87 * w, top + 0.10 - high * 0.15, 0.02),
            (0.84 * w, top + 0.25, 0.02),
        ]
        shown = s.presence("animal_ears", 1.4)
        for slot, pts in ((f"animal ear.{name}", outer), (f"animal ear inside.{name}", inner)):
            sheet.add(slot, spline(head.turn(np.array(pts) * (side, 1, 1))), shown)
    at = head.turn(np.array([[w * 0.70, top + 0.20, 0.15]]))[0]
    shown = s.presence("hair_ribbon", 1.0)
    for k, (dx, dy) in enumerate(((0.19, -0.15), (-0.10, -0.21)), start=1):
        wing = at + np.array(
            [
                (0, 0),
                (dx * 0.6 - dy * 0.4, dy * 0.9 + dx * 0.2),
                (dx * 1.1, dy * 1.05),
                (dx * 1.15 + dy * 0.1, dy * 0.45),
                (dx * 0.7, dy * 0.05),
            ]
        )
        sheet.add(f"ribbon.{k}", spline(wing, closed=True), shown)
    sheet.add("ribbon knot", ellipse(at[0], at[1], 0.040, 0.045), shown)
    for k in (1, 2):
        p = head.shell(np.array([[-w * 0.66, -0.30 + 0.065 * k]]), 0.03)[0]
        sheet.add(
            f"hairpin.{k}",
            ellipse(p[0], p[1], 0.085, 0.016, -0.55 + 0.12 * k),
            s.presence("hairpin", 1.0),
        )


def _glasses(s: Scores, head: Head, sheet: Sheet) -> None:
    shown = s.presence("glasses", 1.2)
    y, rx = head.eye_y + 0.015, head.eye_w * 1.22
    ry = max(head.eye_h * 1.12, 0.105)
    for side, name in ((-1, "left"), (1, "right")):
        sheet.add(f"glasses.{name}", head.face(ellipse(side * head.eye_x, y, rx, ry), 0.05), shown)
        arm = [
            (side * (head.eye_x + rx), y - 0.03),
            (side * (head.half_width * 0.9), y - 0.045),
            (side * head.half_width * 0.99, y - 0.03),
        ]
        sheet.add(f"temple.{name}", spline(head.face(arm, 0.03)), shown)
    bridge = [(-head.eye_x + rx, y - 0.015), (0.0, y - 0.045), (head.eye_x - rx, y - 0.015)]
    sheet.add("bridge", spline(head.face(bridge, 0.06)), shown)
