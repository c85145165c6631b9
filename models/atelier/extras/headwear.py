"""Alice band, headphones, and the hat."""

from __future__ import annotations

import numpy as np

from models.atelier.extras.hat import draw_hat
from models.atelier.head import RIM, Head
from models.atelier.scores import Scores, Values
from models.atelier.shapes import KAPPA, Chain, Value, ellipse, join, lerp, path, spline, straight
from models.atelier.sheet import Sheet
from models.atelier.sides import SIDES


def draw_headwear(s: Scores, head: Head, sheet: Sheet) -> None:
    """Slots ``band`` (of headphones too), ``cup.*``, and the hat's."""
    _band(s, head, sheet)
    _cups(s, head, sheet)
    draw_hat(s, head, sheet)


def _band(s: Scores, head: Head, sheet: Sheet) -> None:
    """Half a ring over the crown; headphones' is narrower and stands off the hair."""
    listening = s.grown("headphones")
    shown = np.maximum(s.appears("head_band"), s.appears("headphones"))
    broad = lerp(s.span("band_width", 0.07, 0.15), 0.10, listening)
    back = _arch(head, lerp(-0.045, 0.055, listening), lerp(-0.02, 0.0, listening))
    front = _arch(head, lerp(-0.045 - broad, 0.05 - broad, listening), 0.14)
    sheet.add("band", join(back, straight(back[:, -1:], front[:, -1:]), front[:, ::-1]), shown)


def _arch(head: Head, out: Values, depth: Value) -> Chain:
    """Half an ellipse over the dome, ``out`` from it: two cubics from left to right."""
    w, high = (
        head.hair_half_width * 1.03 + np.minimum(out, 0) * 0.15 + np.maximum(out, 0),
        (RIM - head.hair_top + out),
    )
    foot = RIM - 0.02
    unit = [(-1, 0), (-1, KAPPA), (-KAPPA, 1), (0, 1), (KAPPA, 1), (1, KAPPA), (1, 0)]
    flat = path([(x * w, foot - y * high, depth * y) for x, y in unit])
    turned = head.turn(flat) + path([(-0.05 * np.sin(head.yaw), 0.0)])
    turned[..., 0] += _far(head, -1.0)[:, None] * np.minimum(flat[..., 0], 0) / w[:, None]
    turned[..., 0] += _far(head, 1.0)[:, None] * np.maximum(flat[..., 0], 0) / w[:, None]
    return turned


def _far(head: Head, side: float) -> Values:
    """How far a thing on this side of the head goes outwards as it turns away, to stay on the
    silhouette."""
    away = side * np.sin(head.yaw)
    return 0.11 * (away + np.sqrt(away**2 + 0.01) - 0.1)


def _cups(s: Scores, head: Head, sheet: Sheet) -> None:
    """Cups over the ears, seen edge-on from the front; the near one turns its face to us."""
    shown = s.appears("headphones")
    for side, name in SIDES:
        toward = -side * np.sin(head.yaw)
        at = head.turn(
            path([(side * (head.hair_half_width + 0.02), head.eye_y - 0.01, -0.02)])
        ) + path([(-0.05 * np.sin(head.yaw) + side * _far(head, side), 0.0)])
        rx, ry = 0.085 * (1 + 0.8 * toward - 0.1 * toward**2), 0.175
        ring = ellipse(at[:, 0, 0], at[:, 0, 1], rx, ry, head.roll)
        # The seam between cushion and shell, drawn from the ring's lower end to its upper one.
        x = at[:, 0, 0] - side * rx * 0.15
        seam = spline(
            path([(ring[:, 0, 0], ring[:, 0, 1]), (x, at[:, 0, 1] + ry), (x - side * 0.3 * rx,
                  at[:, 0, 1]), (x, at[:, 0, 1] - ry)])
        )  # fmt: skip
        sheet.add(f"cup.{name}", join(ring, seam), shown)
