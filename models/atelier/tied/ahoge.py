"""The ahoge: one or two thin crescents that grow out of the crown."""

from __future__ import annotations

import numpy as np

from models.atelier.head import Head
from models.atelier.scores import Scores
from models.atelier.shapes import lock, path
from models.atelier.sheet import Sheet


def draw_ahoge(s: Scores, head: Head, sheet: Sheet) -> None:
    """Slots ``ahoge.1`` (the larger) and ``ahoge.2``."""
    grown = s.grown("ahoge", over=0.8)
    lean = np.tanh(2.5 * s.score("ahoge_curl"))
    long = s.span("ahoge_length", 0.20, 0.42) * (0.5 + 0.5 * grown)
    base = head.turn(path([(0.02, head.hair_top + 0.05, 0.10)]))
    for k, (share, way, start) in enumerate(((1.0, 1.0, 1.0), (0.60, 0.72, 1.6)), start=1):
        h = long * share
        away = lean * way * h
        knots = base + path(
            [
                (-0.015 * lean * (k - 1), 0.035),
                (-0.16 * away, -0.52 * h),
                (0.30 * away, -0.98 * h),
                (1.05 * away, -0.70 * h),
            ]
        )
        widths = (0.026, 0.038 * share**0.5, 0.034 * share**0.5, 0.0)
        sheet.add(f"ahoge.{k}", lock(knots, widths), s.presence("ahoge", start))
