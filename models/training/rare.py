"""More of what is seldom met: shut eyes, hats, heads turned away.

A trait that one person in thirty has is learned late. People who have it are chosen, not made:
they stay people, and the mapping network's answer is their true code.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from models.training.source import PortraitSource

#: So many times as many people are drawn as are chosen for a trait.
_POOL = 6


def with_rare(
    source: PortraitSource, people: NDArray[np.float32], rng: np.random.Generator, share: float
) -> NDArray[np.float32]:
    """[N, D] the ``people``, about a ``share`` of them exchanged for others that have a rare
    trait, as many for each trait."""
    if source.rare is None or not share:
        return people
    chosen = np.flatnonzero(rng.random(len(people)) < share)
    pool = source.people(rng, max(1, _POOL * len(chosen)))
    has = source.rare(pool)
    found = people.copy()
    for place, trait in zip(chosen, rng.integers(has.shape[1], size=len(chosen)), strict=True):
        owners = np.flatnonzero(has[:, trait])
        if len(owners):
            found[place] = pool[rng.choice(owners)]
    return found
