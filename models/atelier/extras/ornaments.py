"""Bow, flower, hairpins, earrings."""

from __future__ import annotations

import numpy as np

from models.atelier.dome import mirrored, on_dome, placed
from models.atelier.head import Head
from models.atelier.scores import Scores
from models.atelier.shapes import ellipse, join, path, spline
from models.atelier.sheet import Sheet

#: A bow's right loop, knot at the origin, and the fold that runs into it from the knot.
_LOOP = path([(0.02, -0.07), (0.46, -0.44), (0.93, -0.50), (1.00, 0.02), (0.84, 0.42), (0.40, 0.26),
              (0.02, 0.08)])  # fmt: skip
_FOLD = path([(0.02, 0.08), (0.20, 0.02), (0.52, -0.10)])
_PETALS = 5


def draw_ornaments(s: Scores, head: Head, sheet: Sheet) -> None:
    """Slots ``bow loop.*``, ``bow tails``, ``bow knot``, ``flower``, ``flower heart``,
    ``hairpin.*``, ``earring.*``."""
    _bow(s, head, sheet)
    _flower(s, head, sheet)
    _hairpins(s, head, sheet)
    _earrings(s, head, sheet)


def _bow(s: Scores, head: Head, sheet: Sheet) -> None:
    shown = s.presence("hair_ribbon", 1.5)
    place = 1.15 * s.signed("bow_place")
    size = s.span("bow_size", 0.20, 0.36) * (0.5 + 0.5 * s.grow("hair_ribbon", 1.5, 0.25))
    at = on_dome(head, place, out=-0.03, depth=0.16)
    tilt = 0.75 * place + head.roll
    droop = s.span("bow_droop", -0.12, 0.30)
    for side, name in ((-1.0, "left"), (1.0, "right")):
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
        [(-0.05, 0.02), (-0.30, 0.50 * long), (-0.52, long), (-0.30, 0.90 * long),
         (-0.10, 1.06 * long), (0.0, 0.22 * long), (0.16, 0.98 * long), (0.34, 0.80 * long),
         (0.54, 0.88 * long), (0.28, 0.42 * long), (0.05, 0.02)]
    )  # fmt: skip
    sides = join(spline(tails[:, :3]), spline(tails[:, 2:4]), spline(tails[:, 3:5]),
                 spline(tails[:, 4:6]), spline(tails[:, 5:7]), spline(tails[:, 6:8]),
                 spline(tails[:, 7:9]), spline(tails[:, 8:]))  # fmt: skip
    # Tails hang, however the bow is tied.
    sheet.add("bow tails", placed(sides, at, 0.45 * place + head.roll, size), shown)
    knot = ellipse(0.0, 0.0, 0.14, 0.17)
    sheet.add("bow knot", placed(knot, at, tilt, size), shown)


def _flower(s: Scores, head: Head, sheet: Sheet) -> None:
    shown = s.presence("flower", 1.75)
    size = s.span("flower_size", 0.11, 0.19) * (0.5 + 0.5 * s.grow("flower", 1.75, 0.25))
    at = on_dome(head, 1.18 * np.tanh(2.5 * s.score("flower_side")), out=-0.05, depth=0.18)
    ring = []
    for k in range(_PETALS):
        for turn, reach in ((-0.5, 0.50), (-0.24, 0.98), (0.24, 0.98)):
            a = 2 * np.pi * (k + turn) / _PETALS
            ring.append((reach * np.sin(a), -reach * np.cos(a)))
    ring.append(ring[0])
    petals = path(ring)
    outline = join(*(spline(petals[:, 3 * k : 3 * k + 4], tension=0.24) for k in range(_PETALS)))
    sheet.add("flower", placed(outline, at, 0.2 + head.roll, size), shown)
    sheet.add("flower heart", placed(ellipse(0.0, 0.0, 0.27, 0.27), at, head.roll, size), shown)


def _hairpins(s: Scores, head: Head, sheet: Sheet) -> None:
    shown = s.presence("hairpin", 1.5)
    cross = s.span("pin_cross", -0.12, 0.62)
    w = head.hair_half_width
    for k, side in enumerate((-1.0, 1.0), start=1):
        slant = -0.55 + side * cross
        x, y = 0.105 * np.cos(slant), 0.105 * np.sin(slant)
        u, v = 0.022 * -np.sin(slant), 0.022 * np.cos(slant)
        apart = 0.040 * (1 - np.tanh(2 * np.maximum(cross, 0)))
        cx, cy = -0.60 * w + 0.3 * side * apart, -0.27 + side * apart
        corners = [
            (cx - x - u, cy - y - v), (cx, cy - 1.3 * v), (cx + x - u, cy + y - v),
            (cx + x + u, cy + y + v), (cx, cy + 1.3 * v), (cx - x + u, cy - y + v),
        ]  # fmt: skip
        bar = head.shell(path(corners), 0.03)
        sheet.add(f"hairpin.{k}", spline(bar, closed=True, tension=0.10), shown)


def _earrings(s: Scores, head: Head, sheet: Sheet) -> None:
    """Drops that hang from the lobes; the far one hides behind the cheek."""
    shown = s.presence("earrings", 1.4)
    long = s.span("earring_length", 0.03, 0.12)
    for side, name in ((-1.0, "left"), (1.0, "right")):
        toward = -side * np.sin(head.yaw)
        x = side * (head.half_width - 0.015) * np.cos(head.yaw) + 0.04 * np.sin(head.yaw)
        lobe = head.tilt(path([(x + side * 0.020 * (1 + toward), head.eye_y + 0.185)]))
        drop = path([(0.0, 0.0), (0.032, long * 1.3), (0.0, 2 * long + 0.02), (-0.032, long * 1.3)])
        sheet.add(f"earring.{name}", spline(lobe + drop, closed=True), shown)
