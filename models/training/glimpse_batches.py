"""What the loupe learns from: features in sketches, and what the student read of the whole."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from models.networks.generator import Generator
from models.networks.loupe import OPEN, Glimpse, glimpse
from models.networks.second_look import look_twice
from models.networks.student import Student
from models.training.gallery import Gallery
from models.training.sketch_batches import SketchBatch


@dataclass(frozen=True)
class GlimpseBatch:
    """seen [N, G, side, side] 0 to 1; said and unsure [N, Ks, 32], styles and log spreads by the
    student; true [N, Ks, 32] the styles of those portraits, and eyes [N, E] 0 or 1 which of their
    eyes are open."""

    seen: Tensor
    said: Tensor
    unsure: Tensor
    true: Tensor
    eyes: Tensor


@dataclass(frozen=True, eq=False)
class Glimpses:
    """Looks at sketches of a gallery's portraits as the worker does, up to the loupe. The student,
    in evaluation mode, costs more than a step of the loupe: so sketches are read where they are
    drawn, once for all steps that use them."""

    student: Student
    generator: Generator
    gallery: Gallery
    glimpses: tuple[Glimpse, ...]
    side: int

    def __call__(self, batch: SketchBatch) -> GlimpseBatch:
        """The glimpses of a batch."""
        with torch.no_grad():
            ink = batch.ink.contiguous(memory_format=torch.channels_last)
            styles, log_spread, frame = look_twice(self.student, ink)
            points, _, _ = self.generator.synthesis.structure(styles)
            seen = glimpse(batch.ink, points, frame, self.glimpses, self.side)
        true = torch.from_numpy(self.gallery.styles[batch.number.numpy()])
        eyes = batch.presence[:, self.generator.table.slots_in(OPEN)]
        return GlimpseBatch(seen, styles, log_spread, true[:, : styles.shape[1]], eyes)
