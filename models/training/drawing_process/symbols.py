"""Symbols that stand for a part: an eye as a ring with a dot, a brow or a mouth as one stroke.

Quick sketches put down what a thing is, not how it looks. The symbol lies where the part's lines
lie, so that its size and place still say something.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from models.training.drawing_process.drawing import LineDrawing

Points = NDArray[np.float32]
#: One line: its points, and whether it goes round something black.
_Line = tuple[Points, bool]
_TURN = np.linspace(0, 2 * np.pi, 21)
_RING = np.stack([np.cos(_TURN), np.sin(_TURN)], 1)
#: An eye lower than this share of its width is shut: a stroke, not a ring.
_SHUT = 0.28


def with_symbols(
    drawing: LineDrawing, parts: Sequence[str], share: float, rng: np.random.Generator
) -> LineDrawing:
    """The drawing with some small parts as symbols, each kind with probability ``share``; both
    eyes are drawn in the same way."""
    chosen = rng.random(len(_SYMBOLS)) < share
    symbol = {
        parts.index(name): make
        for (name, make), wanted in zip(_SYMBOLS.items(), chosen, strict=True)
        if wanted and name in parts
    }
    if not symbol:
        return drawing
    lines: list[_Line] = []
    part: list[int] = []
    width: list[float] = []
    done: set[int] = set()
    for number, own in enumerate(drawing.part.tolist()):
        if own not in symbol:
            lines.append((_line(drawing, number), bool(drawing.blot[number])))
            part.append(own)
            width.append(float(drawing.width[number]))
        elif own not in done:
            done.add(own)
            for group in _groups(drawing, np.flatnonzero(drawing.part == own)):
                made = symbol[own]([_line(drawing, k) for k in group], rng)
                lines += made
                part += [own] * len(made)
                width += [float(drawing.width[group].max())] * len(made)
    counts = [len(points) for points, _ in lines]
    return LineDrawing(
        np.concatenate([points for points, _ in lines]).astype(np.float32),
        np.concatenate([[0], np.cumsum(counts)]).astype(np.int64),
        np.array(part, np.int64),
        np.array(width, np.float32),
        np.array([blot for _, blot in lines], np.bool_),
    )


def _line(drawing: LineDrawing, number: int) -> Points:
    return drawing.points[drawing.starts[number] : drawing.starts[number + 1]]


def _groups(drawing: LineDrawing, numbers: NDArray[np.int64]) -> list[NDArray[np.int64]]:
    """Lines of one part, split at its widest gap from left to right (two eyes, two brows; one
    mouth stays one)."""
    middles = np.array([_line(drawing, k)[:, 0].mean() for k in numbers])
    ranked = np.argsort(middles)
    gaps = np.diff(middles[ranked])
    if not len(gaps) or gaps.max() < 0.06:
        return [numbers]
    at = int(gaps.argmax()) + 1
    return [numbers[ranked[:at]], numbers[ranked[at:]]]


def _eye(lines: list[Points], rng: np.random.Generator) -> list[_Line]:
    points = np.concatenate(lines)
    low, high = points.min(0), points.max(0)
    middle, half = (low + high) / 2, (high - low) / 2
    if half[1] < _SHUT * half[0]:
        return _stroke(lines, rng)
    round_ = rng.random() < 0.5
    size = np.full(2, half.mean()) if round_ else half * (0.95, 0.9)
    dot = middle + (_RING * half.min() * rng.uniform(0.15, 0.5))
    return [(middle + _RING * size, False), (dot, True)]


def _stroke(lines: list[Points], rng: np.random.Generator) -> list[_Line]:
    """The longest line alone, simplified to an arc through three of its points."""
    longest = max(lines, key=lambda p: float(np.hypot(*np.diff(p, axis=0).T).sum()))
    left, right = longest[longest[:, 0].argmin()], longest[longest[:, 0].argmax()]
    between = longest[np.abs(longest[:, 0] - (left[0] + right[0]) / 2).argmin()]
    t = np.linspace(0, 1, 9)[:, None]
    control = 2 * between - (left + right) / 2
    return [((1 - t) ** 2 * left + 2 * t * (1 - t) * control + t**2 * right, False)]


_SYMBOLS: dict[str, Callable[[list[Points], np.random.Generator], list[_Line]]] = {
    "eyes": _eye,
    "brows": _stroke,
    "mouth": _stroke,
}
