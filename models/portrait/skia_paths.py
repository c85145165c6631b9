"""Arrays to skia paths, in one call each.

Adding points one by one takes most of the time of a small picture. skia can read a path from
bytes, though its layout is not promised: so a path of the same kind is written out once to see
where its points lie, and other points are put in their place. Where that fails, points are added
one by one.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np
import skia
from numpy.typing import NDArray

Points = NDArray[np.float32]


def cubic_path(controls: Points) -> skia.Path:
    """A closed path from a chain of cubics [1 + 3n, 2] float32."""
    path = _from_bytes(controls, _cubics)
    return _cubics(controls) if path is None else path


def polygon(points: Points) -> skia.Path:
    """A closed path through points [n, 2] float32."""
    path = _from_bytes(points, _polygon)
    return _polygon(points) if path is None else path


def polyline(points: Points) -> skia.Path:
    """An open path through points [n, 2] float32."""
    path = _from_bytes(points, _polyline)
    return _polyline(points) if path is None else path


def _from_bytes(points: Points, build: Callable[[Points], skia.Path]) -> skia.Path | None:
    around = _around_points(len(points), build)
    if around is None:
        return None
    before, after = around
    path = skia.Path()
    return path if path.readFromMemory(before + points.tobytes() + after) else None


@cache
def _around_points(count: int, build: Callable[[Points], skia.Path]) -> tuple[bytes, bytes] | None:
    """What skia writes before and after the points of such a path; None if that is not so."""
    points = (np.arange(2, 2 + 2 * count) / 7).astype(np.float32).reshape(-1, 2)
    path = build(points)
    before, found, after = bytes(path.serialize()).partition(points.tobytes())
    return (before, after) if found else None


def _cubics(controls: Points) -> skia.Path:
    path = skia.Path()
    values = controls.tolist()
    path.moveTo(*values[0])
    for a, b, c in zip(values[1::3], values[2::3], values[3::3], strict=True):
        path.cubicTo(*a, *b, *c)
    path.close()
    return path


def _polygon(points: Points) -> skia.Path:
    path = skia.Path()
    path.addPoly([skia.Point(x, y) for x, y in points.tolist()], True)
    path.setFillType(skia.PathFillType.kWinding)
    return path


def _polyline(points: Points) -> skia.Path:
    path = skia.Path()
    path.addPoly([skia.Point(x, y) for x, y in points.tolist()], False)
    return path
