"""Symbols that stand for a part: an eye as a ring with a dot, a mouth as one stroke, glasses as two
rings.

Quick sketches put down what a thing is, not how it looks. The symbol lies where the part's lines
lie, so that its size and place still say something.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from models.training.drawing_process.drawing import LineDrawing
from models.training.drawing_process.eye_symbols import eye_symbol, stroke
from models.training.drawing_process.eyes import pairs
from models.training.drawing_process.simple_lines import Mark, arc, box, ring
from models.training.drawing_process.worn import glasses_symbol, hat_symbol, worn_groups

_Maker = Callable[[list[Mark]], list[Mark]]
#: A mouth higher than this share of its width is open.
_OPEN = 0.4


def with_symbols(
    drawing: LineDrawing,
    parts: Sequence[str],
    share: float,
    rng: np.random.Generator,
    *,
    plain_hat: bool = False,
) -> LineDrawing:
    """The drawing with some small parts as symbols, each kind with probability ``share``, and hats
    always with a ``plain_hat``; both eyes are drawn in the same way."""
    chosen = rng.random(5) < share
    chosen[4] |= plain_hat
    glasses, hat = worn_groups(drawing, parts) if chosen[3:].any() else ([], [])
    kinds: list[tuple[list[NDArray[np.int64]], _Maker]] = [
        (_pairs(drawing, parts, "eyes"), eye_symbol(rng)),
        (_pairs(drawing, parts, "brows"), _stroke),
        (_pairs(drawing, parts, "mouth"), _mouth),
        (glasses, glasses_symbol(rng)),
        (hat, hat_symbol(rng)),
    ]
    made: dict[int, list[Mark]] = {}
    gone: set[int] = set()
    for (groups, maker), wanted in zip(kinds, chosen.tolist(), strict=True):
        for group in groups if wanted else ():
            numbers = group.tolist()
            made[numbers[0]] = maker([Mark.of(drawing, k) for k in numbers])
            gone.update(numbers)
    return exchanged(drawing, made, gone) if made else drawing


def exchanged(drawing: LineDrawing, made: dict[int, list[Mark]], gone: set[int]) -> LineDrawing:
    """The drawing without the lines that are ``gone``, and with the lines ``made`` in the place
    and manner of the lines that they are kept under."""
    starts, blots = drawing.starts.tolist(), drawing.blot.tolist()
    lines: list[NDArray[np.float32]] = []
    like: list[int] = []
    blot: list[bool] = []
    for number, old in enumerate(blots):
        if number not in gone:
            lines.append(drawing.points[starts[number] : starts[number + 1]])
            like.append(number)
            blot.append(old)
        for mark in made.get(number, ()):
            lines.append(mark.points)
            like.append(number)
            blot.append(mark.blot)
    counts = [len(points) for points in lines]
    return LineDrawing(
        np.concatenate(lines).astype(np.float32),
        np.concatenate([[0], np.cumsum(counts)]).astype(np.int64),
        drawing.part[like],
        drawing.width[like],
        np.array(blot, np.bool_),
    )


def _pairs(drawing: LineDrawing, parts: Sequence[str], part: str) -> list[NDArray[np.int64]]:
    return pairs(drawing, parts.index(part)) if part in parts else []


def _stroke(marks: list[Mark]) -> list[Mark]:
    return [stroke(marks)]


def _mouth(marks: list[Mark]) -> list[Mark]:
    """A stroke; of an open mouth its outline, an oval or a line with a bow hanging from it."""
    middle, half = box(marks)
    if half[1] < _OPEN * half[0]:
        return [stroke(marks)]
    if half[1] > 0.8 * half[0]:
        return [ring(middle, half)]
    left, right = middle - half * (1, 0.8), middle + half * (1, -0.8)
    return [arc(left, (left + right) / 2, right, 5), arc(left, middle + half * (0, 1), right)]
