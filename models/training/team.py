"""Processes that train one model together: who they are, and what they agree on."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from models.networks.joined import joined_mean
from models.training.errors import TrainingError

#: While the first process draws a gallery or examines the model, the others wait this long.
_PATIENCE = datetime.timedelta(hours=24)


@dataclass(frozen=True)
class Team:
    """``size`` processes, of which this one has number ``rank``; the first leads: it alone
    writes files, examines the model and shows progress."""

    rank: int = 0
    size: int = 1

    @property
    def leads(self) -> bool:
        return self.rank == 0

    def share(self, batch: int) -> slice:
        """This process's part of a batch.

        Raises:
            TrainingError: the batch cannot be shared equally.
        """
        if batch % self.size:
            raise TrainingError(
                f"a batch of {batch} cannot be shared equally by {self.size} processes: "
                "change the batch in the configuration, or --processes"
            )
        each = batch // self.size
        return slice(self.rank * each, (self.rank + 1) * each)

    def join(self, parameters: Sequence[Tensor], values: Tensor) -> Tensor:
        """Average every process's gradients in place, and ``values`` [n] as a result."""
        if self.size == 1:
            return values
        grads = [p.grad for p in parameters if p.grad is not None]
        flat = joined_mean(torch.cat([*(g.reshape(-1) for g in grads), values.detach()]))
        pieces = flat.split([*(g.numel() for g in grads), values.numel()])
        for grad, piece in zip(grads, pieces, strict=False):
            grad.copy_(piece.view_as(grad))
        return pieces[-1]

    def greatest(self, *values: float) -> tuple[float, ...]:
        """The greatest of each value over all processes."""
        if self.size == 1:
            return values
        told = torch.tensor(values, dtype=torch.float64)
        torch.distributed.all_reduce(told, torch.distributed.ReduceOp.MAX)
        return tuple(told.tolist())

    @contextmanager
    def leader_first(self) -> Iterator[None]:
        """The leader goes through the body before the others, who then find what it made."""
        if self.size > 1 and not self.leads:
            torch.distributed.barrier()
        yield
        if self.size > 1 and self.leads:
            torch.distributed.barrier()


def is_launched() -> bool:
    """Whether ``torchrun`` (or another launcher of its kind) started this process."""
    return "RANK" in os.environ and "WORLD_SIZE" in os.environ


@contextmanager
def launched_team() -> Iterator[Team]:
    """The team that the launcher's environment variables speak of."""
    size, rank = int(os.environ["WORLD_SIZE"]), int(os.environ["RANK"])
    with _connected("env://", rank, size) as team:
        yield team


@contextmanager
def local_team(rank: int, size: int, meeting: Path) -> Iterator[Team]:
    """A team on this machine whose members meet through the file ``meeting``."""
    with _connected(f"file://{meeting}", rank, size) as team:
        yield team


@contextmanager
def _connected(where: str, rank: int, size: int) -> Iterator[Team]:
    torch.distributed.init_process_group(
        "gloo", init_method=where, rank=rank, world_size=size, timeout=_PATIENCE
    )
    try:
        yield Team(rank, size)
    finally:
        torch.distributed.destroy_process_group()
