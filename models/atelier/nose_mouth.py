"""Nose and mouth: less is more."""

from __future__ import annotations

import numpy as np

from models.atelier.legacy.head import Head
from models.atelier.legacy.scores import Scores
from models.atelier.legacy.shapes import ellipse, join, polygon, spline, straight
from models.atelier.legacy.sheet import Sheet


def draw_nose(s: Scores, head: Head, sheet: Sheet) -> None:
    """Slots ``nose`` and ``nose shadow``: a tick on the side away from the light."""
    y = head.eye_y + (head.chin - head.eye_y) * (0.53 - 0.04 * s.signed("nose_height"))
    long = s.span("nose_length", 0.012, 0.10) * (1 + 0.3 * head.man)
    bridge = [(-0.010, y - long), (0.004, y - long * 0.3), (0.0, y + 0.006)]
    tick = head.turn(
        head.on_face(bridge, 0.06) + np.array([[0, 0, -0.05], [0, 0, 0], [0, 0, 0.012]])
    )
    sheet.add("nose", spline(tick), 1.0, s.span("nose_weight", 0.7, 1.3))
    side = np.tanh(head.light[0] / 0.008)
    corners = [(side * 0.004, y - 0.034), (side * 0.040, y + 0.010), (side * 0.002, y + 0.016)]
    shape = head.face([*corners, corners[0]], 0.05)
    sheet.add("nose shadow", polygon(list(shape)), s.presence("nose_shadow", 0.3))


def draw_mouth(s: Scores, head: Head, sheet: Sheet) -> None:
    """All slots of the part ``mouth``."""
    man = head.man
    y = head.eye_y + (head.chin - head.eye_y) * (0.735 + 0.03 * s.signed("mouth_height"))
    half = s.span("mouth_width", 0.055, 0.118) * (1 + 0.15 * man)
    smile = s.span("smile", -0.022, 0.030)
    wide = s.grow("mouth_open", 0.25, 1.6)
    open_ = 0.135 * wide
    cat = s.grow("cat_mouth", 1.0, 0.6)
    skew = 0.018 * s.signed("mouth_skew")
    round_ = s.span("mouth_round", 0.0, 0.35) * wide
    half *= 1 - round_
    us = np.array([-1.0, -0.52, 0.0, 0.52, 1.0])
    bow = -smile * us**2 + smile * 0.35 - round_ * 0.03 * (1 - us**2)
    bow = bow + cat * np.array([-0.012, 0.016, -0.008, 0.016, -0.012])
    upper = np.column_stack([us * half + skew, y + bow])
    drop = (1 - np.abs(us[::-1]) ** 2.4) * open_
    lower = np.column_stack([us[::-1] * half + skew, y + bow[::-1] + drop])
    lip_line = spline(head.face(upper, 0.01))
    jaw_line = spline(head.face(lower, 0.01))
    mouth = join(lip_line, jaw_line)
    opened = 1 / (1 + np.exp(-(open_ - 0.012) / 0.0022))
    sheet.add("mouth", mouth, opened)
    sheet.add("lips", mouth, 1.0, 1.0)
    depth = y + float(bow[2]) + open_
    sheet.add(
        "tongue",
        head.face(ellipse(skew, depth - open_ * 0.06, half * 0.58, open_ * 0.40 + 0.002)),
        opened,
    )
    band = open_ * 0.30 * s.span("teeth", 0.0, 1.0)
    top = upper * (1, 1) + (0, -0.004)
    row = [*top, (skew + half * 0.72, y + bow[3] + band), (skew - half * 0.72, y + bow[1] + band)]
    shape = head.face(row, 0.01)
    teeth = join(
        spline(shape[:5]),
        straight(shape[4], shape[5]),
        straight(shape[5], shape[6]),
        straight(shape[6], shape[0]),
    )
    sheet.add("teeth", teeth, opened * s.presence("teeth", -0.3))
    under = depth + 0.040
    shadow = [
        (skew - half * 0.36, under - 0.003),
        (skew, under + 0.004),
        (skew + half * 0.36, under - 0.003),
    ]
    sheet.add(
        "lip shadow",
        spline(head.face(shadow, 0.01)),
        s.presence("lip_line", -0.2),
        s.span("lip_line", 0.6, 1.3),
    )
