"""Face contour, its shade, and the direction of light."""

from __future__ import annotations

import numpy as np

from models.atelier.face.skin import draw_skin
from models.atelier.head import Head
from models.atelier.scores import Scores, Values, at_most, soft_step
from models.atelier.shapes import Chain, Value, even_spline, join, path, spline, stack, straight
from models.atelier.sheet import Sheet
from models.atelier.sides import SIDES


def draw_face(s: Scores, head: Head, sheet: Sheet) -> None:
    """All slots of the part ``face``."""
    sheet.add("face", _contour(s, head), width=head.contour)
    zero = path([(0.0, 0.0)])
    sheet.add("light.direction", straight(zero, path([head.light])))
    for side, name in SIDES:
        sheet.add(f"face shade.{name}", _shade(head, side))
    draw_skin(s, head, sheet)


def _contour(s: Scores, head: Head) -> Chain:
    """Eighteen cubics: down the right side, round the chin, up the left, over the brow."""
    half, kid, man, mature, old = head.half_width, head.kid, head.man, head.mature, head.old
    chin = head.chin + s.span("chin_length", -0.024, 0.024)
    cheek = s.span("cheek", -0.022, 0.022) + 0.018 * kid - 0.018 * man
    cheek = cheek - 0.006 * mature - 0.020 * old
    jaw = s.span("jaw", -0.032, 0.018) + 0.018 * man + 0.006 * kid - 0.004 * mature
    tip = s.span("chin_width", -0.020, 0.028) + 0.036 * man
    cheek_y = head.eye_y + s.span("cheek_height", 0.17, 0.10)
    drop = chin - cheek_y
    jaw, tip = jaw * drop / 0.4, tip * drop / 0.4
    # height, half width, depth of the cross-section's centre, its half depth, and what the far
    # side's profile has beyond that: a dip at the eye, a cheekbone, then one round jaw to the
    # chin, which a square jaw (its corner lies behind) hardly broadens.
    # A jaw is never as wide as the cheeks: what would be is drawn in softly.
    corner = at_most(half * 0.755 + jaw + cheek * 0.55 - 0.030 * kid, half * 0.775, 0.012)
    low = at_most(half * 0.450 - 0.046 * kid + jaw * 0.8 + 0.55 * tip, half * 0.515, 0.012)
    levels: list[tuple[Value, Value, float, float, Value]] = [
        (-0.36, half * 0.97, 0.02, 0.44, 0.0),
        (-0.12, half, 0.00, 0.46, 0.0),
        (head.eye_y + 0.005, half - 0.012, 0.00, 0.405, -0.020),
        (cheek_y, half - 0.014 + cheek, 0.035, 0.475, 0.006 - 0.5 * cheek),
        (cheek_y + drop * (0.50 + 0.10 * man + 0.04 * old), corner, 0.08, 0.37,
         -0.008 - 0.62 * jaw),
        (chin - (0.255 - 0.045 * man) * drop, low, 0.17, 0.26,
         -0.012 - 0.48 * jaw - 0.2 * tip),
        (chin - 0.029 - 0.04 * tip, 0.074 + tip, 0.285, 0.12, -0.010 - 0.55 * tip),
    ]  # fmt: skip
    sin, cos = np.sin(head.yaw), np.cos(head.yaw)
    sides: dict[int, list[tuple[Values, Values]]] = {1: [], -1: []}
    turned = (1 - np.exp(-((sin / 0.25) ** 2))) * drop / 0.4
    for y, a, centre, depth, profile in levels:
        down = y * np.cos(head.pitch) - (centre + depth * 0.35) * np.sin(head.pitch)
        silhouette = np.hypot(a * cos, depth * sin)
        for side in (1, -1):
            seen = centre * sin + side * (silhouette + profile * turned)
            ear_line = side * a * cos + (centre * 0.85 + 0.04) * sin
            far = soft_step(side * sin, 0.0, 0.06)  # 1 where this side is the far one
            sides[side].append((ear_line + (seen - ear_line) * far, down))
    bottom = (0.345 * sin, chin * np.cos(head.pitch) - 0.36 * np.sin(head.pitch))
    over = [(-0.30, -0.62), (0.0, -0.70), (0.30, -0.62)]
    knots = path([*sides[1], bottom, *sides[-1][::-1], *over])
    return head.tilt(even_spline(knots))


def _shade(head: Head, side: int) -> Chain:
    """A crescent down one side, as wide as the light is away from it: in at the temple, out over
    the cheekbone, in again below it."""
    away = (side * head.dark_side(0.012) + 1) / 2
    reach = 0.150 * away - 0.040
    heights = path([(-0.60,), (-0.05,), (0.20,), (0.40,), (head.chin + 0.01,)])[..., 0]
    half = head.section(heights)[0]
    inward = half - reach[:, None] * np.array([0.9, 1.25, 0.62, 1.25, 1.0])
    edge = spline(head.face(np.stack([side * inward, heights], axis=-1)))
    shift = 0.3 * np.sin(head.yaw)
    outer = path([
        (side * 0.75 + shift, head.chin + 0.12), (side * 0.95 + shift, 0.2),
        (side * 0.9 + shift, -0.62),
    ])  # fmt: skip
    rim = spline(stack(edge[:, -1:], head.tilt(outer)))
    return join(edge, rim, straight(rim[:, -1:], edge[:, :1]))
