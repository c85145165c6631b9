"""The picture encoder that teacher and student share: separable convolutions to a feature."""

from __future__ import annotations

from dataclasses import asdict, dataclass

import torch
from torch import Tensor, nn

from models.networks.joined import JoinedBatchNorm2d


@dataclass(frozen=True)
class EncoderSize:
    """Channels after the stem and each halving, residual blocks at each, width of the feature."""

    channels: tuple[int, ...] = (32, 64, 160, 320)
    blocks: tuple[int, ...] = (0, 1, 2, 2)
    squeeze: int = 64
    feature: int = 512

    def to_json(self) -> dict[str, object]:
        return asdict(self)


def _separable(inputs: int, outputs: int, stride: int = 1) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(inputs, inputs, 3, stride, 1, groups=inputs, bias=False),
        nn.Conv2d(inputs, outputs, 1, bias=False),
        JoinedBatchNorm2d(outputs),
        nn.ReLU(inplace=True),
    )


class _Residual(nn.Module):
    def __init__(self, channels: int) -> None:
        super().__init__()
        self.body = nn.Sequential(_separable(channels, channels), _separable(channels, channels))

    def forward(self, x: Tensor) -> Tensor:
        added: Tensor = x + self.body(x)
        return added


class Encoder(nn.Module):
    """A square picture [N, inputs, side, side] to a feature [N, size.feature].

    The stem goes down by ``stem_stride`` at once: lines are thin and sparse, and nearly all the
    work of a convolution at full size would be spent on empty paper.
    """

    def __init__(
        self, inputs: int, side: int, size: EncoderSize | None = None, stem_stride: int = 4
    ) -> None:
        super().__init__()
        self.size = size or EncoderSize()
        first, *later = self.size.channels
        kernel = stem_stride + 3
        modules: list[nn.Module] = [
            nn.Conv2d(inputs, first, kernel, stem_stride, kernel // 2, bias=False),
            JoinedBatchNorm2d(first),
            nn.ReLU(inplace=True),
            *(_Residual(first) for _ in range(self.size.blocks[0])),
        ]
        before = first
        for channels, blocks in zip(later, self.size.blocks[1:], strict=True):
            modules.append(_separable(before, channels, stride=2))
            modules += [_Residual(channels) for _ in range(blocks)]
            before = channels
        modules += [nn.Conv2d(before, self.size.squeeze, 1), nn.ReLU(inplace=True)]
        self.body = nn.Sequential(*modules)
        with torch.no_grad():
            self.body.eval()
            flat = self.body(torch.zeros(1, inputs, side, side)).numel()
            self.body.train()
        # Position matters as much as shape, so the last map is flattened, not pooled.
        self.head = nn.Sequential(nn.Flatten(), nn.Linear(flat, self.size.feature), nn.SiLU())

    def forward(self, picture: Tensor) -> Tensor:
        feature: Tensor = self.head(self.body(picture))
        return feature
