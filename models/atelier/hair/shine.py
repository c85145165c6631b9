"""Shine: a band of light across the flow, one piece on each clump of the bangs."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from models.atelier.hair.clumps import Clump
from models.atelier.head import Head
from models.atelier.scores import Scores
from models.atelier.shapes import Chain, column, join, lerp, spline, stack
from models.atelier.sheet import Sheet

#: Pieces from left to right: clump, size.
_PIECES = (("left.1", 0.8), ("left.2", 1.0), ("left.3", 0.75), ("right.3", 0.75), ("right.2", 1.0),
           ("right.1", 0.8))  # fmt: skip
PIECES = tuple(name for name, _ in _PIECES)


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
    wide = np.asarray(clump.widths[1], float) * (1.06 - 0.50 * spots) * lit
    room = np.minimum(wide / 0.16, 1.2)
    thick = s.span("shine", 0.010, 0.030) * size * (1 + 0.5 * spots) * lit * room
    tooth = 0.066 * teeth * (1 - 0.8 * spots) * size * room
    us = np.linspace(-0.5, 0.5, 5)
    upper, lower = [], []
    for k, u in enumerate(us):
        swell = np.sqrt(max(1 - (2 * u) ** 2, 0.0)) * spots + (1 - spots) * (0.35, 1, 1, 1, 0.35)[k]
        zig = (0.0, 0.30, 0.0, 0.45, 0.0)[k] * tooth
        zag = (0.0, 0.75, 0.05, 1.0, 0.0)[k] * tooth
        across_at = centre + n * column(wide * u) + d * column(0.25 * wide * u * u)
        upper.append(across_at - d * column(thick * swell + zig))
        lower.append(across_at + d * column(thick * swell + zag))
    top = stack(*upper)
    low = stack(*lower[::-1])
    tight = column(0.06 + 0.10 * spots)
    return join(spline(top, tension=tight), spline(stack(top[:, -1:], low[:, 1:]), tension=tight))
