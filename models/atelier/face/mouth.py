"""Mouth: one line, bent and opened."""

from __future__ import annotations

import numpy as np

from models.atelier.head import Head
from models.atelier.scores import Scores, Values, at_least, smooth, soft_step
from models.atelier.shapes import (
    Knots,
    column,
    ellipse,
    join,
    lerp,
    path,
    spline,
    stack,
    straight,
    vector,
)
from models.atelier.sheet import Sheet

#: How far lips stand out from the face, head units.
_LIFT = 0.01
#: Where the lines' five knots lie, corner to corner.
_U = np.array([-1.0, -0.52, 0.0, 0.52, 1.0])
#: How a cat's mouth and a wavy line leave the bow at those knots, head units downwards.
_CAT = np.array([-0.010, 0.015, -0.012, 0.015, -0.010])
_WAVE = np.array([-0.004, 0.012, -0.002, -0.012, 0.005])
#: How far the jaw line has dropped at its knots, when square (round too) and when pointed.
_INNER = np.array([0.0, 1.0, 1.0, 1.0, 0.0])
_SQUARE = np.array([0.0, 0.92, 1.0, 0.92, 0.0])
_POINTED = np.array([0.0, 0.70, 1.0, 0.70, 0.0])

#: How far the corners of a mouth at rest are raised.
_FRIENDLY = 0.0065


def draw_mouth(s: Scores, head: Head, sheet: Sheet) -> None:
    """All slots of the part ``mouth``."""
    face = head.chin - head.eye_y
    wide = s.grow("mouth_open", 0.10, 1.35)
    round_ = s.span("mouth_round", -1.0, 1.0)
    pursed = np.clip(round_, 0, 1) * (0.25 + 0.12 * wide)
    open_ = 0.222 * face * wide * (1 - 0.8 * pursed)
    y = head.eye_y + face * (0.735 + 0.025 * s.signed("mouth_height")) - 0.30 * open_
    half = s.span("mouth_width", 0.056, 0.126) * (1 + 0.18 * head.man + 0.06 * head.mature)
    # Turned away, the mouth keeps clear of the far jaw.
    sin = np.sin(head.yaw)
    # A broken line has little left: it is drawn longer.
    half = half * (1 + 0.20 * s.presence("lip_break", 0.8) * (1 - wide))
    half = (half + 0.022 * wide) * (1 - pursed) * (1 - 0.30 * sin**2)
    smile = s.span("smile", -0.032, 0.040)
    # At rest a face is friendly: the middle of the range lies on a slight smile.
    smile = (smile + _FRIENDLY * np.exp(-((smile / 0.016) ** 2))) * (half / 0.08)
    cat = s.grow("cat_mouth", 1.1, 0.7) * (1 - pursed / 0.4)
    # A cat's mouth keeps its corners up, or it would be a moustache.
    smile = lerp(smile, at_least(smile, 0.004, 0.006), cat)
    wave = s.grow("wavy", 0.9, 0.9)
    shift = 0.010 * s.signed("mouth_skew") - 0.34 * half * sin * np.abs(sin)
    smirk = 0.0075 * s.signed("smirk") * (half / 0.08) * (1 - 0.6 * wide)

    # A mouth that opens to shout or in dismay keeps less of its frown: an arch with teeth sneers.
    frown = smooth(-smile / 0.02) * wide
    smile = smile * (1 - 0.62 * frown)
    bow = smile[:, None] * (0.35 - _U**2) - smirk[:, None] * _U * np.abs(_U)
    bow = bow - ((0.12 + 0.70 * pursed) * open_)[:, None] * (1 - _U**2)
    curl = (half / 0.075)[:, None]
    plain = bow
    bow = bow + curl * (cat[:, None] * _CAT + wave[:, None] * _WAVE)
    upper = np.stack([_U * half[:, None] + shift[:, None], y[:, None] + bow], axis=-1)
    drop = lerp(_POINTED, _SQUARE, np.abs(np.tanh(1.2 * (round_ + 0.15)))[:, None])
    # The jaw's line is one round: the curls belong to the upper lip.
    lower = upper.copy()
    alone = _INNER * smooth(open_ / 0.03)[:, None]
    lower[..., 1] += alone * (plain + (0.010 * curl * cat[:, None]) - bow)
    lower[..., 1] += drop * (open_ * (1 + 0.15 * pursed))[:, None]
    lower[..., 0] += (0.06 * _U * half[:, None]) * (drop * wide[:, None])
    lower = lower[:, ::-1]

    opened = soft_step(open_, 0.014, 0.0022)
    upper_line, jaw_line = spline(head.face(upper, _LIFT)), spline(head.face(lower, _LIFT))
    sheet.add("mouth", join(upper_line, jaw_line), opened)
    whole = 1.0 - s.presence("lip_break", 0.8) * (1 - opened)
    firm = s.span("lip_line", 0.85, 1.25) * (1 - 0.2 * head.old)
    sheet.add("lips", upper_line, whole, firm)
    sheet.add("jaw line", jaw_line, opened, firm)
    _ends(s, head, sheet, upper, 1 - opened)

    depth = upper[:, 2, 1] + open_
    tongue = ellipse(shift - 0.1 * half, depth - open_ * 0.04, half * 0.62, open_ * 0.42 + 0.002)
    sheet.add("tongue", head.face(tongue), opened)
    band = open_ * 0.26 * (0.4 + 0.6 * s.span("teeth", 0.0, 1.0)) + 0.004
    # The row ends before the corners, which stay dark.
    ends = [lerp(upper[:, a : a + 1], upper[:, b : b + 1], 0.42) for a, b in ((0, 1), (4, 3))]
    row = stack(
        stack(ends[0], upper[:, 1:4], ends[1]) + vector(0.0, -0.006),
        path([(upper[:, 3, 0] + 0.25 * half, upper[:, 3, 1] + band),
              (upper[:, 1, 0] - 0.25 * half, upper[:, 1, 1] + band)]),
    )  # fmt: skip
    on = head.face(row, _LIFT)
    sides = [straight(on[:, a : a + 1], on[:, b : b + 1]) for a, b in ((4, 5), (5, 6), (6, 0))]
    teeth = join(spline(on[:, :5]), *sides)
    bare = s.presence("teeth", -0.5) * soft_step(0.28, pursed, 0.02) * soft_step(0.35, cat, 0.05)
    sheet.add("teeth", teeth, opened * bare)
    _fang(s, head, sheet, upper, wide)
    _lips(s, head, sheet, upper, lower)

    under = depth + 0.030 + 0.010 * head.mature
    shade = path([
        (shift - half * 0.34, under - 0.002), (shift, under + 0.005),
        (shift + half * 0.34, under - 0.002),
    ])  # fmt: skip
    line = spline(head.face(shade, _LIFT))
    sheet.add("lip shadow", line, s.presence("lip_line", -1.0), s.span("lip_line", 0.9, 2.2))


