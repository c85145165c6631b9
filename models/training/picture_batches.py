"""Batches of disturbed pictures for the teacher, made ahead of it in worker processes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.utils.data import Dataset

from models.training.ahead import InTurn
from models.training.disturbance import disturbed
from models.training.gallery import Gallery

#: Share of pictures in another style of line and shade than the generator's.
_RESTYLED = 0.25


@dataclass(frozen=True)
class PictureBatch:
    """pictures [N, 3, side, side] 0 to 1; number [N] of the portrait in its gallery."""

    pictures: Tensor
    number: Tensor


@dataclass(frozen=True, eq=False)
class _Batches(Dataset[PictureBatch]):
    gallery: Gallery
    batch: int
    share: slice
    seed: int

    def __getitem__(self, number: int) -> PictureBatch:
        rng = np.random.default_rng((self.seed, 2, number))
        chosen = rng.integers(self.gallery.pictured, size=self.batch)[self.share]
        places = range(self.batch)[self.share]
        pictures = [
            self._picture(portrait, np.random.default_rng((self.seed, 5, number, place)))
            for portrait, place in zip(chosen.tolist(), places, strict=True)
        ]
        return PictureBatch(
            torch.from_numpy(np.stack(pictures)).permute(0, 3, 1, 2), torch.from_numpy(chosen)
        )

    def _picture(self, portrait: int, rng: np.random.Generator) -> np.ndarray:
        style = int(rng.random() < _RESTYLED)
        return disturbed(self.gallery.cutouts[portrait, style], self.gallery.papers[portrait], rng)


class PictureStream:
    """The batch of each step in turn; asked for another step, it starts there."""

    def __init__(
        self, gallery: Gallery, *, batch: int, share: slice, seed: int, workers: int
    ) -> None:
        """``share`` is which part of each batch of ``batch`` this process learns from."""
        mine = _Batches(gallery, batch, share, seed)
        self._batches: InTurn[PictureBatch] = InTurn(mine, workers)

    def at(self, step: int) -> PictureBatch:
        """This process's share of a step's batch."""
        self._batches.go_to(step)
        return self._batches.take()

    def rest(self) -> None:
        """Make nothing ahead, until a batch is asked for again."""
        self._batches.rest()
