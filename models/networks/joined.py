"""Numbers that several training processes work out together, each from its share of a batch.

Without torch.distributed, or with one process, everything here is the plain local computation.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn
from torch.autograd import Function
from torch.nn import functional


def process_count() -> int:
    """How many processes train together; 1 outside torch.distributed."""
    distributed = torch.distributed
    there = distributed.is_available() and distributed.is_initialized()
    return int(distributed.get_world_size()) if there else 1


def joined_mean(values: Tensor) -> Tensor:
    """Mean over the processes of a tensor that each of them holds; without gradient."""
    values = values.detach().clone()
    if (count := process_count()) > 1:
        torch.distributed.all_reduce(values)
        values /= count
    return values


class JoinedBatchNorm2d(nn.BatchNorm2d):
    """Batch normalisation over the batch of all processes, whose shares are equally large.

    So a step of N processes is the step of one process on the joined batch. (torch's own
    SyncBatchNorm does this on graphics cards only.)
    """

    def forward(self, x: Tensor) -> Tensor:
        """[N, C, h, w] to the same shape."""
        if not self.training or process_count() == 1:
            return super().forward(x)
        values: Tensor
        values, mean, variance = _JoinedNormalisation.apply(x, self.weight, self.bias, self.eps)
        with torch.no_grad():
            count = process_count() * x.numel() / x.shape[1]
            self.num_batches_tracked += 1
            self.running_mean.lerp_(mean, self.momentum)
            self.running_var.lerp_(variance * count / (count - 1), self.momentum)
        return values


class _JoinedNormalisation(Function):
    @staticmethod
    def forward(
        ctx: Any, x: Tensor, weight: Tensor, bias: Tensor, eps: float
    ) -> tuple[Tensor, Tensor, Tensor]:
        mean, variance = torch.batch_norm_update_stats(x, None, None, 0.0)
        mean, power = joined_mean(torch.stack([mean, variance + mean.square()]))
        variance = (power - mean.square()).clamp(min=0)
        ctx.save_for_backward(x, weight, mean, variance)
        ctx.eps = eps
        ctx.mark_non_differentiable(mean, variance)
        values = functional.batch_norm(x, mean, variance, weight, bias, training=False, eps=eps)
        return values, mean, variance

    @staticmethod
    def backward(ctx: Any, grad: Tensor, *_: Tensor) -> tuple[Tensor, Tensor, Tensor, None]:
        x, weight, mean, variance = ctx.saved_tensors
        # As if mean and variance were given; what flows through them is taken off after.
        grad_x, grad_weight, grad_bias = torch.ops.aten.native_batch_norm_backward(
            grad, x, weight, mean, variance, None, None, False, ctx.eps, [True, True, True]
        )
        means = joined_mean(torch.stack([grad_bias, grad_weight])) / (x.numel() / x.shape[1])
        rate = torch.rsqrt(variance + ctx.eps)
        slope = -weight * rate.square() * means[1]
        offset = -weight * rate * means[0] - slope * mean
        shape = (1, -1, 1, 1)
        grad_x.addcmul_(x, slope.view(shape)).add_(offset.view(shape))
        return grad_x, grad_weight, grad_bias, None
