"""Face contour, its shade, blush; the direction of light."""

from __future__ import annotations

import math

import numpy as np

from models.atelier.legacy.head import Head
from models.atelier.legacy.scores import Scores
from models.atelier.legacy.shapes import Chain, ellipse, join, spline, straight
from models.atelier.legacy.sheet import Sheet


def draw_face(s: Scores, head: Head, sheet: Sheet) -> None:
    """Slots ``face``, ``face shade.*``, ``blush.*`` and ``light.direction``."""
    contour = _contour(s, head)
    sheet.add("face", contour, width=head.contour)
    sheet.add("light.direction", straight((0, 0), head.light))
    size = s.span("blush_size", 0.75, 1.25)
    presence = s.presence("blush", -0.1)
    for side, name in ((-1, "left"), (1, "right")):
        sheet.add(f"face shade.{name}", _shade(head, side))
        soft = ellipse(
            side * (head.eye_x + 0.03), head.eye_y + head.eye_h + 0.075, 0.085 * size, 0.034 * size
        )
        sheet.add(f"blush.{name}", head.face(soft), presence)


def _contour(s: Scores, head: Head) -> Chain:
    """Eighteen cubics: down the right side, round the chin, up the left, over the brow."""
    half, kid, man = head.half_width, head.kid, head.man
    chin = head.chin + s.span("chin_length", -0.025, 0.025)
    cheek = s.span("cheek", -0.015, 0.022) + 0.016 * kid - 0.012 * man
    jaw = s.span("jaw", -0.025, 0.03) + 0.045 * man + 0.012 * kid
    tip = s.span("chin_width", 0.0, 0.045) + 0.035 * man
    cheek_y = head.eye_y + s.span("cheek_height", 0.20, 0.13)
    # height, half width, depth of the cross-section's centre, its half depth
    levels = [
        (-0.36, half * 0.97, 0.02, 0.43),
        (-0.12, half, 0.00, 0.44),
        (head.eye_y + 0.01, half - 0.010, 0.00, 0.405),
        (cheek_y, half - 0.022 + cheek, 0.02, 0.42),
        (cheek_y + (chin - cheek_y) * 0.48, half * 0.69 + jaw + cheek * 0.6, 0.08, 0.36),
        (chin - 0.100, 0.178 + jaw * 0.55 + tip, 0.20, 0.24),
        (chin - 0.022, 0.066 + tip, 0.29, 0.12),
    ]
    sides: dict[int, list[tuple[float, float]]] = {1: [], -1: []}
    sin, cos = math.sin(head.yaw), math.cos(head.yaw)
    for y, a, centre, depth in levels:
        for side in (1, -1):
            turned = side * sin  # > 0: this side is the far one
            silhouette = centre * sin + side * math.sqrt((a * cos) ** 2 + (depth * sin) ** 2)
            ear_line = side * a * cos + (centre * 0.6 + 0.05) * sin
            far = 1 / (1 + math.exp(-turned / 0.06))
            x = ear_line + (silhouette - ear_line) * far
            down = y * math.cos(head.pitch) - (centre + depth * 0.35) * math.sin(head.pitch)
            sides[side].append((x, down))
    bottom = (0.36 * sin, chin * math.cos(head.pitch) - 0.36 * math.sin(head.pitch))
    over = [(-0.30, -0.62), (0.0, -0.70), (0.30, -0.62)]
    return head.tilt(spline([*sides[1], bottom, *sides[-1][::-1], *over], closed=True))


def _shade(head: Head, side: int) -> Chain:
    """A crescent down one side, as wide as the light is away from it."""
    away = max(side * head.light[0] / 0.02, 0.0)
    reach = 0.11 * min(away, 1.0) - 0.02
    heights = (-0.30, 0.0, 0.22, 0.42, head.chin + 0.01)
    half = head.section(np.array(heights))[0]
    inner = [
        (side * (h - reach * (1.15 - 0.4 * abs(y))), y) for h, y in zip(half, heights, strict=True)
    ]
    outer = np.array([(side * 0.75, head.chin + 0.12), (side * 0.95, 0.2), (side * 0.9, -0.32)])
    edge = spline(head.face(inner))
    rim = spline(np.concatenate([edge[-1:], head.tilt(outer + [0.3 * math.sin(head.yaw), 0])]))
    return join(edge, rim, straight(rim[-1], edge[0]))
