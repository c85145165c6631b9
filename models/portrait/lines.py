"""The lines of a portrait that an artist would draw: sketched inks, hidden stretches removed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from models.portrait import curves
from models.portrait.layer_table import Ink, Layer, LayerTable
from models.portrait.pen import Shown
from models.portrait.portrait import PRESENT, Portrait
from models.portrait.skia_paths import cubic_path
from models.portrait.topmost import topmost_shapes

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]

#: Side of the buffer in which later layers hide earlier ones; 1/256 of the frame is finer than
#: a sketch line.
_BUFFER = 256
#: Samples of each cubic.
STEPS = 8


class Line(NamedTuple):
    """One visible stretch of an ink line: ``points`` [n, 2] and ``width`` in frame units,
    ``start`` and ``stop`` the share of the whole ink that it covers (0 to 1), ``first`` the number
    of its first point among the samples of its shape, STEPS a cubic.

    A tuple, for an answer makes a thousand of them, and frozen classes take four times as long.
    """

    slot: int
    part: str
    points: NDArray[np.float32]
    width: float
    start: float = 0.0
    stop: float = 1.0
    first: int = 0


def visible_lines(
    table: LayerTable, portrait: Portrait, *, min_length: float = 0.012
) -> list[Line]:
    """The sketched ink lines of a portrait, in drawing order.

    A stretch is hidden where the filled shape of a later layer, or a later shape of the same
    layer, covers it (unless it shows through there), and where it leaves the shapes that clip
    it. A line begins where the pen has swollen to half its width. Stretches shorter than
    ``min_length`` (frame units) are left out.
    """
    slots, begins, cubics = table.sketched_bounds
    there = np.flatnonzero(portrait.presence[slots] >= PRESENT)
    if not len(there):
        return []
    inks = [table.sketched_inks[k] for k in there]
    points = curves.chains(portrait.points, begins[there], cubics[there], STEPS)
    counts = cubics[there] * STEPS + 1
    owner = np.repeat(np.arange(len(inks)), counts)
    start = (np.cumsum(counts) - counts)[owner]
    along = _along(points, owner, start)
    tapers, widths = table.sketched_pens
    seen = _swollen(along, owner, start, counts, tapers[there])
    order = topmost_shapes(table, portrait, _BUFFER)
    seen &= _visible(order, points, owner, inks, table.seen_through)
    _cut_to_clips(table, portrait, inks, points, owner, seen)
    spans = stretches(seen, owner)
    spans = spans[along[spans[:, 1] - 1] - along[spans[:, 0]] >= min_length]
    number = owner[spans[:, 0]]
    begin = spans - start[spans[:, 0], None]  # in samples of their ink
    shares = (begin - [0, 1]) / (counts[number, None] - 1)
    width = widths[there] * portrait.width[slots[there]]
    rows = (spans, number, begin[:, 0], shares, width[number])
    lines: list[Line] = []
    for (first, last), k, at, (begun, ended), pen in zip(
        *(row.tolist() for row in rows), strict=True
    ):
        i, layer, ink = inks[k]
        sample = ink.first * STEPS + at
        lines.append(Line(i, layer.part, points[first:last], pen, begun, ended, sample))
    return lines


#: A sketched ink of a shape that is present: slot, layer, ink.
_PresentInk = tuple[int, Layer, Ink]


def _along(points: Floats, owner: Integers, start: Integers) -> Floats:
    """[n] length along each ink from its own first sample."""
    gaps = np.hypot(*np.diff(points, axis=0).T)
    along = np.concatenate([[0], np.cumsum(gaps, dtype=np.float64)])
    return (along - along[start]).astype(np.float32)


def _visible(
    order: NDArray[np.uint16],
    points: Floats,
    owner: Integers,
    inks: Sequence[_PresentInk],
    through: Mapping[str, NDArray[np.bool_]],
) -> NDArray[np.bool_]:
    """[n] whether nothing later than its own shape covers each point. A point counts as covered
    only if its whole 3 x 3 neighbourhood is: an outline shared with a later shape stays."""
    at = np.floor(np.ascontiguousarray(points.T) * _BUFFER).astype(np.int64)
    x, y = np.clip(at, 1, _BUFFER - 2)
    inside: NDArray[np.bool_] = (x == at[0]) & (y == at[1])
    cell = y * _BUFFER + x
    number = np.array([i + 1 for i, *_ in inks], np.uint16)[owner]
    flat = order.ravel()
    under = np.flatnonzero(flat[cell] > number)  # most points end here
    nearby = np.array([dy * _BUFFER + dx for dy in (-1, 0, 1) for dx in (-1, 0, 1)])
    around = flat[cell[under] + nearby[:, None]]  # [9, u]
    covers = around > number[under]
    edges = np.searchsorted(owner[under], np.arange(len(inks) + 1)).tolist()
    for k, (_, layer, _) in enumerate(inks):
        if layer.name in through and edges[k] < edges[k + 1]:
            own = slice(edges[k], edges[k + 1])
            covers[:, own] &= ~through[layer.name][around[:, own]]
    inside[under] &= ~covers.all(axis=0)
    return inside


def _swollen(
    along: Floats, owner: Integers, start: Integers, counts: Integers, tapers: NDArray[np.float64]
) -> NDArray[np.bool_]:
    """[n] where the pen line is at least about half as wide as at its widest; ``tapers`` [k, 2]."""
    length = along[start + counts[owner] - 1]
    share = along / np.maximum(length, 1e-9)
    rise, fall = 0.3 * tapers[owner].T
    return (share >= rise) & (1 - share >= fall)


def _cut_to_clips(
    table: LayerTable,
    portrait: Portrait,
    inks: Sequence[_PresentInk],
    points: Floats,
    owner: Integers,
    seen: NDArray[np.bool_],
) -> None:
    """Clear ``seen`` [n] where an ink leaves the shapes that clip it."""
    shown = Shown(table, portrait)
    clipped: dict[tuple[str, ...], list[int]] = {}
    for k, (_, layer, _) in enumerate(inks):
        if layer.clip:
            clipped.setdefault(layer.clip, []).append(k)
    for clip, numbers in clipped.items():
        cut = np.zeros(len(inks), np.bool_)
        cut[numbers] = True
        own = np.flatnonzero(seen & cut[owner])
        seen[own] = False
        for i in shown.slots(clip):
            path = cubic_path(portrait.points[table.slots[i].span])
            within = np.array([path.contains(x, y) for x, y in points[own].tolist()], np.bool_)
            seen[own[within]] = True
            own = own[~within]


def stretches(mask: NDArray[np.bool_], owner: Integers) -> Integers:
    """[k, 2] start and stop (past it) of each stretch of True with one owner, longer than one
    sample."""
    numbered = np.concatenate([[-1], np.where(mask, owner, -1), [-1]])
    edges = np.flatnonzero(np.diff(numbered))
    first, last = edges[:-1], edges[1:]
    some = (last - first > 1) & mask[first]
    return np.column_stack([first[some], last[some]])
