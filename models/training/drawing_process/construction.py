"""Helping lines that artists put down first: a circle for the skull, a cross for the face, levels
of eyes and mouth that run past the face."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from models.training.drawing_process.drawing import LineDrawing
from models.training.drawing_process.strokes import Strokes


def with_construction(
    strokes: Strokes, drawing: LineDrawing, parts: Sequence[str], rng: np.random.Generator
) -> Strokes:
    """The same strokes after a circle about the head and the face's cross (some of them)."""
    lines = _construction(drawing, parts, rng)
    counts = [len(line) for line in lines]
    return Strokes(
        points=np.concatenate([*lines, strokes.points]).astype(np.float32),
        starts=np.concatenate([[0], np.cumsum(counts), strokes.starts[1:] + sum(counts)]).astype(
            np.int64
        ),
        line=np.concatenate([np.full(len(lines), -1), strokes.line]),
    )


def _construction(
    drawing: LineDrawing, parts: Sequence[str], rng: np.random.Generator
) -> list[NDArray[np.float64]]:
    low, high = _bounds(drawing, [i for i, part in enumerate(parts) if part == "face"])
    eyes = _bounds(drawing, [i for i, part in enumerate(parts) if part == "eyes"])
    middle, width = (low + high) / 2, high[0] - low[0]
    eye_line = (eyes[0][1] + eyes[1][1]) / 2
    radius = width * rng.uniform(0.5, 0.62)
    centre = np.array([middle[0], high[1] - radius * rng.uniform(1.35, 1.6)])
    found: list[NDArray[np.float64]] = []
    for _ in range(int(rng.integers(1, 3))):
        turn = rng.uniform(0, 2 * np.pi) + np.linspace(0, 2 * np.pi * rng.uniform(0.95, 1.15), 40)
        ring = np.stack([np.cos(turn), np.sin(turn) * rng.uniform(0.95, 1.15)], 1)
        found.append(centre + ring * radius * rng.uniform(0.97, 1.03))
    t = np.linspace(0, 1, 14)[:, None]
    if rng.random() < 0.8:
        bend = rng.normal(0, 0.02)
        top, chin = np.array([middle[0], centre[1] - radius]), np.array([middle[0], high[1]])
        found.append(top + (chin - top) * t + np.hstack([np.sin(np.pi * t) * bend, 0 * t]))
    tall = (eyes[1][1] - eyes[0][1]) / 2
    levels = (eye_line, eye_line - tall, eye_line + tall, eye_line + 0.06, (eye_line + high[1]) / 2)
    chosen = rng.random(len(levels)) < (0.75, 0.25, 0.3, 0.3, 0.35)
    over, bend = rng.uniform(-0.08, 0.25, 2) * width, rng.normal(0, 0.015)
    for height in np.array(levels)[chosen].tolist():
        left, right = np.array([low[0] - over[0], height]), np.array([high[0] + over[1], height])
        found.append(left + (right - left) * t + np.hstack([0 * t, np.sin(np.pi * t) * bend]))
    return found


def _bounds(
    drawing: LineDrawing, parts: list[int]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Lower and upper corner of some parts' lines; of all lines where those have none."""
    wanted = np.isin(drawing.part, parts)
    of_point = np.repeat(wanted, np.diff(drawing.starts))
    points = drawing.points[of_point] if of_point.any() else drawing.points
    return points.min(0), points.max(0)
