"""Clothes: a garment with shirt collar and tie, sailor collar, or hood."""

from __future__ import annotations

import numpy as np

from models.atelier.body import NECK_ROOT
from models.atelier.legacy.head import Head
from models.atelier.legacy.scores import Scores
from models.atelier.legacy.shapes import ellipse, join, polygon, spline, straight
from models.atelier.legacy.sheet import Sheet


def draw_clothes(s: Scores, head: Head, sheet: Sheet) -> None:
    """All slots of the part ``clothes``."""
    neck = 0.172 + 0.08 * head.man - 0.012 * head.kid
    shoulder = 0.80 + 0.17 * head.man - 0.12 * head.kid
    root = NECK_ROOT - 0.05 * head.kid
    turn = 0.03 * head.shoulder_turn
    deep = root + s.span("neckline", 0.20, 0.52)
    _garment(sheet, head, neck, shoulder, root, deep, turn)
    size = s.span("collar_size", 0.85, 1.2)
    for k, (x, y, dx, dy) in enumerate(
        (
            (-0.62, 1.35, 0.10, -0.2),
            (0.62, 1.35, -0.10, -0.2),
            (-0.3, 1.42, -0.06, -0.18),
            (0.34, 1.42, 0.05, -0.16),
        ),
        start=1,
    ):
        sheet.add(
            f"fold.{k}",
            spline([(x * shoulder / 0.8, y + 0.1), (x * shoulder / 0.8 + dx, y + dy)]),
            s.presence("folds", -0.4),
        )
    shirt, sailor, hood = (
        s.presence("shirt", 0.0),
        s.presence("sailor", 0.7),
        s.presence("hood", 0.8),
    )
    sailor, shirt = sailor, shirt * (1 - sailor)
    hood = hood * (1 - sailor) * (1 - shirt)
    _collars(sheet, neck, root, deep, size, turn, shirt, sailor)
    _hood(sheet, neck, root, shoulder, hood, deep)
    _tie(s, sheet, deep, turn, max(shirt, sailor))


def _garment(
    sheet: Sheet, head: Head, neck: float, shoulder: float, root: float, deep: float, turn: float
) -> None:
    base = 1.75
    left = [
        (-shoulder * 1.22, base),
        (-shoulder * 1.10, root + 0.44),
        (-shoulder * 0.93, root + 0.20),
        (-neck * 2.35, root + 0.095),
        (-neck * 1.38, root + 0.005),
    ]
    right = [(-x, y) for x, y in left[::-1]]
    # Thirteen cubics: right shoulder down, hem, left shoulder up, neckline in three.
    line = spline(
        [
            left[-1],
            (-neck * 0.72 + turn, root + (deep - root) * 0.62),
            (turn, deep),
            (neck * 0.72 + turn, root + (deep - root) * 0.62),
            right[0],
        ]
    )
    chain = join(spline(right), straight(right[-1], left[0]), spline(left), line)
    sheet.add("garment", chain, width=head.contour)
    for side, name in ((-1, "left"), (1, "right")):
        reach = 0.40 * min(max(side * head.light[0] / 0.02, 0.0), 1.0)
        x = shoulder * (1.02 - reach)
        ring = [
            (x, root + 0.08),
            (x + 0.08, 1.3),
            (x - 0.02, 1.8),
            (1.9, 1.8),
            (1.8, 1.2),
            (1.4, root - 0.1),
        ]
        sheet.add(f"garment shade.{name}", spline(np.array(ring) * (side, 1), closed=True))


def _collars(
    sheet: Sheet,
    neck: float,
    root: float,
    deep: float,
    size: float,
    turn: float,
    shirt: float,
    sailor: float,
) -> None:
    for side, name in ((-1, "left"), (1, "right")):
        flap = [
            (side * neck * 1.12, root - 0.06),
            (side * neck * 1.62, root + 0.03),
            (side * neck * 1.55 * size, root + 0.24 * size),
            (side * 0.13 + turn, root + (deep - root) * 0.75 + 0.14 * size),
            (turn * 1.0, deep - 0.02),
            (side * neck * 1.12, root - 0.06),
        ]
        chain = join(
            spline(flap[:3]),
            straight(flap[2], flap[3]),
            straight(flap[3], flap[4]),
            spline([flap[4], flap[5]]),
        )
        sheet.add(f"collar.{name}", chain, shirt)
        shade = np.array(flap) * (1, 1) + (0, -0.05)
        shade[1:3, 0] *= 0.82
        sheet.add(f"collar shade.{name}", polygon(list(shade)), shirt)
        wide = [
            (side * neck * 1.15, root - 0.03),
            (side * neck * 2.4, root + 0.08),
            (side * neck * 3.35 * size, root + 0.26),
            (side * neck * 2.5 * size, root + 0.47 * size),
            (turn + side * 0.02, deep + 0.05),
            (turn, deep - 0.01),
            (side * neck * 1.15, root - 0.03),
        ]
        cape = join(
            spline(wide[:3]),
            straight(wide[2], wide[3]),
            straight(wide[3], wide[4]),
            straight(wide[4], wide[5]),
            spline([wide[5], wide[6]]),
        )
        sheet.add(f"sailor.{name}", cape, sailor)
        inset = np.array([wide[1], wide[2], wide[3], wide[4]]) * (0.93, 1) + (0, -0.035)
        sheet.add(f"sailor stripe.{name}", polygon(list(inset)), sailor)


def _hood(
    sheet: Sheet, neck: float, root: float, shoulder: float, hood: float, deep: float
) -> None:
    ring = [
        (-neck * 1.5, root + 0.30),
        (-neck * 3.0, root + 0.20),
        (-neck * 2.9, root + 0.02),
        (-neck * 1.7, root - 0.13),
        (neck * 1.7, root - 0.13),
        (neck * 2.9, root + 0.02),
        (neck * 3.0, root + 0.20),
        (neck * 1.5, root + 0.30),
    ]
    sheet.add("hood", spline(ring, closed=True), hood)
    for side, name in ((-1, "left"), (1, "right")):
        line = [
            (side * neck * 0.62, root + (deep - root) * 0.75),
            (side * neck * 0.70, deep + 0.12),
            (side * neck * 0.60, deep + 0.34),
        ]
        sheet.add(f"string.{name}", spline(line), hood)


def _tie(s: Scores, sheet: Sheet, deep: float, turn: float, collar: float) -> None:
    worn = collar * s.presence("tie", -0.6)
    long = s.presence("tie", 0.35)
    y = deep - 0.03
    tie = [
        (turn - 0.045, y + 0.05),
        (turn - 0.095, y + 0.46),
        (turn, y + 0.60),
        (turn + 0.095, y + 0.46),
        (turn + 0.045, y + 0.05),
        (turn, y + 0.03),
        (turn - 0.045, y + 0.05),
    ]
    sheet.add("tie", polygon(tie), worn * long)
    for side, name in ((-1, "left"), (1, "right")):
        wing = [
            (turn, y + 0.04),
            (turn + side * 0.16, y - 0.06),
            (turn + side * 0.24, y + 0.05),
            (turn + side * 0.15, y + 0.15),
        ]
        sheet.add(f"bow.{name}", spline(wing, closed=True), worn * (1 - long))
    sheet.add("knot", ellipse(turn, y + 0.045, 0.052, 0.058), worn)
