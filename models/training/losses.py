"""What training minimises, and the point error that evaluation reports."""

from __future__ import annotations

from types import MappingProxyType

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from models.portrait.blots import BLOTS
from models.portrait.layer_table import LayerTable
from models.portrait.portrait import PRESENT

#: An absent shape's points still count this much, so that it fades in where it belongs.
_ABSENT = 0.05
#: Larger extent (frame units) of a shape that weighs 1; smaller ones weigh more, larger ones less.
_USUAL_EXTENT = 0.15
#: Correlation from which on shapes are one thing.
_TOGETHER = 0.8
#: What a thing weighs: by part, where artists put it down on purpose; where it leaves no ink.
_ON_PURPOSE = MappingProxyType({"extras": 4.0, "tied": 2.0, "eyes": 6.0, "clothes": 0.5})
_NEVER_DRAWN = 0.05
#: Thin lines in the middle of a face, what they weigh besides: glasses, and the lower lip that
#: makes a mouth an open one. With less, students never see them.
_THIN = MappingProxyType({"glasses": 10.0, "lower rim": 10.0, "bridge": 10.0, "jaw line": 30.0})
#: Below this entropy a thing is so rare, or so common, that it weighs no more for it.
_LEAST_ENTROPY = 0.08


def slot_weights(table: LayerTable, mean_points: NDArray[np.float32]) -> Tensor:
    """[S] weights with mean 1 over points: small shapes more, since an eye off by a hundredth
    of the frame is worse than hair off by as much."""
    extents = np.array([np.ptp(mean_points[s.span], axis=0).max() for s in table.slots])
    weights = np.clip(_USUAL_EXTENT / np.maximum(extents, 1e-3), 0.4, 4.0) ** 0.5
    weights /= weights[table.slot_of_point].mean()
    return torch.from_numpy(weights.astype(np.float32))


class PresenceLoss:
    """Cross-entropy of presences, weighted so that every thing counts and not every shape.

    Hundreds of shapes are there or not, and most of what a plain mean would teach is whether an
    eye sparkles, which no sketch says, or which of a dozen strands show: glasses would be a
    thousandth of it and never be learned. Shapes that come together (rims and bridge) share a
    weight, rare things weigh as much as common ones, what leaves no ink in a sketch hardly counts,
    and what artists draw on purpose counts more. 1 is the loss of who knows each thing's
    share and no more.
    """

    def __init__(self, table: LayerTable, presence: NDArray[np.float32]) -> None:
        """presence [G, S] 0 or 1: people, to know what is rare and what comes together."""
        share = presence.mean(axis=0, dtype=np.float64)
        deviation = np.sqrt(np.maximum(share * (1 - share), 1e-9))
        together = presence.T @ presence / len(presence) - np.outer(share, share)
        companions = (together / np.outer(deviation, deviation) > _TOGETHER).sum(axis=1)
        known = np.clip(share, 1e-9, 1 - 1e-9)
        entropy = -(known * np.log(known) + (1 - known) * np.log(1 - known))
        inked = {slot for slot, _, _ in table.sketched_inks}
        drawn = np.array(
            [i in inked or s.layer in BLOTS for i, s in enumerate(table.slots)], np.bool_
        )
        part = np.array(
            [_ON_PURPOSE.get(s.part, 1.0) * _THIN.get(s.layer, 1.0) for s in table.slots]
        )
        weights = np.where(drawn, part, _NEVER_DRAWN)
        weights /= np.maximum(companions, 1) * np.maximum(entropy, _LEAST_ENTROPY)
        weights /= max((weights * entropy).sum(), 1.0)
        self._weights = torch.from_numpy(weights.astype(np.float32))

    def __call__(self, logits: Tensor, wanted: Tensor) -> Tensor:
        """logits, wanted [N, S], 0 or 1 for the latter."""
        each = functional.binary_cross_entropy_with_logits(logits, wanted, reduction="none")
        return (each.mean(dim=0) * self._weights).sum()


class PointLoss:
    """Mean absolute error of control points in units of ``scale``, weighted by shape."""

    def __init__(self, table: LayerTable, mean_points: NDArray[np.float32], scale: float) -> None:
        self._slot_of_point = torch.from_numpy(table.slot_of_point)
        self._weights = slot_weights(table, mean_points)
        self._scale = scale

    def __call__(
        self, points: Tensor, wanted: Tensor, presence: Tensor, own: Tensor | None = None
    ) -> Tensor:
        """points, wanted [N, P, 2]; presence [N, S] 0 to 1. ``own`` [n]: which points are given,
        if not all."""
        weights = (presence * (1 - _ABSENT) + _ABSENT) * self._weights
        slots = self._slot_of_point if own is None else self._slot_of_point[own]
        error = (points - wanted).abs() * weights[:, slots, None]
        return error.mean() / self._scale


def point_error(points: Tensor, wanted: Tensor, presence: Tensor, table: LayerTable) -> Tensor:
    """[N] mean distance of the control points of present shapes, in frame units."""
    weights = (presence >= PRESENT).float()[:, torch.from_numpy(table.slot_of_point)]
    distance = (points - wanted).norm(dim=-1)
    return (distance * weights).sum(1) / weights.sum(1).clamp(min=1)


def likelihood_loss(styles: Tensor, log_spread: Tensor, wanted: Tensor, live: Tensor) -> Tensor:
    """Gaussian negative log likelihood of the true styles, per living number."""
    error = (wanted - styles) * (-log_spread).exp()
    likelihood = 0.5 * error.square() + log_spread
    return (likelihood * live).sum() / (live.sum() * len(styles))


def lids_loss(logits: Tensor, open_: Tensor) -> Tensor:
    """Cross-entropy of eyes [N, E] that are open (1) or shut (0); 0 of no eyes."""
    total = functional.binary_cross_entropy_with_logits(logits, open_, reduction="sum")
    return total / max(logits.numel(), 1)


def spread_loss(styles: Tensor, log_spread: Tensor, wanted: Tensor, live: Tensor) -> Tensor:
    """The same, of which the spread alone learns how wrong the answer is: the answer itself is
    taught by other losses."""
    return likelihood_loss(styles.detach(), log_spread, wanted, live)


def style_loss(styles: Tensor, wanted: Tensor, live: Tensor) -> Tensor:
    """Mean squared distance of style vectors over their living numbers; 0 of no vectors."""
    return ((styles - wanted).square() * live).sum() / (live.sum() * max(len(styles), 1))
