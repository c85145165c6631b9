"""Front hair: the cap over the skull, nine bang locks that flow from the parting, shine."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from models.atelier.legacy.head import Head
from models.atelier.legacy.scores import Scores
from models.atelier.legacy.shapes import Chain, join, lerp, lock, spline, straight
from models.atelier.legacy.sheet import Sheet
from models.atelier.parameters.hair import BANG_LOCKS

Points = NDArray[np.float64]
#: Forehead's hair line at the middle, head units.
HAIR_LINE = -0.36
#: Big, medium, small: the rhythm of the locks' widths from left to right.
_RHYTHM = (1.05, 0.80, 1.20, 0.72, 1.15, 0.85, 1.25, 0.75, 1.10)
#: Drawing order: from the sides to the middle, neighbours never in sequence.
_ORDER = (0, 8, 1, 7, 3, 5, 2, 6, 4)


def draw_bangs(s: Scores, head: Head, sheet: Sheet) -> None:
    """All slots of the part ``bangs``."""
    part = 0.26 * s.signed("bang_part")
    sheet.add("cap", _cap(head), width=head.contour)
    for side, name in ((-1, "left"), (1, "right")):
        sheet.add(f"cap shade.{name}", _cap_shade(head, side))
    for k, u in enumerate((-0.75, -0.38, 0.38, 0.75), start=1):
        x = part + u * head.hair_half_width * 0.8
        line = [
            (lerp(part, x, 0.25), head.hair_top + 0.05),
            (lerp(part, x, 0.66), lerp(head.hair_top, HAIR_LINE, 0.42)),
            (x * 0.98, HAIR_LINE + 0.04 + 0.1 * u * u),
        ]
        sheet.add(f"parting.{k}", spline(head.shell(np.array(line))))
    for place, k in enumerate(_ORDER, start=1):
        spine, widths = _bang(s, head, k, part)
        sheet.add(f"bang.{place}", lock(spine, widths))
        sheet.add(f"bang shade.{place}", _shade(spine, widths, head.light[0]))
    for k in (1, 2):
        spine, widths = _bang(s, head, (3, 6)[k - 1], part, stray=True)
        sheet.add(f"stray.{k}", lock(spine, widths))
    for k, chain in enumerate(_shine(s, head, part), start=1):
        sheet.add(f"shine band.{k}", chain, s.presence("shine", -0.7))


def _cap(head: Head) -> Chain:
    """The hair's dome, from ear to ear over the crown; below, the hair line. Twelve cubics."""
    w, top = head.hair_half_width, head.hair_top
    sway = -0.05 * math.sin(head.yaw)
    dome = [
        (w * 1.00, 0.10),
        (w * 1.03, -0.16),
        (w * 0.965, -0.42),
        (w * 0.70, top + 0.135),
        (w * 0.32, top + 0.018),
        (-w * 0.32, top + 0.018),
        (-w * 0.70, top + 0.135),
        (-w * 0.965, -0.42),
        (-w * 1.03, -0.16),
    ]
    outer = np.array([*dome, (-w * 1.00, 0.10)]) + (sway, 0)
    line = [
        (-0.80, -0.05),
        (-0.54, HAIR_LINE - 0.02),
        (0.0, HAIR_LINE - 0.10),
        (0.54, HAIR_LINE - 0.02),
        (0.80, -0.05),
    ]
    hair_line = head.shell(np.array(line) * (2 * head.half_width, 1))
    over = spline(head.tilt(outer))[: 1 + 3 * 8]
    rest = spline(np.concatenate([head.tilt(outer)[8:9], hair_line[1:4]]))
    return join(over, rest, straight(rest[-1], over[0]))


def _cap_shade(head: Head, side: int) -> Chain:
    """One side of the dome, shaded as far as the light is away from it."""
    w, top = head.hair_half_width, head.hair_top
    reach = 0.30 * min(max(side * head.light[0] / 0.02, 0.0), 1.0)
    inner = [
        (w * (0.86 - reach), -0.78),
        (w * (0.98 - reach), -0.40),
        (w * (1.06 - reach * 0.8), 0.10),
    ]
    outer = [(w * 1.35, 0.2), (w * 1.3, -0.4), (w * 1.0, top - 0.1)]
    return head.tilt(spline(np.array([*inner, *outer]) * (side, 1), closed=True))


