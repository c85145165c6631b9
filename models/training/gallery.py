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
from models.portrait.draw import draw
from models.portrait.layer_table import LayerTable
from models.portrait.portrait import PRESENT, Portrait
from models.training import fixed_point
from models.training.drawing_process.drawing import LineDrawing
from models.training.source import PortraitSource

_CHUNK = 250
#: Share of portraits whose parts are mixed from two people, and of parts taken from the other.
_MIXED, _SWAPPED = 0.25, 0.3


@dataclass(frozen=True, eq=False)
class Gallery:
    """G generated portraits.

    styles [G, K, 32]; points [G, P, 2] fixed point; presence [G, S] 0 or 1; pictures
    [T, side, side, 3] uint8 of the first T. Portrait i's lines are drawings[i] to
    drawings[i + 1] of line_part, line_width, line_blot; line k's points are line_starts[k] to
    line_starts[k + 1] of line_points [M, 2], fixed point.
    """

    styles: NDArray[np.float32]
    points: NDArray[np.uint16]
    presence: NDArray[np.float32]
    pictures: NDArray[np.uint8]
    drawings: NDArray[np.int64]
    line_points: NDArray[np.uint16]
    line_starts: NDArray[np.int64]
    line_part: NDArray[np.int64]
    line_width: NDArray[np.float32]
    line_blot: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.styles)

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
) -> Gallery:
    """``count`` portraits of a seed, the first ``pictures`` of them drawn; from the cache in
    ``folder`` if this generator made them."""
    mark = hashlib.sha256(json.dumps([count, pictures, seed, side]).encode())
    for value in generator.state_dict().values():
        mark.update(value.numpy().tobytes())
    path = folder / f"gallery-{mark.hexdigest()[:16]}"
    if not path.exists():
        partial = path.with_suffix(".partial")
        partial.mkdir(parents=True, exist_ok=True)
        _make(generator, source, (count, pictures), seed, side, processes, partial)
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
    folder: Path,
) -> None:
    count, pictured = counts
    pictures: list[NDArray[np.uint8]] = []
    kept: dict[str, list[NDArray[np.generic]]] = {
        name: [] for name in ("styles", "points", "presence")
    }
    drawings: list[LineDrawing] = []
    sizes = [min(_CHUNK, count - at) for at in range(0, count, _CHUNK)]

    def chunks() -> Iterator[tuple[list[Portrait], int]]:
        for number, size in enumerate(sizes):
            styles = _people(generator, source, size, np.random.default_rng((seed, number)))
            with torch.no_grad():
                found = portraits(generator.synthesis(styles))
            kept["styles"].append(styles.numpy())
            kept["points"].append(fixed_point.pack(np.stack([p.points for p in found])))
            kept["presence"].append(
                np.stack([p.presence >= PRESENT for p in found]).astype(np.float32)
            )
            yield found, max(0, min(size, pictured - number * _CHUNK))

    with tqdm(total=count, unit=" portraits", desc="gallery") as bar:
        for lines, picture in _run(source.table, side, chunks(), processes):
            pictures.append(picture)
            drawings += lines
            bar.update(len(lines))
    arrays: dict[str, NDArray[np.generic]] = {n: np.concatenate(v) for n, v in kept.items()}
    lengths = np.concatenate([np.diff(d.starts) for d in drawings])
    arrays |= {
        "pictures": np.concatenate(pictures),
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
    generator: Generator, source: PortraitSource, count: int, rng: np.random.Generator
) -> Tensor:
    """w+ of people, some of them mixed part by part from two."""
    with torch.no_grad():
        z = torch.from_numpy(source.people(rng, 2 * count).astype(np.float32))
        own, other = generator.mapping(z).split(count)
    layout = generator.layout
    swapped = np.zeros((count, layout.count), bool)
    mixed = rng.random(count) < _MIXED
    for part in layout.parts:
        chosen = mixed & (rng.random(count) < _SWAPPED)
        for index in layout.of_part(part):
            swapped[:, index] = chosen
    return torch.where(torch.from_numpy(swapped)[..., None], other, own)


_Made = tuple[list[LineDrawing], NDArray[np.uint8]]


def _run(
    table: LayerTable, side: int, chunks: Iterator[tuple[list[Portrait], int]], processes: int
) -> Iterator[_Made]:
    jobs = ((table, side, chunk, pictured) for chunk, pictured in chunks)
    if processes < 2:
        yield from map(_drawn, jobs)
        return
    with ProcessPoolExecutor(processes) as pool:
        yield from pool.map(_drawn, jobs)


def _drawn(job: tuple[LayerTable, int, list[Portrait], int]) -> _Made:
    """The lines of all portraits of a chunk, and pictures of its first few."""
    table, side, chunk, pictured = job
    lines = [LineDrawing.of(table, p) for p in chunk]
    drawn = [draw(table, p, side)[..., :3] for p in chunk[:pictured]]
    blank = np.zeros((0, side, side, 3), np.uint8)
    return lines, np.stack(drawn) if drawn else blank
