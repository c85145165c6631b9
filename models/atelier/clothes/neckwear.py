"""What is tied in front: a bow with tails (a sailor's scarf), or a tie."""

from __future__ import annotations

import numpy as np

from models.atelier.clothes.outfit import Outfit
from models.atelier.shapes import column, ellipse, lerp, path, polygon, spline
from models.atelier.sides import SIDES, mirrored


def draw_neckwear(o: Outfit) -> None:
    """Slots ``tie``, ``bow.*``, ``bow tail.*``, ``knot``."""
    torso, s, sheet = o.torso, o.s, o.sheet
    sailor = o.worn("sailor")
    worn = o.worn("shirt", "blazer", "sailor") * s.presence("tie", -0.7)
    tied = s.presence("tie", 0.35) * (1 - sailor)
    y = torso.root + lerp(0.185, o.depth + 0.02, sailor)
    middle = torso.on(path([(0.0, y)]), lift=0.03)
    size = s.span("neck_bow", 0.80, 1.35)

    tie = path([(-0.040, 0.045), (-0.085, 0.40), (-0.095, 0.62), (0.0, 0.72), (0.095, 0.62),
                (0.040, 0.045), (-0.040, 0.045)])  # fmt: skip
    sheet.add("tie", polygon(middle + tie), worn * tied)
    for side, name in SIDES:
        # A soft bow under a collar; a sailor's scarf hangs.
        bow = path([(0.0, 0.0), (0.15, -0.085), (0.225, 0.01), (0.13, 0.085)])
        scarf = path([(0.0, 0.0), (0.11, -0.055), (0.195, 0.07), (0.09, 0.10)])
        wing = mirrored(lerp(bow, scarf, column(sailor)), side) * column(size)
        sheet.add(f"bow.{name}", spline(middle + wing, closed=True), worn * (1 - tied))
        tail = mirrored(
            path([
                (0.005, 0.02),
                (0.115 * size, lerp(0.20, 0.33, sailor) * size),
                (0.035 * size, lerp(0.235, 0.37, sailor) * size),
                (0.005, 0.02),
            ]),
            side,
        )  # fmt: skip
        sheet.add(f"bow tail.{name}", polygon(middle + tail), worn * (1 - tied))
    # A bow's knot is round, a tie's a wedge.
    ball = ellipse(0.0, 0.008, 0.046, 0.056, -np.pi / 4)
    wedge = polygon(
        path([(0.058, -0.045), (0.036, 0.062), (-0.036, 0.062), (-0.058, -0.045), (0.058, -0.045)])
    )
    sheet.add("knot", middle + lerp(ball, wedge, column(tied)), worn)
