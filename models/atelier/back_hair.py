"""Back hair: the mass behind neck and shoulders, its outer locks, spiky tufts on the crown."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from models.atelier.legacy.head import Head
from models.atelier.legacy.scores import Scores
from models.atelier.legacy.shapes import Chain, join, lock, spline
from models.atelier.legacy.sheet import Sheet

Points = NDArray[np.float64]
_TIPS = 5


def draw_back(s: Scores, head: Head, sheet: Sheet) -> None:
    """All slots of the part ``back``."""
    length = s.span("back_length", 0.28, 1.55) * (1 - 0.42 * head.man)
    long = min(max((length - 0.35) / 0.5, 0.0), 1.0)
    flare = s.span("back_flare", -0.03, 0.24) * (0.35 + 0.65 * long)
    wave = s.span("back_wave", 0.0, 0.065) * (0.3 + 0.7 * long)
    tuck = s.span("back_tuck", -0.10, 0.16)
    ragged = s.span("back_ragged", 0.05, 0.19)
    uneven = 0.10 * s.signed("back_uneven")
    shift = -0.16 * math.sin(head.yaw)
    right = _edge(head, length + uneven * 0.5, flare, wave, tuck, long)
    left = _edge(head, length - uneven * 0.5, flare, wave, tuck, long) * (-1, 1)
    right, left = right + (shift, 0), left + (shift, 0)
    sheet.add(
        "back", head.tilt(_mass(head, right, left, length, ragged, shift)), width=head.contour
    )
    for k, u in enumerate((-0.7, -0.25, 0.3, 0.72), start=1):
        reach = head.half_width + flare * 0.6
        line = [
            (u * reach * 0.9 + shift, 0.30),
            (u * reach * 1.05 + shift + wave, 0.25 + length * 0.45),
            (u * reach + shift - wave, length * 0.93),
        ]
        sheet.add(
            f"back line.{k}", head.tilt(spline(line)), 1 / (1 + math.exp(-(long - 0.4) / 0.05))
        )
    number = 1
    for side, edge in ((-1, left), (1, right)):
        for inset, start, end in ((0.045, 1, 1.0), (0.12, 2, 0.90), (0.015, 2, 0.66)):
            path = np.array([edge[start], edge[3], edge[4], edge[5], edge[6]])
            path[:, 0] -= side * inset
            path[1:, 1] = path[0, 1] + (path[1:, 1] - path[0, 1]) * end
            path[-1] += (-side * 0.5 * (tuck - 0.02), ragged * 0.9 + 0.03)
            w = 0.13 + 0.05 * long
            widths = (w * 0.4, w * 0.9, w * 1.05, w * 0.72, 0)
            sheet.add(f"back lock.{number}", head.tilt(lock(path, widths)))
            number += 1
    _spikes(s, head, sheet)


def _edge(head: Head, length: float, flare: float, wave: float, tuck: float, long: float) -> Points:
    """Seven knots down the right silhouette, from the crown's side to the tips."""
    w = head.hair_half_width
    heights = np.array(
        [-0.50, -0.15, 0.12, *(0.12 + (length - 0.12) * np.array([0.28, 0.52, 0.77, 1.0]))]
    )
    share = np.array([0, 0, 0.15, 0.45, 0.75, 0.95, 1.0])
    x = np.array([w * 0.93, w * 1.035, w * 1.04, w * 1.03, w * 1.02, w * 1.00, w * 0.97])
    x = x + flare * np.sin(share * 1.9) + wave * np.sin(share * 7.5 - 1.2) * share
    x[-1] -= tuck
    x[-2] -= tuck * 0.35
    x[3:] -= (1 - long) * np.array([0.03, 0.06, 0.10, 0.14])
    return np.column_stack([x, heights])


def _mass(
    head: Head, right: Points, left: Points, length: float, ragged: float, shift: float
) -> Chain:
    """30 cubics: over the crown, down the right, along the tips, up the left."""
    top = [(-0.30 + shift * 0.3, head.hair_top + 0.06), (0.30 + shift * 0.3, head.hair_top + 0.06)]
    down = spline([top[1], *right])
    up = spline([*left[::-1], top[0], top[1]])
    start, end = right[-1], left[-1]
    pieces = []
    for k in range(_TIPS):
        a, b = k / _TIPS, (k + 1) / _TIPS
        gap0 = start + (end - start) * a
        gap1 = start + (end - start) * b
        lift = -0.06 - 0.35 * ragged
        if k > 0:
            gap0 = gap0 + (0, lift)
        if k < _TIPS - 1:
            gap1 = gap1 + (0, lift)
        tip = (gap0 + gap1) / 2 + (
            (0.5 - a - 0.1) * -0.06,
            ragged * (0.75 + 0.35 * math.sin(2.2 * k + 1))
            - (lift if 0 < k < _TIPS - 1 else lift / 2),
        )
        bulge = np.array([(gap0[0] - tip[0]) * 0.25, 0.02])
        pieces.append(spline([gap0, (gap0 + tip) / 2 + bulge, tip], tension=1 / 7))
        pieces.append(spline([tip, gap1], tension=1 / 7))
    tips = join(*pieces)
    return join(down, tips, up)


def _spikes(s: Scores, head: Head, sheet: Sheet) -> None:
    """Seven tufts that stand up from the dome; flat ones hide under the cap."""
    out = s.grow("spikes", -0.1, 1.6) * (0.55 + 0.45 * head.man)
    w, top = head.hair_half_width, head.hair_top
    for k in range(1, 8):
        angle = math.pi * (0.06 + 0.88 * (k - 1) / 6)
        x, y = math.cos(angle), math.sin(angle)
        base = np.array([x * w * 0.80, -0.14 + y * (top + 0.14) * 0.80])
        normal = np.array([x, -y])
        # Hair leaves the whorl sideways and down, then flicks out.
        flow = np.array([y, x]) * (1 if k < 4 else -1) if k != 4 else np.array([0.6, -0.2])
        reach = (0.15, 0.24, 0.17, 0.26, 0.19, 0.23, 0.14)[k - 1] * out
        knots = [
            base - flow * 0.06,
            base + normal * (0.12 + 0.35 * reach) + flow * 0.05,
            base + normal * (0.15 + reach * 0.75) + flow * (0.10 + reach * 0.95),
        ]
        sheet.add(f"spike.{k}", head.tilt(lock(knots, (0.30, 0.22 + 0.2 * reach, 0.0))), out)
