"""Nose: less is more; a dot, a tick, a bridge or a shadow."""

from __future__ import annotations

import numpy as np

from models.atelier.head import Head
from models.atelier.scores import Scores
from models.atelier.shapes import Chain, Value, path, polygon, spline
from models.atelier.sheet import Sheet


def draw_nose(s: Scores, head: Head, sheet: Sheet) -> None:
    """All slots of the part ``nose``: bridge and tick, base, shadow."""
    grown = head.mature + 0.6 * head.man
    y = head.eye_y + (head.chin - head.eye_y) * (0.555 - 0.035 * s.signed("nose_height"))
    y = y + 0.008 * grown
    size = s.span("nose_size", 0.7, 1.4) * (0.85 + 0.25 * grown)
    long = s.span("nose_length", 0.006, 0.112) * (0.75 + 0.55 * grown)
    # Seen from the front, a nose has little of a bridge.
    long = long * (1 - 0.36 * np.exp(-((np.sin(head.yaw) / 0.22) ** 2)))
    # The line runs down the side that faces away from the light, and, turned, down the far side.
    aside = 0.006 + 0.012 * size * head.dark_side(0.012) + 0.020 * np.tanh(head.yaw / 0.15)

    def surface(points: list[tuple[Value, Value, Value]]) -> Chain:
        """Points x, y and height above the face, on the turned head."""
        flat = path([p[:2] for p in points])
        deep = head.on_face(flat)
        deep[..., 2] += path([(p[2],) for p in points])[..., 0]
        return head.turn(deep)

    bridge = surface([
        (aside * 0.75, y - long - 0.012, 0.045 - 0.15 * long),
        (aside * 0.95, y - 0.45 * long - 0.010, 0.075),
        (aside * 0.5, y - 0.004, 0.115),
        (aside * 0.1, y + 0.008, 0.085),
    ])  # fmt: skip
    weight = s.span("nose_weight", 0.7, 1.3) * (0.85 + 0.3 * np.minimum(grown, 1.2))
    sheet.add("nose", spline(bridge), 1.0, weight)
    half = 0.023 * size
    base = surface([
        (-half, y + 0.014, 0.06), (0.1 * aside, y + 0.019, 0.085), (half, y + 0.014, 0.06),
    ])  # fmt: skip
    sheet.add("nose base", spline(base), s.presence("nose_size", 0.0), weight)
    # The side away from the light; lit from the front, what is left is the tip's underside.
    side = head.dark_side(0.008)
    under = 0.016 * size * (1 - side**2)
    large = s.span("nose_shadow", 0.75, 1.3)
    top = (side * 0.004, y - (0.040 * size + 0.35 * long) * large * side**2 - 0.004, 0.08)
    corners = surface([
        top, (side * 0.040 * size * large + under, y + 0.012, 0.05),
        (side * 0.002 - under, y + 0.019, 0.08), top,
    ])  # fmt: skip
    sheet.add("nose shadow", polygon(corners), s.presence("nose_shadow", -0.9))
