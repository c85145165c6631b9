"""Hair as its outline: one long line over the crown, a fringe, a few long strands.

Many hands never draw tufts and locks. Who has seen hair only with them takes a smooth crown for a
hat.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from models.training.drawing_process.drawing import LineDrawing
from models.training.drawing_process.simple_lines import Mark, box, smooth
from models.training.drawing_process.symbols import exchanged
from models.training.drawing_process.worn import worn_groups
from models.training.drawing_process.zigzag import turning_places, zigzag

Points = NDArray[np.float32]

_HAIR = ("bangs", "sides", "back")
#: Directions in which the outline is looked for, from straight down over the left; the share of
#: them over which the crown is made smooth; how far from straight down the outline ends.
_WAYS, _SMOOTHED, _BELOW = 96, 0.06, 0.09
#: Crown lines rougher than this, in frame units, are spikes, which are drawn.
_SPIKY = 0.016
#: Spikes lower than this are left out; of how few a crown is not spiky; how much higher the
#: sharpest are drawn than the tufts that they stand for, and how high any tuft is at most.
_SPIKE, _SPIKES, _MORE, _HIGHEST = 0.011, 5, 0.03, 0.05
#: Teeth of a fringe lower than this are left out, and none is deeper from the middle; so many
#: locks are drawn where there is no edge.
_TOOTH, _DEEPEST, _LONGEST = 0.01, 0.04, 4
#: Strands shorter than this are left out, and at most so many are drawn.
_STRAND, _STRANDS = 0.09, 7


def with_outlined_hair(
    drawing: LineDrawing, parts: Sequence[str], rng: np.random.Generator
) -> LineDrawing:
    """The drawing with the outline of its hair instead of the hair's own lines; under a hat, with
    its longest strands."""
    pieces, strands, degree = int(rng.integers(1, 4)), int(rng.integers(0, _STRANDS)), 3
    fringe, toothed, bow = rng.random() < 0.92, rng.random() < 0.6, rng.normal(0, 0.06)
    sharper = rng.uniform(0, 1)
    own = np.flatnonzero(drawing.of_parts(parts, _HAIR))
    inside = np.flatnonzero(drawing.part == parts.index("face")) if "face" in parts else own[:0]
    if len(own) < 6 or not len(inside):
        return drawing
    marks = [Mark.of(drawing, k) for k in own.tolist()]
    if worn_groups(drawing, parts)[1]:
        longest = sorted(marks, key=lambda mark: -mark.length)[: strands + 3]
        kept = [Mark(smooth(mark.points, degree + 2)) for mark in longest]
        return exchanged(drawing, {int(own[0]): kept}, set(own.tolist()))
    low = box([Mark.of(drawing, k) for k in inside.tolist()])
    centre = low[0] - low[1] * (0, 0.3)
    outline = _outline(np.concatenate([mark.points for mark in marks]), centre, sharper, bow)
    if outline is None:
        return drawing
    made = [Mark(piece) for piece in _in_pieces(outline, pieces)]
    bangs = [
        mark
        for k, mark in zip(own.tolist(), marks, strict=True)
        if parts[drawing.part[k]] == "bangs"
    ]
    if fringe and bangs:
        edge = _fringe(bangs, centre, low[1][0], bow if toothed else None)
        made += edge or sorted(bangs, key=lambda mark: -mark.length)[:_LONGEST]
    long_ = [mark for mark in marks if mark.length > _STRAND]
    for k in rng.permutation(len(long_))[:strands].tolist():
        made.append(Mark(smooth(long_[k].points, degree)))
    return exchanged(drawing, {int(own[0]): made}, set(own.tolist()))


def _outline(points: Points, centre: Points, sharper: float, bow: float) -> Points | None:
    """[n, 2] the outermost of ``points`` as seen from ``centre``, from below left over the crown
    to below right; over spikes from tip to valley, ``sharper`` (0 to 1)
    than they are."""
    away = points - centre
    way = (np.arctan2(-away[:, 0], away[:, 1]) / (2 * np.pi) % 1 * _WAYS).astype(np.int64)
    reach = np.zeros(_WAYS)
    np.maximum.at(reach, way, np.hypot(away[:, 0], away[:, 1]))
    used = np.arange(round(_BELOW * _WAYS), round((1 - _BELOW) * _WAYS))
    used = used[reach[used] > 0]
    if len(used) < _WAYS // 3:
        return None
    along = reach[used]
    wide = max(1, round(_SMOOTHED * _WAYS))
    padded = np.pad(along, wide, mode="edge")
    soft = np.convolve(padded, np.ones(2 * wide + 1) / (2 * wide + 1), "valid")
    share = (used + 0.5) / _WAYS
    crown = np.clip((0.5 - np.abs(share - 0.5) * 1.6) * 6, 0, 1)  # 1 above, 0 beside the neck
    ways = np.stack([-np.sin(2 * np.pi * share), np.cos(2 * np.pi * share)], 1)
    if np.sqrt(np.average((along - soft) ** 2, weights=crown + 1e-9)) > _SPIKY:
        above = np.flatnonzero(crown > 0.5)
        first, last = int(above[0]), int(above[-1])
        corners, tips = turning_places(along[first : last + 1], _SPIKE)
        if tips.sum() < _SPIKES:
            return None
        corners += first
        spikes = soft[corners] + np.clip(along[corners] - soft[corners], -_HIGHEST, _HIGHEST)
        spikes += sharper * np.where(tips, 0.3, -0.7) * _MORE
        around = centre + along[:, None] * ways
        teeth = zigzag(centre + spikes[:, None] * ways[corners], bow).points
        found = np.concatenate([around[:first], teeth, around[last + 1 :]])
        return found.astype(np.float32)
    along = along + crown * (soft - along)
    found = centre + along[:, None] * ways
    return found.astype(np.float32)


def _in_pieces(outline: Points, pieces: int) -> list[Points]:
    """The outline in one stroke, or in two from the crown, or with the crown by itself."""
    bounds = {1: (0, 1), 2: (0, 0.5, 1), 3: (0, 0.33, 0.68, 1)}[pieces]
    at = [round(b * (len(outline) - 1)) for b in bounds]
    return [outline[a : b + 1] for a, b in zip(at[:-1], at[1:], strict=True) if b - a > 2]


def _fringe(bangs: list[Mark], centre: Points, half: float, bow: float | None) -> list[Mark]:
    """The lower edge of the bangs across the forehead; teeth with
    a ``bow``, or without one soft line."""
    points = np.concatenate([mark.points for mark in bangs])
    steps = 14 if bow is None else 22
    column = ((points[:, 0] - centre[0]) / (0.95 * half) * 0.5 + 0.5) * steps
    kept = (column >= 0) & (column < steps)
    if kept.sum() < steps:
        return []
    lowest = np.full(steps, -np.inf)
    np.maximum.at(lowest, column[kept].astype(np.int64), points[kept, 1])
    there = np.flatnonzero(np.isfinite(lowest))
    x = centre[0] + ((there + 0.5) / steps * 2 - 1) * 0.95 * half
    # Between two locks the lowest line may be the crown's.
    lowest = np.maximum(lowest, np.median(lowest[there]) - _DEEPEST)
    edge = np.stack([x, lowest[there]], 1).astype(np.float32)
    if len(edge) < 6:
        return []
    if bow is None:
        return [Mark(smooth(edge, 5))]
    return [zigzag(edge[turning_places(edge[:, 1].astype(float), _TOOTH)[0]], bow)]
