"""Which shape lies on top, pixel by pixel."""

from __future__ import annotations

import numpy as np
import skia
from numpy.typing import NDArray

from models.portrait.layer_table import Layer, LayerTable
from models.portrait.pen import Shown, one_turning
from models.portrait.portrait import Portrait
from models.portrait.skia_paths import cubic_path

#: Two of a pixel's bytes number the shapes.
MOST_SLOTS = 65534


def topmost_shapes(
    table: LayerTable, portrait: Portrait, side: int, *, clipped: bool = False
) -> NDArray[np.uint16]:
    """[side, side] slot position + 1 of the topmost opaque flat shape, 0 where there is none.

    Args:
        clipped: also count shapes that are drawn inside others (an iris in the white of its eye).
    """
    if len(table.slots) > MOST_SLOTS:
        raise ValueError(f"at most {MOST_SLOTS} shapes can be numbered, not {len(table.slots)}")
    pixels = np.zeros((side, side, 4), np.uint8)
    canvas = skia.Surface(pixels, colorType=skia.kRGBA_8888_ColorType).getCanvas()
    canvas.scale(side, side)
    shown = Shown(table, portrait)
    chains = one_turning(table, portrait)
    paint = skia.Paint(AntiAlias=False)
    for layer in table.layers:
        if not _opaque(layer) or (layer.clip and not clipped):
            continue
        shapes = shown.shapes(layer)
        if layer.clip and shapes:
            canvas.save()
            canvas.clipPath(_union(chains, shown.slots(layer.clip)), doAntiAlias=False)
        for i in shapes:
            number = i + 1
            paint.setColor(skia.ColorSetARGB(255, number & 255, number >> 8, 0))
            canvas.drawPath(cubic_path(chains[i]), paint)
        if layer.clip and shapes:
            canvas.restore()
    return pixels[..., 0] | pixels[..., 1].astype(np.uint16) << np.uint16(8)


def _opaque(layer: Layer) -> bool:
    opaque = layer.fill is not None and layer.fill.opacity >= 1
    return opaque and layer.role == "flat" and not layer.source


def _union(chains: list[NDArray[np.float32]], slots: list[int]) -> skia.Path:
    together = skia.Path()
    for i in slots:
        together.addPath(cubic_path(chains[i]))
    return together
