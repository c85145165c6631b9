"""Stroke recordings: reading, checking, and drawing the first strokes as ink.

A recording is JSON: ``{"size": [w, h], "strokes": [{"points": [[x, y, pressure], ...],
"width": px}, ...]}`` in pixels of a canvas of that size; pressure (0 to 1) may be left out.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import skia

from worker.errors import RecordingError

Point = tuple[float, float, float]

_MAX_POINTS = 200_000
_MAX_CANVAS = 32_768
#: A stroke at no pressure keeps this share of its width.
_THINNEST = 0.25


@dataclass(frozen=True)
class Stroke:
    """Points (x, y, pressure) in canvas pixels and 0 to 1; ``width`` in pixels at pressure 1."""

    points: tuple[Point, ...]
    width: float


@dataclass(frozen=True)
class Recording:
    """Strokes in the order in which they were drawn, on a canvas of ``width`` x ``height``."""

    width: float
    height: float
    strokes: tuple[Stroke, ...]

    def ink(self, count: int, side: int) -> bytes:
        """The first ``count`` strokes in the largest centred square, as side * side bytes of
        ink (0 none, 255 full)."""
        surface = skia.Surface.MakeRaster(skia.ImageInfo.MakeA8(side, side))
        canvas = surface.getCanvas()
        canvas.clear(skia.ColorTRANSPARENT)
        square = min(self.width, self.height)
        canvas.scale(side / square, side / square)
        canvas.translate((square - self.width) / 2, (square - self.height) / 2)
        paint = skia.Paint(
            AntiAlias=True, Style=skia.Paint.kStroke_Style, StrokeCap=skia.Paint.kRound_Cap
        )
        for stroke in self.strokes[:count]:
            for a, b in zip(stroke.points, stroke.points[1:] or stroke.points, strict=False):
                pressure = (a[2] + b[2]) / 2
                paint.setStrokeWidth(stroke.width * (_THINNEST + (1 - _THINNEST) * pressure))
                canvas.drawLine(a[0], a[1], b[0], b[1], paint)
        pixels = np.zeros((side, side), np.uint8)
        surface.readPixels(skia.ImageInfo.MakeA8(side, side), pixels, side, 0, 0)
        return pixels.tobytes()


def load(path: Path) -> Recording:
    """Read a recording.

    Raises:
        RecordingError: the file cannot be read, or is no recording.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise RecordingError(f"{path} cannot be read as a recording: {error}") from error
    try:
        return parse(data)
    except RecordingError as error:
        raise RecordingError(f"{path}: {error}") from error


def parse(data: Any) -> Recording:
    """A recording from JSON data.

    Raises:
        RecordingError: naming the stroke and what is wrong with it.
    """
    if not isinstance(data, dict) or not isinstance(data.get("strokes"), list):
        raise RecordingError('a recording is an object with "size" and a list of "strokes"')
    size = data.get("size")
    if not isinstance(size, list) or len(size) != 2:
        raise RecordingError('"size" must be [width, height] in pixels')
    width, height = (_number(v, '"size"', 1, _MAX_CANVAS) for v in size)
    strokes = tuple(_stroke(item, i) for i, item in enumerate(data["strokes"], start=1))
    if not strokes:
        raise RecordingError("a recording needs at least one stroke")
    if sum(len(stroke.points) for stroke in strokes) > _MAX_POINTS:
        raise RecordingError(f"a recording may have {_MAX_POINTS} points at most")
    return Recording(width, height, strokes)


def _stroke(item: Any, number: int) -> Stroke:
    where = f"stroke {number}"
    if not isinstance(item, dict) or not isinstance(item.get("points"), list):
        raise RecordingError(f'{where} must be an object with a list of "points"')
    if not item["points"]:
        raise RecordingError(f"{where} has no points")
    width = _number(item.get("width"), f"{where}: width", 0.01, _MAX_CANVAS)
    return Stroke(tuple(_point(point, where) for point in item["points"]), width)


def _point(values: Any, where: str) -> Point:
    if not isinstance(values, list) or len(values) not in (2, 3):
        raise RecordingError(f"{where}: a point is [x, y] or [x, y, pressure], not {values!r:.40}")
    x, y = (_number(v, f"{where}: a position", -_MAX_CANVAS, 2 * _MAX_CANVAS) for v in values[:2])
    pressure = _number(values[2], f"{where}: pressure", 0, 1) if len(values) == 3 else 1.0
    return x, y, pressure


def _number(value: Any, what: str, low: float, high: float) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise RecordingError(f"{what} must be a number, not {value!r:.40}")
    if not low <= value <= high:  # nor is what is not a number
        raise RecordingError(f"{what} must be from {low:g} to {high:g}, not {value!r:.40}")
    return float(value)
