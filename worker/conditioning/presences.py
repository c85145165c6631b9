"""Shapes whose presence strokes decide, whatever style numbers say."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from models.portrait.portrait import Portrait


@dataclass(frozen=True, eq=False)
class Presences:
    """Shapes [S] that are ``added``, and ``removed`` for them."""

    added: NDArray[np.bool_]
    removed: NDArray[np.bool_]

    def of(self, portrait: Portrait) -> Portrait:
        """The portrait with them."""
        presence = portrait.presence.copy()
        presence[self.removed] = 0
        presence[self.added] = 1
        return replace(portrait, presence=presence)

    def joined(self, others: Presences) -> Presences:
        """With ``others``; what these add, others do not remove."""
        added = self.added | others.added
        return Presences(added, (self.removed | others.removed) & ~added)
