"""Strokes to ink: the pen's marks on a small sheet of paper."""

from __future__ import annotations

from functools import cache

import numpy as np
import skia
from numpy.typing import NDArray

from models.portrait.skia_paths import polygon
from models.training.drawing_process.hand import Hand
from models.training.drawing_process.strokes import Strokes

_TEXTURES = 8


def rasterise(
    strokes: Strokes,
    points: NDArray[np.float32],
    widths: NDArray[np.float32],
    hand: Hand,
    filled: NDArray[np.bool_],
    side: int,
    seed: int,
) -> NDArray[np.uint8]:
    """Ink [side, side], 255 where the pen was firm.

    ``points`` [M, 2] are the strokes' final ones, ``widths`` [n] each stroke's pen width in frame
    units, ``filled`` [n] strokes whose inside is filled too.
    """
    rng, own = np.random.default_rng(seed).spawn(2)
    # One row of numbers per stroke: rows already drawn stay when strokes are added.
    chance = own.random((len(strokes.line), 2))
    faint, firm = hand.opacity
    opacity = (faint + (firm - faint) * chance[:, 0]) * np.where(
        strokes.line < 0, hand.helping, 1.0
    )
    outlines = _outlines(strokes, points, widths, hand, chance[:, 1]) * np.float32(side)
    ink = np.zeros((side, side), np.uint8)
    canvas = skia.Surface(ink, colorType=skia.kAlpha_8_ColorType).getCanvas()
    paint = skia.Paint(AntiAlias=True)
    for number, (first, last) in enumerate(
        zip(strokes.starts[:-1].tolist(), strokes.starts[1:].tolist(), strict=True)
    ):
        paint.setAlphaf(float(opacity[number]))
        sides = outlines[first:last]
        canvas.drawPath(polygon(np.concatenate([sides[:, 0], sides[::-1, 1]])), paint)
        if filled[number]:
            canvas.drawPath(polygon(points[first:last] * np.float32(side)), paint)
    for _ in range(hand.smudge):
        _smudge(canvas, points, side, rng)
    if hand.grain:
        texture = _texture(side, int(rng.integers(_TEXTURES)))
        ink[:] = ink * (1 - np.float32(hand.grain) * texture)
    return ink


def _outlines(
    strokes: Strokes,
    points: NDArray[np.float32],
    widths: NDArray[np.float32],
    hand: Hand,
    chance: NDArray[np.float64],
) -> NDArray[np.float32]:
    """[M, 2, 2] left and right edge of every stroke at each of its points."""
    owner, lengths = strokes.owner, np.diff(strokes.starts)
    before = np.maximum(np.arange(len(points)) - 1, strokes.starts[:-1][owner])
    after = np.minimum(np.arange(len(points)) + 1, strokes.starts[1:][owner] - 1)
    along = points[after] - points[before]
    length = np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-6)
    normal = np.stack([-along[:, 1], along[:, 0]], 1) / length[:, None]
    share = (np.arange(len(points)) - strokes.starts[:-1][owner]) / np.maximum(
        lengths[owner] - 1, 1
    )
    swell = np.sin(4 * share + 2 * np.pi * chance[owner])
    width = widths[owner] * (1 + hand.swell * swell)
    if hand.taper:
        width = width * np.clip(np.minimum(share, 1 - share) / hand.taper, 0.25, 1)
    # A pen thinner than a pixel's share would leave ink that no screen shows.
    half = np.maximum(width, 0.0022)[:, None] / 2
    return np.stack([points + normal * half, points - normal * half], 1).astype(np.float32)


def _smudge(
    canvas: skia.Canvas, points: NDArray[np.float32], side: int, rng: np.random.Generator
) -> None:
    x, y = (points[rng.integers(len(points))] * side).tolist()
    paint = skia.Paint(
        AntiAlias=True,
        Alphaf=float(rng.uniform(0.05, 0.2)),
        MaskFilter=skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, side * 0.015),
    )
    width, height = rng.uniform(0.02, 0.12, 2) * side
    canvas.drawOval(skia.Rect.MakeXYWH(x - width / 2, y - height / 2, width, height), paint)


@cache
def _texture(side: int, number: int) -> NDArray[np.float32]:
    """[side, side] 0 to 1, where the paper's tooth takes no graphite."""
    noise = np.random.default_rng((0x7EE7, number)).random((side, side), np.float32)
    soft = (noise + np.roll(noise, 1, 0) + np.roll(noise, 1, 1) + np.roll(noise, 1, (0, 1))) / 4
    clipped: NDArray[np.float32] = np.clip((soft - 0.35) / 0.3, 0, 1)
    return clipped
