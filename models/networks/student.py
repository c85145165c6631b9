"""The student: a sketch, however unfinished, to style vectors, their spread, and a frame."""

from __future__ import annotations

import math
from typing import NamedTuple

import torch
from torch import Tensor, nn

from models.networks.encoder import Encoder, EncoderSize
from models.networks.live_numbers import LiveHead

#: Natural logarithm bounds of a spread; 0 is "no idea", since styles have unit deviation.
LOG_SPREAD = (math.log(0.03), math.log(1.5))


class Reading(NamedTuple):
    """What the student makes of N sketches.

    styles [N, Ks, 32] structure vectors; log_spread of the same shape; frame [N, 4] = (dx, dy,
    log scale, tilt in radians), the portrait's place in the sketch.
    """

    styles: Tensor
    log_spread: Tensor
    frame: Tensor


class Student(nn.Module):
    """``live`` [Ks, 32] marks the style numbers that mean anything; the others are answered 0."""

    live: Tensor

    def __init__(self, live: Tensor, side: int = 256, size: EncoderSize | None = None) -> None:
        super().__init__()
        self.side = side
        self.register_buffer("live", live.clone())
        self.encoder = Encoder(1, side, size)
        feature = self.encoder.size.feature
        self.styles = LiveHead(feature, live)
        self.spread = LiveHead(feature, live)
        self.frame = nn.Linear(feature, 4)
        # The first answer is the average portrait, unmoved, with no idea about anything.
        nn.init.zeros_(self.frame.bias)
        nn.init.normal_(self.frame.weight, std=0.01)

    def forward(self, sketch: Tensor) -> Reading:
        """Ink [N, 1, side, side], 0 paper to 1 ink."""
        feature = self.encoder(sketch)
        spread = self.spread(feature).clamp(*LOG_SPREAD)
        return Reading(self.styles(feature), spread, self.frame(feature) * 0.1)


def place(points: Tensor, frame: Tensor) -> Tensor:
    """Points [N, P, 2] moved by frames [N, 4] = (dx, dy, log scale, tilt) about the middle."""
    scale, tilt = frame[:, 2].exp(), frame[:, 3]
    cos, sin = scale * tilt.cos(), scale * tilt.sin()
    turn = torch.stack([torch.stack([cos, sin], 1), torch.stack([-sin, cos], 1)], 1)
    return torch.baddbmm(frame[:, None, :2] + 0.5, points - 0.5, turn)
