"""Guidance: what to draw next, as curves by part and, where a layer wants it, as a picture.

*Rough* blends the lines of several portraits that the sketch could become: where they agree a
line stands out, where all is open they fade into a haze. *Detailed* shows the contours of the
best guess, one colour per part.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import skia
from numpy.typing import NDArray

from models.portrait.lines import Line
from models.portrait.skia_paths import polyline

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]

ROUGH_COLOR = "#4d6a9c"
#: Opacity of the best guess among the rough lines, and of all the others together.
_ROUGH_BEST, _ROUGH_OTHERS = 0.34, 0.75
#: Opacity of the best guess as long as it is alone: between that of a line that all others share
#: and of one that has none beside it, so that neither leaps when the others come.
_ROUGH_ALONE = 0.55
#: Width of all rough lines, in frame units: one width for all is one path for each portrait.
_ROUGH_WIDTH = 0.0045
#: Pictures smaller than this are soft enough.
_LEAST_SOFT = 256
_DETAILED_ALPHA = 0.9
_LEAST_WIDTH = 0.0028
#: A polyline keeps a point at least this often: frame units along it, radians of turn.
_STEP, _TURN = 0.02, 0.15
#: Rough lines are wide and faint, and many: they keep fewer points.
ROUGH_COARSENESS = 2.0


class Curve(NamedTuple):
    """A polyline [n, 2] in frame units with its part, colour "#rrggbb", opacity and width.

    Curves of one ``layer`` do not darken where they cross; those of different layers do.
    """

    part: str
    color: str
    alpha: float
    width: float
    points: Floats
    layer: int = 0


def to_reply(curves: Sequence[Curve]) -> list[dict[str, Any]]:
    """Curves as a GuidanceReply carries them."""
    points = np.concatenate([np.zeros((0, 2), np.float32), *(curve.points for curve in curves)])
    values = points.ravel().tolist()
    looks: dict[tuple[str, str, float, float], dict[str, Any]] = {}
    found, start = [], 0
    for curve in curves:
        look = looks.get(key := (curve.part, curve.color, curve.alpha, curve.width))
        if look is None:
            alpha, width = round(curve.alpha, 3), round(curve.width, 5)
            look = {"part": curve.part, "color": curve.color, "alpha": alpha, "width": width}
            looks[key] = look
        stop = start + 2 * len(curve.points)
        found.append({**look, "points": values[start:stop]})
        start = stop
    return found


def detailed(lines: Sequence[Line], colors: Mapping[str, str]) -> list[Curve]:
    """The contours of one portrait in its parts' colours."""
    return [
        Curve(
            line.part,
            colors[line.part],
            _DETAILED_ALPHA,
            max(line.width, _LEAST_WIDTH),
            line.points,
        )
        for line in lines
    ]


def rough(best: Sequence[Line], others: Sequence[Sequence[Line]]) -> list[Curve]:
    """The lines of the best guess and of other portraits, faint enough to blend."""
    each = 1 - (1 - _ROUGH_OTHERS) ** (1 / max(len(others), 1))
    return _faint([*((each, lines) for lines in others), (_ROUGH_BEST, best)])


def alone(best: Sequence[Line]) -> list[Curve]:
    """Rough lines of the best guess, until there are others."""
    return _faint([(_ROUGH_ALONE, best)])


def _faint(layers: Sequence[tuple[float, Sequence[Line]]]) -> list[Curve]:
    return [
        Curve(line.part, ROUGH_COLOR, alpha, _ROUGH_WIDTH, line.points, layer)
        for layer, (alpha, lines) in enumerate(layers)
        for line in lines
    ]


def picture(curves: Sequence[Curve], side: int, opacity: float, *, soft: bool) -> bytes:
    """The curves on transparent ground: side * side pixels, BGRA, straight alpha."""
    surface = skia.Surface.MakeRaster(_info(side, skia.kPremul_AlphaType))
    # Drawn where a line is one pixel wide, and enlarged: soft, and five times as fast.
    if soft and side >= _LEAST_SOFT:
        smaller = min(side // 2, int(1 / _ROUGH_WIDTH))
        small = skia.Surface.MakeRaster(_info(smaller, skia.kPremul_AlphaType))
        _draw(small, curves, opacity)
        surface.getCanvas().drawImageRect(
            small.makeImageSnapshot(),
            skia.Rect.MakeWH(side, side),
            skia.SamplingOptions(skia.FilterMode.kLinear),
        )
    else:
        _draw(surface, curves, opacity)
    pixels = bytearray(side * side * 4)
    surface.readPixels(_info(side, skia.kUnpremul_AlphaType), pixels, side * 4, 0, 0)
    return bytes(pixels)


def _info(side: int, alpha: skia.AlphaType) -> skia.ImageInfo:
    return skia.ImageInfo.Make(side, side, skia.kBGRA_8888_ColorType, alpha)


def _draw(surface: skia.Surface, curves: Sequence[Curve], opacity: float) -> None:
    """Draw the curves over the whole of a surface."""
    canvas = surface.getCanvas()
    canvas.scale(surface.width(), surface.height())
    for group in _runs_of_one_look(curves):
        path = skia.Path()
        for curve in group:
            path.addPath(polyline(curve.points))
        first = group[0]
        paint = skia.Paint(
            AntiAlias=True,
            Style=skia.Paint.kStroke_Style,
            StrokeCap=skia.Paint.kRound_Cap,
            StrokeJoin=skia.Paint.kRound_Join,
            StrokeWidth=first.width,
            Color=_argb(first.color, first.alpha * opacity),
        )
        thin = first.width * surface.width() <= 1
        if thin:  # skia draws such a path piece by piece, which would darken its joints
            canvas.saveLayerAlpha(None, paint.getAlpha())
            paint.setAlpha(255)
        canvas.drawPath(path, paint)
        if thin:
            canvas.restore()


def enough(points: Floats, counts: Integers, coarseness: float = 1.0) -> NDArray[np.bool_]:
    """[n] which points [n, 2] of lines, of which each has the next of ``counts`` [k], are enough
    for their length and for how they turn; both ends are."""
    last = np.cumsum(counts) - 1
    steps = np.diff(points, axis=0)
    heading = np.arctan2(steps[:, 1], steps[:, 0])
    turn = np.abs((np.diff(heading) + np.pi) % (2 * np.pi) - np.pi)
    progress = np.hypot(steps[:, 0], steps[:, 1]) / _STEP
    progress[1:] += turn / _TURN
    milestone = np.floor(np.concatenate([[0], np.cumsum(progress / coarseness)]))
    keep = np.ones(len(points), bool)
    keep[1:] = np.diff(milestone) > 0
    keep[last] = keep[last - counts + 1] = True
    return keep


def _runs_of_one_look(curves: Sequence[Curve]) -> list[list[Curve]]:
    """Neighbours that one pen can draw: of one layer, colour and opacity and about one width."""
    runs: list[list[Curve]] = []
    for curve in curves:
        last = runs[-1][0] if runs else None
        if (
            last is not None
            and (last.layer, last.color, last.alpha) == (curve.layer, curve.color, curve.alpha)
            and abs(last.width - curve.width) < 0.25 * last.width
        ):
            runs[-1].append(curve)
        else:
            runs.append([curve])
    return runs


def _argb(color: str, alpha: float) -> int:
    r, g, b = (int(color[i : i + 2], 16) for i in (1, 3, 5))
    return skia.ColorSetARGB(round(255 * min(max(alpha, 0.0), 1.0)), r, g, b)
