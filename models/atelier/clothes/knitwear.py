"""A turtleneck's roll, and the band along a neckline: a rib, or lace."""

from __future__ import annotations

import numpy as np

from models.atelier.clothes.garment import neckline
from models.atelier.clothes.outfit import Outfit
from models.atelier.scores import Values
from models.atelier.shapes import Chain, Knots, join, path, rim, spline, stack, straight

#: Scallops of the lace: two in each of the neckline's cubics.
SCALLOPS = 8


def draw_knitwear(o: Outfit) -> None:
    """Slots ``turtleneck`` and ``neck band``.

    The roll reaches below the neckline of whatever is worn, also where it is not seen: halfway
    between two kinds, where a model may put somebody, no skin gapes under it then.
    """
    torso = o.torso
    high = torso.root - o.s.span("collar_size", 0.10, 0.20)
    beside, low = o.side + 0.14, torso.root + o.depth + 0.035
    ring = path([
        (-0.25, 1.10, high), (0.0, 1.14, high + 0.085), (0.25, 1.10, high),
        (0.27, 1.26, torso.root - 0.06), (0.25, beside, torso.root + 0.045), (0.0, 1.36, low),
        (-0.25, beside, torso.root + 0.045), (-0.27, 1.26, torso.root - 0.06),
        (-0.25, 1.10, high),
    ])  # fmt: skip
    knots = torso.round_neck(ring, edges=True)
    k = [knots[..., i : i + 1, :] for i in range(9)]
    chain = join(rim(*k[:3]), spline(stack(*k[2:5])), rim(*k[4:7]), spline(stack(*k[6:])))
    o.sheet.add("turtleneck", chain, o.worn("turtleneck"))
    _trim(o)


def _trim(o: Outfit) -> None:
    """Along the neckline: as broad as a rib, or broader and scalloped."""
    lace = o.s.grow("frill", 0.6, 0.5) * (1 - o.worn("shirt"))
    wide = 0.042 + 0.075 * lace
    inner = neckline(o, o.side, o.rise, o.depth, o.vee)
    outer = neckline(o, o.side + 5.0 * wide * (1 - 0.3 * lace), o.rise - 0.006,
                     o.depth + wide, o.vee)  # fmt: skip
    edge = _scalloped(_points(outer), 0.32 * lace)
    back = inner[..., ::-1, :]
    chain = join(
        edge, straight(edge[..., -1:, :], back[..., :1, :]), back,
        straight(back[..., -1:, :], edge[..., :1, :]),
    )  # fmt: skip
    o.sheet.add("neck band", chain, o.worn("tee", "shirt"))


def _points(chain: Chain) -> Knots:
    """The ends and the middles of a chain's cubics."""
    a, b, c, d = (chain[..., k : k + 10 : 3, :] for k in range(4))
    middle = (a + 3 * b + 3 * c + d) / 8
    points = np.empty((*chain.shape[:-2], SCALLOPS + 1, 2))
    points[..., 0:-1:2, :], points[..., 1::2, :] = a, middle
    points[..., -1, :] = chain[..., -1, :]
    return points


def _scalloped(points: Knots, bulge: Values) -> Chain:
    """A chain through the points whose cubics swell outwards by ``bulge`` of their length."""
    chain = spline(points)
    a, b = points[..., :-1, :], points[..., 1:, :]
    step = b - a
    out = np.stack([-step[..., 1], step[..., 0]], axis=-1) * bulge[:, None, None] * 1.6
    chain[..., 1::3, :] += out
    chain[..., 2::3, :] += out
    return chain
