"""The loop that every stage runs in: schedule, checkpoints, log, resuming, Ctrl-C."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import torch
from torch import Tensor, nn

from models.training.checkpoints import load_checkpoint, save_checkpoint
from models.training.configuration import StageConfiguration
from models.training.errors import TrainingError
from models.training.run_log import EvaluationLog, ProgressBar
from models.training.schedule import rate_factor
from models.training.team import Team

_SAVE_EVERY_S = 120.0
_CLIP = 5.0
#: How slowly the losses that are shown follow those of the steps.
_CALM = 0.98


class Stage(Protocol):
    """What a stage adds to the loop: a model, a batch's losses by name, and an examination.

    ``losses`` are those of this process's share of a step's batch. They must depend on nothing
    but the model and the step number, so that a resumed run sees the same batches as an
    uninterrupted one.
    """

    name: str
    model: nn.Module

    def losses(self, step: int) -> Mapping[str, Tensor]:
        """Weighted losses by name, whose sum is learned from; each a scalar with gradient."""
        ...

    def evaluate(self, step: int, out: Path) -> Mapping[str, float]:
        """Figures by name on people never trained on; pictures go to ``out/pictures``."""
        ...

    def extra_state(self) -> dict[str, Any]:
        """Plain data or tensors stored with the weights; a run resumes only where they agree."""
        ...


@dataclass(frozen=True)
class Budget:
    """When a run ends: after ``minutes`` in all if given, else after the configured steps."""

    minutes: float | None = None


def train(
    stage: Stage,
    configuration: StageConfiguration,
    out: Path,
    *,
    resume: bool = False,
    budget: Budget | None = None,
    team: Team | None = None,
) -> dict[str, float]:
    """Train a stage; its checkpoint is ``out/<name>.pt``, its log ``out/<name>.csv``.

    Returns the last evaluation. Ctrl-C saves before it ends the run.

    Raises:
        TrainingError: a finished or running checkpoint is there and ``resume`` is not set, or it
            was trained for another generator.
    """
    return _Run(stage, configuration, out, budget or Budget(), team or Team()).go(resume)


@contextmanager
def _interruptible() -> Iterator[threading.Event]:
    """Ctrl-C, or a request to end, sets the event in place of raising: a step is never torn, and
    the end saves."""
    asked = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield asked
        return
    kinds = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(kind, lambda *_: asked.set()) for kind in kinds]
    try:
        yield asked
    finally:
        for kind, handler in zip(kinds, before, strict=True):
            signal.signal(kind, handler)


class _Run:
    def __init__(
        self,
        stage: Stage,
        configuration: StageConfiguration,
        out: Path,
        budget: Budget,
        team: Team,
    ) -> None:
        self.stage = stage
        self.configuration = configuration
        self.out = out
        self.minutes = budget.minutes
        self.team = team
        self.trained = [p for p in stage.model.parameters() if p.requires_grad]
        self.optimiser = torch.optim.Adam(
            self.trained, configuration.rate, betas=(0.9, 0.99), fused=True
        )
        self.step = 0
        self.seconds = 0.0
        self.running: dict[str, float] = {}
        self.path = out / f"{stage.name}.pt"
        self.log = EvaluationLog(out / f"{stage.name}.csv")

    def go(self, resume: bool) -> dict[str, float]:
        self._restore(resume)
        self.out.mkdir(parents=True, exist_ok=True)
        began = time.monotonic() - self.seconds
        saved = time.monotonic()
        found: dict[str, float] = {}
        bar = ProgressBar(
            self.stage.name, self.configuration.batch, self.step, shown=self.team.leads
        )
        with _interruptible() as interrupted:
            while True:
                # All processes end at the same step, whichever of them was asked to.
                progress, ended = self.team.greatest(self._progress(), float(interrupted.is_set()))
                if ended or progress >= 1:
                    break
                self._learn(progress)
                self.seconds = time.monotonic() - began
                bar.advance(self.step, self._progress(), self.running)
                if not self.team.leads:
                    continue
                if self.step % self.configuration.evaluate_every == 0 or self._progress() >= 1:
                    found = self._evaluate()
                if time.monotonic() - saved > _SAVE_EVERY_S:
                    self._save()
                    saved = time.monotonic()
        bar.close()
        if self.team.leads:
            self._save()
        return found

    def _progress(self) -> float:
        by_steps = self.step / self.configuration.steps
        by_time = self.seconds / 60 / self.minutes if self.minutes else 0.0
        return max(by_steps, by_time)

    def _learn(self, progress: float) -> None:
        factor = rate_factor(
            self.step, progress, self.configuration.warmup, self.configuration.cooldown
        )
        for group in self.optimiser.param_groups:
            group["lr"] = self.configuration.rate * factor
        self.stage.model.train()
        losses = self.stage.losses(self.step)
        self.optimiser.zero_grad(set_to_none=True)
        each = torch.stack(list(losses.values()))
        each.sum().backward()
        joined = self.team.join(self.trained, each.detach()).tolist()
        nn.utils.clip_grad_norm_(self.trained, _CLIP)
        self.optimiser.step()
        self.step += 1
        for name, value in zip(losses, joined, strict=True):
            self.running[name] = _CALM * self.running.get(name, value) + (1 - _CALM) * value

    def _evaluate(self) -> dict[str, float]:
        self.stage.model.eval()
        with torch.no_grad():
            found = dict(self.stage.evaluate(self.step, self.out))
        self.log.add(
            {
                "step": self.step,
                "samples": self.step * self.configuration.batch,
                "minutes": round(self.seconds / 60, 3),
                **{f"loss.{name}": round(value, 5) for name, value in self.running.items()},
                **{name: round(value, 6) for name, value in found.items()},
            }
        )
        return found

    def _save(self) -> None:
        save_checkpoint(
            self.path,
            {
                "model": self.stage.model.state_dict(),
                "optimiser": self.optimiser.state_dict(),
                "step": self.step,
                "seconds": self.seconds,
                "running": self.running,
                **self.stage.extra_state(),
            },
        )

    def _restore(self, resume: bool) -> None:
        if not self.path.exists():
            return
        if not resume:
            raise TrainingError(f"{self.path} exists: pass --resume to go on, or another --out")
        state = load_checkpoint(self.path)
        for name, value in self.stage.extra_state().items():
            if state.get(name, value) != value:  # what was saved before it existed says nothing
                raise TrainingError(
                    f"{self.path} was trained beside another generator or student, or in other "
                    f"parts: move it away and begin anew, with --from for its weights"
                )
        try:
            self.stage.model.load_state_dict(state["model"])
        except RuntimeError as error:
            raise TrainingError(
                f"{self.path} is of other sizes than the configuration or the atelier: move it "
                f"away and begin anew, with --from for the weights that still fit"
            ) from error
        if "optimiser" in state:  # an unpacked pack has none
            self.optimiser.load_state_dict(state["optimiser"])
        self.step, self.seconds = state["step"], state["seconds"]
        self.running = dict(state.get("running", {}))
        if self.team.leads:
            self.log.forget_after(self.step)
