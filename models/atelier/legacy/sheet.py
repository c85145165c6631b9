"""Collects the shapes of one portrait, slot by slot."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import ArrayLike, NDArray

from models.atelier.legacy.head import Head
from models.portrait.layer_table import LayerTable


class ShapeError(ValueError):
    """A builder's shape does not fit its slot."""


@dataclass
class Sheet:
    """Shapes in the making. Builders add each slot once, in head units on the screen."""

    table: LayerTable
    head: Head
    points: NDArray[np.float32] = field(init=False)
    presence: NDArray[np.float32] = field(init=False)
    width: NDArray[np.float32] = field(init=False)
    _missing: set[str] = field(init=False)

    def __post_init__(self) -> None:
        self.points = np.zeros((self.table.point_count, 2), np.float32)
        self.presence = np.ones(len(self.table.slots), np.float32)
        self.width = np.full(len(self.table.slots), self.head.ink, np.float32)
        self._missing = set(self.table.slot_index)

    def add(self, slot: str, chain: ArrayLike, presence: float = 1.0, width: float = 1.0) -> None:
        """Put a chain of cubics (head units) into a slot; ``width`` multiplies the pen.

        Raises:
            ShapeError: wrong number of control points, unknown slot, or added twice.
        """
        points = self.head.to_frame(chain)
        index = self.table.slot_index.get(slot)
        if index is None or slot not in self._missing:
            raise ShapeError(f"slot {slot!r} is unknown or drawn twice")
        span = self.table.slots[index].span
        if len(points) != span.stop - span.start:
            raise ShapeError(
                f"slot {slot!r} takes {span.stop - span.start} control points, not {len(points)}"
            )
        self._missing.discard(slot)
        self.points[span] = points
        self.presence[index] = presence
        self.width[index] = self.head.ink * width

    def finish(self) -> None:
        """Raise ShapeError if a slot was left out."""
        if self._missing:
            raise ShapeError(f"slots not drawn: {sorted(self._missing)}")
