"""The garment itself: shoulders, arms and neckline, its shade and folds, a dress's straps."""

from __future__ import annotations

from models.atelier.clothes.outfit import Outfit
from models.atelier.scores import Values, smooth
from models.atelier.shapes import (
    Chain,
    Knots,
    Value,
    arc,
    column,
    join,
    lerp,
    path,
    polygon,
    spline,
    stack,
    straight,
)
from models.atelier.sides import SIDES, mirrored
from models.atelier.torso import HEM, below

_Point = tuple[Value, Value]


def draw_garment(o: Outfit) -> None:
    """Slots ``garment``, ``garment shade.*``, ``sleeve.*``, ``fold.*``, ``nape``, ``strap.*``."""
    torso, sheet = o.torso, o.sheet
    right, left = _edge(o, 1), _edge(o, -1)[..., ::-1, :]
    chain = join(
        spline(right),
        straight(right[..., -1:, :], left[..., :1, :]),
        spline(left),
        neckline(o, o.side, o.rise, o.depth, o.vee),
    )
    sheet.add("garment", chain, width=o.head.contour)
    beside = 0.95 * o.side * torso.neck
    low = torso.ridge(beside[:, None])[:, 0] + 0.035
    nape = path([(-beside, low), (0.0, torso.root - 0.125), (beside, low), (0.0, torso.root)])
    sheet.add("nape", spline(torso.behind(nape), closed=True), 1 - o.worn("straps"))
    _shade(o)
    _folds(o)
    _straps(o)


def _edge(o: Outfit, side: int) -> Knots:
    """Six knots from the neck over the shoulder down the arm; a dress begins below the arm."""
    torso = o.torso
    beside = o.side * torso.neck
    start = path([(beside, torso.ridge(beside[:, None])[:, 0] + o.rise)])
    thick = 0.015 + 0.02 * o.worn("blazer", "hood", "armour")
    over = torso.shoulder(0.47, 0.80, 0.975, out=thick)
    low = path([(torso.breadth * 1.06 + thick, torso.root + 0.44), (torso.breadth * 1.10, HEM)])
    dress = below(
        torso,
        (0.48 * torso.breadth, 0.285),
        (0.58 * torso.breadth, 0.262),
        (0.68 * torso.breadth, 0.285),
        (0.735 * torso.breadth, 0.36),
        (0.752 * torso.breadth, 0.48),
        (0.76 * torso.breadth, HEM - 0.9),
    )
    bare = column(o.worn("straps"))
    return torso.on(mirrored(lerp(stack(start, over, low), dress, bare), side))


def neckline(o: Outfit, side: Values, rise: Values, depth: Values, vee: Values) -> Chain:
    """A neckline: four cubics from the left side of the neck down to the middle and up the right;
    with straps, a dress's heart-shaped edge. Arguments as in ``Outfit``."""
    torso = o.torso
    x = side * torso.neck
    bare = o.worn("straps")
    start = torso.ridge(x[:, None])[:, 0] - torso.root + rise
    half = below(
        torso,
        (lerp(x, 0.48 * torso.breadth, bare), lerp(start, 0.285, bare)),
        (
            lerp(x * lerp(0.74, 0.52, vee), 0.25 * torso.breadth, bare),
            lerp(start + (depth - start) * lerp(0.78, 0.48, vee), 0.315, bare),
        ),
        (0.0, lerp(depth, 0.385, bare)),
    )
    knots = torso.on(stack(mirrored(half, -1), half[..., 1::-1, :]))
    pointed = join(spline(knots[..., :3, :]), spline(knots[..., 2:, :]))
    chain: Chain = lerp(spline(knots, tension=0.2), pointed, column(vee))
    return chain


def _shade(o: Outfit) -> None:
    """Cel shade on the side turned from the light, with a broken inner edge."""
    torso = o.torso
    wide = torso.breadth
    for side, name in SIDES:
        away = smooth(0.5 + 0.5 * side * (o.head.light[0] / 0.016 + 2.2 * torso.turn))
        x = wide * (1.06 - 0.26 * away) - 0.05 * o.worn("straps") * wide
        # From the shoulder's end along the sleeve into the armpit, where cloth gathers in a
        # point, then down the side.
        ring = path([
            (x + (0.05 + 0.08 * away) * wide, torso.root - 0.02),
            (x + 0.015 * wide, torso.root + 0.17),
            (x - (0.02 + 0.24 * away) * wide, torso.root + 0.35),
            (x - (0.03 + 0.10 * away) * wide, torso.root + 0.44),
            (x - (0.05 + 0.16 * away) * wide, HEM),
            (2.1, HEM),
            (x + (0.05 + 0.08 * away) * wide, torso.root - 0.02),
        ])  # fmt: skip
        edge = torso.on(mirrored(ring[..., :5, :], side))
        inner = join(spline(edge[..., :3, :]), spline(edge[..., 2:, :]))
        outer = polygon(torso.on(mirrored(ring[..., 4:, :], side)))
        o.sheet.add(f"garment shade.{name}", join(inner, outer))


def _folds(o: Outfit) -> None:
    """Wedges of shade that hang from armpits and shoulders; the sleeves' seams."""
    torso = o.torso
    wide, plump = torso.breadth, o.s.span("folds", 0.0, 1.25)
    sleeved = 1 - o.worn("straps")
    for side, name in SIDES:
        seam = below(torso, (0.715 * wide, 0.31), (0.755 * wide, 0.42), (0.785 * wide, HEM - 0.9))
        o.sheet.add(f"sleeve.{name}", arc(torso.on(mirrored(seam, side))), sleeved)
        wedges: tuple[tuple[_Point, _Point, _Point, float], ...] = (
            # from the armpit up to the collar
            ((0.735, 0.375), (0.50, 0.33 - 0.05 * plump), (0.33, 0.335 - 0.04 * plump), 0.075),
            # from the shoulder down the sleeve
            ((0.98, 0.28), (0.90, 0.36), (0.86, 0.37 + 0.10 * plump), 0.05),
        )
        for k, (start, middle, end, thick) in enumerate(wedges, start=1):
            x, y = middle
            knots = below(torso, start, middle, end, (x, y + thick * plump))
            knots[..., 0] *= wide[:, None]
            on = torso.on(mirrored(knots, side))
            o.sheet.add(
                f"fold.{name}.{k}",
                join(arc(on[..., :3, :]), arc(on[..., [2, 3, 0], :])),
                o.s.presence("folds", -0.5) * sleeved * (1 - o.worn("armour") * (k == 2)),
            )


def _straps(o: Outfit) -> None:
    torso = o.torso
    for side, name in SIDES:
        top = torso.shoulder(0.36, 0.42, out=-0.008)
        low = below(torso, (0.525 * torso.breadth, 0.30), (0.45 * torso.breadth, 0.30))
        corners = torso.on(mirrored(stack(top, low, top[..., :1, :]), side))
        o.sheet.add(f"strap.{name}", polygon(corners), o.worn("straps"))
