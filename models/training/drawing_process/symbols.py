"""Signs in place of drawings: an eye as a circle with a dot, a mouth as a stroke."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from models.training.drawing_process.drawing import LineDrawing

Points = NDArray[np.float32]

_DOT = 0.004
_SAMPLES = 24


def with_symbols(
    drawing: LineDrawing, parts: Sequence[str], rng: np.random.Generator
) -> LineDrawing:
    """The drawing with its eyes, and mostly its mouth, replaced by signs for them."""
    kept = np.ones(len(drawing), bool)
    signs: list[tuple[int, Points]] = []
    eyes, mouth = (
        np.flatnonzero(drawing.part == parts.index(name)) if name in parts else np.zeros(0, int)
        for name in ("eyes", "mouth")
    )
    if len(eyes):
        kept[eyes] = False
        shape = float(rng.uniform(0.75, 1.3)), float(rng.uniform(0, 2 * np.pi))
        dotted = rng.random() < 0.8
        for lines in _by_side(drawing, eyes):
            low, high = _bounds(drawing, lines)
            centre, radii = (low + high) / 2, (high - low) / 2 * (1, shape[0])
            signs.append((parts.index("eyes"), _ellipse(centre, radii, shape[1])))
            if dotted:
                signs.append((parts.index("eyes"), _ellipse(centre, np.full(2, _DOT), 0.0)))
    if len(mouth) and rng.random() < 0.7:
        kept[mouth] = False
        low, high = _bounds(drawing, mouth)
        bow, t = float(rng.normal(0, 0.12)), np.linspace(0, 1, _SAMPLES)
        middle = (low[1] + high[1]) / 2 + bow * (high[0] - low[0]) * (4 * t * (1 - t) - 0.5)
        stroke = np.stack([low[0] + (high[0] - low[0]) * t, middle], 1)
        signs.append((parts.index("mouth"), stroke.astype(np.float32)))
    strokes = [_line(drawing, number) for number in np.flatnonzero(kept).tolist()]
    strokes += [sign for _, sign in signs]
    width = float(np.median(drawing.width))
    ends = np.cumsum([len(stroke) for stroke in strokes])
    return LineDrawing(
        points=np.concatenate(strokes),
        starts=np.concatenate([[0], ends]).astype(np.int64),
        part=np.concatenate([drawing.part[kept], [part for part, _ in signs]]).astype(np.int64),
        width=np.concatenate([drawing.width[kept], [width] * len(signs)]).astype(np.float32),
        blot=np.concatenate([drawing.blot[kept], [False] * len(signs)]).astype(bool),
    )


def _line(drawing: LineDrawing, number: int) -> Points:
    return drawing.points[drawing.starts[number] : drawing.starts[number + 1]]


def _bounds(drawing: LineDrawing, lines: NDArray[np.int64]) -> tuple[Points, Points]:
    points = np.concatenate([_line(drawing, number) for number in lines.tolist()])
    return points.min(0), points.max(0)


def _by_side(drawing: LineDrawing, lines: NDArray[np.int64]) -> list[NDArray[np.int64]]:
    """Lines left and right of the middle between the outermost ones."""
    at = np.array([_line(drawing, number)[:, 0].mean() for number in lines.tolist()])
    left = at < (at.min() + at.max()) / 2
    return [side for side in (lines[left], lines[~left]) if len(side)]


def _ellipse(centre: ArrayLike, radii: ArrayLike, start: float) -> Points:
    turn = start + np.linspace(0, 2 * np.pi * 1.05, _SAMPLES)
    ring = np.stack([np.cos(turn), np.sin(turn)], 1) * np.asarray(radii)
    return (np.asarray(centre) + ring).astype(np.float32)
