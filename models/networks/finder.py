"""The finder: where a head stands in a sketch, at a glance.

The student reads what is in the middle of its frame best, so a sketch is brought there before it
reads (``second_look``), and to within a twentieth is near enough. The student can tell that as
well, at its first look, but a look of its own takes a twentieth of all the time of an answer. The
finder sees a sketch a quarter as large, and takes a fifteenth of that.
"""

from __future__ import annotations

from torch import Tensor, nn
from torch.nn import functional

from models.networks.encoder import Encoder, EncoderSize

#: Pixels of a sketch on a side of one of the finder's.
COARSER = 4


class Finder(nn.Module):
    """Sketches [N, 1, side, side], 0 paper to 1 ink, to frames [N, 4] = (dx, dy, log scale, tilt
    in radians), the portraits' places in them."""

    def __init__(self, side: int = 256, size: EncoderSize | None = None) -> None:
        super().__init__()
        self.side = side
        self.encoder = Encoder(1, side // COARSER, size, stem_stride=2)
        self.frame = nn.Linear(self.encoder.size.feature, 4)
        # The first answer is the usual place.
        nn.init.zeros_(self.frame.bias)
        nn.init.normal_(self.frame.weight, std=0.01)

    def forward(self, sketch: Tensor) -> Tensor:
        feature = self.encoder(functional.avg_pool2d(sketch, COARSER))
        frame: Tensor = self.frame(feature) * 0.1
        return frame
