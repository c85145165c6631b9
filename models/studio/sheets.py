"""Pictures side by side, with words under them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

Pictures = NDArray[np.uint8]
_PAPER, _WORDS = (255, 255, 255), (40, 40, 40)
_GAP = 4


def sheet(
    pictures: Pictures, columns: int, labels: Sequence[str] = (), title: str = ""
) -> Image.Image:
    """A contact sheet of pictures [N, side, side, 3], row by row.

    Args:
        labels: a line under each picture; none, or N.
        title: a line above all.
    """
    count, side = pictures.shape[:2]
    size = max(12, side // 18)
    font = ImageFont.load_default(size)
    line = size + 6 if labels else 0
    top = size + 10 if title else 0
    rows = -(-count // columns)
    width = columns * (side + _GAP) + _GAP
    whole = Image.new("RGB", (width, top + rows * (side + line + _GAP) + _GAP), _PAPER)
    pen = ImageDraw.Draw(whole)
    if title:
        pen.text((_GAP + 2, 4), title, _WORDS, font)
    for k, picture in enumerate(pictures):
        x = _GAP + k % columns * (side + _GAP)
        y = top + _GAP + k // columns * (side + line + _GAP)
        whole.paste(Image.fromarray(picture), (x, y))
        if labels:
            pen.text((x + 2, y + side + 1), labels[k], _WORDS, font)
    return whole


def stacked(strips: Sequence[Image.Image]) -> Image.Image:
    """Pictures of one width under each other."""
    whole = Image.new("RGB", (strips[0].width, sum(strip.height for strip in strips)), _PAPER)
    y = 0
    for strip in strips:
        whole.paste(strip, (0, y))
        y += strip.height
    return whole
