"""Stage 0: the generator learns the atelier's people."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from models.networks.generator import Generator, portraits
from models.portrait.portrait import PRESENT
from models.training.configuration import Configuration
from models.training.fixed_point import unpack
from models.training.grids import portrait_grid, save_picture
from models.training.losses import PointLoss, point_error
from models.training.path_length import path_length_loss
from models.training.samples import Samples
from models.training.source import PortraitSource
from models.training.stages import statistics_of
from models.training.team import Team

#: The error of a control point that counts 1, frame units.
_POINT_SCALE = 0.01
_SHOWN = 12
#: Steps from one look at the path lengths to the next, and which share of a batch is looked at.
PATH_EVERY, _PATH_SHARE = 16, 4


class GeneratorStage:
    """Portraits from z against the atelier's own. ``held_out`` are other people."""

    name = "generator"

    def __init__(
        self,
        source: PortraitSource,
        configuration: Configuration,
        samples: Samples,
        held_out: Samples,
        team: Team | None = None,
    ) -> None:
        torch.manual_seed(configuration.seed)
        statistics = statistics_of(samples)
        self.model = Generator(source.table, source.roles, configuration.generator_size, statistics)
        self._configuration = configuration
        self._samples = samples
        self._held_out = held_out
        self._share = (team or Team()).share(configuration.generator.batch)
        self._points = PointLoss(source.table, statistics.points[0], _POINT_SCALE)

    def extra_state(self) -> dict[str, Any]:
        # What the optimiser remembers of other parts would move them on, though they rest.
        return {"parts": list(self._configuration.generator_parts)}

    def losses(self, step: int) -> Mapping[str, Tensor]:
        rng = np.random.default_rng((self._configuration.seed, 1, step))
        chosen = rng.integers(len(self._samples), size=self._configuration.generator.batch)
        z, points, presence, width, paints = _batch(self._samples, chosen[self._share])
        if self._configuration.keep_styles:
            self.model.mapping.eval()  # the running normalisation is part of the style space
            with torch.no_grad():
                styles = self.model.mapping(z)
        else:
            styles = self.model.mapping(z)
        if self._configuration.generator_parts:
            return self._losses_of_parts(styles, points, presence, width)
        drawn = self.model.synthesis(styles)
        shape = self.model.synthesis
        found = {
            "points": self._points(drawn.points, points, presence),
            "presence": 0.5 * functional.binary_cross_entropy_with_logits(drawn.presence, presence),
            "width": 0.1 * ((drawn.width - width).abs() / shape.width[1]).mean(),
            "paints": 0.2 * ((drawn.paints - paints).abs() / shape.paints[1]).mean(),
        }
        if self._configuration.path_weight and step % PATH_EVERY == 0:
            found["path"] = self._path_loss(styles, step)
        return found

    def _losses_of_parts(
        self, styles: Tensor, points: Tensor, presence: Tensor, width: Tensor
    ) -> dict[str, Tensor]:
        """Parts share nothing but the style vectors, so some can learn while the others rest."""
        shape = self.model.synthesis
        found, shown, wide, own, slots = shape.structure_of(
            styles, self._configuration.generator_parts
        )
        there = presence[:, slots]
        return {
            "points": self._points(found, points[:, own], presence, own),
            "presence": 0.5 * functional.binary_cross_entropy_with_logits(shown, there),
            "width": 0.1 * ((wide - width[:, slots]).abs() / shape.width[1, slots]).mean(),
        }

    def _path_loss(self, styles: Tensor, step: int) -> Tensor:
        """Taken now and then of a part of the batch, as it costs three times a step of it;
        weighted up for the steps between."""
        rng = np.random.default_rng((self._configuration.seed, 6, step))
        shape = (self._configuration.generator.batch, *self.model.synthesis.points.shape[1:])
        directions = torch.from_numpy(rng.standard_normal(shape, np.float32)[self._share])
        loss = path_length_loss(
            self.model.synthesis, styles[::_PATH_SHARE], directions[::_PATH_SHARE], self.model.live
        )
        return PATH_EVERY * self._configuration.path_weight * loss

    def evaluate(self, step: int, out: Path) -> Mapping[str, float]:
        found = generator_figures(self.model, self._held_out)
        z = torch.from_numpy(self._held_out.z[:_SHOWN])
        save_picture(
            portrait_grid(self.model.table, portraits(self.model(z)), columns=6, side=192),
            out / "pictures" / f"generator-{step:06d}.png",
        )
        return found


def generator_figures(model: Generator, samples: Samples) -> dict[str, float]:
    """Fidelity on people that training never saw: mean distance of control points (share of the
    frame), presences decided right, mean paint error (sRGB, 0 to 1)."""
    z, points, presence, _, paints = _batch(samples, np.arange(len(samples)))
    with torch.no_grad():
        drawn = model(z)
    right = ((drawn.presence > 0) == (presence >= PRESENT)).float().mean()
    return {
        "point_error": float(point_error(drawn.points, points, presence, model.table).mean()),
        "presence_right": float(right),
        "paint_error": float((drawn.paints - paints).abs().mean()),
    }


def _batch(samples: Samples, chosen: np.ndarray) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    return (
        torch.from_numpy(samples.z[chosen]),
        torch.from_numpy(unpack(samples.points[chosen])),
        torch.from_numpy(samples.presence[chosen]),
        torch.from_numpy(samples.width[chosen]),
        torch.from_numpy(samples.paints[chosen]),
    )
