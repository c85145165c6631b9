"""Tied hair: ponytail, twin tails, buns; and the ahoge."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from models.atelier.legacy.head import Head
from models.atelier.legacy.scores import Scores
from models.atelier.legacy.shapes import ellipse, lock, spline
from models.atelier.legacy.sheet import Sheet

Points = NDArray[np.float64]


def draw_tied(s: Scores, head: Head, sheet: Sheet) -> None:
    """All slots of the part ``tied``."""
    swing = s.span("tail_swing", 0.02, 0.30)
    wave = s.span("tail_wave", 0.0, 0.07)
    long = s.span("tail_length", 0.55, 1.35)
    _twin_tails(s, head, sheet, long, swing, wave)
    _ponytail(s, head, sheet, long, swing, wave)
    bun = s.grow("buns", 1.3, 0.25)
    size = s.span("bun_size", 0.12, 0.19) * (0.6 + 0.4 * bun)
    for side, name in ((-1, "left"), (1, "right")):
        at = head.turn(
            np.array([[side * head.hair_half_width * 0.66, head.hair_top + 0.10, -0.06]])
        )[0]
        sheet.add(f"bun.{name}", ellipse(at[0], at[1], size, size * 0.92), s.presence("buns", 1.3))
        turn = [(-0.62, 0.15), (-0.05, -0.50), (0.50, 0.05), (0.0, 0.42)]
        swirl = at + np.array(turn) * (side * size, size)
        sheet.add(f"bun line.{name}", spline(swirl), s.presence("buns", 1.3))
    _ahoge(s, head, sheet)


def _tail(
    base: Points, out: float, drop: float, swing: float, wave: float, side: float, k: int
) -> Points:
    """Five knots of one lock of a tail: tight at the tie, swelling, then hanging."""
    spreadout = (0.0, 0.10, -0.09)[k]
    fall = drop * (1.0, 0.84, 0.72)[k]
    return np.array(
        [
            base,
            base
            + (
                side * (0.13 + 0.5 * swing + 0.3 * spreadout + out),
                0.02 + 0.10 * fall - 0.05 * swing,
            ),
            base + (side * (0.19 + 0.9 * swing + 0.8 * spreadout + out + wave), 0.36 * fall),
            base + (side * (0.19 + 1.0 * swing + 1.2 * spreadout + out - wave), 0.70 * fall),
            base + (side * (0.12 + 0.95 * swing + 1.5 * spreadout + out + wave * 0.6), fall),
        ]
    )


def _twin_tails(
    s: Scores, head: Head, sheet: Sheet, long: float, swing: float, wave: float
) -> None:
    grown = s.grow("twin_tails", 1.1, 0.25)
    shown = s.presence("twin_tails", 1.1)
    high = s.span("twin_height", -0.10, -0.52)
    for side, name in ((-1, "left"), (1, "right")):
        rim = head.hair_half_width * math.sqrt(max(1 - ((high + 0.1) / 0.75) ** 2, 0.3))
        base = head.turn(np.array([[side * (rim + 0.02), high, -0.10]]))[0]
        for k in (2, 1, 0):
            knots = _tail(base, 0.0, long * (0.35 + 0.65 * grown), swing, wave, side, k)
            w = 0.25 * (1.0, 0.8, 0.62)[k]
            sheet.add(f"tail.{name}.{3 - k}", lock(knots, (0.07, w, w * 1.1, w * 0.8, 0)), shown)
        tie = ellipse(base[0], base[1], 0.045, 0.065, side * 0.3)
        sheet.add(f"tail tie.{name}", tie, shown)


def _ponytail(s: Scores, head: Head, sheet: Sheet, long: float, swing: float, wave: float) -> None:
    grown = s.grow("ponytail", 1.1, 0.25)
    side = math.tanh(-head.yaw / 0.10) * 0.5 + 0.5  # shows on the side the face turns from
    side = 1 - 2 * (1 - side)
    base = head.turn(np.array([[0.16 * side, head.hair_top + 0.12, -0.30]]))[0]
    for k in (2, 1, 0):
        knots = _tail(
            base, 0.20 * abs(side), (long + 0.25) * (0.3 + 0.7 * grown), swing + 0.14, wave, side, k
        )
        knots[1, 1] -= 0.16
        w = 0.28 * (1.0, 0.8, 0.62)[k]
        sheet.add(
            f"ponytail.{3 - k}",
            lock(knots, (0.12, w, w * 1.1, w * 0.8, 0)),
            s.presence("ponytail", 1.1),
        )


def _ahoge(s: Scores, head: Head, sheet: Sheet) -> None:
    grown = s.grow("ahoge", 0.3, 0.8)
    lean = s.signed("ahoge_curl")
    base = head.shell(np.array([[0.02, head.hair_top + 0.035]]))[0]
    for k, (size, way) in enumerate(((1.0, 1.0), (0.62, 0.55)), start=1):
        h = (0.10 + 0.17 * grown) * size
        knots = base + np.array(
            [
                (0.0, 0.03),
                (0.02 * lean, -0.55 * h),
                (0.45 * lean * way * h + 0.03 * lean, -h),
                (1.25 * lean * way * h, -0.72 * h),
            ]
        )
        shown = s.presence("ahoge", (0.3, 0.8)[k - 1])
        sheet.add(f"ahoge.{k}", lock(knots, (0.006, 0.060 * size, 0.040 * size, 0)), shown)
