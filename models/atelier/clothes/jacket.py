"""Lapels: a blazer's, notched, or a coat's, wide under a standing collar."""

from __future__ import annotations

from models.atelier.clothes.outfit import Outfit
from models.atelier.shapes import join, path, polygon, spline, stack
from models.atelier.sides import SIDES, mirrored
from models.atelier.torso import widths


def draw_lapels(o: Outfit) -> None:
    """Slots ``lapel.left`` and ``lapel.right``."""
    torso = o.torso
    coat = o.s.grow("lapel", 0.1, 1.2)
    size = o.s.span("collar_size", 0.92, 1.12)
    for side, name in SIDES:
        back = torso.round_neck(
            mirrored(
                path([
                    (0.27, 1.22 + 0.18 * coat, torso.root - 0.15 - 0.13 * coat),
                    (0.25, 1.60 + 0.38 * coat, torso.root - 0.04 - 0.12 * coat),
                ]),
                side,
            )
        )  # fmt: skip
        front = widths(
            torso,
            (1.98 * size + 0.30 * coat, 0.155 + 0.02 * coat),
            (1.50 * size + 0.28 * coat, 0.205),
            (2.06 * size + 0.36 * coat, 0.235),
            (0.04, 0.0),
        )
        front[..., 3, 1] = torso.root + o.depth + 0.01
        knots = stack(back, torso.on(mirrored(front, side), lift=0.02), back[..., :1, :])
        chain = join(spline(knots[..., :3, :]), polygon(knots[..., 2:5, :]),
                     spline(knots[..., 4:6, :]), spline(knots[..., 5:, :]))  # fmt: skip
        o.sheet.add(f"lapel.{name}", chain, o.worn("blazer"))
