"""How often a crowd wears what ART.md asks for, and that nobody wears what excludes each other."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from models.atelier.layers import TABLE
from models.atelier.people.sampling import draw_people
from models.atelier.portraits import portraits
from models.portrait.portrait import PRESENT


def test_rare_things_are_as_rare_as_the_art_direction_says() -> None:
    presence = portraits(draw_people(np.random.default_rng(4), 1200)).presence > PRESENT

    def wears(*slots: str) -> NDArray[np.bool_]:
        worn: NDArray[np.bool_] = presence[:, [TABLE.slot_index[name] for name in slots]]
        return np.logical_or.reduce(worn, axis=1)

    tails, pony = wears("tail.left.1", "tail.right.1"), wears("ponytail.1")
    buns, braids = wears("bun.right", "bun.left"), wears("braid.left.1", "braid.right.1")
    tied = np.stack([tails, pony, buns, braids]).sum(axis=0)
    assert tied.max() == 1, "hair tied in two ways at once"
    assert 0.2 < tied.mean() < 0.45
    worn = wears("bow knot", "hairpin.1", "band", "hat", "flower")
    assert 0.17 < worn.mean() < 0.31
    assert 0.06 < wears("bridge").mean() < 0.14
    assert not (wears("hat") & wears("animal ear.left")).any(), "animal ears through a hat"
    assert not (wears("hat") & wears("ahoge.1")).any(), "an ahoge through a hat"