def _ends(s: Scores, head: Head, sheet: Sheet, upper: Knots, shut: Values) -> None:
    """The line's ends alone, when it is broken in the middle."""
    reach = column(s.span("lip_break", 1.0, 0.68))
    broken = s.presence("lip_break", 0.8) * shut
    for name, corner, middle in (("left", 0, 1), ("right", 4, 3)):
        a, b, c = (upper[:, k : k + 1] for k in (corner, middle, 2))
        end = b + (c - b) * (1.6 * reach - 0.62)
        line = stack(a, a + (b - a) * 0.55, b, end)
        sheet.add(f"lip end.{name}", head.face(line, _LIFT), broken)


def _fang(s: Scores, head: Head, sheet: Sheet, upper: Knots, wide: Values) -> None:
    out = s.grow("fang", 1.3, 0.4)
    at = upper[:, 3:4]
    size = column((0.012 + 0.007 * wide) * (0.4 + 0.6 * out))
    tip = at + size * (0.1, 2.3)
    left, right = at - size * (1, 0), at + size * (1, 0)
    fang = join(straight(left, tip), straight(tip, right))
    sheet.add("fang", head.face(fang, _LIFT), s.appears("fang"))


def _lips(s: Scores, head: Head, sheet: Sheet, upper: Knots, lower: Knots) -> None:
    """Painted lips round the line, an upper one with its bow and a fuller lower one."""
    full = column(s.span("lip_tint", 0.2, 1.0) * (1 - 0.4 * head.old))
    above = upper + full * (np.array([0, -0.011, -0.008, -0.011, 0])[:, None] * (0, 1))
    below = lower + full * (np.array([0, 0.015, 0.021, 0.015, 0])[:, None] * (0, 1))
    shape = join(spline(head.face(above, _LIFT)), spline(head.face(below, _LIFT)))
    woman = soft_step(0.35, head.man, 0.04)
    sheet.add("lip tint", shape, s.appears("lip_tint") * woman)
