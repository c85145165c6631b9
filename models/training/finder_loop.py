"""Stage 4: the finder learns where heads stand in sketches."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import torch
from torch import Tensor

from models.networks.generator import Generator
from models.training.configuration import Configuration
from models.training.encoder_stage import EncoderStage
from models.training.gallery import Gallery
from models.training.losses import frame_loss
from models.training.sketch_batches import SketchBatch, SketchStream, as_drawn
from models.training.stages import new_finder
from models.training.student_loop import COMPLETIONS, examination
from models.training.team import Team

_EXAMINED = 256
#: What is told of the frame: shift in frame units, log scale, tilt in radians.
_SAID = ("across", "down", "scale", "tilt")


class FinderStage(EncoderStage[SketchBatch]):
    """Sketches of generated portraits, to where these were placed."""

    name = "finder"

    def __init__(
        self,
        generator: Generator,
        configuration: Configuration,
        gallery: Gallery,
        held_out: Gallery,
        team: Team | None = None,
    ) -> None:
        torch.manual_seed(configuration.seed + 4)
        self.model = new_finder(configuration).to(memory_format=torch.channels_last)
        self._held_out, self._side = held_out, configuration.sketch_side
        batch = configuration.finder.batch
        stream = SketchStream(
            gallery,
            generator.table.parts,
            batch=batch,
            side=configuration.sketch_side,
            seed=configuration.seed + 4,
            workers=configuration.data_workers,
            share=(team or Team()).share(batch),
            uses=configuration.sketch_uses,
            made=as_drawn,
        )
        super().__init__(generator, stream)

    def losses(self, step: int) -> Mapping[str, Tensor]:
        batch = self._batches.at(step)
        return {"frame": frame_loss(self.model(batch.ink), batch.frame)}

    def evaluate(self, step: int, out: Path) -> Mapping[str, float]:
        """Mean errors of what is said of finished sketches, and the loss by completion."""
        figures: dict[str, float] = {}
        for completion in COMPLETIONS:
            batch = examination(self._held_out, self._generator, completion, self._side, _EXAMINED)
            found = self.model(batch.ink)
            figures[f"loss_{round(100 * completion)}"] = float(frame_loss(found, batch.frame))
            if completion == 1:
                errors = (found - batch.frame).abs().mean(0).tolist()
                figures |= dict(zip(_SAID, errors, strict=True))
        return figures
