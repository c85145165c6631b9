"""What the student is taught of presences."""

from __future__ import annotations

import numpy as np
import torch

from models.training.losses import PresenceLoss
from models.training.source import atelier

TABLE = atelier().table


def _people(count: int = 4000) -> np.ndarray:
    """Presences [count, S] as the atelier's people have them: glasses as one thing."""
    rng = np.random.default_rng(0)
    found = (rng.random((count, len(TABLE.slots))) < 0.5).astype(np.float32)
    found[:, _glasses()] = (rng.random((count, 1)) < 0.1).astype(np.float32)
    return found


def _glasses() -> list[int]:
    return [i for name in ("glasses", "lower rim", "bridge") for i in TABLE.slots_of[name]]


def test_who_knows_each_share_loses_one() -> None:
    people = _people()
    share = torch.from_numpy(people.mean(axis=0).clip(1e-6, 1 - 1e-6))
    loss = PresenceLoss(TABLE, people)
    known = loss(torch.logit(share).expand(len(people), -1), torch.from_numpy(people))
    assert abs(float(known) - 1) < 0.02


def test_missed_glasses_cost_more_than_a_sparkle() -> None:
    people = _people()
    loss = PresenceLoss(TABLE, people)
    wanted = torch.ones(1, len(TABLE.slots))
    right = 8 * (wanted * 2 - 1)

    def cost(slots: list[int]) -> float:
        wrong = right.clone()
        wrong[:, slots] *= -1
        return float(loss(wrong, wanted) - loss(right, wanted))

    assert cost(_glasses()) > 20 * cost(list(TABLE.slots_of["spark"]))
    (knot,), (band,) = TABLE.slots_of["bow knot"], TABLE.slots_of["band"]
    assert cost(_glasses()) > 5 * cost([knot]), "thin lines across open eyes"
    assert 0.8 < cost([knot]) / cost([band]) < 1.2


def test_what_everybody_has_is_no_trouble() -> None:
    everybody = np.ones((10, len(TABLE.slots)), np.float32)
    loss = PresenceLoss(TABLE, everybody)
    assert float(loss(torch.full((1, len(TABLE.slots)), 8.0), torch.from_numpy(everybody[:1]))) < 10
