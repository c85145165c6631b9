"""Does training wait for its data? The same steps with fresh and with cached batches."""

from __future__ import annotations

import time
from dataclasses import dataclass

import torch

from models.training.loop import Stage
from models.training.student_loop import StudentStage
from models.training.team import Team

#: Steps before the clock starts: caches fill, and the data workers draw their first batches.
_WARM_UP = 10


@dataclass(frozen=True)
class DataRate:
    """Samples a second with fresh and with cached batches; ``ratio`` is 1 where data never
    starves the cores."""

    fresh: float
    cached: float

    @property
    def ratio(self) -> float:
        return self.fresh / self.cached

    def __str__(self) -> str:
        return (
            f"{self.fresh:.1f} samples/s, {self.cached:.1f} on cached data: ratio {self.ratio:.2f}"
        )


def data_rate(stage: Stage, batch: int, steps: int, team: Team) -> DataRate:
    """Measure over ``steps`` steps each, without changing a weight."""
    parameters = [p for p in stage.model.parameters() if p.requires_grad]
    fresh = _rate(stage, parameters, batch, steps, team)
    if not isinstance(stage, StudentStage):
        return DataRate(fresh, fresh)  # the others draw nothing while they train
    with stage.cached_batch():
        cached = _rate(stage, parameters, batch, steps, team)
    return DataRate(fresh, cached)


def _rate(
    stage: Stage, parameters: list[torch.nn.Parameter], batch: int, steps: int, team: Team
) -> float:
    stage.model.train()
    for step in range(_WARM_UP + steps):
        if step == _WARM_UP:
            start = time.monotonic()
        losses = torch.stack(list(stage.losses(step).values()))
        stage.model.zero_grad(set_to_none=True)
        losses.sum().backward()
        team.join(parameters, losses.detach())
    return batch * steps / (time.monotonic() - start)
