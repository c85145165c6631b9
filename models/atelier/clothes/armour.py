"""Armour: a gorget round the neck, plates over the shoulders."""

from __future__ import annotations

from models.atelier.clothes.outfit import Outfit
from models.atelier.shapes import join, path, rim, spline, stack
from models.atelier.sides import SIDES, mirrored
from models.atelier.torso import below


def draw_armour(o: Outfit) -> None:
    """Slots ``gorget`` and ``plate.*``."""
    torso, worn = o.torso, o.worn("armour")
    high = torso.root - o.s.span("collar_size", 0.06, 0.17)
    ring = path([
        (-0.25, 1.30, high), (0.0, 1.40, high + 0.12), (0.25, 1.30, high),
        (0.25, 1.42, torso.root), (0.22, 2.0, torso.root + 0.12), (0.0, 1.6, torso.root + 0.37),
        (-0.22, 2.0, torso.root + 0.12), (-0.25, 1.42, torso.root), (-0.25, 1.30, high),
    ])  # fmt: skip
    knots = torso.round_neck(ring, edges=True)
    k = [knots[..., i : i + 1, :] for i in range(9)]
    chain = join(
        rim(*k[:3]), spline(stack(*k[2:5])), spline(stack(*k[4:6])), spline(stack(*k[5:7])),
        spline(stack(*k[6:])),
    )  # fmt: skip
    o.sheet.add("gorget", chain, worn)
    for side, name in SIDES:
        wide = torso.breadth
        top = torso.shoulder(0.50, 0.76, 0.99, out=0.055)
        low = below(torso, (1.15 * wide, 0.45), (0.84 * wide, 0.40),
                    (0.60 * wide, 0.235))  # fmt: skip
        plate = torso.on(mirrored(stack(top, low, top[..., :1, :]), side))
        shape = join(
            spline(plate[..., :4, :]), spline(plate[..., 3:6, :]), spline(plate[..., 5:, :])
        )
        o.sheet.add(f"plate.{name}", shape, worn)
