"""What happens to pictures on their way to a reader: pages, crops, prints, screens, files.

A teacher that saw clean pictures alone would read nothing else. The answer does not change with
any of this: where a portrait lies in a picture, and before what, is not part of who it shows.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

#: [h, w, 3] or, before there is a background, [h, w, 4] with alpha, colours times alpha; 0 to 1.
Values = NDArray[np.float32]
_Apply = Callable[[Values, np.random.Generator], Values]


@dataclass(frozen=True)
class Disturbance:
    """``apply`` changes a picture at random; it befalls a share ``chance`` of pictures."""

    name: str
    chance: float
    apply: _Apply


def disturbed(
    cutout: NDArray[np.uint8], paper: NDArray[np.uint8], rng: np.random.Generator
) -> Values:
    """[h, w, 3] 0 to 1: a portrait as somebody might hand it in; a seed is a picture.

    Args:
        cutout: [h, w, 4] the portrait without its background, colours times alpha.
        paper: [3] its own background.
    """
    values = as_values(cutout)
    if rng.random() < MOVED.chance:
        values = MOVED.apply(values, rng)
    ground = as_values(paper)
    kind = rng.random()
    for found in GROUNDS:
        kind -= found.chance
        if kind < 0:
            ground = found.apply(values, rng)
            break
    values = over(values, ground)
    for found in MARKS:
        if rng.random() < found.chance:
            values = found.apply(values, rng)
    return np.clip(values, 0, 1)


def as_values(levels: NDArray[np.uint8]) -> Values:
    """Levels from 0 to 255 as numbers from 0 to 1."""
    values: Values = levels.astype(np.float32) / np.float32(255)
    return values


def over(cutout: Values, ground: Values) -> Values:
    """[h, w, 3] a cutout before a background [3] or [h, w, 3]."""
    seen: Values = cutout[..., :3] + (1 - cutout[..., 3:]) * ground
    return seen


def _moved(values: Values, rng: np.random.Generator) -> Values:
    """A crop of the portrait, or the portrait smaller on its page, off the middle."""
    side = values.shape[0]
    scale = np.exp(rng.uniform(np.log(0.8), np.log(1.35)))
    # A crop shows some place of the portrait; on a page it may lie a little over the edge.
    room = abs(1 - 1 / scale) / 2 + 0.03
    left, top = ((1 - 1 / scale) / 2 + rng.uniform(-room, room, 2)) * side
    image = Image.frombuffer("RGBa", (side, side), _levels(values).tobytes(), "raw", "RGBa", 0, 1)
    taken = image.transform(
        (side, side),
        Image.Transform.AFFINE,
        (1 / scale, 0, left, 0, 1 / scale, top),
        Image.Resampling.BILINEAR,
    )
    pixels = np.frombuffer(taken.tobytes(), np.uint8).reshape(side, side, 4)
    return as_values(pixels)


def _flat(_: Values, rng: np.random.Generator) -> Values:
    """White, black, grey, or any colour."""
    kind = rng.random()
    if kind < 0.5:
        return np.full(3, rng.choice([1.0, 1.0, 0.0, 0.5]), np.float32)
    return rng.random(3, np.float32)


def _gradient(values: Values, rng: np.random.Generator) -> Values:
    """From one colour to another in any direction."""
    along = _ramp(values.shape[0], rng)[..., None]
    first, second = rng.random((2, 3), np.float32)
    blend: Values = first + (second - first) * along
    return blend


def _clouds(values: Values, rng: np.random.Generator) -> Values:
    """Soft patches of colour, coarse or fine: foliage, a room, a crowd out of focus."""
    cells = int(rng.integers(3, 24))
    few = Image.fromarray(rng.integers(0, 256, (cells, cells, 3), np.uint8))
    size = values.shape[1], values.shape[0]
    patches = as_values(np.asarray(few.resize(size, Image.Resampling.BILINEAR)))
    base = rng.random(3, np.float32)
    mixed: Values = base + (patches - base) * np.float32(rng.uniform(0.3, 1.0))
    return mixed


def _stripes(values: Values, rng: np.random.Generator) -> Values:
    """Stripes or squares of two colours: wallpaper, screens, speed lines."""
    count = rng.uniform(3, 16)
    on = (_ramp(values.shape[0], rng) * count) % 1 < rng.uniform(0.2, 0.8)
    if rng.random() < 0.4:
        on ^= (_ramp(values.shape[0], rng) * count) % 1 < 0.5
    first, second = rng.random((2, 3), np.float32)
    return np.where(on[..., None], first, second)


def _lines(values: Values, rng: np.random.Generator) -> Values:
    """Lines a little heavier, or lighter, than the portrait's own."""
    choose = np.minimum if rng.random() < 0.5 else np.maximum
    near = choose(values, np.roll(values, 1, 0))
    near = choose(near, np.roll(near, 1, 1))
    mixed: Values = values + (near - values) * np.float32(rng.uniform(0.3, 1.0))
    return mixed


