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

Points = NDArray[np.float32]

_HAIR = ("bangs", "sides", "back")
#: Directions in which the outline is looked for, from straight down over the left; the share of
#: them over which the crown is made smooth; how far from straight down the outline ends.
_WAYS, _SMOOTHED, _BELOW = 96, 0.06, 0.09
#: Crown lines rougher than this, in frame units, are spikes, which are drawn.
_SPIKY = 0.016
#: Strands shorter than this are left out, and at most so many are drawn.
_STRAND, _STRANDS = 0.09, 7


def with_outlined_hair(
    drawing: LineDrawing, parts: Sequence[str], rng: np.random.Generator
) -> LineDrawing:
    """The drawing with the outline of its hair instead of the hair's own lines; as it is where the
    hair is spiky or under a hat."""
    pieces, strands, degree = int(rng.integers(1, 4)), int(rng.integers(0, _STRANDS)), 3
    fringe, zigzag = rng.random() < 0.75, rng.random() < 0.5
    own = np.flatnonzero(np.isin(drawing.part, [i for i, p in enumerate(parts) if p in _HAIR]))
    inside = np.flatnonzero(drawing.part == parts.index("face")) if "face" in parts else own[:0]
    if len(own) < 6 or not len(inside) or worn_groups(drawing, parts)[1]:
        return drawing
    marks = [Mark.of(drawing, k) for k in own.tolist()]
    low = box([Mark.of(drawing, k) for k in inside.tolist()])
    centre = low[0] - low[1] * (0, 0.3)
    outline = _outline(np.concatenate([mark.points for mark in marks]), centre)
    if outline is None:
        return drawing
    made = [Mark(piece) for piece in _in_pieces(outline, pieces)]
    bangs = [
        mark
        for k, mark in zip(own.tolist(), marks, strict=True)
        if parts[drawing.part[k]] == "bangs"
    ]
    if fringe and bangs:
        made += _fringe(bangs, centre, low[1][0], zigzag)
    long_ = [mark for mark in marks if mark.length > _STRAND]
    for k in rng.permutation(len(long_))[:strands].tolist():
        made.append(Mark(smooth(long_[k].points, degree)))
    return exchanged(drawing, {int(own[0]): made}, set(own.tolist()))


def _outline(points: Points, centre: Points) -> Points | None:
    """[n, 2] the outermost of ``points`` as seen from ``centre``, from below left over the crown
    to below right."""
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
    if np.sqrt(np.average((along - soft) ** 2, weights=crown + 1e-9)) > _SPIKY:
        return None
    along = along + crown * (soft - along)
    angle = 2 * np.pi * share
    found = centre + along[:, None] * np.stack([-np.sin(angle), np.cos(angle)], 1)
    return found.astype(np.float32)


def _in_pieces(outline: Points, pieces: int) -> list[Points]:
    """The outline in one stroke, or in two from the crown, or with the crown by itself."""
    bounds = {1: (0, 1), 2: (0, 0.5, 1), 3: (0, 0.33, 0.68, 1)}[pieces]
    at = [round(b * (len(outline) - 1)) for b in bounds]
    return [outline[a : b + 1] for a, b in zip(at[:-1], at[1:], strict=True) if b - a > 2]


def _fringe(bangs: list[Mark], centre: Points, half: float, zigzag: bool) -> list[Mark]:
    """The lower edge of the bangs across the forehead; without ``zigzag`` as one soft line."""
    points = np.concatenate([mark.points for mark in bangs])
    steps = 22 if zigzag else 14
    column = ((points[:, 0] - centre[0]) / (0.95 * half) * 0.5 + 0.5) * steps
    kept = (column >= 0) & (column < steps)
    if kept.sum() < steps:
        return []
    lowest = np.full(steps, -np.inf)
    np.maximum.at(lowest, column[kept].astype(np.int64), points[kept, 1])
    there = np.flatnonzero(np.isfinite(lowest))
    x = centre[0] + ((there + 0.5) / steps * 2 - 1) * 0.95 * half
    edge = np.stack([x, lowest[there]], 1).astype(np.float32)
    return [Mark(edge if zigzag else smooth(edge, 5))] if len(edge) > 5 else []
