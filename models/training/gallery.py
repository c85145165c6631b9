"""Portraits of the trained generator, with their lines and pictures: what the encoders learn from.

Finding a portrait's visible lines and drawing it take far longer than sketching it, so it is
done once per portrait, in worker processes, and kept; every sketch of it is new.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from tqdm import tqdm

from models.networks.generator import Generator, portraits
from models.portrait.layer_table import LayerTable
from models.portrait.portrait import PRESENT, Portrait
from models.training import fixed_point
from models.training.cutouts import cutouts, paper
from models.training.disturbance import as_values, over
from models.training.drawing_process.drawing import LineDrawing
from models.training.rare import with_rare
from models.training.source import PortraitSource

_CHUNK = 250
#: Of the files: a gallery of another form is made anew.
_FORM = 2
#: Share of portraits whose parts are mixed from two people, and of parts taken from the other.
_MIXED, _SWAPPED = 0.25, 0.3


@dataclass(frozen=True, eq=False)
class Gallery:
    """G generated portraits.

    styles [G, K, 32]; points [G, P, 2] fixed point; presence [G, S] 0 or 1. The first T are
    drawn: cutouts [T, 2, side, side, 4] without background, colours times alpha, as the generator
    means them and in another style of line and shade; papers [T, 3] their backgrounds. Portrait
    i's lines are drawings[i] to drawings[i + 1] of line_part, line_width, line_blot; line k's
    points are line_starts[k] to line_starts[k + 1] of line_points [M, 2], fixed point.
    """

    styles: NDArray[np.float32]
    points: NDArray[np.uint16]
    presence: NDArray[np.float32]
    cutouts: NDArray[np.uint8]
    papers: NDArray[np.uint8]
    drawings: NDArray[np.int64]
    line_points: NDArray[np.uint16]
    line_starts: NDArray[np.int64]
    line_part: NDArray[np.int64]
    line_width: NDArray[np.float32]
    line_blot: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.styles)

    @property
    def pictured(self) -> int:
        """T, how many of the portraits are drawn."""
        return len(self.cutouts)

    def pictures(self, first: int, last: int) -> NDArray[np.uint8]:
        """[n, side, side, 3] drawn portraits ``first`` to ``last`` before their own paper."""
        cutouts = as_values(self.cutouts[first:last, 0])
        papers = as_values(self.papers[first:last, None, None])
        return np.round(over(cutouts, papers) * 255).astype(np.uint8)

    def drawing(self, number: int) -> LineDrawing:
        """The line drawing of one portrait."""
        first, last = self.drawings[number : number + 2]
        starts = self.line_starts[first : last + 1]
        return LineDrawing(
            fixed_point.unpack(self.line_points[starts[0] : starts[-1]]),
            starts - starts[0],
            self.line_part[first:last],
            self.line_width[first:last],
            self.line_blot[first:last],
        )


def load_gallery(
    generator: Generator,
    source: PortraitSource,
    count: int,
    seed: int,
    folder: Path,
    *,
    pictures: int,
    side: int = 128,
    processes: int = 2,
    rare: float = 0.0,
) -> Gallery:
    """``count`` portraits of a seed, the first ``pictures`` of them drawn; from the cache in
    ``folder`` if this generator made them. A share ``rare`` is chosen for a rare trait."""
    mark = hashlib.sha256(json.dumps([_FORM, count, pictures, seed, side, rare]).encode())
    for value in generator.state_dict().values():
        mark.update(value.numpy().tobytes())
    path = folder / f"gallery-{mark.hexdigest()[:16]}"
    if not path.exists():
        partial = path.with_suffix(".partial")
        partial.mkdir(parents=True, exist_ok=True)
        _make(generator, source, (count, pictures), seed, side, processes, rare, partial)
        os.replace(partial, path)
    names = Gallery.__dataclass_fields__
    return Gallery(**{n: np.load(path / f"{n}.npy", mmap_mode="r") for n in names})


def _make(
    generator: Generator,
    source: PortraitSource,
    counts: tuple[int, int],
    seed: int,
    side: int,
    processes: int,
    rare: float,
    folder: Path,
) -> None:
    count, pictured = counts
    drawn: list[NDArray[np.uint8]] = []
    papers: list[NDArray[np.uint8]] = []
    kept: dict[str, list[NDArray[np.generic]]] = {
        name: [] for name in ("styles", "points", "presence")
    }
    drawings: list[LineDrawing] = []
    sizes = [min(_CHUNK, count - at) for at in range(0, count, _CHUNK)]

    def jobs() -> Iterator[_Job]:
        for number, size in enumerate(sizes):
            styles = _people(generator, source, size, np.random.default_rng((seed, number)), rare)
            with torch.no_grad():
                found = portraits(generator.synthesis(styles))
            kept["styles"].append(styles.numpy())
            kept["points"].append(fixed_point.pack(np.stack([p.points for p in found])))
            kept["presence"].append(
                np.stack([p.presence >= PRESENT for p in found]).astype(np.float32)
            )
            few = max(0, min(size, pictured - number * _CHUNK))
            yield source.table, side, found, few, (seed, number)

    with tqdm(total=count, unit=" portraits", desc="gallery") as bar:
        for lines, picture in _run(jobs(), processes):
            drawn.append(picture[0])
            papers.append(picture[1])
            drawings += lines
            bar.update(len(lines))
    arrays: dict[str, NDArray[np.generic]] = {n: np.concatenate(v) for n, v in kept.items()}
    lengths = np.concatenate([np.diff(d.starts) for d in drawings])
    arrays |= {
        "cutouts": np.concatenate(drawn),
        "papers": np.concatenate(papers),
        "drawings": np.concatenate([[0], np.cumsum([len(d) for d in drawings])]),
        "line_points": fixed_point.pack(np.concatenate([d.points for d in drawings])),
        "line_starts": np.concatenate([[0], np.cumsum(lengths)]),
        "line_part": np.concatenate([d.part for d in drawings]),
        "line_blot": np.concatenate([d.blot for d in drawings]),
        "line_width": np.concatenate([d.width for d in drawings]),
    }
    for name, array in arrays.items():
        np.save(folder / f"{name}.npy", array)


def _people(
    generator: Generator, source: PortraitSource, count: int, rng: np.random.Generator, rare: float
) -> Tensor:
    """w+ of people, some of them chosen for a rare trait, some mixed part by part from two."""
    with torch.no_grad():
        people = [with_rare(source, source.people(rng, count), rng, rare) for _ in range(2)]
        z = torch.from_numpy(np.concatenate(people).astype(np.float32))
        own, other = generator.mapping(z).split(count)
    layout = generator.layout
    swapped = np.zeros((count, layout.count), bool)
    mixed = rng.random(count) < _MIXED
    for part in layout.parts:
        chosen = mixed & (rng.random(count) < _SWAPPED)
        for index in layout.of_part(part):
            swapped[:, index] = chosen
    return torch.where(torch.from_numpy(swapped)[..., None], other, own)


_Made = tuple[list[LineDrawing], tuple[NDArray[np.uint8], NDArray[np.uint8]]]
#: Table, side, portraits, how many of them are drawn, seed of what is drawn.
_Job = tuple[LayerTable, int, list[Portrait], int, tuple[int, int]]


def _run(jobs: Iterator[_Job], processes: int) -> Iterator[_Made]:
    if processes < 2:
        yield from map(_drawn, jobs)
        return
    with ProcessPoolExecutor(processes) as pool:
        yield from pool.map(_drawn, jobs)


def _drawn(job: _Job) -> _Made:
    """The lines of all portraits of a chunk, cutouts and papers of its first few."""
    table, side, chunk, pictured, seed = job
    lines = [LineDrawing.of(table, p) for p in chunk]
    rng = np.random.default_rng(seed)
    shown = np.zeros((pictured, 2, side, side, 4), np.uint8)
    papers = np.zeros((pictured, 3), np.uint8)
    for number, portrait in enumerate(chunk[:pictured]):
        shown[number] = cutouts(table, portrait, side, rng)
        papers[number] = paper(table, portrait)
    return lines, (shown, papers)
