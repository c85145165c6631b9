"""Shine: a band of light across the flow, one piece on each clump of the bangs."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from models.atelier.hair.clumps import Clump
from models.atelier.head import Head
from models.atelier.scores import Scores, smooth
from models.atelier.shapes import Chain, Knots, column, join, lerp, spline, stack
from models.atelier.sheet import Sheet

#: Pieces from left to right: clump, size.
_PIECES = (("left.1", 0.8), ("left.2", 1.0), ("left.3", 0.75), ("right.3", 0.75), ("right.2", 1.0),
           ("right.1", 0.8))  # fmt: skip
PIECES = tuple(name for name, _ in _PIECES)
#: Along a piece: where its five knots lie, how thick it is there, how far its points reach above
#: and below. No two points are alike.
_PLACES = (-0.5, -0.23, 0.03, 0.27, 0.5)
_BODY = (0.0, 0.85, 0.80, 0.90, 0.0)
_ABOVE = (0.0, 0.05, 0.16, 0.0, 0.0)
_BELOW = (0.0, 0.75, -0.25, 1.25, 0.0)


def draw_shine(s: Scores, head: Head, sheet: Sheet, clumps: Mapping[str, Clump]) -> None:
    """Slots ``shine band.*``."""
    shown = s.presence("shine", -0.7)
    for name, size in _PIECES:
        sheet.add(f"shine band.{name}", _piece(s, head, clumps[name], size, name), shown)


def _piece(s: Scores, head: Head, clump: Clump, size: float, name: str) -> Chain:
    """Eight cubics: four teeth down the upper edge, four back along the lower one."""
    side = -1 if name.startswith("left") else 1
    lit = 1 - 0.55 * np.clip(side * head.light[0] / 0.028, 0, 1) * (name[-1] == "1")
    along, across = clump.frames
    at = s.span("shine_height", 0.95, 0.40)
    centre = lerp(clump.spine[:, 1:2], clump.spine[:, 2:3], column(at - 0.30))
    d = lerp(along[:, 1:2], along[:, 2:3], 0.5)
    n = lerp(across[:, 1:2], across[:, 2:3], 0.5)
    spots = s.span("shine_spots", 0.0, 1.0) ** 2
    teeth = s.span("shine_teeth", 0.0, 1.0)
    wide = np.asarray(clump.widths[1], float) * (1.16 - 0.60 * spots) * lit
    # On a clump that is seen edge-on nothing is left, no crumbs of light.
    room = np.minimum(wide / 0.16, 1.2) * smooth((wide - 0.04) / 0.07)
    thick = s.span("shine", 0.010, 0.030) * size * (1 + 0.5 * spots) * lit * room
    tooth = 0.066 * teeth * (1 - 0.8 * spots) * size * room
    upper, lower = [], []
    for k, u in enumerate(_PLACES):
        # Both ends run out into points.
        swell = np.sqrt(max(1 - (2 * u) ** 2, 0.0)) * spots + (1 - spots) * _BODY[k]
        across_at = centre + n * column(wide * u) + d * column(0.25 * wide * u * u)
        upper.append(across_at - d * column(thick * swell + _ABOVE[k] * tooth))
        lower.append(across_at + d * column(thick * swell + _BELOW[k] * tooth))
    top, low = stack(*upper), stack(*lower[::-1])
    low = stack(top[:, -1:], low[:, 1:-1], top[:, :1])
    round_ = join(spline(top), spline(low))
    sharp = column(teeth * (1 - spots))
    chain: Chain = lerp(round_, join(spline(top, tension=0.1), _spiked(low, d)), sharp)
    return chain


def _spiked(edge: Knots, out: Knots) -> Chain:
    """Four cubics along an edge [N, 5, 2] whose second and fourth knots are points drawn out
    along ``out``, as locks draw out a band of light; the knots between lie in round hollows."""
    pieces = [edge[:, :1]]
    for k in range(4):
        start, end = edge[:, k : k + 1], edge[:, k + 1 : k + 2]
        step = end - start
        along = (step * out).sum(axis=-1, keepdims=True) * out
        # Level in the hollow, along the flow at the point.
        from_point = k % 2 == 1
        first = start + (0.42 * along if from_point else 0.30 * (step - along))
        last = end - (0.30 * (step - along) if from_point else 0.42 * along)
        pieces += [first, last, end]
    return stack(*pieces)
