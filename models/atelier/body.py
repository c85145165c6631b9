"""Neck and shoulders' skin: trapezius, collarbones, the chin's shadow."""

from __future__ import annotations

import numpy as np

from models.atelier.head import Head
from models.atelier.scores import Scores
from models.atelier.shapes import arc, path, spline, stack, vector
from models.atelier.sheet import Sheet
from models.atelier.sides import SIDES, mirrored
from models.atelier.torso import HEM, Torso, below


def draw_body(s: Scores, head: Head, sheet: Sheet) -> None:
    """All slots of the part ``body``."""
    torso = Torso.of(s, head)
    _neck(s, head, sheet, torso)
    _throat(head, sheet, torso)
    bone = s.grow("collarbone", -1.6, 1.8)
    for side, name in SIDES:
        line = below(
            torso,
            (0.045, 0.150),
            (0.12 + 0.06 * bone, 0.105),
            (0.16 + 0.22 * bone * torso.breadth, 0.100),
        )
        sheet.add(
            f"collarbone.{name}",
            arc(torso.on(mirrored(line, side))),
            s.presence("collarbone", -0.9),
        )
        arm = path([
            (0.70 * torso.breadth, torso.root + 0.36),
            (0.755 * torso.breadth, torso.root + 0.46),
            (0.775 * torso.breadth, HEM),
        ])  # fmt: skip
        sheet.add(f"arm.{name}", arc(torso.on(mirrored(arm, side))))


def _neck(s: Scores, head: Head, sheet: Sheet, torso: Torso) -> None:
    """Nineteen cubics: from the nape down the right neck and arm and up the left."""
    half = torso.neck * s.span("neck_width", 0.86, 1.0)
    # Clothes follow the torso's ridge, so the skin stays below it.
    sunk = s.span("trapezius", 0.055, 0.012)
    above = path([
        (half * 0.98, 0.34),
        (half * 0.94, torso.root - 0.26),
        (half * 1.03, torso.root - 0.13 - 0.6 * torso.trapezius),
    ])  # fmt: skip
    beside = torso.shoulder(0.335, out=-sunk)
    ridge = torso.shoulder(0.52, 0.80, 0.955, out=-0.03) - vector(0.012, 0.0)
    low = path([(1.00 * torso.breadth, torso.root + 0.44), (1.01 * torso.breadth, HEM)])
    right = stack(above, beside, ridge, low)
    ring = stack(vector(0.0, 0.25), right, mirrored(right, -1)[..., ::-1, :])
    sheet.add("neck", spline(torso.on_neck(ring), closed=True))


def _throat(head: Head, sheet: Sheet, torso: Torso) -> None:
    """The chin's cast shadow: the jaw's curve again, lower, moved and slanted by the light."""
    side, fall = head.light
    x = 0.24 * np.sin(head.yaw) + 3.0 * side
    y = head.chin * np.cos(head.pitch) - 0.22 * np.sin(head.pitch)
    deep = 0.055 + 1.35 * fall + 0.03 * head.man
    skew = 2.2 * side
    wide = torso.neck * 1.06
    shape = path([
        (x - 0.55, y - 0.42),
        (x + 0.55, y - 0.42),
        (x + wide + 0.10, y - 0.09 + skew),
        (x + 0.45 * wide, y + deep * 0.72 + skew),
        (x - 0.05 * wide, y + deep),
        (x - 0.55 * wide, y + deep * 0.60 - skew),
        (x - wide - 0.10, y - 0.09 - skew),
    ])  # fmt: skip
    sheet.add("throat", spline(head.tilt(shape), closed=True))
