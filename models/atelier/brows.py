"""Brows: tapered ribbons that carry the emotion."""

from __future__ import annotations

from models.atelier.legacy.head import Head
from models.atelier.legacy.scores import Scores
from models.atelier.legacy.shapes import lock
from models.atelier.legacy.sheet import Sheet


def draw_brows(s: Scores, head: Head, sheet: Sheet) -> None:
    """Slots ``brow.left`` and ``brow.right``."""
    anger, arch = s.signed("brow_anger"), s.span("brow_arch", 0.008, 0.045)
    weight = s.span("brow_weight", 0.016, 0.030) * (1 + 0.75 * head.man)
    reach = s.span("brow_length", 0.85, 1.15) * head.eye_w
    skew = 0.022 * s.signed("brow_skew")
    base = head.eye_y - head.eye_h - s.span("brow_height", 0.055, 0.135) + 0.035 * head.man
    for side, name in ((-1, "left"), (1, "right")):
        y = base + side * skew
        spine = [
            (side * (head.eye_x - reach * 0.95), y + 0.048 * anger),
            (side * (head.eye_x - reach * 0.25), y + 0.016 * anger - arch * 0.75),
            (side * (head.eye_x + reach * 0.45), y - 0.018 * anger - arch),
            (side * (head.eye_x + reach * 1.10), y - 0.034 * anger + 0.012),
        ]
        shape = lock(head.face(spine), (weight * 0.65, weight, weight * 0.8, weight * 0.1))
        sheet.add(f"brow.{name}", shape)
