"""From a sketch's pixels back to strokes: points on the middle of its lines, with directions.

Steger's line detector (1998): where the ink, smoothed to the width of a line, is at its highest
across the direction in which it falls off fastest. It needs no thinning, gives positions finer
than a pixel, and finds nothing inside a black area, which is right: a filled pupil is no line.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]

#: Standard deviation of the smoothing, in pixels of a 256 px sketch: finds lines 1 to 5 px wide.
_SIGMA = 1.5
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
    while True:
        chosen = _one_per_cell(ridge.points, direction, ridge.weight, spacing)
        if len(chosen) <= most:
            return ridge.chosen(chosen)
        # By whole steps: a spacing of its own for each count of samples would lay other cells, and
        # pick other samples everywhere, whenever a pixel changes.
        spacing *= _COARSER


def ridges(sketch: Floats) -> Strokes:
    """A sample for every pixel on the middle of a line of a sketch [side, side] (0 paper to 1
    ink)."""
    side = sketch.shape[0]
    smooth = _smooth(np.pad(sketch, 2), _SIGMA * side / 256)
    y, x = np.nonzero(smooth[2:-2, 2:-2] > 0.05)
    inked, across = smooth.reshape(-1), smooth.shape[1]
    at = (y + 2) * across + x + 2

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
    y, x, at, here = y[bent], x[bent], at[bent], here[bent]
    gxx, gyy, gxy, curvature = gxx[bent], gyy[bent], gxy[bent], curvature[bent]
    gx, gy = (near(0, 1) - near(0, -1)) / 2, (near(1, 0) - near(-1, 0)) / 2
    angle = 0.5 * np.arctan2(2 * gxy, gxx - gyy) + np.pi / 2
    nx, ny = np.cos(angle), np.sin(angle)
    offset = -(gx * nx + gy * ny) / np.minimum(curvature, -1e-6)
    ox, oy = offset * nx, offset * ny
    on_line = (np.abs(ox) <= _REACH) & (np.abs(oy) <= _REACH)
    points = np.stack([x + ox + 0.5, y + oy + 0.5], axis=1)[on_line] / side
    tangents = np.stack([-ny, nx], axis=1)[on_line]
    strength = np.clip(here[on_line] * 2, 0, 1)
    found = points.astype(np.float32), tangents.astype(np.float32), strength.astype(np.float32)
    return Strokes(*found)


def _smooth(picture: Floats, sigma: float) -> Floats:
    """Gaussian smoothing [h, w]; paper (0) beyond the edges."""
    radius = int(3 * sigma + 0.5)
    taps = np.exp(-0.5 * (np.arange(-radius, radius + 1) / sigma) ** 2)
    taps = (taps / taps.sum()).astype(np.float32)
    weighted = np.empty_like(picture)
    for axis in (0, 1):
        wide = np.pad(picture, [(radius, radius) if a == axis else (0, 0) for a in (0, 1)])
        length = picture.shape[axis]
        total = np.zeros_like(picture)
        for i, tap in enumerate(taps):
            moved = wide[i : i + length] if axis == 0 else wide[:, i : i + length]
            total += np.multiply(moved, tap, out=weighted)
        picture = total
    return picture


def _directions(tangents: Floats) -> Integers:
    """[n] which of the directions that are kept apart unit vectors [n, 2] have."""
    turn = np.arctan2(tangents[:, 1], tangents[:, 0]) % np.pi
    return np.round(turn / np.pi * _DIRECTIONS).astype(np.int64) % _DIRECTIONS


def _one_per_cell(points: Floats, direction: Integers, weight: Floats, spacing: float) -> Integers:
    """Numbers of the strongest sample of each ``direction`` in each cell of ``spacing``."""
    cell = np.floor(points / spacing).astype(np.int64)
    key = ((cell[:, 1] << 16) + cell[:, 0]) * _DIRECTIONS + direction
    order = np.lexsort((-weight, key))
    first = np.ones(len(order), bool)
    first[1:] = np.diff(key[order]) != 0
    return order[first]
