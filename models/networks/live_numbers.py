"""Answers in style vectors whose numbers mostly mean nothing.

Of a vector's 32 numbers as many live as the atelier has parameters for its role, five in thirty in
the mean. A layer with a row for each would be a tenth of a pack.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional


class LiveHead(nn.Module):
    """A linear layer with rows for the living numbers alone; the other numbers are 0."""

    place: Tensor

    def __init__(self, features: int, live: Tensor) -> None:
        """``live`` [K, D] is above 0 where a number means something."""
        super().__init__()
        kept = live.flatten() > 0
        count = int(kept.sum())
        self._shape = tuple(live.shape)
        place = torch.zeros(len(kept), dtype=torch.long)  # the 0 that is put before the numbers
        place[kept] = torch.arange(1, count + 1)
        self.register_buffer("place", place, persistent=False)
        self.rows = nn.Linear(features, count)
        # The first answer is the average portrait.
        nn.init.zeros_(self.rows.bias)
        nn.init.normal_(self.rows.weight, std=0.01)

    def forward(self, feature: Tensor) -> Tensor:
        """[N, features] to vectors [N, K, D]."""
        behind = functional.pad(self.rows(feature), (1, 0))
        return behind.index_select(1, self.place).view(-1, *self._shape)
