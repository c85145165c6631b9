"""Equalised and modulated linear layers, many side by side.

Every layer is *grouped*: G independent maps of one size, run as a single batched product. Parts
(or roles, or colours) are the groups, so nothing can flow from one to another, and a processor
sees few large products in place of many small ones. Tensors are [G, N, channels].
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import torch
from torch import Tensor, nn


class GroupedLinear(nn.Module):
    """G equalised linear maps: weights are stored at unit scale, the gain is applied in use.

    Equalising gives every weight the same effective learning rate (StyleGAN).
    """

    def __init__(
        self, groups: int, inputs: int, outputs: int, *, bias: float = 0.0, gain: float = 1.0
    ) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(groups, inputs, outputs))
        self.bias = nn.Parameter(torch.full((groups, 1, outputs), bias))
        self.scale = gain / math.sqrt(inputs)

    def forward(self, x: Tensor, groups: Sequence[int] | None = None) -> Tensor:
        """[G, N, inputs] to [G, N, outputs], with ``groups`` those maps alone."""
        weight, bias = _chosen(self.weight, groups), _chosen(self.bias, groups)
        return torch.baddbmm(bias, x, weight * self.scale)

    def summed(self, x: Sequence[Tensor]) -> Tensor:
        """The sum [N, outputs] of all maps, each of its own of G inputs [N, inputs]: one product,
        which a processor does faster than G of them."""
        weight = (self.weight * self.scale).flatten(0, 1)
        return torch.addmm(self.bias.sum(0), torch.cat([*x], 1), weight)


class ModulatedLinear(nn.Module):
    """A style scales the input channels; demodulation brings outputs back to unit scale.

    As in StyleGAN2, with one addition: the style also gives an offset. A texture can do without,
    a control point has to land on an exact place.
    """

    def __init__(self, groups: int, inputs: int, outputs: int, style_size: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(groups, inputs, outputs))
        self.scale = 1 / math.sqrt(inputs)
        self.modulation = GroupedLinear(groups, style_size, inputs, bias=1.0, gain=0.5)
        self.offset = GroupedLinear(groups, style_size, outputs, gain=0.5)

    def forward(self, x: Tensor, style: Tensor, groups: Sequence[int] | None = None) -> Tensor:
        """x [G, N, inputs] and style [G, N, style_size] to [G, N, outputs], with ``groups`` those
        maps alone."""
        weight = _chosen(self.weight, groups) * self.scale
        factor = self.modulation(style, groups)
        power = torch.bmm(factor.square(), weight.square())
        offset = self.offset(style, groups)
        return torch.bmm(x * factor, weight) * torch.rsqrt(power + 1e-6) + offset


def _chosen(values: Tensor, groups: Sequence[int] | None) -> Tensor:
    return values if groups is None else values[list(groups)]
