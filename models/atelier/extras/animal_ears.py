"""Animal ears, cat to fox to rabbit, rooted in tufts of hair."""

from __future__ import annotations

import numpy as np

from models.atelier.dome import dome_point
from models.atelier.head import Head
from models.atelier.scores import Scores, Values, smooth
from models.atelier.shapes import Knots, join, path, spline
from models.atelier.sheet import Sheet
from models.atelier.sides import SIDES

#: Where an ear's middle sits on the dome, radians from the crown.
_ANGLE = 0.74


def draw_animal_ears(s: Scores, head: Head, sheet: Sheet) -> None:
    """Slots ``animal ear.*``, ``animal ear inside.*``, ``animal ear tuft.*``."""
    grown, shown = s.grown("animal_ears"), s.appears("animal_ears")
    size = 0.4 + 0.6 * grown
    high = s.span("ear_height", 0.30, 0.64) * size
    wide = s.span("animal_width", 0.125, 0.215) * size
    # Long ears are rabbits': round tips, narrow roots.
    rabbit = smooth((high / wide - 2.2) / 2.4)
    for side, name in SIDES:
        lean = 0.36 + 0.40 * s.signed("animal_lean") - 0.24 * rabbit
        outer = _outline(rabbit, 0.0)
        inner = _outline(rabbit, 1.0)
        for slot, shape in (("animal ear", outer), ("animal ear inside", inner)):
            knots = _stood(head, shape, side, high, wide, lean)
            chain = join(spline(knots[:, :4]), spline(knots[:, 3:]))
            sheet.add(f"{slot}.{name}", chain, shown, head.contour)
        tuft = _stood(head, _TUFT, side, wide + 0.28 * high, wide, lean * 0.85)
        pieces = [spline(tuft[:, k : k + 3], tension=0.22) for k in (0, 2, 4)]
        sheet.add(f"animal ear tuft.{name}", join(*pieces), shown)


#: From the inner foot to the outer one: two tips of fur, long and short, before the ear's root.
_TUFT = path([(-1.12, -0.30), (-0.62, 0.10), (-0.16, 0.66), (0.12, 0.20), (0.52, 0.44),
              (0.66, 0.06), (1.08, -0.24)])  # fmt: skip


def _outline(rabbit: Values, inside: float) -> Knots:
    """Seven knots (across, up) in shares of half width and height, from the inner foot over the
    tip to the outer foot."""
    r, wide, top = rabbit, 1 - 0.36 * inside, 1 - 0.13 * inside
    foot = 0.30 * inside  # the inside ends in the tuft
    return path(
        [
            (-(0.98 - 0.35 * r) * wide, foot - 0.10),
            (-(0.93 + 0.12 * r) * wide, 0.34),
            (-(0.52 + 0.26 * r) * wide, 0.74 * top + 0.06 * r),
            (0.06, top),
            ((0.74 + 0.06 * r) * wide, 0.66 * top + 0.10 * r),
            (1.06 * wide, 0.26),
            ((0.98 - 0.35 * r) * wide, foot - 0.16 + 0.06 * r),
        ]
    )


def _stood(head: Head, shape: Knots, side: int, high: Values, wide: Values, lean: Values) -> Knots:
    """Flat (across, up) knots as an ear on the dome, on the turned head; an ear faces a little
    outwards, so that the near one broadens and the far one narrows."""
    c, si = np.cos(lean), np.sin(lean)
    u, v = shape[..., 0] * np.reshape(wide, (-1, 1)), shape[..., 1] * np.reshape(high, (-1, 1))
    c, si = np.reshape(c, (-1, 1)), np.reshape(si, (-1, 1))
    root_x, root_y = (value[:, None] for value in dome_point(head, _ANGLE))
    x = root_x + u * c + v * si
    y = root_y + 0.02 + u * si * 0.9 - v * c
    z = 0.02 - 0.45 * u - 0.1 * v
    return head.turn(np.stack(np.broadcast_arrays(side * x, y, z), axis=-1))
