"""Glasses: round to rectangular, full or half rims, a glint on the lenses."""

from __future__ import annotations

import numpy as np

from models.atelier.head import Head
from models.atelier.parameters.thresholds import APPEARS
from models.atelier.scores import PRESENCE_WIDTH, Scores, Values, soft_step
from models.atelier.shapes import Chain, join, path, spline, straight, vector
from models.atelier.sheet import Sheet
from models.atelier.sides import SIDES


def draw_glasses(s: Scores, head: Head, sheet: Sheet) -> None:
    """Slots ``glasses.*`` (temple and upper rim), ``lower rim.*``, ``bridge``, ``glint.*``."""
    shown = s.appears("glasses")
    square = s.span("glasses_square", 0.50, 0.90)
    full = soft_step(-s.score("glasses_half"), -APPEARS["glasses_half"], PRESENCE_WIDTH)
    y = head.eye_y + 0.022
    # The inner rims keep clear of the nose's bridge; a large pair grows outwards.
    inner_x = s.span("glasses_size", 0.062, 0.040)
    rx = head.eye_w * s.span("glasses_size", 1.10, 1.36)
    ry = rx * (0.98 - 0.62 * (square - 0.5)) * s.span("glasses_size", 0.96, 1.06)
    for side, name in SIDES:
        cx = side * (inner_x + rx)
        inner, top, outer, low = (
            path([(cx - side * rx, y - 0.10 * ry)]), path([(cx, y - ry)]),
            path([(cx + side * rx, y - 0.10 * ry)]), path([(cx, y + ry)]),
        )  # fmt: skip
        upper = join(_corner(outer, top, square), _corner(top, inner, square, flat_first=True))
        lower = join(_corner(outer, low, square), _corner(low, inner, square, flat_first=True))
        ear = path([(side * (head.half_width * 0.995), y - 0.01)])
        temple = straight(ear, outer)
        sheet.add(f"glasses.{name}", head.face(join(temple, upper), 0.05), shown, 1.5)
        sheet.add(f"lower rim.{name}", head.face(lower, 0.05), shown * full)
        sheet.add(f"glint.{name}", head.face(_glint(cx, y, rx, ry), 0.05), shown)
    gap = inner_x
    bridge = path([(-gap, y - 0.10 * ry), (0.0, y - 0.22 * ry - 0.012), (gap, y - 0.10 * ry)])
    sheet.add("bridge", head.face(spline(bridge), 0.06), shown)


def _corner(start: Chain, end: Chain, square: Values, *, flat_first: bool = False) -> Chain:
    """A quarter of a rim; handles of length ``square`` make it round (0.55) to cornered (0.9).
    ``flat_first``: it sets out level and arrives upright, else the other way round."""
    corner = start + (end - start) * (vector(1.0, 0.0) if flat_first else vector(0.0, 1.0))
    k = np.reshape(square, (-1, 1, 1))
    return np.concatenate(
        np.broadcast_arrays(start, start + (corner - start) * k, end + (corner - end) * k, end),
        axis=1,
    )


def _glint(cx: Values, y: Values, rx: Values, ry: Values) -> Chain:
    """A slanted streak in the upper left of a lens, as the eyes' highlights lie."""
    corners = [(-0.50, -0.66), (-0.12, -0.80), (-0.56, 0.30), (-0.80, 0.06), (-0.50, -0.66)]
    knots = path([(cx + rx * u, y + ry * v) for u, v in corners])
    return join(*(straight(knots[:, k : k + 1], knots[:, k + 1 : k + 2]) for k in range(4)))
