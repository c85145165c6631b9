"""Random people and their pictures."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from models.atelier.layers import TABLE
from models.atelier.parameters import INDEX
from models.atelier.people.sampling import draw_people
from models.portrait.draw import draw
from models.portrait.portrait import Portrait

#: [N, D] normal scores.
People = NDArray[np.float32]
#: [N, side, side, 3] sRGB.
Pictures = NDArray[np.uint8]
#: People between which an eye counts as open: beyond them are sleepy and shut eyes and winks.
_OPEN = {"openness": (-1.0, np.inf), "wink": (-1.2, 1.2)}


def crowd(count: int, seed: int) -> People:
    """[count, D] normal scores of random people."""
    return draw_people(np.random.default_rng(seed), count)


def open_eyed(count: int, seed: int) -> People:
    """[count, D] random people, those with an eye shut left out."""
    rng = np.random.default_rng(seed)
    found = np.zeros((0, len(INDEX)), np.float32)
    while len(found) < count:
        people = draw_people(rng, count)
        awake = np.ones(len(people), np.bool_)
        for name, (low, high) in _OPEN.items():
            awake &= (people[:, INDEX[name]] > low) & (people[:, INDEX[name]] < high)
        found = np.concatenate([found, people[awake]])
    return found[:count]


def pictures_of(portraits: Iterable[Portrait], side: int) -> Pictures:
    """[N, side, side, 3] sRGB pictures on their paper."""
    return np.stack([draw(TABLE, one, side)[..., :3] for one in portraits])
