"""Guidance as the plugin keeps it: curves by part, checked, in frame units."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
MOST_POINTS = 200_000
#: No curve reaches farther from the frame's corner, in frame units.
FARTHEST = 16.0


@dataclass(frozen=True)
class Curve:
    """A polyline of one semantic part.

    ``points`` is x0, y0, x1, y1, ... and ``width`` the pen's, both in frame units (the guidance
    frame is the unit square); ``color`` is #rrggbb and ``alpha`` 0 to 1.
    """

    part: str
    color: str
    alpha: float
    width: float
    points: tuple[float, ...]


@dataclass(frozen=True)
class Guidance:
    """All curves of one answer; ``request`` is the id it answers.

    ``casing`` is the colour (#aarrggbb) of a thin edge along every curve, "" for none.
    """

    request: int
    mode: str
    curves: tuple[Curve, ...]
    casing: str = ""


def curves_of(items: Iterable[dict[str, Any]]) -> tuple[Curve, ...]:
    """The well-formed curves of a reply; anything else in it is left out."""
    curves: list[Curve] = []
    left = MOST_POINTS
    for item in items:
        curve = _curve(item)
        if curve is not None and len(curve.points) <= left:
            left -= len(curve.points)
            curves.append(curve)
    return tuple(curves)


def _curve(item: Any) -> Curve | None:
    try:
        points = tuple(item["points"])
        total = float(sum(points))  # no number (nor a finite one) where any of them is none
        nearest, farthest = min(points), max(points)
        color = str(item["color"])
        alpha, width = float(item["alpha"]), float(item["width"])
    except (KeyError, TypeError, ValueError, OverflowError):
        return None
    near = -FARTHEST <= nearest and farthest <= FARTHEST
    finite = math.isfinite(total) and math.isfinite(alpha) and math.isfinite(width)
    if not near or not finite or len(points) < 4 or len(points) % 2 or not _COLOUR.fullmatch(color):
        return None
    alpha, width = min(max(alpha, 0.0), 1.0), min(max(width, 0.0), 1.0)
    return Curve(str(item.get("part", "")), color, alpha, width, points)
