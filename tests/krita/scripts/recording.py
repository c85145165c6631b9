"""Recorded strokes, scaled to the document they are painted in."""

from __future__ import annotations

import json
import math
from pathlib import Path

#: Krita merges pointer moves that come close in time; few and slow ones arrive one by one, so
#: that the same stroke gives the same pixels.
TOLERANCE = 0.7
PAUSE = 0.045

Point = tuple[float, float]
Stroke = list[Point]


def load(path: Path, width: int, height: int, most: int | None = None) -> list[Stroke]:
    """The strokes of a recording as document pixels; the first ``most`` of them."""
    data = json.loads(path.read_text("utf-8"))
    sx, sy = width / data["size"][0], height / data["size"][1]
    strokes = data["strokes"][:most]
    return [_thinned([(p[0] * sx, p[1] * sy) for p in s["points"]]) for s in strokes]


def _thinned(points: Stroke) -> Stroke:
    """The fewest of the points whose polyline stays within TOLERANCE of all of them."""
    if len(points) < 3:
        return points
    far = max(range(1, len(points) - 1), key=lambda i: _off(points[i], points[0], points[-1]))
    if _off(points[far], points[0], points[-1]) <= TOLERANCE:
        return [points[0], points[-1]]
    return _thinned(points[: far + 1])[:-1] + _thinned(points[far:])


def _off(point: Point, a: Point, b: Point) -> float:
    """Distance of a point from the segment a to b."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    along = ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / length if length else 0.0
    along = min(1.0, max(0.0, along))
    return math.dist(point, (a[0] + along * dx, a[1] + along * dy))
