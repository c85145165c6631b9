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
from worker.reading.ink_trace import Strokes, spread_out
from worker.reading.runs import starts

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]

#: Frame units between samples that are looked at, and up to which they hang together.
SPACING, _APART = 0.0045, 0.0095


@dataclass(frozen=True)
class Zone:
    """What lies less than ``aside`` to each side, and between ``top`` and ``bottom``."""

    aside: float
    top: float
    bottom: float


@dataclass(frozen=True, eq=False)
class Thing:
    """Samples ``which`` that hang together: how far they reach to the sides, and down."""

    which: Integers
    left: float
    right: float
    top: float
    bottom: float

    @property
    def width(self) -> float:
        """From side to side."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    @property
    def aside(self) -> float:
        """Where its middle lies, to the side."""
        return (self.left + self.right) / 2

    @property
    def middle(self) -> float:
        """Where its middle lies, down."""
        return (self.top + self.bottom) / 2


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
        pupils = table.slots_in(BLOTS)
        lips = table.slots_in(LIPS[:1])
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

    def within(self, zone: Zone, ridge: Strokes) -> Strokes:
        """Samples of ``ridge`` in a zone, SPACING apart."""
        aside, down = self(ridge.points)
        inside = (np.abs(aside) < zone.aside) & (down > zone.top) & (down < zone.bottom)
        return spread_out(ridge.chosen(inside), most=len(ridge), spacing=SPACING)

    def things(self, points: Floats) -> list[Thing]:
        """What lies by itself among samples [n, 2]."""
        aside, down = self(points)
        return [
            Thing(
                one,
                left=float(aside[one].min()),
                right=float(aside[one].max()),
                top=float(down[one].min()),
                bottom=float(down[one].max()),
            )
            for one in _hanging_together(points)
        ]


def _hanging_together(points: Floats) -> list[Integers]:
    """Groups of points [n, 2], each of which is near another of its group."""
    if not len(points):
        return []
    close = squared_distances(points, points) < _APART**2
    near, neighbour = np.divmod(np.flatnonzero(close), len(points))  # np.nonzero takes four times
    # Where the neighbours of each point begin: it is one of them, so that everybody has some.
    first = starts(near)
    label = np.arange(len(points))
    while True:
        least = np.minimum.reduceat(label[neighbour], first)
        if (least == label).all():
            break
        # A group that meets another joins it as a whole: its first sample does.
        joined = label.copy()
        np.minimum.at(joined, label, least)
        label = joined[joined[least]]
    return [np.flatnonzero(label == group) for group in np.unique(label)]
