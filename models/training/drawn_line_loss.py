"""How near a portrait's lines run to what a hand has drawn, as who looks at an overlay judges it.

A mean of distances is won by moving hair, which nobody has drawn yet, by a little. What an artist
sees is whether a line of the guidance lies under the stroke or beside it: a distance that
saturates, D^2 / (D^2 + R^2) (Geman and McClure, Bulletin of the ISI 1987), across the line and not
along it, and of lines that the sketch shows.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from models.portrait.curves import bernstein, headway
from models.portrait.layer_table import LayerTable
from models.portrait.portrait import PRESENT

#: Samples of each cubic.
_STEPS = 2
#: The distance R across a line that counts one half, frame units: what ``aniface evaluate`` calls
#: adherence ends there.
_REACH = 0.015
#: How dark ink within a pixel of a line must be, 0 to 1, for the line to count as drawn.
_INK = 0.2


class DrawnLineLoss:
    """Mean over sketches, and of each over the length of its drawn lines: 0 (all met) to 1."""

    def __init__(self, table: LayerTable) -> None:
        lines = {
            (slot, table.slots[slot].start + 3 * segment)
            for slot, layer, ink in table.sketched_inks
            for segment in range(layer.segments)[ink.first : ink.last]
        }
        slots, starts = zip(*sorted(lines), strict=True)
        self._slots = torch.tensor(slots)
        self._controls = torch.tensor(starts)[:, None] + torch.arange(4)
        self._weights = torch.from_numpy(bernstein(_STEPS).copy())
        self._slopes = torch.from_numpy(headway(_STEPS).copy())

    def __call__(self, points: Tensor, wanted: Tensor, presence: Tensor, ink: Tensor) -> Tensor:
        """points, wanted [N, P, 2] as they lie on the sketch; presence [N, S] of the wanted;
        ink [N, 1, side, side] 0 to 1."""
        with torch.no_grad():
            there = self._sampled(wanted, self._weights)
            way = self._sampled(wanted, self._slopes)
            length = way.norm(dim=-1)
            across = torch.stack([-way[..., 1], way[..., 0]], -1) / length[..., None].clamp(1e-6)
            shown = (presence[:, self._slots] >= PRESENT).repeat_interleave(_STEPS, 1)
            weight = length * shown * (_darkness(ink, there) > _INK)
        off = ((self._sampled(points, self._weights) - there) * across).sum(-1).square()
        missed = off / (off + _REACH**2)
        # Each sketch by itself: a process that has a share of the batch knows no other's length.
        return ((missed * weight).sum(1) / weight.sum(1).clamp(min=1e-6)).mean()

    def _sampled(self, points: Tensor, weights: Tensor) -> Tensor:
        """[N, n, 2] samples of the lines."""
        controls = points[:, self._controls]  # [N, Q, 4, 2]
        return torch.einsum("sc,nqcd->nqsd", weights, controls).flatten(1, 2)


def _darkness(ink: Tensor, at: Tensor) -> Tensor:
    """[N, n] the darkest ink within a pixel of points [N, n, 2]."""
    spread = functional.max_pool2d(ink, 3, 1, 1)
    return functional.grid_sample(spread, 2 * at[:, None] - 1, align_corners=False)[:, 0, 0]
