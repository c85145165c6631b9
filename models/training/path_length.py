"""Smoothness of the style space: path lengths of the synthesis network (StyleGAN2).

A step in a style vector should move the drawing by as much wherever it is taken: then equal draws
from a spread are equally different portraits, and encoders find their way back.
"""

from __future__ import annotations

import torch
from torch import Tensor

from models.networks.joined import joined_mean
from models.networks.synthesis import Synthesis


def path_lengths(
    synthesis: Synthesis, styles: Tensor, directions: Tensor, live: Tensor, *, train: bool = False
) -> Tensor:
    """[N, Ks] by how much control points move along random ``directions``, for each structure
    vector: the length of the gradient of ``directions`` . points with respect to that vector.

    Args:
        styles: [N, Ks, 32] structure vectors.
        directions: [N, P, 2] standard normal.
        live: [Ks, 32] marks the style numbers that mean anything.
        train: keep the graph, so that the lengths can be trained.
    """
    styles = styles.detach().requires_grad_()
    with torch.enable_grad():
        points, _, _ = synthesis.structure(styles)
        # Of unit expected size, however many points a portrait has.
        moved = (points * directions).sum() / directions[0].numel() ** 0.5
        (slope,) = torch.autograd.grad(moved, styles, create_graph=train)
    return ((slope * live).square().sum(2) + 1e-16).sqrt()


def path_length_loss(
    synthesis: Synthesis, styles: Tensor, directions: Tensor, live: Tensor
) -> Tensor:
    """How unequal path lengths are over a batch: their mean squared deviation from their mean,
    in units of that mean, over the structure vectors that mean anything.

    StyleGAN2 compares with a running mean in absolute units. Here each vector has its own, since
    an eyelid's moves are small beside those of the hair; and it is the batch's own, so that a
    resumed run needs no memory of it.

    Args:
        styles: [N, >= Ks, 32].
        directions: [N, P, 2] standard normal.
        live: [>= Ks, 32].
    """
    count = synthesis.layout.structure_count
    live = live[:count]
    lengths = path_lengths(synthesis, styles[:, :count], directions, live, train=True)
    lengths = lengths[:, live.any(1)]
    usual = joined_mean(lengths.mean(0)).clamp(min=1e-8)
    return (lengths / usual - 1).square().mean()