def _light(values: Values, rng: np.random.Generator) -> Values:
    """Light from one side, and darker or lighter middle tones."""
    shade = 1 - np.float32(rng.uniform(0, 0.4)) * _ramp(values.shape[0], rng)[..., None]
    bent = np.power(np.clip(values, 0, 1), np.float32(np.exp(rng.uniform(-0.35, 0.35))))
    lit: Values = (bent * shade).astype(np.float32)
    return lit


def _tint(values: Values, rng: np.random.Generator) -> Values:
    """Contrast and a slight cast."""
    tinted: Values = values * (rng.uniform(0.88, 1.1) * rng.uniform(0.96, 1.04, 3)).astype(
        np.float32
    )
    return tinted


def _levels_of_tone(values: Values, rng: np.random.Generator) -> Values:
    """Few levels of tone: hard shading, a print, a palette."""
    steps = np.float32(rng.integers(4, 12))
    reduced: Values = (np.round(np.clip(values, 0, 1) * steps) / steps).astype(np.float32)
    return reduced


def _blur(values: Values, rng: np.random.Generator) -> Values:
    """Out of focus, or blown up from a smaller picture."""
    image = Image.fromarray(_levels(values))
    side = image.width
    if rng.random() < 0.5:
        soft = image.filter(ImageFilter.GaussianBlur(float(rng.uniform(0.4, 1.5))))
    else:
        less = max(2, round(side * float(rng.uniform(0.35, 0.8))))
        soft = image.resize((less, less), Image.Resampling.BILINEAR).resize((side, side))
    return as_values(np.asarray(soft))


def _noise(values: Values, rng: np.random.Generator) -> Values:
    """Grain."""
    strength = np.float32(rng.uniform(0.01, 0.08))
    grained: Values = values + rng.standard_normal(values.shape, np.float32) * strength
    return grained


def _jpeg(values: Values, rng: np.random.Generator) -> Values:
    """Stored as a JPEG of any quality."""
    file = io.BytesIO()
    Image.fromarray(_levels(values)).save(file, "JPEG", quality=int(rng.integers(12, 85)))
    return as_values(np.asarray(Image.open(file)))


#: Where the portrait lies in the picture.
MOVED = Disturbance("crop and scale", 0.5, _moved)
#: Of these at most one; else the portrait's own paper.
GROUNDS = (
    Disturbance("flat background", 0.2, _flat),
    Disturbance("gradient", 0.1, _gradient),
    Disturbance("clouds", 0.15, _clouds),
    Disturbance("stripes", 0.1, _stripes),
)
#: What happens to the picture as a whole, in this order.
MARKS = (
    Disturbance("lines", 0.2, _lines),
    Disturbance("light", 0.25, _light),
    Disturbance("tones", 0.08, _levels_of_tone),
    Disturbance("tint", 0.7, _tint),
    Disturbance("blur", 0.2, _blur),
    Disturbance("noise", 0.35, _noise),
    Disturbance("jpeg", 0.25, _jpeg),
)


def _ramp(side: int, rng: np.random.Generator) -> Values:
    """[side, side] 0 to 1 across the picture in a random direction."""
    angle = rng.uniform(0, 2 * np.pi)
    along = np.linspace(-0.5, 0.5, side, dtype=np.float32)
    x, y = np.float32(np.cos(angle)), np.float32(np.sin(angle))
    ramp = (along * x + along[:, None] * y) / (abs(x) + abs(y)) + 0.5
    return ramp.astype(np.float32)


def _levels(values: Values) -> NDArray[np.uint8]:
    return np.round(np.clip(values, 0, 1) * 255).astype(np.uint8)
