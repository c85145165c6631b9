"""Picture grids: what a network makes, looked at rather than measured."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from models.portrait.draw import draw
from models.portrait.layer_table import LayerTable
from models.portrait.portrait import Portrait

Picture = NDArray[np.uint8]


def tile(pictures: Sequence[Picture], columns: int) -> Picture:
    """RGB pictures [h, w, 3] of one size, row by row, white where the last row ends early."""
    blank = np.full_like(pictures[0], 255)
    missing = -len(pictures) % columns
    cells = [*pictures, *[blank] * missing]
    rows = [np.hstack(cells[at : at + columns]) for at in range(0, len(cells), columns)]
    return np.vstack(rows)


def portrait_grid(
    table: LayerTable, portraits: Sequence[Portrait], columns: int, side: int
) -> Picture:
    """Portraits drawn side by side."""
    return tile([draw(table, p, side)[..., :3] for p in portraits], columns)


def ink_picture(ink: NDArray[np.uint8], side: int) -> Picture:
    """A sketch's ink [h, w] (255 = ink) as dark lines on white paper, ``side`` pixels wide."""
    paper = Image.fromarray(255 - ink).resize((side, side), Image.Resampling.BILINEAR)
    return np.repeat(np.asarray(paper)[..., None], 3, axis=2)


def save_picture(picture: Picture, path: Path) -> None:
    """Write a PNG, making its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(picture).save(path)
