"""Shapes that come together, or not at all.

Between one outfit and another a draft has halves of both: a tie without its knot, a tie on a
turtleneck. What the pack's people always have together is shown together, or left out; of two
things that nobody has together, the likelier one is shown. Eyes and mouths are read by themselves.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from models.portrait.layer_table import LayerTable
from models.portrait.mouth_lines import MOUTH
from models.portrait.portrait import PRESENT
from worker.conditioning.ensemble import Ensemble, logits
from worker.conditioning.presences import Presences

Floats = NDArray[np.float32]
Booleans = NDArray[np.bool_]

#: What is left out or added may leave something else alone: rounds until nothing is, at most.
_ROUNDS = 4
_READ = ("eyes", MOUTH)


def in_company(
    table: LayerTable, ensemble: Ensemble, presences: Presences, likely: Floats
) -> Floats:
    """Presences [S], 0 to 1, of a portrait's shapes: the ``likely`` ones with those that are
    decided, and such that each shape has its company."""
    shown, odds = presences.among(likely), logits(likely)
    there = shown >= PRESENT
    read = table.parts_among(_READ)[table.part_of_slot]
    settled = presences.added | presences.removed | read
    for _ in range(_ROUNDS):
        before = there.copy()
        open_ = np.flatnonzero(there & ~settled)
        clash = (ensemble.never[open_] & there).any(axis=1)
        alone = (ensemble.always[open_] & ~there).any(axis=1)
        doubtful = open_[clash | alone]
        for i in doubtful[np.argsort(odds[doubtful])].tolist():
            if there[i]:
                _settle(i, ensemble, settled, odds, there)
        if (there == before).all():
            break
    changed = there != (shown >= PRESENT)
    shown[changed] = there[changed]
    return shown


def _settle(
    slot: int, ensemble: Ensemble, settled: Booleans, odds: Floats, there: Booleans
) -> None:
    """Leave the shape ``slot`` out with what is one with it, or show what they need, as likely then
    as they are themselves: in ``there`` [S] and ``odds`` [S]; nothing that is ``settled`` [S]."""
    one = ensemble.always[slot] & ensemble.always[:, slot] & there & ~settled
    one[slot] = True
    likely = odds[one].mean()
    rivals = ensemble.never[one].any(axis=0) & there & (settled | (odds > likely))
    missing = ensemble.always[one].any(axis=0) & ~there
    if rivals.any() or settled[missing].any() or likely + odds[missing].min(initial=np.inf) < 0:
        there[one] = False
    else:
        there[missing] = True
        odds[missing] = np.maximum(odds[missing], likely)
