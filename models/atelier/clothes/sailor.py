"""A sailor blouse's collar with its stripe."""

from __future__ import annotations

from models.atelier.clothes.outfit import Outfit
from models.atelier.shapes import join, lerp, path, spline, stack, straight
from models.atelier.sides import SIDES, mirrored
from models.atelier.torso import widths


def draw_sailor(o: Outfit) -> None:
    """Slots ``sailor.*`` and ``sailor stripe.*``."""
    torso = o.torso
    wide = torso.breadth * o.s.span("collar_size", 0.56, 0.70)
    for side, name in SIDES:
        neck = torso.round_neck(mirrored(path([(0.27, 1.15, torso.root - 0.075)]), side))
        ridge = torso.ridge(wide[:, None] * 0.62)[:, 0] - 0.030
        outer = path([
            (wide * 0.62, ridge),
            (wide * 0.985, torso.ridge(wide[:, None] * 0.985)[:, 0] + 0.015),
            (wide * 0.98, torso.root + 0.24),
            (0.02, torso.root + o.depth + 0.05),
            (0.0, torso.root + o.depth - 0.01),
        ])  # fmt: skip
        shoulder = torso.on(mirrored(outer, side), lift=0.02)
        knots = stack(neck, shoulder, neck)
        chain = join(
            spline(knots[..., :4, :], tension=0.14),
            spline(knots[..., 3:5, :]),
            straight(knots[..., 4:5, :], knots[..., 5:6, :]),
            spline(knots[..., 5:, :]),
        )
        worn = o.worn("sailor")
        o.sheet.add(f"sailor.{name}", chain, worn)
        inset = widths(torso, (1.2, -0.05), (0.3, 0.2))
        towards = torso.on(mirrored(inset, side))
        stripe = stack(
            lerp(knots[..., 2:3, :], towards[..., :1, :], 0.10),
            lerp(knots[..., 3:4, :], towards[..., 1:, :], 0.13),
            lerp(knots[..., 4:5, :], towards[..., 1:, :], 0.26),
        )
        line = join(spline(stripe[..., :2, :]), straight(stripe[..., 1:2, :], stripe[..., 2:, :]))
        o.sheet.add(f"sailor stripe.{name}", line, worn)
