"""Brows: tapered ribbons that carry the emotion."""

from __future__ import annotations

from models.atelier.head import Head
from models.atelier.scores import Scores
from models.atelier.shapes import lock, path
from models.atelier.sheet import Sheet
from models.atelier.sides import SIDES


def draw_brows(s: Scores, head: Head, sheet: Sheet) -> None:
    """Slots ``brow.left`` and ``brow.right``."""
    anger, arch = s.signed("brow_anger"), s.span("brow_arch", 0.0, 0.042)
    weight = s.span("brow_weight", 0.012, 0.033) * (1 + 0.5 * head.man) * (1 - 0.2 * head.old)
    reach = s.span("brow_length", 0.90, 1.16) * head.eye_w
    skew = 0.024 * s.signed("brow_skew")
    taper = s.span("brow_taper", 0.0, 1.0)
    gap = 0.045 - 0.018 * anger - 0.006 * head.man
    base = head.eye_y - head.eye_h - s.span("brow_height", 0.040, 0.140) + 0.018 * head.man
    # Angry brows press down on the eyes, worried ones lift.
    base = base + 0.012 * anger
    slant = anger - 0.25 * head.eye_tilt / 0.054
    for side, name in SIDES:
        y = base + side * skew
        # From the nose to the temple; a worried brow curls up at the nose, an angry one bends.
        spine = path([
            (side * (gap + 0.006), y + 0.050 * slant + 0.006),
            (side * (head.eye_x - reach * 0.30), y + 0.020 * slant - arch * 0.70),
            (side * (head.eye_x + reach * 0.40), y - 0.026 * slant - arch),
            (side * (head.eye_x + reach * 1.08), y - 0.030 * slant + 0.012),
        ])  # fmt: skip
        widths = (
            weight * (0.10 + 0.25 * head.man + 0.45 * taper),
            weight,
            weight * (1.15 - 0.60 * taper),
            weight * 0.20 * (1 - taper),
        )
        sheet.add(f"brow.{name}", lock(head.face(spine), widths))
