"""What shows in a neckline: shirt and collar, a sailor's panel, a kimono's under-collar."""

from __future__ import annotations

from models.atelier.clothes.garment import neckline
from models.atelier.clothes.outfit import Outfit
from models.atelier.shapes import join, path, polygon, spline, stack, straight
from models.atelier.sides import SIDES, mirrored
from models.atelier.torso import HEM, widths


def draw_shirt(o: Outfit) -> None:
    """Slots ``under``, ``collar.*`` and ``collar shade.*``."""
    torso = o.torso
    kimono, sailor = o.worn("kimono"), o.worn("sailor")
    depth = (
        0.165 * (1 - kimono - sailor) + (o.depth - 0.075) * kimono
        + (0.60 * o.depth + 0.02) * sailor
    )  # fmt: skip
    edge = neckline(o, o.side * 0.98, o.rise, depth, kimono + 0.3 * (1 - kimono))
    wide = torso.on(path([(0.55 * torso.breadth, HEM), (-0.55 * torso.breadth, HEM)]))
    start, stop = edge[..., :1, :], edge[..., -1:, :]
    ring = join(
        edge,
        straight(stop, wide[..., :1, :]),
        straight(wide[..., :1, :], wide[..., 1:, :]),
        straight(wide[..., 1:, :], start),
    )
    o.sheet.add("under", ring, o.worn("shirt", "blazer", "sailor", "kimono"))
    _collar(o)


def _collar(o: Outfit) -> None:
    torso = o.torso
    size = o.s.span("collar_size", 0.75, 1.25)
    shown = o.worn("shirt", "blazer")
    for side, name in SIDES:
        back = torso.round_neck(
            mirrored(
                path([(0.27, 1.04, torso.root - 0.17), (0.25, 1.34, torso.root - 0.055)]), side
            )
        )
        flap = torso.on(
            mirrored(
                widths(
                    torso,
                    (1.42 + 0.1 * size, 0.06 + 0.05 * size),
                    (0.72 + 0.42 * size, 0.11 + 0.19 * size),
                    (0.06, 0.155),
                ),
                side,
            )
        )
        rim = torso.round_neck(mirrored(path([(0.13, 1.06, torso.root)]), side))
        knots = stack(back, flap, rim, back[..., :1, :])
        chain = join(
            spline(knots[..., :4, :], tension=0.12),
            straight(knots[..., 3:4, :], knots[..., 4:5, :]),
            spline(knots[..., 4:, :]),
        )
        o.sheet.add(f"collar.{name}", chain, shown)
        # The fold's own shade: along the neck, widening to the back.
        inner = torso.on(mirrored(widths(torso, (0.75, 0.115)), side))
        shade = stack(knots[..., :1, :], knots[..., 1:2, :] * 0.5 + knots[..., :1, :] * 0.5, inner,
                      knots[..., 4:5, :])  # fmt: skip
        o.sheet.add(f"collar shade.{name}", polygon(shade), shown)
