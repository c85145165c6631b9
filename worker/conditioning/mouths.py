"""Mouths of a pack's people, to compare a drawn one with.

A mouth is little ink that decides whether somebody shouts, smiles or pouts, and no straight way
leads from a closed one to an open one: style numbers that follow distances line by line end in
between, aslant. So mouths are kept whole (``mouth_reading`` chooses among them).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.portrait.curves import bernstein, headway
from models.portrait.layer_table import LayerTable
from models.portrait.mouth_lines import JAW, LIPS, MOUTH
from models.portrait.portrait import PRESENT
from worker.packs.inference import Networks
from worker.packs.pack import Pack
from worker.packs.people import made_up

Floats = NDArray[np.float32]
Booleans = NDArray[np.bool_]
Integers = NDArray[np.int64]

#: Whoever draws a mouth leaves none of these lines out.
_NEEDED = (*LIPS, JAW)
_PEOPLE, _SEED = 512, 21
#: Samples of each cubic, and of a mouth at most.
_STEPS, _MOST = 4, 2000


@dataclass(frozen=True, eq=False)
class Mouths:
    """The mouths of K people, all on the pack's average face, as samples of n lines' points.

    Attributes:
        roles: [r] which style vectors of w+ are the mouth's.
        styles: [K, r, D] those vectors.
        shapes: [m] the slots of the mouth's shapes.
        shown: [K, m] which of them are there.
        points: [K, n, 2] samples of the lines that an artist draws, in the portrait's own frame.
        tangents: [K, n, 2] unit vectors along the lines.
        there: [K, n] whether a sample's line is there.
        needed: [K, n] whether it is one that nobody leaves out.
        boxes: [2, K, 2, 2] the corners, low and high, of the needed lines and of all.
        kinds: numbers of those that are shut, and of those that are open.
    """

    roles: Integers
    styles: Floats
    shapes: Integers
    shown: Booleans
    points: Floats
    tangents: Floats
    there: Booleans
    needed: Booleans
    boxes: Floats
    kinds: tuple[Integers, Integers]

    @classmethod
    def of(cls, pack: Pack, networks: Networks) -> Mouths | None:
        """Draw the people; takes some tenths of a second. None where the pack cannot make any up,
        or has no mouths, or some of lines without end."""
        roles = [i for i, role in enumerate(pack.styles) if role.partition(".")[0] == MOUTH]
        samples = _Samples.of(pack.table)
        if not roles or not 0 < len(samples.slots) <= _MOST:
            return None
        people = made_up(pack, _PEOPLE, _SEED)
        if people is None:
            return None
        own = people[:, roles]
        shapes = np.flatnonzero(pack.table.part_of_slot == pack.table.parts.index(MOUTH))
        points, ahead, presence = [], [], []
        styles = np.repeat(pack.mean_styles[None], _PEOPLE, axis=0)
        styles[:, roles] = own
        for portrait in networks.synthesise_each(styles):
            corners = portrait.points[samples.controls]
            points.append((samples.weights[:, None] @ corners)[:, 0])
            ahead.append((samples.slopes[:, None] @ corners)[:, 0])
            presence.append(portrait.presence >= PRESENT)
        shown, where, way = np.array(presence), np.array(points), np.array(ahead)
        there = shown[:, samples.slots]
        needed = there & samples.needed
        open_ = shown[:, pack.table.slots_in([JAW])].any(axis=1)
        return cls(
            roles=np.array(roles),
            styles=own,
            shapes=shapes,
            shown=shown[:, shapes],
            points=where,
            tangents=way / np.maximum(np.linalg.norm(way, axis=-1, keepdims=True), 1e-9),
            there=there,
            needed=needed,
            boxes=np.stack([_boxes(where, needed), _boxes(where, there)]),
            kinds=(np.flatnonzero(~open_), np.flatnonzero(open_)),
        )


def _boxes(points: Floats, which: Booleans) -> Floats:
    """[K, 2, 2] low and high corner of those of points [K, n, 2] ``which`` [K, n] chooses; without
    any, of a box that is like no other."""
    lows = np.where(which[..., None], points, 1e3).min(axis=1)
    highs = np.where(which[..., None], points, -1e3).max(axis=1)
    return np.stack([lows, highs], axis=1)


@dataclass(frozen=True, eq=False)
class _Samples:
    """n samples of a mouth's sketched lines as weighted sums of control points: ``slots`` [n],
    whether they are ``needed`` [n], ``controls`` [n, 4], ``weights`` and ``slopes`` [n, 4]."""

    slots: Integers
    needed: Booleans
    controls: Integers
    weights: Floats
    slopes: Floats

    @classmethod
    def of(cls, table: LayerTable) -> _Samples:
        rows = [
            (slot, layer.name in _NEEDED, table.slots[slot].start + 3 * segment)
            for slot, layer, ink in table.sketched_inks
            if layer.part == MOUTH
            for segment in range(layer.segments)[ink.first : ink.last]
        ]
        slots, needed, first = np.array(rows, np.int64).reshape(-1, 3).repeat(_STEPS, axis=0).T
        return cls(
            slots,
            needed.astype(np.bool_),
            first[:, None] + np.arange(4),
            np.tile(bernstein(_STEPS, 0.5), (len(rows), 1)),
            np.tile(headway(_STEPS, 0.5), (len(rows), 1)),
        )
