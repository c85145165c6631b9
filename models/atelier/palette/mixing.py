"""Mixes colours as an illustrator does, in OKLab: hues that wrap, shadows that turn violet.

A colour here is [N, 3] in OKLab (see ``oklab``). Hues are turns of the circle: 0.08 red, 0.16
orange, 0.28 yellow, 0.40 green, 0.55 cyan, 0.72 blue, 0.83 violet, 0.97 pink.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from models.atelier.shapes import Value

Color = NDArray[np.float64]
#: Where shadows drift: the sky's violet-blue, 0.80 turns.
_VIOLET = np.array([0.31, -0.95])
#: Softens a hue given by two scores: between opposite hues lies grey, not a jump.
_HUE_CORE = 0.35


def lab(light: Value, red: Value, yellow: Value) -> Color:
    """A colour [N, 3] from OKLab's three axes."""
    return np.stack(np.broadcast_arrays(*(np.atleast_1d(v) for v in (light, red, yellow))), -1)


def tone(light: Value, chroma: Value, hue: Value) -> Color:
    """A colour [N, 3] from lightness, chroma and hue in turns."""
    angle = 2 * math.pi * np.asarray(hue)
    return lab(light, np.asarray(chroma) * np.cos(angle), np.asarray(chroma) * np.sin(angle))


def toward(light: Value, chroma: Value, red: Value, yellow: Value) -> Color:
    """A colour [N, 3] of the hue that two scores point to; it wraps without a seam."""
    r, y = np.asarray(red), np.asarray(yellow)
    strength = np.asarray(chroma) / np.sqrt(r**2 + y**2 + _HUE_CORE**2)
    return lab(light, strength * r, strength * y)


def shade(color: Color, depth: Value, *, violet: float = 1.0) -> Color:
    """The colour in shadow: darker by the share ``depth``, richer, and drifting to violet; pale
    colours drift most (yellow goes over orange, white over lavender)."""
    d = np.asarray(depth)
    light = color[:, 0]
    drift = violet * 0.11 * d * light**2
    richer = 1 + 0.25 * d
    return lab(
        light * (1 - d),
        color[:, 1] * richer + drift * _VIOLET[0] + 0.02 * d * light + 0.65 * d * _golden(color),
        color[:, 2] * richer + drift * _VIOLET[1],
    )


def earthy(color: Color) -> Color:
    """The colour, brown instead of olive where it is a dark yellow."""
    dark = np.maximum(0.80 - color[:, 0], 0)
    return lab(color[:, 0], color[:, 1] + 0.9 * dark * _golden(color), color[:, 2])


def _golden(color: Color) -> NDArray[np.float64]:
    """[N] how yellow a colour is; green does not count."""
    return np.maximum(color[:, 2], 0) / (1 + np.exp(-(color[:, 1] + 0.03) / 0.015))


def shift(color: Color, *, light: Value = 0.0, chroma: Value = 1.0, turn: Value = 0.0) -> Color:
    """The colour made lighter by ``light``, its chroma multiplied, its hue moved by ``turn``."""
    angle = 2 * math.pi * np.asarray(turn)
    c, s = np.cos(angle) * chroma, np.sin(angle) * chroma
    red, yellow = color[:, 1], color[:, 2]
    return lab(color[:, 0] + light, c * red - s * yellow, s * red + c * yellow)


def relit(color: Color, light: Value, chroma: Value = 1.0) -> Color:
    """The colour at another lightness, its chroma multiplied."""
    return lab(light, color[:, 1] * chroma, color[:, 2] * chroma)


def mixed(a: Color, b: Color, share: Value) -> Color:
    """From a (share 0) to b (share 1)."""
    t = np.atleast_1d(share)[:, None]
    return a + (b - a) * t


def chroma_of(color: Color) -> NDArray[np.float64]:
    """[N] how far from grey."""
    far: NDArray[np.float64] = np.hypot(color[:, 1], color[:, 2])
    return far
