"""The teacher: a portrait's picture to all its style vectors."""

from __future__ import annotations

from torch import Tensor, nn
from torch.nn import functional

from models.networks.encoder import Encoder, EncoderSize
from models.networks.styles import STYLE_SIZE


class Teacher(nn.Module):
    """Reads structure and colours of a finished portrait; ``live`` [K, 32] as in the student."""

    live: Tensor

    def __init__(self, live: Tensor, side: int = 128, size: EncoderSize | None = None) -> None:
        super().__init__()
        self.side = side
        self.register_buffer("live", live.clone())
        self.encoder = Encoder(3, side, size)
        self._shape = tuple(live.shape)
        self.styles = nn.Linear(self.encoder.size.feature, live.shape[0] * STYLE_SIZE)
        nn.init.zeros_(self.styles.bias)
        nn.init.normal_(self.styles.weight, std=0.01)

    def forward(self, picture: Tensor) -> Tensor:
        """RGB [N, 3, h, h], 0 to 1, h a multiple of ``side``, to w+ [N, K, 32]."""
        factor = picture.shape[-1] // self.side
        if factor > 1:
            picture = functional.avg_pool2d(picture, factor)
        styles: Tensor = self.styles(self.encoder(picture)).view(-1, *self._shape)
        return styles * self.live
