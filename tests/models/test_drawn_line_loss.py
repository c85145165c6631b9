"""Lines that lie beside the strokes cost something, and nothing else does."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from models.training.drawn_line_loss import DrawnLineLoss
from models.training.source import atelier

SOURCE = atelier()
TABLE = SOURCE.table
FACE = SOURCE.portraits(np.zeros((1, len(SOURCE.names)), np.float32))[0]
POINTS = torch.from_numpy(FACE.points)[None]
(MOUTH,) = TABLE.slots_of["lips"][:1]
LOSS = DrawnLineLoss(TABLE)
PRESENCE = torch.zeros(1, len(TABLE.slots))
PRESENCE[0, MOUTH] = 1
ALL_INK, NO_INK = torch.ones(1, 1, 64, 64), torch.zeros(1, 1, 64, 64)


def moved(by: float, axis: int) -> torch.Tensor:
    """The face with its mouth somewhere else."""
    points = POINTS.clone()
    points[0, TABLE.slots[MOUTH].span, axis] += by
    return points


def cost(points: torch.Tensor, ink: torch.Tensor = ALL_INK) -> float:
    return float(LOSS(points, POINTS, PRESENCE, ink))


def test_a_line_beside_the_stroke_costs_more_the_further_it_is_but_never_more_than_one() -> None:
    costs = [cost(moved(by, 1)) for by in (0.0, 0.005, 0.015, 0.1, 0.4)]
    assert costs == sorted(costs) and costs[0] == 0
    assert costs[2] == pytest.approx(0.5, abs=0.1), "where a stroke stops lying on the line"
    assert costs[4] < 1


def test_a_line_may_slide_along_the_stroke() -> None:
    assert cost(moved(0.01, 0)) < 0.5 * cost(moved(0.01, 1))


def test_what_is_not_drawn_costs_nothing() -> None:
    assert cost(moved(0.1, 1), NO_INK) == 0
    elsewhere = ALL_INK.clone()
    y = int(64 * FACE.points[TABLE.slots[MOUTH].span, 1].mean())
    elsewhere[..., y - 6 : y + 6, :] = 0
    assert cost(moved(0.1, 1), elsewhere) == 0
    other = POINTS.clone()
    other[0, TABLE.slots[TABLE.slots_of["lash"][0]].span] += 0.1
    assert cost(other) == 0, "absent shapes"
