"""Which shapes a portrait has, as far as strokes decide it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Presences:
    """Shapes [S] whose presence is decided: ``added``, and ``removed``."""

    added: NDArray[np.bool_]
    removed: NDArray[np.bool_]

    @classmethod
    def without(cls, shapes: NDArray[np.bool_]) -> Presences:
        """Decided is that these shapes [S] are not there."""
        return cls(np.zeros_like(shapes), shapes)

    def and_then(self, later: Presences) -> Presences:
        """These, where ``later`` ones do not say something else."""
        return Presences(
            later.added | (self.added & ~later.removed),
            later.removed | (self.removed & ~later.added),
        )

    def among(self, presence: Floats) -> Floats:
        """Presences [S], 0 to 1, with what is decided."""
        decided: Floats = np.where(self.added, 1, np.where(self.removed, 0, presence))
        return decided.astype(np.float32)
