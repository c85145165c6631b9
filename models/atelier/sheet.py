"""Collects the shapes of a crowd, slot by slot."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from models.atelier.head import Head
from models.atelier.shapes import Chain, Value
from models.portrait.layer_table import LayerTable


class ShapeError(ValueError):
    """A builder's shape does not fit its slot."""


@dataclass
class Sheet:
    """Shapes of N portraits in the making. Builders add each slot once, in head units on the
    screen: ``points`` [N, P, 2] in frame units, ``presence`` and ``width`` [N, S]."""

    table: LayerTable
    head: Head
    points: NDArray[np.float32] = field(init=False)
    presence: NDArray[np.float32] = field(init=False)
    width: NDArray[np.float32] = field(init=False)
    _missing: set[str] = field(init=False)

    def __post_init__(self) -> None:
        count, slots = len(self.head.yaw), len(self.table.slots)
        self.points = np.zeros((count, self.table.point_count, 2), np.float32)
        self.presence = np.ones((count, slots), np.float32)
        self.width = np.ones((count, slots), np.float32)
        self._missing = set(self.table.slot_index)

    def add(self, slot: str, chain: Chain, presence: Value = 1.0, width: Value = 1.0) -> None:
        """Put a chain of cubics [N, 1 + 3n, 2] (head units) into a slot; ``width`` multiplies
        the pen.

        Raises:
            ShapeError: wrong number of control points, unknown slot, or added twice.
        """
        index = self.table.slot_index.get(slot)
        if index is None or slot not in self._missing:
            raise ShapeError(f"slot {slot!r} is unknown or drawn twice")
        span = self.table.slots[index].span
        if chain.shape[-2:] != (span.stop - span.start, 2):
            raise ShapeError(
                f"slot {slot!r} takes {span.stop - span.start} control points,"
                f" not {chain.shape[-2]}"
            )
        self._missing.discard(slot)
        self.points[:, span] = self.head.to_frame(chain)
        self.presence[:, index] = presence
        self.width[:, index] = self.head.ink * width

    def finish(self) -> None:
        """Raise ShapeError if a slot was left out."""
        if self._missing:
            raise ShapeError(f"slots not drawn: {sorted(self._missing)}")
