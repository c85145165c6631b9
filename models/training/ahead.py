"""Batches made ahead of the steps that want them, in worker processes."""

from __future__ import annotations

import itertools
import signal
from collections.abc import Iterator
from typing import Generic, TypeVar

from torch.utils.data import DataLoader, Dataset, Sampler

_Batch = TypeVar("_Batch")
#: Batches that a worker may be ahead: enough to bridge an evaluation's start, little memory.
_AHEAD = 8


class InTurn(Generic[_Batch]):
    """The items of ``batches`` in turn, made ahead; sent to another step, it starts there."""

    def __init__(self, batches: Dataset[_Batch], workers: int) -> None:
        """``workers`` as in ``made_ahead``."""
        self._batches, self._workers = batches, workers
        self._next = -1
        self._stream: Iterator[_Batch] = iter(())

    def go_to(self, step: int) -> bool:
        """Be at a step; whether the items begin anew there, and do not just go on."""
        anew = step != self._next
        if anew:
            self._stream = made_ahead(self._batches, step, self._workers)
        self._next = step + 1
        return anew

    def take(self) -> _Batch:
        """The next item."""
        return next(self._stream)

    def rest(self) -> None:
        """Make nothing ahead, until a step is gone to again."""
        self._stream, self._next = iter(()), -1


def made_ahead(batches: Dataset[_Batch], first: int, workers: int) -> Iterator[_Batch]:
    """Items ``first``, ``first`` + 1, ... of ``batches``, without end.

    Args:
        batches: item n is batch n, whoever makes it.
        workers: processes that make them; with 0 each is made when it is asked for.
    """
    if not workers:
        return (batches[n] for n in itertools.count(first))
    return iter(
        DataLoader(
            batches,
            batch_size=None,
            sampler=_From(first),
            num_workers=workers,
            prefetch_factor=_AHEAD,
            collate_fn=_as_it_is,
            worker_init_fn=_leave_interrupts_to_the_loop,
        )
    )


class _From(Sampler[int]):
    def __init__(self, first: int) -> None:
        self._first = first

    def __iter__(self) -> Iterator[int]:
        yield from itertools.count(self._first)


def _as_it_is(batch: _Batch) -> _Batch:
    return batch


def _leave_interrupts_to_the_loop(_: int) -> None:
    """Ctrl-C reaches every process of the terminal; the step in hand still wants its batch."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
