"""The teacher: a portrait's picture to all its style vectors."""

from __future__ import annotations

from torch import Tensor, nn
from torch.nn import functional

from models.networks.encoder import Encoder, EncoderSize
from models.networks.live_numbers import LiveHead


class Teacher(nn.Module):
    """Reads structure and colours of a finished portrait; ``live`` [K, 32] as in the student."""

    live: Tensor

    def __init__(self, live: Tensor, side: int = 128, size: EncoderSize | None = None) -> None:
        super().__init__()
        self.side = side
        self.register_buffer("live", live.clone())
        self.encoder = Encoder(3, side, size)
        self.styles = LiveHead(self.encoder.size.feature, live)

    def forward(self, picture: Tensor) -> Tensor:
        """RGB [N, 3, h, h], 0 to 1, h a multiple of ``side``, to w+ [N, K, 32]."""
        factor = picture.shape[-1] // self.side
        if factor > 1:
            picture = functional.avg_pool2d(picture, factor)
        styles: Tensor = self.styles(self.encoder(picture))
        return styles
