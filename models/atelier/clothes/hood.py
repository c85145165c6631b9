"""A hood lying on the back, its rims over the shoulders, its strings."""

from __future__ import annotations

from models.atelier.clothes.outfit import Outfit
from models.atelier.shapes import arc, join, path, spline, stack
from models.atelier.sides import SIDES, mirrored
from models.atelier.torso import widths


def draw_hood(o: Outfit) -> None:
    """Slots ``hood``, ``hood rim.*`` and ``string.*``."""
    torso, worn = o.torso, o.worn("hood")
    size = o.s.span("collar_size", 0.9, 1.15)
    half = widths(
        torso,
        (0.0, -0.30 * size), (1.55 * size, -0.25 * size), (2.40 * size, -0.05), (1.6, 0.20),
    )  # fmt: skip
    ring = stack(half, mirrored(half[..., :0:-1, :], -1))
    o.sheet.add("hood", spline(torso.behind(ring), closed=True), worn)
    for side, name in SIDES:
        neck = torso.round_neck(mirrored(path([(0.27, 1.16, torso.root - 0.16)]), side))
        outer = widths(
            torso,
            (1.95 * size, -0.055), (1.80 * size, 0.12), (0.75, 0.30), (0.0, 0.0), (0.95, 0.10),
        )  # fmt: skip
        outer[..., 2, 1] = torso.root + o.depth + 0.035
        outer[..., 3, 1] = torso.root + o.depth + 0.005
        outer[..., 4, 1] = torso.root + 0.5 * o.depth - 0.03
        knots = stack(neck, torso.on(mirrored(outer, side), lift=0.03), neck)
        chain = join(spline(knots[..., :5, :]), spline(knots[..., 4:, :]))
        o.sheet.add(f"hood rim.{name}", chain, worn)
        string = widths(torso, (0.55, 0.0), (0.62 + 0.05 * side, 0.0), (0.52, 0.0))
        for k, extra in enumerate((0.0, 0.12, 0.30 + 0.03 * side)):
            string[..., k, 1] = torso.root + o.depth - 0.01 + extra
        o.sheet.add(f"string.{name}", arc(torso.on(mirrored(string, side), lift=0.03)), worn)
