"""Portraits drawn without their background, in their own style and in another artist's."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from models.portrait.draw import draw
from models.portrait.layer_table import LayerTable
from models.portrait.portrait import Portrait

#: How pen widths of another style compare with the portrait's own, narrowest and widest.
_PENS = (0.35, 2.2)
#: Chance that a style has no shades, no lights.
_FLAT, _DULL = 0.4, 0.4


def cutouts(
    table: LayerTable, portrait: Portrait, side: int, rng: np.random.Generator
) -> NDArray[np.uint8]:
    """[2, side, side, 4] the portrait as it is meant, and in a random style of line and shade;
    colours times alpha."""
    pens = np.exp(rng.uniform(*np.log(_PENS)))
    chances = {"shade": _FLAT, "light": _DULL}
    left_out = {role for role, chance in chances.items() if rng.random() < chance}
    layers = [layer.name for layer in table.layers if layer.role not in left_out]
    other = replace(portrait, width=(portrait.width * pens).astype(np.float32))
    pair = np.stack(
        [
            draw(table, portrait, side, background=False),
            draw(table, other, side, background=False, layers=layers),
        ]
    ).astype(np.uint16)
    pair[..., :3] = (pair[..., :3] * pair[..., 3:] + 127) // 255
    return pair.astype(np.uint8)


def paper(table: LayerTable, portrait: Portrait) -> NDArray[np.uint8]:
    """[3] the colour of a portrait's background."""
    colour = portrait.paints[table.paint_index["paper"]]
    return np.round(np.clip(colour, 0, 1) * 255).astype(np.uint8)
