"""Buns, bows, glasses and other things that few people wear: shown where strokes ask for them.

Style numbers that nobody has drawn yet are open, and in each of several suggestions another rare
thing would appear; an artist who drew an eye did not ask for any.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from models.portrait.layer_table import LayerTable
from worker.conditioning.ensemble import ORNAMENTS, Ensemble

#: Share of people from which a shape is not rare.
_RARE = 0.5


def ornaments(table: LayerTable) -> NDArray[np.bool_]:
    """[S] which shapes are ornaments."""
    return table.parts_among(ORNAMENTS)[table.part_of_slot]


def rare_ornaments(table: LayerTable, ensemble: Ensemble) -> NDArray[np.bool_]:
    """[S] which shapes are ornaments that few people have."""
    return ornaments(table) & (ensemble.frequency < _RARE)
