"""What strokes about the eyes say by themselves: shut eyes, glasses, and whether eyes are done.

A sketch's few strokes there are a sign, known to everybody who draws: a hanging arc with nothing
above it is a shut eye, and a line from eye to eye with rims below both is a pair of glasses. They
are looked for in each eye's own measure, about where the portrait has its eyes: ``across`` and
``down`` from its middle in widths of an eye.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.portrait.blots import BLOTS
from models.portrait.layer_table import LayerTable
from models.portrait.portrait import Portrait
from worker.reading.ink_trace import Strokes

Floats = NDArray[np.float32]

_LID, _MOUTH = "lash", ("lips",)
#: |cosine| between a stroke and the line through both eyes from which on it runs along it, and
#: below which it runs up and down.
_FLAT, _STEEP = 0.7, 0.6
#: Arcs that are looked for: heights of the middle, and how far the ends hang above it.
_HEIGHTS, _BENDS = np.arange(-0.4, 0.52, 0.04), np.array([0.4, 0.7, 1.1, 1.6])
#: Least bend of an arc that hangs.
_BENT = 0.3
#: Columns of an arc, their reach to both sides, how near a stroke must lie to it, and the share of
#: columns that have one.
_COLUMNS, _REACH, _NEAR, _COVERED = 7, 0.4, 0.06, 0.85
#: How far a sample may lie from where one is looked for, along a line: a full sketch is sampled
#: at an eighth of an eye.
_STEP = 0.13
#: Where the iris of an open eye would be, from the arc upwards, and how much may be there.
_INSIDE, _EMPTY = (0.1, 0.45), 2
#: How far glasses' lines lie from an eye's middle: rims below it, and the bridge up and down.
_RIM, _BRIDGE = (0.3, 0.95), 0.4
#: Share of the columns below an eye, and between the eyes, with a line, and samples of strokes
#: that go up and down at each side of a lens.
_RIMMED, _BRIDGED, _SIDES = 0.7, 0.7, 2
#: Share of the columns below an eye that nobody who wears glasses leaves without a line.
_HARDLY_RIMMED = 0.35
#: A line through an eye at the bridge's height is the cross of a construction.
_THROUGH = 0.08
#: Where nose and mouth are: from this far below the eyes to this far below the mouth's middle; and
#: samples from which on one of them is drawn.
_BELOW, _PAST, _DRAWN = 0.6, 0.12, 3


@dataclass(frozen=True)
class EyeSigns:
    """Whether both eyes are ``shut``, whether there are ``glasses``, whether eyes are ``bare``:
    what might be rims has no bridge; and whether the hand has gone ``on`` to nose or mouth, so that
    a lid by itself is no beginning of an eye. What is not said may be so all the same."""

    shut: bool
    glasses: bool
    bare: bool
    on: bool = True


@dataclass(frozen=True, eq=False)
class _About:
    """Strokes about one eye: ``across`` (away from the nose is positive), ``down`` and how
    ``level`` each runs (0 to 1)."""

    across: Floats
    down: Floats
    level: Floats


def eye_signs(table: LayerTable, portrait: Portrait, strokes: Strokes) -> EyeSigns:
    """The signs of ``strokes`` about the eyes of a ``portrait``, both in the sketch's frame."""
    middles = [portrait.points[table.slots[i].span].mean(axis=0) for i in table.slots_in(BLOTS)]
    widths = [
        float(np.ptp(portrait.points[table.slots[i].span][:, 0])) for i in table.slots_in([_LID])
    ]
    if len(middles) != 2 or len(widths) != 2:
        return EyeSigns(False, False, False)
    apart = middles[1] - middles[0]
    along = apart / max(float(np.hypot(*apart)), 1e-6)
    width = max(sum(widths) / 2, 1e-3)
    eyes = [
        _about(strokes, middle, along * side, width)
        for middle, side in zip(middles, (-1, 1), strict=True)
    ]
    gap = float(np.hypot(*apart)) / width
    shut = all(_hangs(eye) for eye in eyes)
    mouths = [portrait.points[table.slots[i].span] for i in table.slots_in(_MOUTH)]
    on = all(_went_on(eyes[0], gap, _down(m, middles[0], along, width)) for m in mouths)
    return EyeSigns(shut, _glasses(eyes, gap), _bare(eyes, gap), on)


def _about(strokes: Strokes, middle: Floats, outwards: Floats, width: float) -> _About:
    away = (strokes.points - middle) / width
    level = np.abs(strokes.tangents @ outwards)
    values = (away @ outwards, away @ _downwards(outwards), level)
    return _About(*(v.astype(np.float32) for v in values))


def _downwards(along: Floats) -> Floats:
    """The unit vector across the line through the eyes that points down."""
    across = np.array([-along[1], along[0]], np.float32)
    return across if across[1] >= 0 else -across


def _down(points: Floats, middle: Floats, along: Floats, width: float) -> float:
    """How far the middle of some points lies below an eye's, in widths of an eye."""
    return float((points.mean(axis=0) - middle) @ _downwards(along) / width)


