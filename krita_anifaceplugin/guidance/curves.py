"""Guidance as the plugin keeps it: curves by part, checked, in frame units."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ..protocol import MAX_COORDINATES

#: Part, colour, opacity and width.
_Look = tuple[str, str, float, float]
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
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
    left = MAX_COORDINATES
    looks: dict[object, _Look | None] = {}  # some 350 curves of rough guidance have 20 of them
    for item in items:
        try:
            key = (item.get("part", ""), item["color"], item["alpha"], item["width"])
            if key not in looks:
                looks[key] = _look(*key)
            look, points = looks[key], tuple(item["points"])
            if look is None or not _near(points) or len(points) > left:
                continue
        except (AttributeError, KeyError, TypeError, ValueError, OverflowError):
            continue
        left -= len(points)
        curves.append(Curve(*look, points))
    return tuple(curves)


def _look(part: Any, color: Any, alpha: Any, width: Any) -> _Look | None:
    """Part, colour, opacity and width of a curve; None where they cannot be. Raises what ``float``
    raises."""
    color, alpha, width = str(color), float(alpha), float(width)
    if not (math.isfinite(alpha) and math.isfinite(width) and _COLOUR.fullmatch(color)):
        return None
    return str(part), color, min(max(alpha, 0.0), 1.0), min(max(width, 0.0), 1.0)


def _near(points: tuple[Any, ...]) -> bool:
    """Whether these are points of a line, and none is too far away. Raises TypeError or
    OverflowError where one is no number."""
    if len(points) < 4 or len(points) % 2:
        return False
    # Of hardly any line is even the root of all squares so large, and that is one look at each
    # number where the second test takes three.
    if math.hypot(*points) <= FARTHEST:
        return True
    return math.isfinite(sum(points)) and -FARTHEST <= min(points) and max(points) <= FARTHEST
