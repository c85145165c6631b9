"""Which shape lies on top, pixel by pixel."""

from __future__ import annotations

import numpy as np
import skia
from numpy.typing import NDArray

from models.portrait.draw import PRESENT, cubic_path
from models.portrait.layer_table import Layer, LayerTable
from models.portrait.portrait import Portrait

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
    points, present = portrait.points, (portrait.presence >= PRESENT).tolist()
    paint = skia.Paint(AntiAlias=False)
    for layer in table.layers:
        if not _opaque(layer) or (layer.clip and not clipped):
            continue
        shown = [i for i in table.slots_of[layer.name] if present[i]]
        if layer.clip and shown:
            canvas.save()
            canvas.clipPath(_union(table, portrait, layer), doAntiAlias=False)
        for i in shown:
            number = i + 1
            paint.setColor(skia.ColorSetARGB(255, number & 255, number >> 8, 0))
            canvas.drawPath(cubic_path(points[table.slots[i].span]), paint)
        if layer.clip and shown:
            canvas.restore()
    return pixels[..., 0] | pixels[..., 1].astype(np.uint16) << np.uint16(8)


def _opaque(layer: Layer) -> bool:
    opaque = layer.fill is not None and layer.fill.opacity >= 1
    return opaque and layer.role == "flat" and not layer.source


def _union(table: LayerTable, portrait: Portrait, layer: Layer) -> skia.Path:
    together = skia.Path()
    for name in layer.clip:
        for i in table.slots_of[name]:
            if portrait.presence[i] >= PRESENT:
                together.addPath(cubic_path(portrait.points[table.slots[i].span]))
    return together
