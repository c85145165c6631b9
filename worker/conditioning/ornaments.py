"""Buns, bows and other things that few people wear: shown where strokes ask for them.

Style numbers that nobody has drawn yet are open, and in each of several suggestions another rare
thing would appear; an artist who drew an eye did not ask for any.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from models.portrait.layer_table import LayerTable
from models.portrait.lines import Line
from models.portrait.portrait import PRESENT, Portrait
from worker.conditioning.ensemble import Ensemble
from worker.lines.coverage import Coverage

#: The part of what is worn on the head, the parts that a portrait can do without, and the share of
#: people from which a shape is not rare.
WORN = "extras"
_PARTS = ("tied", WORN)
_RARE = 0.5
#: Share of a thing's visible lines that must have ink for it to be asked for; and if it is worn on
#: the head, since a crown and a fringe have most of the lines of a cap.
_ASKED, _ASKED_OF_WORN = 0.25, 0.88
#: The same where the student is certain, and the presence from which on it is. What is wider than
#: this (frame units) is a hat or a band, and a smooth crown makes the student too certain of it.
_ASKED_OF_SURE, SURE, _WIDE = 0.2, 0.95, 0.3


def rare_ornaments(table: LayerTable, ensemble: Ensemble) -> NDArray[np.bool_]:
    """[S] which shapes are ornaments that few people have."""
    parts = [i for i, name in enumerate(table.parts) if name in _PARTS]
    return np.isin(table.part_of_slot, parts) & (ensemble.frequency < _RARE)


def asked(
    table: LayerTable, ensemble: Ensemble, lines: Sequence[Line], coverage: Coverage,
    sure: NDArray[np.bool_],
) -> NDArray[np.bool_]:  # fmt: skip
    """[S] shapes whose ``lines`` were drawn, with those that are one thing with them; fewer of
    its lines are asked for of a thing that is ``sure`` [S]."""
    found = np.zeros(len(table.slots), np.bool_)
    if not lines:
        return found
    slot = np.repeat([line.slot for line in lines], [len(line.points) for line in lines])
    points = np.concatenate([line.points for line in lines])
    inked = coverage.inked(points)
    all_ = np.bincount(slot, minlength=len(found))
    drawn = np.bincount(slot, inked, len(found))
    for i in np.flatnonzero(drawn > 0).tolist():
        one = ensemble.companions(i)
        worn = table.parts[table.part_of_slot[i]] == WORN
        if sure[i] and np.ptp(points[slot == i, 0]) < _WIDE:
            needed, ink = _ASKED_OF_SURE, drawn[one].sum() / all_[one].sum()
        elif worn:
            needed, ink = _ASKED_OF_WORN, drawn[one].sum() / all_[one].sum()
        else:
            needed, ink = _ASKED, drawn[i] / all_[i]
        if ink > needed:
            found[one] = True
    return found


def without(portrait: Portrait, unasked: NDArray[np.bool_]) -> Portrait:
    """The portrait without the shapes [S]; itself if it has none of them."""
    if not (portrait.presence[unasked] >= PRESENT).any():
        return portrait
    return replace(portrait, presence=np.where(unasked, 0, portrait.presence).astype(np.float32))