def _went_on(first: _About, gap: float, mouth: float) -> bool:
    """Whether something is drawn between the eyes' middles, from below them to the ``mouth``."""
    between = np.abs(first.across + gap / 2) < gap / 2
    below = (first.down > _BELOW) & (first.down < mouth + _PAST)
    return int((between & below).sum()) >= _DRAWN


def _hangs(eye: _About) -> bool:
    """Whether a hanging arc runs through the eye, with nothing where an iris would be."""
    near = (np.abs(eye.across) < 0.6) & (np.abs(eye.down) < 0.9)
    across, down, level = eye.across[near], eye.down[near], eye.level[near]
    flat = level > 0.5
    if flat.sum() < _COLUMNS:
        return False
    arc = down[flat, None] + across[flat, None] ** 2 * _BENDS  # [n, bends] height of its middle
    on = np.abs(arc[:, :, None] - _HEIGHTS) < _NEAR  # [n, bends, heights]
    column = np.abs(across[flat, None] - np.linspace(-_REACH, _REACH, _COLUMNS)) < _STEP
    counts = column.T.astype(np.float32) @ on.reshape(len(on), -1).astype(np.float32)
    covered = counts.reshape(_COLUMNS, *on.shape[1:]) > 0.5
    inner = np.abs(across) < 0.3
    for bend, height in zip(*np.nonzero(covered.mean(axis=0) >= _COVERED), strict=True):
        above = _HEIGHTS[height] - (down + _BENDS[bend] * across**2)
        if (inner & (above > _INSIDE[0]) & (above < _INSIDE[1])).sum() > _EMPTY:
            continue
        mine = np.flatnonzero(flat)[on[:, bend, height]]
        if -np.polyfit(across[mine], down[mine], 2)[0] >= _BENT:
            return True
    return False


def _glasses(eyes: list[_About], gap: float) -> bool:
    """Whether a bridge runs between the eyes, but not through them, and a rim below each, with
    sides."""
    first, (low, high) = eyes[0], _between(gap)
    bridge = _level_there(first)
    if not _filled(first.across[bridge], low, high, _BRIDGED) or _crossed(first, gap):
        return False
    height, crossed = _bridge_height(first, gap), 0
    for eye in eyes:
        through = (eye.level > 0.9) & (np.abs(eye.down - height) < _THROUGH)
        crossed += _filled(eye.across[through], -0.4, 0.4, 0.8)
        if not _rimmed(eye, _RIMMED):
            return False
        steep = (eye.level < _STEEP) & (np.abs(eye.down) < 0.5)
        for side in (-1, 1):
            out = eye.across * side
            if (steep & (out > 0.42) & (out < 0.95)).sum() < _SIDES:
                return False
    return crossed < len(eyes)


def _bare(eyes: list[_About], gap: float) -> bool:
    """Whether little speaks for glasses: no bridge from eye to eye but that of a cross, or nothing
    below one. Lashes, bags under the eyes and bangs look like a lens, all but for that."""
    bridge = eyes[0].across[_level_there(eyes[0])]
    bridged = _filled(bridge, *_between(gap), _BRIDGED) and not _crossed(eyes[0], gap)
    return not (bridged and all(_rimmed(eye, _HARDLY_RIMMED) for eye in eyes))


def _crossed(first: _About, gap: float) -> bool:
    """Whether a line runs down the middle of the face, through what may be a bridge: the cross of
    a construction."""
    height = _bridge_height(first, gap)
    middle = (first.level < _STEEP) & (np.abs(first.across + gap / 2) < 0.2)
    return _filled(first.down[middle], height - 0.8, height + 0.4, 0.7)


def _bridge_height(first: _About, gap: float) -> float:
    """How far below the first eye's middle the line between the eyes runs; 0 where none does."""
    low, high = _between(gap)
    bridge = _level_there(first) & (first.across > low - _STEP) & (first.across < high + _STEP)
    return float(np.median(first.down[bridge])) if bridge.any() else 0.0


def _between(gap: float) -> tuple[float, float]:
    """Where the bridge runs, across from the first eye's middle (0) to the second's (-gap)."""
    return -gap + 0.65, -0.65


def _level_there(eye: _About) -> NDArray[np.bool_]:
    """[n] which samples might be of a bridge, by their height and direction."""
    return np.asarray((eye.level > _FLAT) & (np.abs(eye.down) < _BRIDGE))


def _rimmed(eye: _About, share: float) -> bool:
    """Whether a ``share`` of the columns below an eye has a line where a rim would be."""
    rim = (eye.level > _FLAT) & (eye.down > _RIM[0]) & (eye.down < _RIM[1])
    return _filled(eye.across[rim], -0.35, 0.35, share)


def _filled(values: Floats, low: float, high: float, share: float) -> bool:
    """Whether samples lie near at least a ``share`` of the places from low to high."""
    if high <= low:
        return False
    places = np.linspace(low, high, max(2, round((high - low) / _STEP)))
    near = np.abs(values[:, None] - places) < _STEP
    return float(near.any(axis=0).mean()) >= share