def _bang(
    s: Scores, head: Head, k: int, part: float, *, stray: bool = False
) -> tuple[Points, tuple[float, ...]]:
    """Spine (four knots on the screen) and widths of lock k, counted from the left."""
    half = head.half_width
    u = (k + 0.5 * stray) / (BANG_LOCKS - 1) * 2 - 1
    x = u * 0.93 * half
    away = math.tanh((x - part) / 0.11)
    near = math.exp(-(((x - part) / 0.16) ** 2))
    root = lerp((part, head.hair_top + 0.04), (x, HAIR_LINE - 0.04), 0.52)
    rim = (0.15 * float(root[0]) + 0.85 * x + 0.01 * away, HAIR_LINE + 0.03 + 0.12 * u * u)
    blunt = s.grow("bang_blunt", 0.75, 0.3)
    own = s.span(f"bang_{k + 1}", -0.5, 0.5) * (1 - 0.85 * blunt)
    reach = s.span("bang_length", 0.22, 0.50) * (
        1 + s.span("bang_arch", -0.22, 0.65) * (u * u - 0.35) * (1 - 0.6 * blunt)
    )
    reach *= 1 + 0.36 * own
    reach *= 1 - near * s.span("bang_gap", -0.25, 0.70) * (1 - blunt)
    if stray:
        reach *= 0.82 + 0.25 * own
    reach = max(reach, 0.16)  # shorter, and the lock would fold over its own width
    flow = away * s.span("bang_flow", 0.0, 0.24) + 0.16 * s.signed("bang_sweep")
    flow *= (1 - 0.9 * blunt) * min(reach / 0.34, 1.1)
    tip_x = x + flow * (0.55 + 0.45 * reach / 0.36) + 0.03 * own
    limit = half * 1.10
    tip = np.array(
        [
            limit * math.tanh(tip_x / limit * 1.25) / math.tanh(1.25),
            HAIR_LINE + reach + 0.10 * u * u,
        ]
    )
    curl = s.span("bang_curl", -0.01, 0.045) * away * (1 - blunt)
    mid = lerp(rim, tip, 0.48) + (curl + 0.25 * flow * 0.3, 0.0)
    flat = np.array([root, rim, mid, tip])
    spine = head.shell(flat, 0.012)
    wide = 2 * half / BANG_LOCKS * _RHYTHM[k] * s.span("bang_width", 1.25, 1.75)
    if stray:
        return spine, (wide * 0.25, wide * 0.22, wide * 0.14, 0.0)
    return spine, (wide * 0.70, wide * 1.06, wide * (0.74 + 0.28 * blunt), wide * 0.92 * blunt)


def _shade(spine: Points, widths: tuple[float, ...], light: float) -> Chain:
    """The half of a lock away from the light, thin at the root."""
    side = math.tanh(light / 0.010)
    shift = np.array([0.0, 0.38, 0.36, 0.15])[:, None] * np.array(widths)[:, None]
    across = np.gradient(spine, axis=0)
    across = np.column_stack([across[:, 1], -across[:, 0]])
    across /= np.maximum(np.hypot(*across.T)[:, None], 1e-9)
    narrow = [w * f for w, f in zip(widths, (0.0, 0.16, 0.34, 0.7), strict=True)]
    return lock(spine + across * shift * side, narrow)


def _shine(s: Scores, head: Head, part: float) -> list[Chain]:
    """Five pieces of the band of light across the flow; zigzag edges."""
    height = lerp(head.hair_top, HAIR_LINE, s.span("shine_height", 0.42, 0.66))
    strong = s.span("shine", 0.4, 1.25)
    pieces = []
    for k, centre in enumerate((-0.62, -0.33, -0.02, 0.31, 0.60)):
        half = (0.105, 0.13, 0.15, 0.12, 0.10)[k]
        x = head.hair_half_width * centre - 2.0 * head.light[0]
        thick = 0.034 * strong * (1.1 - 0.5 * abs(centre))
        us = np.array([-1.0, -0.5, 0.0, 0.5, 1.0])
        bend = 0.17 * (x + us * half) ** 2 / 0.25
        top = np.column_stack(
            [x + us * half, height + bend - thick * np.array([0, 1.0, 0.55, 1.15, 0])]
        )
        low = np.column_stack(
            [x + us * half, height + bend + thick * np.array([0, 0.9, 0.35, 1.2, 0])]
        )[::-1]
        ring = head.shell(np.concatenate([top, low[1:]]))
        pieces.append(join(spline(ring[:5], tension=0.08), spline(ring[4:], tension=0.08)))
    return pieces
