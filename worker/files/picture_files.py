"""Pictures in and out of files: sketches in, guidance and portraits out."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from krita_anifaceplugin.protocol import MAX_SKETCH_SIDE
from worker.errors import SketchFileError

#: Formats of pixels only: Pillow hands others, whatever the file is called, to other programs.
_FORMATS = ("PNG", "JPEG", "WEBP", "TIFF", "BMP", "GIF")


def read_ink(path: Path) -> tuple[int, bytes]:
    """Side and ink (0 none, 255 full) of the largest centred square of a picture.

    Ink is what is not transparent; in a picture without transparency what is darker than its
    paper, or lighter where the paper is dark.

    Raises:
        SketchFileError: the file is missing, no picture, or one of more than 179 million pixels
            (Pillow's limit, before it is unpacked).
    """
    try:
        with Image.open(path, formats=_FORMATS) as opened:
            picture = opened.convert("RGBA")
    except (OSError, ValueError, Image.DecompressionBombError) as error:
        raise SketchFileError(f"{path} cannot be read as a picture: {error}") from error
    square = min(picture.size)
    left, top = (picture.width - square) // 2, (picture.height - square) // 2
    picture = picture.crop((left, top, left + square, top + square))
    alpha = np.asarray(picture.getchannel("A"))
    if alpha.min() == 255:
        ink = _darkness(np.asarray(picture.convert("L")))
    else:
        ink = alpha
    drawn = Image.fromarray(ink)
    if square > MAX_SKETCH_SIDE:
        drawn = drawn.resize((MAX_SKETCH_SIDE, MAX_SKETCH_SIDE), Image.Resampling.BOX)
    return drawn.width, drawn.tobytes()


def write_bgra(path: Path, side: int, pixels: bytes) -> None:
    """Write side * side BGRA pixels as a PNG."""
    Image.frombytes("RGBA", (side, side), pixels, "raw", "BGRA").save(path, compress_level=6)


def write_ink(path: Path, side: int, ink: bytes) -> None:
    """Write a sketch as a PNG: black lines on white paper."""
    paper = 255 - np.frombuffer(ink, np.uint8).reshape(side, side)
    Image.fromarray(paper).save(path, compress_level=6)


def _darkness(grey: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """[h, w] difference from the paper, which is what most of the picture looks like."""
    paper = int(np.median(grey))
    difference = paper - grey.astype(np.int16) if paper >= 128 else grey.astype(np.int16) - paper
    span = max(paper, 255 - paper)
    ink: NDArray[np.uint8] = np.clip(difference * (255 / span), 0, 255).astype(np.uint8)
    return ink
