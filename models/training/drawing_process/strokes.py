"""From lines to strokes: which stretches of which lines the pen puts down."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.training.drawing_process.drawing import LineDrawing
from models.training.drawing_process.hand import Hand


@dataclass(frozen=True, eq=False)
class Strokes:
    """Strokes in drawing order, as flat arrays.

    points [M, 2] frame units; starts [n + 1]; line [n] the line each stroke belongs to, -1 for a
    construction line.
    """

    points: NDArray[np.float32]
    starts: NDArray[np.int64]
    line: NDArray[np.int64]

    @property
    def owner(self) -> NDArray[np.int64]:
        """[M] stroke number of every point."""
        return np.repeat(np.arange(len(self.line)), np.diff(self.starts))


def choose_strokes(
    drawing: LineDrawing,
    order: NDArray[np.int64],
    completion: float,
    hand: Hand,
    telling: NDArray[np.bool_],
    rng: np.random.Generator,
) -> Strokes:
    """The strokes put down when ``completion`` (0 to 1, of all ink) of the drawing is done.

    Lines [L] that are ``telling`` are never left out. The last line is cut where the pen is. Every
    random number is drawn for every line, drawn or not, so that with the same generator a further
    completion only adds to a sketch.
    """
    lines = len(order)
    lengths = np.diff(drawing.starts)[order].astype(float)
    done = np.cumsum(lengths) / lengths.sum()
    begun = np.concatenate([[0.0], done[:-1]])
    progress = np.clip((completion - begun) / (done - begun), 0, 1)
    omitted = (rng.random(lines) < hand.omitted) & ~telling[order]
    omitted[0] = False
    ends = rng.random((lines, 2)) ** 2 * hand.gap * (rng.random((lines, 1)) < 0.5)
    pieces = np.where(rng.random(lines) < hand.broken, rng.integers(2, 5, lines), 1)
    repeats = np.where(rng.random(lines) < hand.repeated, rng.integers(1, 3, lines), 0)
    jitter = rng.random((lines, 16))
    reverse = rng.random(lines) < 0.3

    found: list[NDArray[np.float32]] = []
    line: list[int] = []
    for at, number in enumerate(order.tolist()):
        if progress[at] <= 0:
            break
        if omitted[at]:
            continue
        points = drawing.points[drawing.starts[number] : drawing.starts[number + 1]]
        if reverse[at]:
            points = points[::-1]
        last = len(points) - 1
        cut = max(1, round(last * float(progress[at])))
        for first, stop in _stretches(int(pieces[at]), ends[at], jitter[at]):
            a, b = round(first * last), min(round(stop * last), cut)
            if b - a >= 1:
                found.append(points[a : b + 1])
                line.append(number)
        if progress[at] >= 1:
            for again in range(int(repeats[at])):
                u, v = jitter[at, 12 + 2 * again : 14 + 2 * again]
                a, b = round(0.4 * u * last), round((1 - 0.4 * v) * last)
                if b - a >= 1:
                    found.append(points[a : b + 1])
                    line.append(number)
    if not found:
        number = int(order[0])
        found.append(drawing.points[drawing.starts[number] :][:2])
        line.append(number)
    counts = [len(points) for points in found]
    return Strokes(
        points=np.concatenate(found),
        starts=np.concatenate([[0], np.cumsum(counts)]).astype(np.int64),
        line=np.array(line, np.int64),
    )


def _stretches(
    pieces: int, ends: NDArray[np.float64], jitter: NDArray[np.float64]
) -> list[tuple[float, float]]:
    """Shares of a line that its pieces cover, with small gaps or overlaps between them."""
    if pieces == 1:
        return [(float(ends[0]), float(1 - ends[1]))]
    bounds = np.linspace(0, 1, pieces + 1)
    bounds[1:-1] += (jitter[: pieces - 1] - 0.5) * 0.5 / pieces
    slack = (jitter[4 : 4 + pieces] - 0.6) * 0.3 / pieces
    starts = np.clip(bounds[:-1] - slack, 0, 1)
    stops = np.clip(bounds[1:] + slack, 0, 1)
    return [(float(a), float(b)) for a, b in zip(starts, stops, strict=True)]
