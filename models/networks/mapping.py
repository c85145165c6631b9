"""The mapping network: a person z to the style vectors w+."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from models.networks.joined import joined_mean
from models.networks.layers import GroupedLinear
from models.networks.styles import STYLE_SIZE, StyleLayout

#: How much of each batch's statistics enters the running ones. Where a control point lies follows
#: them, so their noise is an error of every portrait: ten times this cost a thirtieth of it.
_FOLLOW = 0.002


class Mapping(nn.Module):
    """One head per role, and a head sees nothing but the numbers of z declared for its role.

    A head bends its z (z plus a small network's output) and every number is then normalised to
    mean 0 and standard deviation 1 over people. So truncation is a scaling about 0, a style's
    spread is measured in units of "no idea" = 1, and independent normal draws stay people. Of a
    vector's 32 numbers only as many *live* as the role has numbers in z; the others are 0.
    """

    live: Tensor
    mean: Tensor
    deviation: Tensor
    source: Tensor

    def __init__(self, layout: StyleLayout, roles: Sequence[str], hidden: int = 64) -> None:
        """``roles`` names the style vector of each number of z.

        Raises:
            StyleError: a role that the layout does not have.
        """
        super().__init__()
        members: list[list[int]] = [[] for _ in layout.names]
        for number, role in enumerate(roles):
            members[layout.index(role)].append(number)
        widest = max(STYLE_SIZE, *(len(found) for found in members))
        # Index len(roles) is a zero appended to z: the padding of narrow roles.
        source = torch.full((layout.count, widest), len(roles))
        for row, found in zip(source, members, strict=True):
            row[: len(found)] = torch.tensor(found, dtype=torch.long)
        live = (source < len(roles))[:, :STYLE_SIZE]
        self.register_buffer("source", source)
        self.register_buffer("live", live.float())
        self.register_buffer("mean", torch.zeros(layout.count, STYLE_SIZE))
        self.register_buffer("deviation", torch.ones(layout.count, STYLE_SIZE))
        self.enter = GroupedLinear(layout.count, widest, hidden)
        self.leave = GroupedLinear(layout.count, hidden, STYLE_SIZE, gain=0.1)

    def forward(self, z: Tensor) -> Tensor:
        """z [N, D] to w+ [N, K, 32]."""
        raw = self._raw(z)
        if self.training:
            with torch.no_grad():
                mean, power = joined_mean(torch.stack([raw.mean(0), raw.square().mean(0)]))
                self.mean.lerp_(mean, _FOLLOW)
                self.deviation.lerp_((power - mean.square()).clamp(min=0).sqrt(), _FOLLOW)
        return self._normalised(raw)

    def _raw(self, z: Tensor) -> Tensor:
        padded = functional.pad(z, (0, 1))
        own = padded[:, self.source.flatten()].view(z.shape[0], *self.source.shape).transpose(0, 1)
        bent = own[..., :STYLE_SIZE] + self.leave(functional.silu(self.enter(own)))
        return bent.transpose(0, 1)

    def _normalised(self, raw: Tensor) -> Tensor:
        return (raw - self.mean) / self.deviation.clamp(min=0.05) * self.live
