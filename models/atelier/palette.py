"""Paints from colour scores, mixed in OKLCH so that a portrait's colours go together.

OKLab: Bjorn Ottosson, "A perceptual color space for image processing" (2020).
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from models.atelier.layers.paints import PAINTS
from models.atelier.scores import Scores, smooth, spread
from models.atelier.shapes import Value

Color = NDArray[np.float64]
_LMS = np.array(
    [
        [4.0767416621, -3.3077115913, 0.2309699292],
        [-1.2684380046, 2.6097574011, -0.3413193965],
        [-0.0041960863, -0.7034186147, 1.7076147010],
    ]
)
_LAB = np.array(
    [
        [1, 0.3963377774, 0.2158037573],
        [1, -0.1055613458, -0.0638541728],
        [1, -0.0894841775, -1.2914855480],
    ]
)


def oklch(light: Value, chroma: Value, hue: Value) -> Color:
    """OKLCH (hue in turns) as sRGB 0 to 1, [N, 3], with the largest chroma up to ``chroma`` that
    lies in the gamut (found by bisection, so that a paint never jumps)."""
    light, high, hue = np.broadcast_arrays(*(np.atleast_1d(v) for v in (light, chroma, hue)))
    low = np.where(_in_gamut(_linear(light, high, hue)), high, 0.0)
    for _ in range(10):
        middle = (low + high) / 2
        inside = _in_gamut(_linear(light, middle, hue))
        low, high = np.where(inside, middle, low), np.where(inside, high, middle)
    linear = np.clip(_linear(light, low, hue), 0, 1)
    return np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)


def _linear(light: Color, chroma: Color, hue: Color) -> Color:
    angle = 2 * math.pi * hue
    lab = np.stack([light, chroma * np.cos(angle), chroma * np.sin(angle)], axis=-1)
    return ((lab @ _LAB.T) ** 3) @ _LMS.T


def _in_gamut(linear: Color) -> NDArray[np.bool_]:
    return (linear.min(axis=-1) >= -1e-3) & (linear.max(axis=-1) <= 1.001)


def paints(s: dict[str, Scores]) -> NDArray[np.float32]:
    """[N, C, 3] sRGB paints in the layer table's order; ``s`` holds the scores by colour vector."""
    found = {
        **_hair(s["hair"]),
        **_skin(s["skin"]),
        **_eyes(s["eyes"]),
        **_clothes(s["clothes"]),
        **_accent(s["accent"]),
    }
    count = max(len(color) for color in found.values())
    rows = [np.broadcast_to(found[name], (count, 3)) for name in PAINTS]
    return np.stack(rows, axis=1).astype(np.float32)


def _hair(s: Scores) -> dict[str, Color]:
    light = s.span("hair_light", 0.24, 0.90)
    # Below 0 natural: dark brown through ginger to blond as it gets lighter; above, any hue.
    vivid = smooth((s.score("hair_chroma") + 0.25) / 0.5)
    turn = s.span("hair_hue", -0.5, 0.5)
    hue = (1 - vivid) * (0.105 + 0.125 * light**1.5 + 0.05 * turn) + vivid * (0.15 + turn)
    strength = spread(s.score("hair_chroma"))
    natural = 0.02 + 0.085 * strength + 0.035 * np.exp(-(((light - 0.65) / 0.2) ** 2))
    chroma = (1 - vivid) * natural + vivid * (0.04 + 0.13 * strength)
    chroma *= 1 - 1.6 * np.maximum(light - 0.62, 0) ** 1.3
    light = light + vivid * 0.30 * np.maximum(0.62 - light, 0.0)
    cool = hue + 0.045 * np.sin(2 * math.pi * (0.75 - hue))
    return {
        "paper": oklch(0.955, 0.008 + 0.08 * chroma, hue),
        "hair": oklch(light, chroma, hue),
        "hair_low": oklch(light * 0.93 + 0.035, chroma * 1.08, hue - 0.02),
        "hair_shade": oklch(light * 0.875 - 0.005, chroma * 1.05, cool),
        "hair_back": oklch(light * 0.74, chroma * 0.95, cool),
        "hair_back_low": oklch(light * 0.84, chroma, cool),
        "hair_light": oklch(
            np.minimum(light + 0.17 + 0.06 * (1 - light), 0.985), chroma * 0.55, hue + 0.02
        ),
        "hair_line": oklch(0.13 + 0.24 * light**1.4, chroma * 0.8 + 0.02, cool + 0.02),
        "hair_soft_line": oklch(light * 0.62, chroma, cool),
        "lash": oklch(0.13 + 0.10 * light, 0.03 + 0.2 * chroma, cool),
        "brow": oklch(0.14 + 0.36 * light, chroma * 0.8 + 0.015, hue),
    }


