"""Stage 3: the loupe learns what faces say that the student overlooks.

The student is taught by where lines lie, and of all lines a brow is a hundredth: its slant, a mouth
that is open, a wink are nothing to it. The loupe is taught the style numbers themselves, each as
far as it can be known: by their likelihood under its answer and its spread.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from models.networks.generator import Generator
from models.networks.student import Student
from models.training.configuration import Configuration
from models.training.encoder_stage import EncoderStage
from models.training.gallery import Gallery
from models.training.glimpse_batches import GlimpseBatch, Glimpses
from models.training.losses import lids_loss, likelihood_loss, style_loss
from models.training.sketch_batches import SketchStream
from models.training.stages import new_loupe
from models.training.student_loop import COMPLETIONS, examination
from models.training.style_space import READER, mark_of
from models.training.team import Team

_EXAMINED = 256
#: What the loss of lids weighs: no other one teaches them, so it only sets their pace.
_LIDS = 0.3


class LoupeStage(EncoderStage[GlimpseBatch]):
    """The frozen ``student``'s readings of sketches, corrected."""

    name = "loupe"

    def __init__(
        self,
        generator: Generator,
        configuration: Configuration,
        student: Student,
        gallery: Gallery,
        held_out: Gallery,
        team: Team | None = None,
    ) -> None:
        torch.manual_seed(configuration.seed + 3)
        self.model = new_loupe(generator, configuration).to(memory_format=torch.channels_last)
        self._held_out, self._side = held_out, configuration.sketch_side
        student = student.to(memory_format=torch.channels_last)
        what = (self.model.glimpses, self.model.side)
        self._unseen = Glimpses(student, generator, held_out, *what)
        batch = configuration.loupe.batch
        stream = SketchStream(
            gallery,
            generator.table.parts,
            batch=batch,
            side=configuration.sketch_side,
            seed=configuration.seed + 3,
            workers=configuration.data_workers,
            share=(team or Team()).share(batch),
            uses=configuration.sketch_uses,
            made=Glimpses(student, generator, gallery, *what),
        )
        super().__init__(generator, stream)
        self._reader = mark_of(student.state_dict())

    def extra_state(self) -> dict[str, Any]:
        return {**super().extra_state(), READER: self._reader}

    def losses(self, step: int) -> Mapping[str, Tensor]:
        batch = self._batches.at(step)
        styles, log_spread, lids = self._answer(batch)
        loss = likelihood_loss(styles, log_spread, batch.true, self.model.corrects)
        return {"likelihood": loss, "lids": _LIDS * lids_loss(lids, batch.eyes)}

    def evaluate(self, step: int, out: Path) -> Mapping[str, float]:
        """Squared errors of the style numbers of all that it corrects, by completion, and of each
        part of a finished face; with ``was_`` before them, the student's. ``lids`` is the loss of
        what is said of a finished face's eyes."""
        figures: dict[str, float] = {}
        for completion in COMPLETIONS:
            drawn = examination(self._held_out, self._generator, completion, self._side, _EXAMINED)
            batch = self._unseen(drawn)
            corrected, _, lids = self._answer(batch)
            for prefix, styles in (("was_", batch.said), ("", corrected)):
                error = style_loss(styles, batch.true, self.model.corrects)
                figures[f"{prefix}error_{round(100 * completion)}"] = float(error)
                if completion == 1:
                    figures |= self._by_part(prefix, styles, batch.true)
        return figures | {"lids": float(lids_loss(lids, batch.eyes))}

    def _answer(self, batch: GlimpseBatch) -> tuple[Tensor, Tensor, Tensor]:
        answer: tuple[Tensor, Tensor, Tensor] = self.model(batch.seen, batch.said, batch.unsure)
        return answer

    def _by_part(self, prefix: str, styles: Tensor, true: Tensor) -> dict[str, float]:
        layout, corrects = self._generator.layout, self.model.corrects
        found = {}
        for part in layout.parts:
            own = torch.zeros_like(corrects)
            own[list(layout.of_part(part))] = corrects[list(layout.of_part(part))]
            if own.any():
                found[f"{prefix}{part}"] = float(style_loss(styles, true, own))
        return found
