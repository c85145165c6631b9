"""The loop that every stage runs in: schedule, checkpoints, log, resuming, Ctrl-C."""

from __future__ import annotations

import csv
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
from tqdm import tqdm

from models.training.checkpoints import load_checkpoint, save_checkpoint
from models.training.configuration import StageConfiguration
from models.training.errors import TrainingError
from models.training.schedule import rate_factor

_SAVE_EVERY_S = 120.0
_CLIP = 5.0


class Stage(Protocol):
    """What a stage adds to the loop: a model, a batch's losses by name, and an examination.

    ``losses`` must depend on nothing but the model and the step number, so that a resumed run
    sees the same batches as an uninterrupted one.
    """

    name: str
    model: nn.Module

    def losses(self, step: int) -> Mapping[str, Tensor]: ...

    def evaluate(self, step: int, out: Path) -> Mapping[str, float]: ...

    def extra_state(self) -> dict[str, Any]: ...


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
) -> dict[str, float]:
    """Train a stage; its checkpoint is ``out/<name>.pt``, its log ``out/<name>.csv``.

    Returns the last evaluation. Ctrl-C saves before it ends the run.

    Raises:
        TrainingError: a finished or running checkpoint is there and ``resume`` is not set.
    """
    return _Run(stage, configuration, out, budget or Budget()).go(resume)


@contextmanager
def _interruptible() -> Iterator[threading.Event]:
    """Ctrl-C sets the event in place of raising: a step is never torn, and the end saves."""
    asked = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield asked
        return
    before = signal.signal(signal.SIGINT, lambda *_: asked.set())
    try:
        yield asked
    finally:
        signal.signal(signal.SIGINT, before)


class _Run:
    def __init__(
        self, stage: Stage, configuration: StageConfiguration, out: Path, budget: Budget
    ) -> None:
        self.stage = stage
        self.configuration = configuration
        self.out = out
        self.minutes = budget.minutes
        trained = [p for p in stage.model.parameters() if p.requires_grad]
        self.optimiser = torch.optim.Adam(trained, configuration.rate, betas=(0.9, 0.99))
        self.trained = trained
        self.step = 0
        self.seconds = 0.0
        self.path = out / f"{stage.name}.pt"

    def go(self, resume: bool) -> dict[str, float]:
        self._restore(resume)
        self.out.mkdir(parents=True, exist_ok=True)
        began = time.monotonic() - self.seconds
        saved = time.monotonic()
        running: dict[str, float] = {}
        found: dict[str, float] = {}
        bar = tqdm(total=self.configuration.steps, initial=self.step, desc=self.stage.name)
        with _interruptible() as interrupted:
            while (progress := self._progress()) < 1 and not interrupted.is_set():
                losses = self._step(progress)
                for name, value in losses.items():
                    running[name] = 0.98 * running.get(name, value) + 0.02 * value
                self.step += 1
                self.seconds = time.monotonic() - began
                bar.update()
                if self.step % 20 == 0:
                    bar.set_postfix({n: f"{v:.3f}" for n, v in running.items()}, refresh=False)
                if self.step % self.configuration.evaluate_every == 0 or self._progress() >= 1:
                    found = self._evaluate(running)
                if time.monotonic() - saved > _SAVE_EVERY_S:
                    self._save()
                    saved = time.monotonic()
        bar.close()
        self._save()
        return found

    def _progress(self) -> float:
        by_steps = self.step / self.configuration.steps
        by_time = self.seconds / 60 / self.minutes if self.minutes else 0.0
        return max(by_steps, by_time)

    def _step(self, progress: float) -> dict[str, float]:
        factor = rate_factor(
            self.step, progress, self.configuration.warmup, self.configuration.cooldown
        )
        for group in self.optimiser.param_groups:
            group["lr"] = self.configuration.rate * factor
        self.stage.model.train()
        losses = self.stage.losses(self.step)
        total = torch.stack(list(losses.values())).sum()
        self.optimiser.zero_grad(set_to_none=True)
        total.backward()
        nn.utils.clip_grad_norm_(self.trained, _CLIP)
        self.optimiser.step()
        return {name: float(value.detach()) for name, value in losses.items()}

    def _evaluate(self, running: Mapping[str, float]) -> dict[str, float]:
        self.stage.model.eval()
        with torch.no_grad():
            found = dict(self.stage.evaluate(self.step, self.out))
        row = {
            "step": self.step,
            "samples": self.step * self.configuration.batch,
            "minutes": round(self.seconds / 60, 3),
            **{f"loss.{name}": round(value, 5) for name, value in running.items()},
            **{name: round(value, 6) for name, value in found.items()},
        }
        log = self.out / f"{self.stage.name}.csv"
        fresh = not log.exists()
        with log.open("a", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, list(row))
            if fresh:
                writer.writeheader()
            writer.writerow(row)
        tqdm.write(" ".join(f"{name} {value:.5g}" for name, value in row.items()))
        return found

    def _save(self) -> None:
        save_checkpoint(
            self.path,
            {
                "model": self.stage.model.state_dict(),
                "optimiser": self.optimiser.state_dict(),
                "step": self.step,
                "seconds": self.seconds,
                **self.stage.extra_state(),
            },
        )

    def _restore(self, resume: bool) -> None:
        if not self.path.exists():
            return
        if not resume:
            raise TrainingError(f"{self.path} exists: pass --resume to go on, or another --out")
        state = load_checkpoint(self.path)
        self.stage.model.load_state_dict(state["model"])
        if "optimiser" in state:  # an unpacked pack has none
            self.optimiser.load_state_dict(state["optimiser"])
        self.step, self.seconds = state["step"], state["seconds"]
