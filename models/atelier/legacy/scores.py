"""Scalar scores, until every builder works on batches."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from models.atelier.parameters import INDEX, ROLES
from models.atelier.scores import RoleError

_SPREAD = 0.8


def spread(score: float) -> float:
    return 0.5 * (1 + math.erf(score * _SPREAD / math.sqrt(2)))


class Scores:
    """One portrait's normal scores, as the builder of one part may see them."""

    def __init__(self, z: NDArray[np.float32], *roles: str) -> None:
        self._values = {name: float(z[INDEX[name]]) for role in roles for name in ROLES[role]}

    def score(self, name: str) -> float:
        """The normal score itself.

        Raises:
            RoleError: the parameter belongs to another part.
        """
        try:
            return self._values[name]
        except KeyError:
            raise RoleError(f"{name} is not open to this part") from None

    def span(self, name: str, low: float, high: float) -> float:
        """The parameter spread over a range."""
        return low + (high - low) * spread(self.score(name))

    def signed(self, name: str) -> float:
        """The parameter from -1 to 1."""
        return self.span(name, -1.0, 1.0)

    def grow(self, name: str, threshold: float, over: float = 0.5, *, low: bool = False) -> float:
        """0 below the threshold, rising smoothly to 1: how far something rare has come out.
        ``low`` looks at the low end, beyond -threshold."""
        score = -self.score(name) if low else self.score(name)
        u = min(max((score - threshold) / over, 0.0), 1.0)
        return u * u * (3 - 2 * u)

    def presence(self, name: str, threshold: float) -> float:
        """A soft step that passes 0.5 at the threshold."""
        return 1 / (1 + math.exp(-(self.score(name) - threshold) / 0.06))
