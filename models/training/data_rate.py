"""Does training wait for its data? The same steps with fresh and with cached batches."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass

import torch

from models.training.loop import Stage
from models.training.student_loop import StudentStage
from models.training.teacher_loop import TeacherStage
from models.training.team import Team

#: Steps before the clock starts: caches fill, and the data workers make their first batches.
_WARM_UP = 3
#: Stretches of fresh steps and of cached ones that are set against each other. What else a
#: machine does then falls on both alike, where one long stretch of each would meet other hours.
_PAIRS = 7


@dataclass(frozen=True)
class DataRate:
    """Samples a second with fresh and with cached batches, in pairs of neighbouring stretches;
    ``ratio``, the median of theirs, is 1 where data never starves the cores."""

    fresh: Sequence[float]
    cached: Sequence[float]

    @property
    def ratios(self) -> list[float]:
        return [a / b for a, b in zip(self.fresh, self.cached, strict=True)]

    @property
    def ratio(self) -> float:
        return statistics.median(self.ratios)

    def __str__(self) -> str:
        least, most = min(self.ratios), max(self.ratios)
        return (
            f"{statistics.median(self.fresh):.1f} samples/s, "
            f"{statistics.median(self.cached):.1f} on cached data: ratio {self.ratio:.2f}, "
            f"the median of {len(self.ratios)} pairs ({least:.2f} to {most:.2f})"
        )


def data_rate(stage: Stage, batch: int, steps: int, team: Team) -> DataRate:
    """Measure over about ``steps`` steps each, without changing a weight."""
    parameters = [p for p in stage.model.parameters() if p.requires_grad]
    each = max(1, round(steps / _PAIRS))

    def rate(first: int) -> float:
        _learn(stage, parameters, range(first, first + _WARM_UP), team)
        start = time.monotonic()
        _learn(stage, parameters, range(first + _WARM_UP, first + _WARM_UP + each), team)
        return batch * each / (time.monotonic() - start)

    rates: tuple[list[float], list[float]] = ([], [])
    for pair in range(_PAIRS):
        first = pair * (_WARM_UP + each)
        if not isinstance(stage, StudentStage | TeacherStage):
            rates[0].append(rate(first))  # it makes nothing while it trains
            rates[1].append(rates[0][-1])
            continue
        # Which comes first changes, so that a machine that slows down favours neither.
        for kind in (0, 1) if pair % 2 == 0 else (1, 0):
            with stage.cached_batch() if kind else nullcontext():
                rates[kind].append(rate(first))
    return DataRate(*rates)


def _learn(
    stage: Stage, parameters: list[torch.nn.Parameter], steps: Iterable[int], team: Team
) -> None:
    stage.model.train()
    for step in steps:
        losses = torch.stack(list(stage.losses(step).values()))
        stage.model.zero_grad(set_to_none=True)
        losses.sum().backward()
        team.join(parameters, losses.detach())
