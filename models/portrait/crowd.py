"""Many portraits of one layer table, as arrays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.portrait.portrait import Portrait


@dataclass(frozen=True, eq=False)
class Crowd:
    """N portraits: ``points`` [N, P, 2], ``presence`` [N, S], ``width`` [N, S], ``paints``
    [N, C, 3], as in ``Portrait``."""

    points: NDArray[np.float32]
    presence: NDArray[np.float32]
    width: NDArray[np.float32]
    paints: NDArray[np.float32]

    @classmethod
    def of(cls, portraits: Sequence[Portrait]) -> Crowd:
        """Single portraits as a crowd."""
        names = ("points", "presence", "width", "paints")
        return cls(*(np.stack([getattr(p, name) for p in portraits]) for name in names))

    def __len__(self) -> int:
        return len(self.points)

    def __getitem__(self, number: int) -> Portrait:
        return Portrait(
            self.points[number], self.presence[number], self.width[number], self.paints[number]
        )

    def __iter__(self) -> Iterator[Portrait]:
        return (self[number] for number in range(len(self)))
