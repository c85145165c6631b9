"""Samples of the atelier: made once by worker processes, kept in one file."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from models.training import fixed_point
from models.training.source import PortraitSource

_CHUNK = 500


@dataclass(frozen=True, eq=False)
class Samples:
    """N people and their portraits: z [N, D], points [N, P, 2] in fixed point (see
    ``fixed_point``), presence [N, S], width [N, S], paints [N, C, 3]."""

    z: NDArray[np.float32]
    points: NDArray[np.uint16]
    presence: NDArray[np.float32]
    width: NDArray[np.float32]
    paints: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.z)


def load_samples(
    source: PortraitSource, count: int, seed: int, folder: Path, processes: int = 2
) -> Samples:
    """``count`` samples of a seed, from the cache in ``folder`` if they are there."""
    mark = json.dumps([source.table.to_json(), source.roles, count, seed], sort_keys=True)
    path = folder / f"samples-{hashlib.sha256(mark.encode()).hexdigest()[:16]}.npz"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        made = _make(source, count, seed, processes)
        partial = path.with_suffix(".partial.npz")
        np.savez(partial, **vars(made))
        os.replace(partial, path)
    with np.load(path, allow_pickle=False) as data:
        return Samples(**{name: data[name] for name in data.files})


def _make(source: PortraitSource, count: int, seed: int, processes: int) -> Samples:
    sizes = [min(_CHUNK, count - at) for at in range(0, count, _CHUNK)]
    jobs = [(source, size, (seed, number)) for number, size in enumerate(sizes)]
    with tqdm(total=count, unit=" portraits", desc="atelier") as bar:
        pieces = []
        for piece in _run(jobs, processes):
            pieces.append(piece)
            bar.update(len(piece))
    joined = {
        name: np.concatenate([getattr(piece, name) for piece in pieces]) for name in vars(pieces[0])
    }
    return Samples(**joined)


def _run(
    jobs: list[tuple[PortraitSource, int, tuple[int, int]]], processes: int
) -> Iterator[Samples]:
    if processes < 2 or len(jobs) == 1:
        yield from map(_chunk, jobs)
        return
    with ProcessPoolExecutor(processes) as pool:
        yield from pool.map(_chunk, jobs)


def _chunk(job: tuple[PortraitSource, int, tuple[int, int]]) -> Samples:
    source, size, seed = job
    z = source.people(np.random.default_rng(seed), size).astype(np.float32)
    crowd = source.portraits(z)
    return Samples(
        z=z,
        points=fixed_point.pack(crowd.points),
        presence=crowd.presence,
        width=crowd.width,
        paints=crowd.paints,
    )
