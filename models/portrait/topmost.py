"""Which shape lies on top, pixel by pixel."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import skia
from numpy.typing import NDArray

from models.portrait.layer_table import LayerTable
from models.portrait.pen import Shown, one_turning
from models.portrait.portrait import PRESENT, Portrait
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
    paint = skia.Paint(AntiAlias=False)
    points, (begins, stops) = portrait.points, (bound.tolist() for bound in table.slot_bounds[:2])
    present = (portrait.presence >= PRESENT).tolist()

    def draw(slots: Iterable[int]) -> None:
        for i in slots:
            if present[i]:
                paint.setColor(skia.ColorSetARGB(255, (i + 1) & 255, (i + 1) >> 8, 0))
                canvas.drawPath(cubic_path(points[begins[i] : stops[i]]), paint)

    if not clipped:
        draw(table.opaque_slots)
    else:
        shown = Shown(table, portrait)
        chains = one_turning(table, portrait)
        for layer in table.layers:
            if layer.hides:
                canvas.save()
                if layer.clip:
                    clip = _union(chains, shown.slots(layer.clip))
                    canvas.clipPath(clip, doAntiAlias=False)
                draw(table.slots_of[layer.name])
                canvas.restore()
    return pixels.view("<u2")[..., 0]


def _union(chains: list[NDArray[np.float32]], slots: list[int]) -> skia.Path:
    together = skia.Path()
    for i in slots:
        together.addPath(cubic_path(chains[i]))
    return together
