"""Stage 2: the student learns to read sketches at every stage of their making."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from models.networks.generator import Generator, portraits
from models.networks.second_look import first_frames, look_again, look_twice
from models.networks.student import Reading, Student, place
from models.networks.synthesis import Drawn
from models.training.configuration import Configuration
from models.training.drawn_line_loss import DrawnLineLoss
from models.training.encoder_stage import EncoderStage
from models.training.gallery import Gallery
from models.training.grids import ink_picture, portrait_grid, save_picture, tile
from models.training.losses import PointLoss, PresenceLoss, point_error, spread_loss, style_loss
from models.training.sketch_batches import SketchBatch, SketchStream, as_drawn, draw_batch
from models.training.stages import new_student
from models.training.team import Team

#: The error of a control point that counts 1, frame units.
_POINT_SCALE = 0.03
#: The error of a placement that counts 1: shift in frame units, log scale, tilt in radians.
_FRAME_REACH = (0.03, 0.03, 0.05, 0.05)
#: Shares of a sketch at which the student is examined.
COMPLETIONS = (0.1, 0.25, 0.5, 0.75, 1.0)
_EXAMINED, _SHOWN = 128, 8
#: Of so many sketches so many are looked at for the second time.
_LOOKS, _SECOND_LOOKS = 8, 5


class StudentStage(EncoderStage[SketchBatch]):
    """Sketches of generated portraits to their styles, judged through the frozen generator.

    ``codes`` [T, K, 32] are the teacher's readings of the gallery's pictures.
    """

    name = "student"

    def __init__(
        self,
        generator: Generator,
        configuration: Configuration,
        gallery: Gallery,
        held_out: Gallery,
        codes: NDArray[np.float32],
        team: Team | None = None,
    ) -> None:
        torch.manual_seed(configuration.seed + 2)
        self.model = new_student(generator, configuration).to(memory_format=torch.channels_last)
        self._gallery, self._held_out, self._codes = gallery, held_out, codes
        self._points = PointLoss(
            generator.table, generator.synthesis.points[0].numpy(), _POINT_SCALE
        )
        self._lines = DrawnLineLoss(generator.table)
        self._presence = PresenceLoss(generator.table, np.asarray(gallery.presence))
        self._side = configuration.sketch_side
        stream = SketchStream(
            gallery,
            generator.table.parts,
            batch=configuration.student.batch,
            side=configuration.sketch_side,
            seed=configuration.seed,
            workers=configuration.data_workers,
            share=(team or Team()).share(configuration.student.batch),
            completion=1.0 if configuration.complete_only else None,
            uses=configuration.sketch_uses,
            made=as_drawn,
        )
        super().__init__(generator, stream)

    def losses(self, step: int) -> Mapping[str, Tensor]:
        batch = self._batches.at(step)
        reading = self._reading(batch.ink)
        points, presence, _ = self._generator.synthesis.structure(reading.styles)
        numbers, count = batch.number.numpy(), self._generator.layout.structure_count
        true = torch.from_numpy(self._gallery.styles[numbers][:, :count])
        pictured = numbers < len(self._codes)
        taught = torch.from_numpy(self._codes[numbers[pictured]][:, :count])
        # How many of a batch are pictured varies; a process's share must weigh by its number.
        weight = pictured.mean() * len(self._gallery) / max(len(self._codes), 1)
        live = self.model.live
        placed = place(points, reading.frame)
        return {
            "points": self._points(placed, batch.points, batch.presence),
            "lines": self._lines(placed, batch.points, batch.presence, batch.ink),
            "presence": 0.6 * self._presence(presence, batch.presence),
            "true": 0.25 * style_loss(reading.styles, true, live),
            "taught": 0.15
            * float(weight)
            * style_loss(reading.styles[torch.from_numpy(pictured)], taught, live),
            "spread": 0.1 * spread_loss(reading.styles, reading.log_spread, true, live),
            "frame": 0.15
            * ((reading.frame - batch.frame).abs() / torch.tensor(_FRAME_REACH)).mean(),
        }

    def _reading(self, ink: Tensor) -> Reading:
        """Some of the sketches are looked at for the second time, the others for the first: both
        in one pass, since they share the statistics of its batch normalisation. A first look is a
        second one at what lies in the middle already."""
        again = torch.arange(len(ink)) % _LOOKS < _SECOND_LOOKS
        first = torch.zeros(len(ink), 4)
        if again.any():
            first[again] = first_frames(self.model, _packed(ink[again]))
        return look_again(self.model, ink, first)

    def evaluate(self, step: int, out: Path) -> Mapping[str, float]:
        figures: dict[str, float] = {}
        rows = []
        for completion in COMPLETIONS:
            batch = examination(self._held_out, self._generator, completion, self._side, _EXAMINED)
            found, drawn = answers(self.model, self._generator, batch)
            error = point_error(found, batch.points, batch.presence, self._generator.table)
            figures[f"error_{round(100 * completion)}"] = float(error.mean())
            shown = portraits(Drawn(*(v[:_SHOWN] for v in drawn)))
            inks = (batch.ink[:_SHOWN, 0].numpy() * 255).astype(np.uint8)
            rows.append(tile([ink_picture(ink, 160) for ink in inks], _SHOWN))
            rows.append(portrait_grid(self._generator.table, shown, _SHOWN, 160))
        save_picture(np.vstack(rows), out / "pictures" / f"student-{step:06d}.png")
        return figures


def examination(
    gallery: Gallery, generator: Generator, completion: float, side: int, count: int
) -> SketchBatch:
    """The same sketches every time: one of each of the first ``count`` portraits."""
    numbers = list(range(min(count, len(gallery))))
    seeds: list[Sequence[int]] = [(0xE7A, number) for number in numbers]
    return draw_batch(gallery, generator.table.parts, numbers, seeds, side, completion)


def answers(student: Student, generator: Generator, batch: SketchBatch) -> tuple[Tensor, Drawn]:
    """The student's points where the sketch has them, and its portraits in the portrait's frame
    (average colours)."""
    with torch.no_grad():
        reading = look_twice(student, _packed(batch.ink))
        styles = generator.mean_styles().repeat(len(batch.ink), 1, 1)
        styles[:, : generator.layout.structure_count] = reading.styles
        drawn = generator.synthesis(styles)
        return place(drawn.points, reading.frame), drawn


def _packed(ink: Tensor) -> Tensor:
    return ink.contiguous(memory_format=torch.channels_last)
