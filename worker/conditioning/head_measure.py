"""Where strokes lie on a head, in its own measure, and which of them hang together."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.portrait.blots import BLOTS
from models.portrait.layer_table import LayerTable
from models.portrait.mouth_lines import LIPS
from models.portrait.portrait import Portrait
from worker.fit.kernel import squared_distances

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]

#: Frame units between samples that are looked at, and up to which they hang together.
SPACING, _APART = 0.0045, 0.0095


@dataclass(frozen=True, eq=False)
class HeadMeasure:
    """A head's own measure: from the ``eyes`` [2], ``across`` and ``down`` [2] along unit vectors,
    in the ``length`` from eyes to mouth. On a turned head the way down ``leans``."""

    eyes: Floats
    across: Floats
    down: Floats
    length: float
    leans: float

    @classmethod
    def of(cls, table: LayerTable, placed: Portrait) -> HeadMeasure | None:
        pupils = [slot for name in BLOTS for slot in table.slots_of.get(name, ())]
        lips = table.slots_of.get(LIPS[0], ())
        if len(pupils) != 2 or not lips:
            return None
        first, second, mouth = (
            placed.points[table.slots[slot].span].mean(axis=0) for slot in (*pupils, lips[0])
        )
        eyes = (first + second) / 2
        across = (second - first) / max(float(np.hypot(*(second - first))), 1e-6)
        down = np.array([-across[1], across[0]])
        length = float((mouth - eyes) @ down)
        if length < 1e-3:
            return None
        return cls(eyes, across, down, length, float((mouth - eyes) @ across) / length)

    def __call__(self, points: Floats) -> tuple[Floats, Floats]:
        """How far points [n, 2] lie aside, and down."""
        away = (points - self.eyes) / self.length
        down = away @ self.down
        aside = away @ self.across - self.leans * down
        return aside.astype(np.float32), down.astype(np.float32)


def hanging_together(points: Floats) -> list[Integers]:
    """Groups of points [n, 2], each of which is near another of its group."""
    if not len(points):
        return []
    near, neighbour = np.nonzero(squared_distances(points, points) < _APART**2)
    # Where the neighbours of each point begin: it is one of them, so that everybody has some.
    first = np.flatnonzero(np.diff(near, prepend=-1))
    label = np.arange(len(points))
    while True:
        least = np.minimum.reduceat(label[neighbour], first)
        least = least[least]
        if (least == label).all():
            break
        label = least
    return [np.flatnonzero(label == group) for group in np.unique(label)]
