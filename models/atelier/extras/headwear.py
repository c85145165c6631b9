"""Alice band, headphones, cap and beret."""

from __future__ import annotations

import numpy as np

from models.atelier.head import RIM, Head
from models.atelier.scores import Scores, Values
from models.atelier.shapes import (
    KAPPA,
    Chain,
    Knots,
    Value,
    ellipse,
    join,
    lerp,
    path,
    placed,
    spline,
    stack,
    straight,
    vector,
)
from models.atelier.sheet import Sheet
from models.atelier.sides import SIDES

#: Right half of the outline from the middle of the crown to the foot: cap, then beret; across in
#: hair half widths, up in heights of the dome above its rim.
_CAP = ((0.0, 1.07), (0.48, 1.03), (0.83, 0.80), (0.985, 0.42), (0.995, 0.12))
_BERET = ((0.0, 1.23), (0.50, 1.16), (0.94, 0.94), (1.10, 0.62), (0.97, 0.40))
#: What lies in shadow, seen from the hat's middle with the light from above.
_DARK = path([(-1.5, 0.30), (-0.5, 0.56), (0.5, 0.56), (1.5, 0.30), (1.6, 2.0), (-1.6, 2.0)])


def draw_headwear(s: Scores, head: Head, sheet: Sheet) -> None:
    """Slots ``band`` (of headphones too), ``cup.*``, ``hat``, ``hat shade``, ``brim``."""
    _band(s, head, sheet)
    _cups(s, head, sheet)
    _hat(s, head, sheet)


def _band(s: Scores, head: Head, sheet: Sheet) -> None:
    """Half a ring over the crown; headphones' is narrower and stands off the hair."""
    listening = s.grown("headphones")
    shown = np.maximum(s.appears("head_band"), s.appears("headphones"))
    broad = lerp(s.span("band_width", 0.07, 0.15), 0.10, listening)
    back = _arch(head, lerp(-0.045, 0.055, listening), lerp(-0.02, 0.0, listening))
    front = _arch(head, lerp(-0.045 - broad, 0.05 - broad, listening), 0.14)
    sheet.add("band", join(back, straight(back[:, -1:], front[:, -1:]), front[:, ::-1]), shown)


def _arch(head: Head, out: Values, depth: Value) -> Chain:
    """Half an ellipse over the dome, ``out`` from it: two cubics from left to right."""
    w, high = (
        head.hair_half_width * 1.03 + np.minimum(out, 0) * 0.15 + np.maximum(out, 0),
        (RIM - head.hair_top + out),
    )
    foot = RIM - 0.02
    unit = [(-1, 0), (-1, KAPPA), (-KAPPA, 1), (0, 1), (KAPPA, 1), (1, KAPPA), (1, 0)]
    flat = path([(x * w, foot - y * high, depth * y) for x, y in unit])
    turned = head.turn(flat) + path([(-0.05 * np.sin(head.yaw), 0.0)])
    turned[..., 0] += _far(head, -1.0)[:, None] * np.minimum(flat[..., 0], 0) / w[:, None]
    turned[..., 0] += _far(head, 1.0)[:, None] * np.maximum(flat[..., 0], 0) / w[:, None]
    return turned


def _far(head: Head, side: float) -> Values:
    """How far a thing on this side of the head goes outwards as it turns away, to stay on the
    silhouette."""
    away = side * np.sin(head.yaw)
    return 0.11 * (away + np.sqrt(away**2 + 0.01) - 0.1)


def _cups(s: Scores, head: Head, sheet: Sheet) -> None:
    """Cups over the ears, seen edge-on from the front; the near one turns its face to us."""
    shown = s.appears("headphones")
    for side, name in SIDES:
        toward = -side * np.sin(head.yaw)
        at = head.turn(
            path([(side * (head.hair_half_width + 0.02), head.eye_y - 0.01, -0.02)])
        ) + path([(-0.05 * np.sin(head.yaw) + side * _far(head, side), 0.0)])
        rx, ry = 0.085 * (1 + 0.8 * toward - 0.1 * toward**2), 0.175
        ring = ellipse(at[:, 0, 0], at[:, 0, 1], rx, ry, head.roll)
        # The seam between cushion and shell, drawn from the ring's lower end to its upper one.
        x = at[:, 0, 0] - side * rx * 0.15
        seam = spline(
            path([(ring[:, 0, 0], ring[:, 0, 1]), (x, at[:, 0, 1] + ry), (x - side * 0.3 * rx,
                  at[:, 0, 1]), (x, at[:, 0, 1] - ry)])
        )  # fmt: skip
        sheet.add(f"cup.{name}", join(ring, seam), shown)


