"""What training minimises, and the point error that evaluation reports."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from models.portrait.layer_table import LayerTable
from models.portrait.portrait import PRESENT

#: An absent shape's points still count this much, so that it fades in where it belongs.
_ABSENT = 0.05
#: Larger extent (frame units) of a shape that weighs 1; smaller ones weigh more, larger ones less.
_USUAL_EXTENT = 0.15


def slot_weights(table: LayerTable, mean_points: NDArray[np.float32]) -> Tensor:
    """[S] weights with mean 1 over points: small shapes more, since an eye off by a hundredth
    of the frame is worse than hair off by as much."""
    extents = np.array([np.ptp(mean_points[s.span], axis=0).max() for s in table.slots])
    weights = np.clip(_USUAL_EXTENT / np.maximum(extents, 1e-3), 0.4, 4.0) ** 0.5
    weights /= weights[table.slot_of_point].mean()
    return torch.from_numpy(weights.astype(np.float32))


class PointLoss:
    """Mean absolute error of control points in units of ``scale``, weighted by shape."""

    def __init__(self, table: LayerTable, mean_points: NDArray[np.float32], scale: float) -> None:
        self._slot_of_point = torch.from_numpy(table.slot_of_point)
        self._weights = slot_weights(table, mean_points)
        self._scale = scale

    def __call__(self, points: Tensor, wanted: Tensor, presence: Tensor) -> Tensor:
        """points, wanted [N, P, 2]; presence [N, S] 0 to 1."""
        weights = (presence * (1 - _ABSENT) + _ABSENT) * self._weights
        error = (points - wanted).abs() * weights[:, self._slot_of_point, None]
        return error.mean() / self._scale


def point_error(points: Tensor, wanted: Tensor, presence: Tensor, table: LayerTable) -> Tensor:
    """[N] mean distance of the control points of present shapes, in frame units."""
    weights = (presence >= PRESENT).float()[:, torch.from_numpy(table.slot_of_point)]
    distance = (points - wanted).norm(dim=-1)
    return (distance * weights).sum(1) / weights.sum(1).clamp(min=1)


def spread_loss(styles: Tensor, log_spread: Tensor, wanted: Tensor, live: Tensor) -> Tensor:
    """Gaussian negative log likelihood of the true styles, per living number.

    The mean is detached: the spread learns how wrong the answer is, the answer itself is taught
    by geometry.
    """
    error = (wanted - styles.detach()) * (-log_spread).exp()
    likelihood = 0.5 * error.square() + log_spread
    return (likelihood * live).sum() / (live.sum() * len(styles))


def style_loss(styles: Tensor, wanted: Tensor, live: Tensor) -> Tensor:
    """Mean squared distance of style vectors over their living numbers; 0 of no vectors."""
    return ((styles - wanted).square() * live).sum() / (live.sum() * max(len(styles), 1))
