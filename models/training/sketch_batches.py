"""Batches of sketches for the student, drawn ahead of it in worker processes."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from typing import Any, Generic, TypeVar

import numpy as np
import torch
from torch import Tensor
from torch.utils.data import Dataset

from models.training.ahead import InTurn
from models.training.drawing_process.sketcher import sketch
from models.training.errors import TrainingError
from models.training.fixed_point import unpack
from models.training.gallery import Gallery

_Made = TypeVar("_Made")
#: Steps between two uses of a sketch.
_APART = 8


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


@dataclass(frozen=True, eq=False)
class _Batches(Dataset[_Made]):
    """Item ``number`` is what is ``made`` of this process's share of one batch of fresh sketches,
    whoever draws it."""

    gallery: Gallery
    parts: Sequence[str]
    batch: int
    share: slice
    side: int
    seed: int
    completion: float | None
    made: Callable[[SketchBatch], _Made]

    def __getitem__(self, number: int) -> _Made:
        rng = np.random.default_rng((self.seed, 3, number))
        chosen = rng.integers(len(self.gallery), size=self.batch).tolist()
        seeds = [(self.seed, 4, number, i) for i in range(self.batch)]
        drawn = draw_batch(
            self.gallery,
            self.parts,
            chosen[self.share],
            seeds[self.share],
            self.side,
            self.completion,
        )
        return self.made(drawn)


def as_drawn(batch: SketchBatch) -> SketchBatch:
    """A batch of which nothing else is made."""
    return batch


class SketchStream(Generic[_Made]):
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
        share: slice,
        completion: float | None = None,
        uses: int = 1,
        made: Callable[[SketchBatch], _Made],
    ) -> None:
        """
        Args:
            share: which part of each batch of ``batch`` this process learns from.
            completion: share of the strokes of every sketch; None for a random one of each.
            uses: in how many batches a sketch takes part, ``_APART`` steps from one to the next.
            made: what is made of sketches where they are drawn; a dataclass of tensors [N, ...].

        Raises:
            TrainingError: a share cannot be made of that many pieces.
        """
        if uses < 1 or (share.stop - share.start) % uses:
            raise TrainingError(
                f"{share.stop - share.start} sketches a step cannot be shared by {uses} uses: "
                "change sketch_uses or the batch in the configuration"
            )
        # Of each share only every ``uses``-th sketch is fresh.
        fresh = slice(share.start // uses, share.stop // uses)
        mine: _Batches[_Made] = _Batches(
            gallery, tuple(parts), batch // uses, fresh, side, seed, completion, made
        )
        self._batches: InTurn[_Made] = InTurn(mine, workers)
        self._back = _APART * (uses - 1)
        self._pieces: deque[_Made] = deque(maxlen=self._back + 1)

    def at(self, step: int) -> _Made:
        """This process's share of a step's batch."""
        earlier = self._back if self._batches.go_to(step) else 0
        for _ in range(earlier + 1):
            self._pieces.append(self._batches.take())
        joined: _Made = _joined([self._pieces[i] for i in range(0, self._back + 1, _APART)])
        return joined

    def rest(self) -> None:
        """Stop drawing ahead, until a batch is asked for again."""
        self._batches.rest()


def _joined(pieces: Sequence[Any]) -> Any:
    if len(pieces) == 1:
        return pieces[0]
    names = [f.name for f in fields(pieces[0])]
    return type(pieces[0])(*(torch.cat([getattr(p, name) for p in pieces]) for name in names))
