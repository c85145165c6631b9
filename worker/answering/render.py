"""Portraits to pixels in the protocol's layout."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from models.portrait.draw import draw
from models.portrait.layer_table import LayerTable
from models.portrait.portrait import Portrait


def bgra(table: LayerTable, portrait: Portrait, side: int, *, background: bool) -> bytes:
    """side * side pixels, 8-bit BGRA with straight alpha."""
    return swap_red_blue(draw(table, portrait, side, background=background)).tobytes()


def swap_red_blue(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """[h, w, 4] RGBA as BGRA or back."""
    return picture[..., [2, 1, 0, 3]]
