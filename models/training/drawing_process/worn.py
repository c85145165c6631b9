"""Glasses and hats as hands draw them: two rings and a bridge, a dome and a brim."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from models.training.drawing_process.drawing import LineDrawing
from models.training.drawing_process.eyes import line, pairs
from models.training.drawing_process.simple_lines import Mark, arc, box, ring, smooth

Maker = Callable[[list[Mark]], list[Mark]]
#: How far about the eyes' middle line glasses' lines lie on average, in widths of an eye; how wide
#: a hat's outline is, in frame units; degree to which it is smoothed.
_ABOUT, _WIDE, _DEGREE = 0.75, 0.22, 6
#: A rim lower than this share of its width is only the lower half of one.
_HALF = 0.35


def worn_groups(
    drawing: LineDrawing, parts: Sequence[str]
) -> tuple[list[NDArray[np.int64]], list[NDArray[np.int64]]]:
    """Numbers of the lines of glasses, and of a hat: one group each, or none."""
    own: list[int] = []
    if "extras" in parts:
        own = np.flatnonzero(drawing.part == parts.index("extras")).tolist()
    eyes = pairs(drawing, parts.index("eyes")) if "eyes" in parts and own else []
    if len(eyes) != 2:
        return [], []
    boxes = [box([Mark.of(drawing, k) for k in group.tolist()]) for group in eyes]
    height = (boxes[0][0][1] + boxes[1][0][1]) / 2
    reach = _ABOUT * (boxes[0][1][0] + boxes[1][1][0])
    low, high = boxes[0][0][0] - reach, boxes[1][0][0] + reach
    glasses, hat = [], []
    for number in own:
        points = line(drawing, number)
        x, y = points.mean(0)
        if abs(y - height) < reach and low < x < high:
            glasses.append(number)
        elif y < height and np.ptp(points[:, 0]) > _WIDE:
            hat.append(number)
    if hat:  # what is drawn inside its outline goes with it
        (x, y), (w, h) = box([Mark.of(drawing, k) for k in hat])
        for number in own:
            u, v = line(drawing, number).mean(0)
            if number not in (*hat, *glasses) and abs(u - x) < 0.8 * w and abs(v - y) < 0.8 * h:
                hat.append(number)
    return [np.array(g, np.int64) for g in (glasses,) if len(g) > 2], [
        np.array(g, np.int64) for g in (hat,) if g
    ]


def glasses_symbol(rng: np.random.Generator) -> Maker:
    """Rims as two rings or rectangles of the same size and place, a bridge, and often the ends of
    the temples. Rims that go only below the eyes stay as they are."""
    round_, squareness = rng.random() < 0.4, rng.uniform(0.5, 1.0) * (rng.random() < 0.5)
    size, level, bow = rng.uniform(0.95, 1.15), rng.uniform(-0.5, 0.1), rng.uniform(0, 0.05)
    temples = rng.uniform(0.02, 0.09) if rng.random() < 0.5 else 0.0
    turn = rng.uniform(0, 2 * np.pi)

    def draw(marks: list[Mark]) -> list[Mark]:
        middle = box(marks)[0]
        sides = [
            [mark for mark in marks if (mark.points[:, 0].max() < middle[0]) == left
             and not mark.points[:, 0].min() < middle[0] < mark.points[:, 0].max()]
            for left in (True, False)
        ]  # fmt: skip
        if not all(sides):
            return marks
        boxes = [box(side) for side in sides]
        if any(half[1] < _HALF * half[0] for _, half in boxes):
            return marks
        made, edges = [], []
        for (centre, half), outwards in zip(boxes, (-1, 1), strict=True):
            reach = np.full(2, half.mean()) if round_ else half
            reach = reach * size
            made.append(ring(centre, reach, 0.0 if round_ else squareness, turn))
            at = centre + reach * (0, level)
            edges.append(at - reach * (outwards, 0))
            if temples:
                outer = at + reach * (outwards, 0)
                end = outer + np.array([outwards * temples, -0.2 * temples])
                made.append(arc(outer, (outer + end) / 2, end, 4))
        between = (edges[0] + edges[1]) / 2 - np.array([0, bow])
        return [*made, arc(edges[0], between, edges[1], 6)]

    return draw


def hat_symbol(rng: np.random.Generator) -> Maker:
    """Its long lines without their small bends; seams and folds mostly left out, and where a
    brim has two edges, sometimes one."""
    plain, thin = rng.random() < 0.8, rng.random() < 0.5

    def draw(marks: list[Mark]) -> list[Mark]:
        wide = [mark for mark in marks if np.ptp(mark.points[:, 0]) > _WIDE]
        made = [Mark(smooth(mark.points, _DEGREE)) for mark in wide]
        if thin and len(made) > 2:
            made.remove(min(made, key=lambda mark: mark.length))
        return made if plain else [*made, *(mark for mark in marks if mark not in wide)]

    return draw