def _hat(s: Scores, head: Head, sheet: Sheet) -> None:
    shown = s.appears("hat")
    beret = s.grow("hat_kind", -0.35, 0.7)
    tilt = (0.14 + 0.10 * beret) * s.signed("hat_tilt") + 0.07 * beret
    w, high = head.hair_half_width, RIM - head.hair_top
    mixed = [
        (lerp(a[0], b[0], beret), lerp(a[1], b[1], beret))
        for a, b in zip(_CAP, _BERET, strict=True)
    ]
    # A beret leans to one side.
    slouch = 0.16 * beret
    right = [(x + slouch, y) for x, y in mixed[1:]]
    left = [
        (-x + slouch * share, y)
        for (x, y), share in zip(mixed[:0:-1], (0.6, 0.0, 0.6, 0.6), strict=True)
    ]
    crown = path([(w * x, RIM - high * y) for x, y in [*left, (slouch, mixed[0][1]), *right]])
    crown = _worn(head, crown, tilt, -0.08)
    front = _front(head, beret, tilt, 0.0)
    edge = spline(stack(crown[:, -1:], front[:, 3:0:-1], crown[:, :1]))
    # A cap's seam, a beret's crease: on from the outline's end.
    seam = path(
        [(w * lerp(*xs, beret), RIM - high * lerp(*ys, beret))
         for xs, ys in (((0.0, 0.42), (1.07, 1.10)), ((0.05, 0.24), (0.74, 0.96)),
                        ((0.0, 0.16), (0.34, 0.74)))]
    )  # fmt: skip
    seam = _worn(head, seam, tilt, 0.20)
    seam = join(straight(crown[:, :1], seam[:, :1]), spline(seam))
    sheet.add("hat", join(spline(crown), edge, seam), shown, head.contour)
    # The dark part lies low, and to the side that the light leaves.
    angle = -1.15 * head.dark_side(0.010)
    dark = placed(_DARK, path([(0.0, 0.0)]), angle) * vector(1.12 * w, 0.62 * high)
    middle = path([(slouch * w, RIM - 0.52 * high)])
    shade = spline(_worn(head, dark + middle, tilt, -0.08), closed=True)
    sheet.add("hat shade", shade, shown)
    # A cap's brim stands out before the forehead, from under the hat; a beret has none.
    near = _front(head, beret, tilt, lerp(-0.045, 0.0, beret), 0.88)
    far = _front(head, beret, tilt, lerp(0.20, 0.0, beret), 0.92)
    brim = join(spline(near), straight(near[:, -1:], far[:, -1:]), spline(far[:, ::-1]))
    sheet.add("brim", brim, shown, head.contour)


def _front(head: Head, beret: Values, tilt: Values, out: Value, reach: float = 1.0) -> Knots:
    """Five knots along the hat's lower edge over the forehead, from left to right; ``out`` moves
    its middle forwards and down, as a brim does."""
    w = head.hair_half_width
    half, y = lerp(0.96, 0.95, beret), lerp(-0.42, -0.45, beret)
    out = np.asarray(out)
    knots = []
    for u in np.array([-1.0, -0.6, 0.0, 0.6, 1.0]) * reach:
        bow = 1 - u * u
        drop = lerp(0.14 * u * u + 0.10 * bow, 0.10 * u * u, beret)
        knots.append(
            (w * half * u * (1 - 0.04 * np.maximum(out, 0)), y + drop + out * (0.25 + 0.75 * bow),
             0.52 * np.sqrt(bow + 0.02) + np.maximum(out, 0) * 1.2 * bow)
        )  # fmt: skip
    turned = head.turn(path(knots))
    return _tilted(turned, tilt)


def _worn(head: Head, knots: Knots, tilt: Values, sway: float) -> Knots:
    """Flat knots tilted with head and hat."""
    moved = knots + path([(sway * np.sin(head.yaw), 0.0)])
    return _tilted(head.tilt(moved), tilt)


def _tilted(points: Knots, tilt: Values) -> Knots:
    """Turned about the head's middle, as a hat is worn aslant."""
    x, y = points[..., 0], points[..., 1] + 0.35
    c, si = np.cos(tilt)[:, None], np.sin(tilt)[:, None]
    return np.stack([x * c - y * si, x * si + y * c - 0.35], axis=-1)
