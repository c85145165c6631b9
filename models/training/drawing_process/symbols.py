"""Symbols that stand for a part: an eye as a ring with a dot, a brow or a mouth as one stroke.

Quick sketches put down what a thing is, not how it looks. The symbol lies where the part's lines
lie, so that its size and place still say something.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from models.training.drawing_process.drawing import LineDrawing
from models.training.drawing_process.eyes import line, pairs

Points = NDArray[np.float32]
#: One line: its points, and whether it goes round something black.
_Line = tuple[Points, bool]
_TURN = np.linspace(0, 2 * np.pi, 21)
_RING = np.stack([np.cos(_TURN), np.sin(_TURN)], 1)
#: An eye without a pupil and lower than this share of its width is shut, not hidden.
_SHUT = 0.5


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
            lines.append(_line(drawing, number))
            part.append(own)
            width.append(float(drawing.width[number]))
        elif own not in done:
            done.add(own)
            for group in pairs(drawing, own):
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


def _line(drawing: LineDrawing, number: int) -> _Line:
    return line(drawing, number), bool(drawing.blot[number])


def _eye(lines: list[_Line], rng: np.random.Generator) -> list[_Line]:
    """A ring with a dot if the pupil shows; a stroke if the eye is shut, whatever lashes and
    folds there are about it; as it is if hair or a heavy lid hides the pupil."""
    points = np.concatenate([points for points, _ in lines])
    low, high = points.min(0), points.max(0)
    middle, half = (low + high) / 2, (high - low) / 2
    if not any(blot for _, blot in lines):
        return _stroke(lines, rng) if half[1] < _SHUT * half[0] else lines
    round_ = rng.random() < 0.5
    size = np.full(2, half.mean()) if round_ else half * (0.95, 0.9)
    dot = middle + (_RING * half.min() * rng.uniform(0.15, 0.5))
    return [(middle + _RING * size, False), (dot, True)]


def _stroke(lines: list[_Line], rng: np.random.Generator) -> list[_Line]:
    """The longest line alone, simplified to an arc through three of its points."""
    longest = max((p for p, _ in lines), key=lambda p: float(np.hypot(*np.diff(p, axis=0).T).sum()))
    left, right = longest[longest[:, 0].argmin()], longest[longest[:, 0].argmax()]
    between = longest[np.abs(longest[:, 0] - (left[0] + right[0]) / 2).argmin()]
    t = np.linspace(0, 1, 9)[:, None]
    control = 2 * between - (left + right) / 2
    return [((1 - t) ** 2 * left + 2 * t * (1 - t) * control + t**2 * right, False)]


_SYMBOLS: dict[str, Callable[[list[_Line], np.random.Generator], list[_Line]]] = {
    "eyes": _eye,
    "brows": _stroke,
    "mouth": _stroke,
}
