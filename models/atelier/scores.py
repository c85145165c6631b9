"""A crowd's normal scores, as the builder of one part may see them."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import ndtr

from models.atelier.parameters import INDEX, ROLES
from models.atelier.parameters.thresholds import APPEARS

#: One number for each of N portraits.
Values = NDArray[np.float64]
#: The softening of a normal score before it is spread over a range: fewer extremes than uniform.
_SPREAD = 0.8
#: How softly presences step, in normal scores: three of these past the threshold it is at 0.95.
PRESENCE_WIDTH = 0.06


class RoleError(KeyError):
    """A part's builder read a parameter of another part."""


class Scores:
    """Normal scores z [N, D] of N portraits; every answer is an array [N]."""

    def __init__(self, z: NDArray[np.float32], *roles: str) -> None:
        names = [name for role in roles for name in ROLES[role]]
        self._values = {name: z[:, INDEX[name]].astype(np.float64) for name in names}

    def score(self, name: str) -> Values:
        """The normal score itself.

        Raises:
            RoleError: the parameter belongs to another part.
        """
        try:
            return self._values[name]
        except KeyError:
            raise RoleError(f"{name} is not open to this part") from None

    def span(self, name: str, low: ArrayLike, high: ArrayLike) -> Values:
        """The parameter spread over a range; its ends may be numbers or arrays [N]."""
        low, high = np.asarray(low), np.asarray(high)
        return low + (high - low) * spread(self.score(name))

    def signed(self, name: str) -> Values:
        """The parameter from -1 to 1."""
        return self.span(name, -1.0, 1.0)

    def grow(self, name: str, threshold: float, over: float = 0.5, *, low: bool = False) -> Values:
        """0 below the threshold, rising smoothly to 1: how far something rare has come out.
        ``low`` looks at the low end, beyond -threshold."""
        score = -self.score(name) if low else self.score(name)
        return smooth((score - threshold) / over)

    def presence(self, name: str, threshold: float) -> Values:
        """A soft step that passes 0.5 at the threshold."""
        return soft_step(self.score(name), threshold, PRESENCE_WIDTH)

    def appears(self, name: str) -> Values:
        """The presence of what this parameter brings out (see ``APPEARS``)."""
        return self.presence(name, APPEARS[name])

    def grown(self, name: str, over: float = 0.25) -> Values:
        """0 to 1: how far that has come out, so that it begins small."""
        return self.grow(name, APPEARS[name], over)


def spread(score: ArrayLike) -> Values:
    """Normal scores as shares of a range, 0 to 1."""
    shares: Values = ndtr(np.asarray(score) * _SPREAD)
    return shares


def smooth(share: ArrayLike) -> Values:
    """0 below 0, 1 above 1, a smooth rise between (the usual cubic)."""
    u = np.clip(share, 0.0, 1.0)
    return u * u * (3 - 2 * u)


def at_least(value: Values, least: float, soft: float) -> Values:
    """``value`` where it is well above ``least``, next to that below, smooth between."""
    over: Values = least + soft * np.logaddexp(0, (value - least) / soft)
    return over


def at_most(value: Values, most: Values, soft: float) -> Values:
    """``value`` where it is well below ``most``, next to that above, smooth between."""
    under: Values = most - soft * np.logaddexp(0, (most - value) / soft)
    return under


def soft_step(value: ArrayLike, at: ArrayLike, width: float) -> Values:
    """A logistic step that passes 0.5 where ``value`` passes ``at``; the way kinds and presences
    begin, never with a jump."""
    steps: Values = 1 / (1 + np.exp(-(np.asarray(value) - at) / width))
    return steps
