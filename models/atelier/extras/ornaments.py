"""Bow, flower, hairpins, earrings."""

from __future__ import annotations

import numpy as np

from models.atelier.dome import on_dome
from models.atelier.head import Head
from models.atelier.scores import Scores
from models.atelier.shapes import ellipse, join, path, placed, spline
from models.atelier.sheet import Sheet
from models.atelier.sides import SIDES, mirrored

#: A bow's right loop, knot at the origin, and the fold that runs into it from the knot.
_LOOP = path([(0.02, -0.07), (0.62, -0.52), (1.02, -0.30), (0.90, 0.36), (0.02, 0.08)])
# It ends above the line back to the start: below, it would cut a hole into the loop.
_FOLD = path([(0.02, 0.08), (0.16, -0.17), (0.56, -0.20)])
_PETALS = 5


def draw_ornaments(s: Scores, head: Head, sheet: Sheet) -> None:
    """Slots ``bow loop.*``, ``bow tails``, ``bow knot``, ``flower``, ``flower heart``,
    ``hairpin.*``, ``earring.*``."""
    _bow(s, head, sheet)
    _flower(s, head, sheet)
    _hairpins(s, head, sheet)
    _earrings(s, head, sheet)


def _bow(s: Scores, head: Head, sheet: Sheet) -> None:
    shown = s.appears("hair_ribbon")
    place = 1.0 * s.signed("bow_place")
    size = s.span("bow_size", 0.22, 0.42) * (0.5 + 0.5 * s.grown("hair_ribbon"))
    # It sits on the hair, its knot well inside the rim at the sides.
    at = on_dome(head, place, out=-0.03 - 0.11 * place**2 - 0.10 * (size - 0.22), depth=0.20)
    tilt = 0.75 * place + head.roll
    droop = s.span("bow_droop", -0.12, 0.30)
    for side, name in SIDES:
        x, y = _LOOP[..., 0], _LOOP[..., 1]
        bent = np.stack(np.broadcast_arrays(x, y + droop[:, None] * x * x), axis=-1)
        fold = np.stack(
            np.broadcast_arrays(_FOLD[..., 0], _FOLD[..., 1] + droop[:, None] * _FOLD[..., 0] ** 2),
            axis=-1,
        )
        loop = mirrored(join(spline(bent), spline(fold)), side)
        grow = size * (1.0 + 0.05 * side)
        sheet.add(f"bow loop.{name}", placed(loop, at, tilt + 0.06 * side, grow), shown)
    long = s.span("bow_tails", 0.30, 1.15)
    tails = path(
        [(-0.05, 0.02), (-0.34, 0.50 * long), (-0.56, long), (-0.32, 0.92 * long),
         (-0.10, 1.06 * long), (0.0, 0.20 * long), (0.16, 0.98 * long), (0.36, 0.82 * long),
         (0.58, 0.88 * long), (0.32, 0.42 * long), (0.05, 0.02)]
    )  # fmt: skip
    pieces = [tails[:, a:b] for a, b in ((0, 3), (2, 4), (3, 5), (4, 6), (5, 7), (6, 8), (7, 9))]
    sides = join(*(spline(piece) for piece in pieces), spline(tails[:, 8:]))
    # Tails hang, however the bow is tied.
    sheet.add("bow tails", placed(sides, at, 0.45 * place + head.roll, size), shown)
    knot = ellipse(0.0, 0.0, 0.14, 0.17)
    sheet.add("bow knot", placed(knot, at, tilt, size), shown)


def _flower(s: Scores, head: Head, sheet: Sheet) -> None:
    shown = s.appears("flower")
    size = s.span("flower_size", 0.13, 0.23) * (0.5 + 0.5 * s.grown("flower"))
    at = on_dome(head, 1.18 * np.tanh(2.5 * s.score("flower_side")), out=-0.09, depth=0.18)
    # Each petal: from valley to valley over a tip between far handles.
    petals = path(
        [
            (reach * np.sin(a), -reach * np.cos(a))
            for k in range(_PETALS)
            for turn, reach in ((-0.5, 0.46), (-0.62, 1.06), (-0.24, 1.06), (0.0, 0.92),
                                (0.24, 1.06), (0.62, 1.06))
            for a in (2 * np.pi * (k + turn) / _PETALS,)
        ]
    )  # fmt: skip
    outline = np.concatenate([petals, petals[:, :1]], axis=1)
    sheet.add("flower", placed(outline, at, 0.2 + head.roll, size), shown)
    sheet.add("flower heart", placed(ellipse(0.0, 0.0, 0.27, 0.27), at, head.roll, size), shown)


def _hairpins(s: Scores, head: Head, sheet: Sheet) -> None:
    shown = s.appears("hairpin")
    cross = s.span("pin_cross", -0.12, 0.62)
    w = head.hair_half_width
    for k, side in enumerate((-1.0, 1.0), start=1):
        slant = -0.55 + side * cross
        x, y = 0.105 * np.cos(slant), 0.105 * np.sin(slant)
        u, v = 0.022 * -np.sin(slant), 0.022 * np.cos(slant)
        apart = 0.040 * (1 - np.tanh(2 * np.maximum(cross, 0)))
        cx, cy = -0.60 * w + 0.3 * side * apart, -0.27 + side * apart
        ends = [(cx - x, cy - y), (cx + u, cy + v), (cx + x, cy + y), (cx - u, cy - v)]
        bar = head.shell(path(ends), 0.03)
        sheet.add(f"hairpin.{k}", spline(bar, closed=True, tension=0.10), shown)


def _earrings(s: Scores, head: Head, sheet: Sheet) -> None:
    """Drops that hang from the lobes; the far one hides behind the cheek."""
    shown = s.appears("earrings")
    long = s.span("earring_length", 0.03, 0.12)
    for side, name in SIDES:
        toward = -side * np.sin(head.yaw)
        x = side * (head.half_width - 0.015) * np.cos(head.yaw) + 0.04 * np.sin(head.yaw)
        lobe = head.tilt(path([(x + side * 0.020 * (1 + toward), head.eye_y + 0.185)]))
        drop = path([(0.0, 0.0), (0.032, long * 1.3), (0.0, 2 * long + 0.02), (-0.032, long * 1.3)])
        sheet.add(f"earring.{name}", spline(lobe + drop, closed=True), shown)
