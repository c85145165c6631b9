"""Draws a portrait with skia at any size: fills, clips, cast shadows, tapering ink."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import skia
from numpy.typing import NDArray

from models.portrait.layer_table import Fill, Layer, LayerTable
from models.portrait.pen import Shown, ink_outlines, one_turning, shadow_offset
from models.portrait.portrait import Portrait
from models.portrait.skia_paths import cubic_path, polygon

Picture = NDArray[np.uint8]
#: Polyline steps per cubic for pen lines: a step is a few pixels, in pictures up to
#: _SMALL_SIDE as in those of 1024 pixels.
_INK_STEPS = 10
_SMALL_INK_STEPS = 3
_SMALL_SIDE = 320


def draw(
    table: LayerTable,
    portrait: Portrait,
    side: int,
    *,
    background: bool = True,
    layers: Collection[str] | None = None,
) -> Picture:
    """Draw a portrait.

    Args:
        side: width and height in pixels.
        background: fill the frame with the paint ``paper``; else leave it transparent.
        layers: names of the only layers to draw; None for all.

    Returns:
        [side, side, 4] RGBA, straight alpha.
    """
    pixels = np.zeros((side, side, 4), np.uint8)
    surface = skia.Surface(pixels, colorType=skia.kRGBA_8888_ColorType)
    canvas = surface.getCanvas()
    if background:
        levels = _levels(portrait)[table.paint_index["paper"]]
        canvas.clear(skia.ColorSetARGB(255, *levels))
    canvas.scale(side, side)
    steps = _INK_STEPS if side > _SMALL_SIDE else _SMALL_INK_STEPS
    Painter(table, portrait, steps).paint(canvas, layers)
    if not background:
        info = skia.ImageInfo.Make(side, side, skia.kRGBA_8888_ColorType, skia.kUnpremul_AlphaType)
        surface.readPixels(info, pixels, side * 4, 0, 0)
    return pixels


class Painter:
    """Paints one portrait's layers on a skia canvas whose unit is the frame."""

    def __init__(self, table: LayerTable, portrait: Portrait, ink_steps: int = _INK_STEPS) -> None:
        portrait.check(table)
        self._table = table
        self._portrait = portrait
        self._shown = Shown(table, portrait)
        self._chains = one_turning(table, portrait)
        self._colors = np.clip(portrait.paints, 0, 1).tolist()
        self._levels = _levels(portrait)
        self._outlines = ink_outlines(table, portrait, self._shown, ink_steps)
        self._paths: dict[int, skia.Path] = {}
        self._clips: dict[tuple[str, ...], skia.Path] = {}
        self._flat: dict[tuple[str, float], skia.Paint] = {}
        self._shadow = shadow_offset(table, portrait).tolist()

    def paint(self, canvas: skia.Canvas, layers: Collection[str] | None = None) -> None:
        """Paint all layers, or those named, bottom to top."""
        # Layers that follow each other inside the same shapes share one clip.
        unclipped = canvas.save()
        clip: tuple[str, ...] = ()
        for layer in self._table.layers:
            if (layers is not None and layer.name not in layers) or layer.role == "guide":
                continue
            shapes = self._shown.shapes(layer)
            if not shapes:
                continue
            if layer.clip != clip:
                clip = layer.clip
                canvas.restoreToCount(unclipped)
                canvas.save()
                if clip:
                    canvas.clipPath(self._clip(clip), doAntiAlias=True)
            self._layer(canvas, layer, shapes)
        canvas.restoreToCount(unclipped)

    def _layer(self, canvas: skia.Canvas, layer: Layer, shapes: list[int]) -> None:
        if layer.cast:
            dx, dy = self._shadow
            canvas.save()
            canvas.translate(dx * layer.cast, dy * layer.cast)
        if layer.fill and layer.outside:
            path = self._gather(shapes)
            path.toggleInverseFillType()
            self._fill(canvas, layer.fill, path)
        elif layer.fill and layer.role in ("shade", "light") and len(shapes) > 1:
            # One path, so that a translucent shade does not darken where its shapes overlap.
            self._fill(canvas, layer.fill, self._gather(shapes))
            for i in shapes:
                self._ink(canvas, layer, i)
        else:
            for i in shapes:
                if layer.fill:
                    self._fill(canvas, layer.fill, self._path(i))
                self._ink(canvas, layer, i)
        if layer.cast:
            canvas.restore()

    def _fill(self, canvas: skia.Canvas, fill: Fill, path: skia.Path) -> None:
        paint = self._paint(fill.paint, fill.opacity)
        if fill.to or fill.blur:
            paint = skia.Paint(paint)
        if fill.to:
            box = path.getBounds()
            ends = [skia.Point(0, box.top()), skia.Point(0, box.bottom())]
            both = [self._color(name, fill.opacity) for name in (fill.paint, fill.to)]
            paint.setShader(skia.GradientShader.MakeLinear(ends, both))
        if fill.blur:
            paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, fill.blur))
        canvas.drawPath(path, paint)

    def _ink(self, canvas: skia.Canvas, layer: Layer, slot: int) -> None:
        for k, ink in enumerate(layer.inks):
            outline = polygon(self._outlines[slot, layer.name, k])
            canvas.drawPath(outline, self._paint(ink.paint, ink.opacity))

    def _path(self, slot: int) -> skia.Path:
        if slot not in self._paths:
            self._paths[slot] = cubic_path(self._chains[slot])
        return self._paths[slot]

    def _gather(self, slots: list[int]) -> skia.Path:
        """All the shapes as one winding path."""
        together = skia.Path()
        for i in slots:
            together.addPath(self._path(i))
        together.setFillType(skia.PathFillType.kWinding)
        return together

    def _clip(self, layers: tuple[str, ...]) -> skia.Path:
        if layers not in self._clips:
            self._clips[layers] = self._gather(self._shown.slots(layers))
        return self._clips[layers]

    def _color(self, name: str, opacity: float) -> int:
        levels = self._levels[self._table.paint_index[name]]
        color: int = skia.ColorSetARGB(round(opacity * 255), *levels)
        return color

    def _paint(self, name: str, opacity: float) -> skia.Paint:
        if (name, opacity) not in self._flat:
            r, g, b = self._colors[self._table.paint_index[name]]
            color = skia.Color4f(r, g, b, opacity)
            self._flat[name, opacity] = skia.Paint(AntiAlias=True, Color4f=color)
        return self._flat[name, opacity]


def _levels(portrait: Portrait) -> list[list[int]]:
    """[C][3] every paint from 0 to 255."""
    levels: list[list[int]] = np.round(np.clip(portrait.paints, 0, 1) * 255).astype(int).tolist()
    return levels
