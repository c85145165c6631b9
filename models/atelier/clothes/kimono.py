"""A kimono's collars: two bands that cross, the wearer's left over the right."""

from __future__ import annotations

import numpy as np

from models.atelier.clothes.outfit import Outfit
from models.atelier.shapes import join, path, spline, stack, straight
from models.atelier.sides import SIDES, mirrored
from models.atelier.torso import HEM, widths


def draw_kimono(o: Outfit) -> None:
    """Slots ``kimono.left`` and ``kimono.right``; the right one lies on top."""
    torso = o.torso
    wide = o.s.span("collar_size", 0.55, 0.85)
    for side, name in SIDES:
        neck = torso.round_neck(
            mirrored(path([(0.27, 1.10, torso.root - 0.15), (0.26, 1.55, torso.root - 0.06)]), side)
        )
        band = widths(
            torso,
            (0.72 + wide, 0.17), (-0.30 + 0.75 * wide, 0.50), (-1.4, 1.05),
            (-2.0, 0.99), (-0.30, 0.43), (0.42, 0.24),
        )  # fmt: skip
        band[..., 4, 1] = torso.root + o.depth + 0.05
        band[..., 1, 1] = torso.root + o.depth + 0.11
        band[..., 5, 1] = torso.root + 0.56 * o.depth
        # Cut off with the garment, however long the neck is.
        band[..., 2:4, 1] = np.minimum(band[..., 2:4, 1], [HEM - 0.08, HEM - 0.14])
        front = torso.on(mirrored(band, side), lift=0.01)
        knots = stack(neck[..., 1:, :], front, neck[..., :1, :])
        chain = join(
            spline(knots[..., :4, :]),
            straight(knots[..., 3:4, :], knots[..., 4:5, :]),
            spline(knots[..., 4:, :]),
            straight(knots[..., -1:, :], knots[..., :1, :]),
        )
        o.sheet.add(f"kimono.{name}", chain, o.worn("kimono"))
