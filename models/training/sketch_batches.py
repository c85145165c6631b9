"""Batches of sketches for the student, drawn ahead of it in worker processes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.utils.data import DataLoader, Dataset, Sampler

from models.training.drawing_process.sketcher import sketch
from models.training.fixed_point import unpack
from models.training.gallery import Gallery


@dataclass(frozen=True)
class SketchBatch:
    """ink [N, 1, side, side] 0 to 1; points [N, P, 2] where the sketch has them; presence
    [N, S]; frame [N, 4] placement; number [N] of the portrait in its gallery."""

    ink: Tensor
    points: Tensor
    presence: Tensor
    frame: Tensor
    number: Tensor


def draw_batch(
    gallery: Gallery,
    parts: Sequence[str],
    numbers: Sequence[int],
    seeds: Sequence[Sequence[int]],
    side: int,
    completion: float | None = None,
) -> SketchBatch:
    """Sketches of the gallery's portraits ``numbers``, each by its own seed."""
    made = [
        sketch(gallery.drawing(number), parts, seed, side, completion=completion)
        for number, seed in zip(numbers, seeds, strict=True)
    ]
    points = [
        s.placement.apply(s.warp(unpack(gallery.points[number])))
        for s, number in zip(made, numbers, strict=True)
    ]
    return SketchBatch(
        ink=torch.from_numpy(np.stack([s.ink for s in made])[:, None]).float() / 255,
        points=torch.from_numpy(np.stack(points)),
        presence=torch.from_numpy(gallery.presence[np.asarray(numbers)]),
        frame=torch.from_numpy(np.stack([s.placement.as_array() for s in made])),
        number=torch.as_tensor(list(numbers)),
    )


class _Batches(Dataset[SketchBatch]):
    """Item ``step`` is the batch of that step, whoever draws it."""

    def __init__(
        self, gallery: Gallery, parts: Sequence[str], batch: int, side: int, seed: int
    ) -> None:
        self._gallery, self._parts = gallery, tuple(parts)
        self._batch, self._side, self._seed = batch, side, seed

    def __getitem__(self, step: int) -> SketchBatch:
        rng = np.random.default_rng((self._seed, 3, step))
        numbers = rng.integers(len(self._gallery), size=self._batch).tolist()
        seeds = [(self._seed, 4, step, i) for i in range(self._batch)]
        return draw_batch(self._gallery, self._parts, numbers, seeds, self._side)


class _From(Sampler[int]):
    def __init__(self, first: int) -> None:
        self._first = first

    def __iter__(self) -> Iterator[int]:
        step = self._first
        while True:
            yield step
            step += 1


class SketchStream:
    """The batch of each step in turn; asked for another step, it starts there."""

    def __init__(
        self,
        gallery: Gallery,
        parts: Sequence[str],
        *,
        batch: int,
        side: int,
        seed: int,
        workers: int,
    ) -> None:
        self._batches = _Batches(gallery, parts, batch, side, seed)
        self._workers = workers
        self._next = -1
        self._stream: Iterator[SketchBatch] = iter(())

    def at(self, step: int) -> SketchBatch:
        """The batch of a step."""
        if not self._workers:
            return self._batches[step]
        if step != self._next:
            loader = DataLoader(
                self._batches,
                batch_size=None,
                sampler=_From(step),
                num_workers=self._workers,
                prefetch_factor=8,
                collate_fn=_as_it_is,
            )
            self._stream = iter(loader)
        self._next = step + 1
        return next(self._stream)


def _as_it_is(batch: SketchBatch) -> SketchBatch:
    return batch
