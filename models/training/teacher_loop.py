"""Stage 1: the teacher learns to read a portrait's picture."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from models.networks.generator import Generator, portraits
from models.training.configuration import Configuration
from models.training.encoder_stage import EncoderStage
from models.training.fixed_point import unpack
from models.training.gallery import Gallery
from models.training.grids import portrait_grid, save_picture, tile
from models.training.losses import PointLoss, point_error, style_loss
from models.training.picture_batches import PictureBatch, PictureStream
from models.training.stages import new_teacher
from models.training.team import Team

_POINT_SCALE = 0.03
_SHOWN = 6


class TeacherStage(EncoderStage[PictureBatch]):
    """w+ from generated portraits' pictures, judged in style space and through the generator."""

    name = "teacher"

    def __init__(
        self,
        generator: Generator,
        configuration: Configuration,
        gallery: Gallery,
        held_out: Gallery,
        team: Team | None = None,
    ) -> None:
        torch.manual_seed(configuration.seed + 1)
        self.model = new_teacher(generator, configuration).to(memory_format=torch.channels_last)
        self._gallery = gallery
        self._held_out = held_out
        stream = PictureStream(
            gallery,
            batch=configuration.teacher.batch,
            share=(team or Team()).share(configuration.teacher.batch),
            seed=configuration.seed,
            workers=configuration.data_workers,
        )
        super().__init__(generator, stream)
        self._points = PointLoss(
            generator.table, generator.synthesis.points[0].numpy(), _POINT_SCALE
        )

    def losses(self, step: int) -> Mapping[str, Tensor]:
        batch = self._batches.at(step)
        chosen = batch.number.numpy()
        wanted = torch.from_numpy(self._gallery.styles[chosen])
        styles = self.model(batch.pictures)
        drawn = self._generator.synthesis(styles)
        points = torch.from_numpy(unpack(self._gallery.points[chosen]))
        presence = torch.from_numpy(self._gallery.presence[chosen])
        with torch.no_grad():
            synthesis = self._generator.synthesis
            paints = synthesis.colours(wanted[:, self._generator.layout.structure_count :])
        return {
            "points": self._points(drawn.points, points, presence),
            "paints": 2.0 * (drawn.paints - paints).abs().mean(),
            "styles": 0.3 * style_loss(styles, wanted, self._generator.live),
        }

    def evaluate(self, step: int, out: Path) -> Mapping[str, float]:
        some = self._held_out
        pictures = some.pictures(0, some.pictured)
        styles = read_pictures(self.model, pictures)
        drawn = self._generator.synthesis(styles)
        error = point_error(
            drawn.points,
            torch.from_numpy(unpack(some.points)),
            torch.from_numpy(some.presence),
            self._generator.table,
        )
        answers = portraits(self._generator.synthesis(styles[:_SHOWN]))
        side = pictures.shape[1]
        shown = portrait_grid(self._generator.table, answers, _SHOWN, side)
        save_picture(
            np.vstack([tile(list(pictures[:_SHOWN]), _SHOWN), shown]),
            out / "pictures" / f"teacher-{step:06d}.png",
        )
        return {"point_error": float(error.mean())}


def read_pictures(model: torch.nn.Module, pictures: NDArray[np.uint8], batch: int = 128) -> Tensor:
    """w+ [G, K, 32] that a teacher in evaluation mode reads from pictures [G, h, w, 3]."""
    with torch.no_grad():
        return torch.cat(
            [
                model(_tensor((pictures[at : at + batch] / 255).astype(np.float32)))
                for at in range(0, len(pictures), batch)
            ]
        )


def _tensor(values: NDArray[np.float32]) -> Tensor:
    return torch.from_numpy(values).permute(0, 3, 1, 2)
