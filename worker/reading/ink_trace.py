"""From a sketch's pixels back to strokes: points on the middle of its lines, with directions.

Steger's line detector (1998): where the ink, smoothed to the width of a line, is at its highest
across the direction in which it falls off fastest. It needs no thinning, gives positions finer
than a pixel, and finds nothing inside a black area, which is right: a filled pupil is no line.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from worker.reading.runs import starts

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]

#: Standard deviation of the smoothing, in pixels of a 256 px sketch: finds lines 1 to 5 px wide.
_SIGMA = 1.5
#: Ink, smoothed, below which there is no line.
_PAPER = 0.05
#: Least curvature across a line, for full ink; below it lies the noise of paper and eraser.
_MIN_CURVATURE = 0.02
#: How far from its pixel's centre a line's middle may lie, in pixels.
_REACH = 0.6
#: Directions that one cell keeps apart, so that crossing strokes both stay.
_DIRECTIONS = 4
#: By how much wider cells are tried where there are too many samples.
_COARSER = 1.2


@dataclass(frozen=True, eq=False)
class Strokes:
    """M samples of drawn lines.

    Attributes:
        points: [M, 2] in frame units.
        tangents: [M, 2] unit vectors along the line; which way is not known.
        weight: [M] 0 to 1, how strong the line is.
        mouth: [M] which are the mouth; None where that is not known.
        brows: [M] which are brows; None where that is not known.
    """

    points: Floats
    tangents: Floats
    weight: Floats
    mouth: NDArray[np.bool_] | None = None
    brows: NDArray[np.bool_] | None = None

    def __len__(self) -> int:
        return len(self.points)

    def chosen(self, which: NDArray[np.bool_] | NDArray[np.int64]) -> Strokes:
        """The samples that a mask [M], or their numbers, choose."""
        mouth = None if self.mouth is None else self.mouth[which]
        brows = None if self.brows is None else self.brows[which]
        return Strokes(self.points[which], self.tangents[which], self.weight[which], mouth, brows)


def spread_out(ridge: Strokes, *, most: int = 600, spacing: float = 0.01) -> Strokes:
    """Fewer samples of lines, evenly spread.

    Args:
        ridge: all of them, as ``ridges`` finds them.
        most: the largest number of samples; a full sketch is sampled more widely.
        spacing: frame units between samples of one line.
    """
    direction = _directions(ridge.tangents)
    cells = _cells(ridge.points, direction, spacing)
    # By whole steps: a spacing of its own for each count of samples would lay other cells, and pick
    # other samples everywhere, whenever a pixel changes.
    while len(cells) > most and _count(cells) > most:
        spacing *= _COARSER
        cells = _cells(ridge.points, direction, spacing)
    return ridge.chosen(_strongest(cells, ridge.weight))


def ridges(sketch: Floats) -> Strokes:
    """A sample for every pixel on the middle of a line of a sketch [side, side] (0 paper to 1
    ink)."""
    side = sketch.shape[0]
    smooth, edge = _smoothed(sketch, _SIGMA * side / 256)
    inside = np.zeros(smooth.shape, np.bool_)
    inside[edge:-edge, edge:-edge] = True
    at = np.flatnonzero(inside & (smooth > _PAPER))
    inked, across = smooth.reshape(-1), len(smooth)

    def near(dy: int, dx: int) -> Floats:
        return inked.take(at + (dy * across + dx))

    here = near(0, 0)
    gxx = near(0, 1) - 2 * here + near(0, -1)
    gyy = near(1, 0) - 2 * here + near(-1, 0)
    gxy = (near(1, 1) - near(1, -1) - near(-1, 1) + near(-1, -1)) / 4
    # Across the line: the eigenvector of the most negative eigenvalue of [[gxx, gxy], [gxy, gyy]].
    root = np.sqrt(((gxx - gyy) / 2) ** 2 + gxy**2)
    curvature = (gxx + gyy) / 2 - root
    bent = np.flatnonzero(curvature < -_MIN_CURVATURE)  # half of all: only there it is looked on
    at, here = at[bent], here[bent]
    y, x = np.divmod(at, across)
    gxx, gyy, gxy, curvature = gxx[bent], gyy[bent], gxy[bent], curvature[bent]
    gx, gy = (near(0, 1) - near(0, -1)) / 2, (near(1, 0) - near(-1, 0)) / 2
    angle = 0.5 * np.arctan2(2 * gxy, gxx - gyy) + np.pi / 2
    nx, ny = np.cos(angle), np.sin(angle)
    offset = -(gx * nx + gy * ny) / np.minimum(curvature, -1e-6)
    ox, oy = offset * nx, offset * ny
    on_line = (np.abs(ox) <= _REACH) & (np.abs(oy) <= _REACH)
    middle = 0.5 - edge
    points = np.stack([x + ox + middle, y + oy + middle], axis=1)[on_line] / side
    tangents = np.stack([-ny, nx], axis=1)[on_line]
    strength = np.clip(here[on_line] * 2, 0, 1)
    found = points.astype(np.float32), tangents.astype(np.float32), strength.astype(np.float32)
    return Strokes(*found)


def _smoothed(sketch: Floats, sigma: float) -> tuple[Floats, int]:
    """Gaussian smoothing of a sketch [n, n], with paper (0) around it and how many pixels of that
    there are on each side: [n + 2 * edge, n + 2 * edge]."""
    radius = int(3 * sigma)
    taps = np.exp(-0.5 * (np.arange(-radius, radius + 1) / sigma) ** 2).astype(np.float32)
    # So much paper that rows, laid end to end, do not run into each other: all of them are one
    # convolution then, five times as fast as adding up moved pictures.
    edge = radius + 2
    picture = np.pad(sketch, edge)
    for _ in range(2):  # down and then across
        rows = np.ascontiguousarray(picture.T)
        picture = np.convolve(rows.ravel(), taps / taps.sum(), "same").reshape(rows.shape)
    return picture, edge


def _directions(tangents: Floats) -> Integers:
    """[n] which of the directions that are kept apart unit vectors [n, 2] have."""
    turn = np.arctan2(tangents[:, 1], tangents[:, 0]) % np.pi
    return np.round(turn / np.pi * _DIRECTIONS).astype(np.int64) % _DIRECTIONS


def _cells(points: Floats, direction: Integers, spacing: float) -> Integers:
    """[n] the number, from 0, of the cell of ``spacing`` and of the ``direction`` [n] that each of
    points [n, 2] lies in."""
    rows = np.ascontiguousarray(points.T)  # far faster than by columns
    x, y = np.floor(rows / spacing).astype(np.int64) + 1  # a middle may lie beyond the edge
    return (y * (int(1 / spacing) + 3) + x) * _DIRECTIONS + direction


def _count(cells: Integers) -> int:
    """How many different ones there are."""
    taken = np.zeros(cells.max() + 1, np.bool_)
    taken[cells] = True
    return int(np.count_nonzero(taken))


def _strongest(cells: Integers, weight: Floats) -> Integers:
    """Numbers of the strongest sample of each cell, the first of equals, cell by cell; ``weight``
    [n] is 0 to 1."""
    # Samples come row by row, nearly in order, which is what a stable sort is fast at.
    order = np.argsort(cells - 0.5 * weight.astype(np.float64), kind="stable")
    return order[starts(cells[order])]
