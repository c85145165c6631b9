"""Draws a portrait with skia at any size: fills, clips, cast shadows, tapering ink."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
import skia
from numpy.typing import NDArray

from models.portrait import curves
from models.portrait.layer_table import Fill, Layer, LayerTable
from models.portrait.portrait import Portrait

Picture = NDArray[np.uint8]
#: Polyline steps per cubic for pen lines: a step is a few pixels, in thumbnails and up to
#: SMALL_SIDE as in pictures of 1024 pixels.
_INK_STEPS = 10
_SMALL_INK_STEPS = 3
_SMALL_SIDE = 320
#: A shape is drawn from this presence on.
PRESENT = 0.5


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
        canvas.clear(_color(portrait.paints[table.paint_index["paper"]], 1.0))
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
        self._ink_steps = ink_steps
        self._colors = np.clip(portrait.paints, 0, 1).tolist()
        self._outlines = self._pen_outlines()
        self._paths: dict[int, skia.Path] = {}
        shadow = table.slots[table.slot_index[table.shadow]]
        ends = portrait.points[[shadow.start, shadow.stop - 1]]
        self._shadow = ends[1] - ends[0]

    def paint(self, canvas: skia.Canvas, layers: Collection[str] | None = None) -> None:
        """Paint all layers, or those named, bottom to top."""
        for layer in self._table.layers:
            if layers is None or layer.name in layers:
                self._layer(canvas, layer)

    def _layer(self, canvas: skia.Canvas, layer: Layer) -> None:
        shapes = [
            i
            for name in layer.source or (layer.name,)
            for i in self._table.slots_of[name]
            if self._portrait.presence[i] >= PRESENT
        ]
        if not shapes or layer.role == "guide":
            return
        saves = canvas.save()
        if layer.clip:
            canvas.clipPath(self._union(layer.clip), doAntiAlias=True)
        if layer.cast:
            canvas.translate(*map(float, self._shadow))
        if layer.fill and layer.role in ("shade", "light") and len(shapes) > 1:
            # One path, so that a translucent shade does not darken where its shapes overlap.
            self._fill(canvas, layer.fill, self._gather(shapes))
            for i in shapes:
                self._ink(canvas, layer, i)
        else:
            for i in shapes:
                if layer.fill:
                    self._fill(canvas, layer.fill, self._path(i))
                self._ink(canvas, layer, i)
        canvas.restoreToCount(saves)

    def _fill(self, canvas: skia.Canvas, fill: Fill, path: skia.Path) -> None:
        paint = skia.Paint(AntiAlias=True, Color4f=self._paint_color(fill.paint, fill.opacity))
        if fill.to:
            box = path.getBounds()
            ends = [skia.Point(0, box.top()), skia.Point(0, box.bottom())]
            both = [_color(self._rgb(name), fill.opacity) for name in (fill.paint, fill.to)]
            paint.setShader(skia.GradientShader.MakeLinear(ends, both))
        if fill.blur:
            paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, fill.blur))
        canvas.drawPath(path, paint)

    def _ink(self, canvas: skia.Canvas, layer: Layer, slot: int) -> None:
        for k, ink in enumerate(layer.inks):
            paint = skia.Paint(AntiAlias=True, Color4f=self._paint_color(ink.paint, ink.opacity))
            canvas.drawPath(_polygon(self._outlines[slot, layer.name, k]), paint)

    def _pen_outlines(self) -> dict[tuple[int, str, int], NDArray[np.float32]]:
        """Outlines of every ink of every shape that is present, by slot, layer and ink; all at
        once, because one by one they would take most of the time of a small picture."""
        lines = curves.flatten(self._table, self._portrait.points, self._ink_steps)
        keys, stretches, widths, tapers = [], [], [], []
        for layer in self._table.layers:
            for k, ink in enumerate(layer.inks):
                stop = None if ink.last is None else ink.last * self._ink_steps + 1
                for name in layer.source or (layer.name,):
                    for i in self._table.slots_of[name]:
                        if self._portrait.presence[i] >= PRESENT:
                            keys.append((i, layer.name, k))
                            stretches.append(lines[i][ink.first * self._ink_steps : stop])
                            widths.append(ink.width * float(self._portrait.width[i]))
                            tapers.append(ink.taper)
        outlines = curves.pen_outlines(stretches, widths, tapers)
        return dict(zip(keys, outlines, strict=True))

    def _path(self, slot: int) -> skia.Path:
        if slot not in self._paths:
            span = self._table.slots[slot].span
            self._paths[slot] = cubic_path(self._portrait.points[span])
        return self._paths[slot]

    def _gather(self, slots: Sequence[int]) -> skia.Path:
        """All the shapes as one winding path."""
        together = skia.Path()
        for i in slots:
            together.addPath(self._path(i))
        together.setFillType(skia.PathFillType.kWinding)
        return together

    def _union(self, layers: Sequence[str]) -> skia.Path:
        slots = [i for name in layers for i in self._table.slots_of[name]]
        return self._gather([i for i in slots if self._portrait.presence[i] >= PRESENT])

    def _rgb(self, name: str) -> NDArray[np.float32]:
        return self._portrait.paints[self._table.paint_index[name]]

    def _paint_color(self, name: str, opacity: float) -> skia.Color4f:
        r, g, b = self._colors[self._table.paint_index[name]]
        return skia.Color4f(r, g, b, opacity)


def cubic_path(controls: NDArray[np.float32]) -> skia.Path:
    """A closed skia path from a chain of cubics [1 + 3n, 2]."""
    path = skia.Path()
    values = controls.tolist()
    path.moveTo(*values[0])
    for a, b, c in zip(values[1::3], values[2::3], values[3::3], strict=True):
        path.cubicTo(*a, *b, *c)
    path.close()
    return path


def _polygon(points: NDArray[np.float32]) -> skia.Path:
    path = skia.Path()
    path.addPoly([skia.Point(x, y) for x, y in points.tolist()], True)
    path.setFillType(skia.PathFillType.kWinding)
    return path


def _color(rgb: NDArray[np.float32], opacity: float) -> int:
    r, g, b = (int(round(float(v) * 255)) for v in np.clip(rgb, 0, 1))
    return skia.ColorSetARGB(int(round(opacity * 255)), r, g, b)