def _skin(s: Scores) -> dict[str, Color]:
    light = 0.965 - 0.40 * np.maximum(1 - spread(s.score("skin_tone") + 1.25), 0.0) ** 1.4
    hue = s.span("skin_warmth", 0.11, 0.175)
    chroma = 0.030 + 0.28 * (0.965 - light) * (1 - 0.62 * (0.965 - light) / 0.4)
    return {
        "skin": oklch(light, chroma, hue),
        "skin_shade": oklch(light * 0.885, chroma * 1.2 + 0.024, hue - 0.065),
        "skin_line": oklch(0.36 * light + 0.02, 0.075, hue - 0.06),
        "skin_soft_line": oklch(light * 0.70, chroma + 0.05, hue - 0.06),
        "blush": oklch(light * 0.80, 0.125, 0.045),
        "mouth_inside": oklch(0.40 * light + 0.02, 0.105, 0.04),
        "tongue": oklch(0.68 * light + 0.03, 0.125, 0.05),
        "teeth": oklch(0.97, 0.005, 0.15),
    }


def _eyes(s: Scores) -> dict[str, Color]:
    hue = s.span("eye_hue", 0.0, 1.0)
    light, chroma = s.span("eye_light", 0.42, 0.72), s.span("eye_chroma", 0.05, 0.17)
    return {
        "white": oklch(0.978, 0.006, 0.7),
        "white_shade": oklch(0.50, 0.06, 0.80),
        "eye_top": oklch(light * 0.50, chroma * 0.85, hue - 0.03),
        "eye_low": oklch(light + 0.10, chroma, hue),
        "eye_rim": oklch(0.20 + 0.1 * light, 0.06, hue - 0.05),
        "pupil": oklch(0.17, 0.05, hue - 0.05),
        "eye_glow": oklch(np.minimum(light + 0.25, 0.93), chroma * 0.85, hue + 0.04),
        "shine": oklch(0.995, 0.002, 0.5),
    }


def _clothes(s: Scores) -> dict[str, Color]:
    hue, light = s.span("cloth_hue", 0.0, 1.0), s.span("cloth_light", 0.28, 0.90)
    chroma = s.span("cloth_chroma", 0.01, 0.11)
    return {
        "cloth": oklch(light, chroma, hue),
        "cloth_shade": oklch(
            light * 0.82, chroma * 1.05 + 0.01, hue + 0.03 * np.sin(2 * math.pi * (0.75 - hue))
        ),
        "cloth_line": oklch(0.15 + 0.22 * light, chroma * 0.6 + 0.02, hue),
        "linen": oklch(0.965, 0.008, hue),
        "linen_shade": oklch(0.86, 0.028, 0.75),
    }


def _accent(s: Scores) -> dict[str, Color]:
    hue, light = s.span("accent_hue", 0.0, 1.0), s.span("accent_light", 0.42, 0.74)
    return {
        "accent": oklch(light, 0.155, hue),
        "accent_shade": oklch(light * 0.82, 0.15, hue - 0.03),
        "accent_light": oklch(0.93 + 0.02 * light, 0.045, hue + 0.02),
        "accent_line": oklch(0.16 + 0.2 * light, 0.06, hue - 0.03),
    }
