"""OKLab to sRGB and back.

Bjorn Ottosson, "A perceptual color space for image processing" (2020). Axes: lightness from 0 to
1, green to red, blue to yellow.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Colors = NDArray[np.float64]
#: From the responses of the eye's cones to linear sRGB.
_LMS = np.array(
    [
        [4.0767416621, -3.3077115913, 0.2309699292],
        [-1.2684380046, 2.6097574011, -0.3413193965],
        [-0.0041960863, -0.7034186147, 1.7076147010],
    ]
)
#: From OKLab to the cube roots of those.
_LAB = np.array(
    [
        [1, 0.3963377774, 0.2158037573],
        [1, -0.1055613458, -0.0638541728],
        [1, -0.0894841775, -1.2914855480],
    ]
)


def srgb(colors: Colors) -> Colors:
    """OKLab [..., 3] as sRGB 0 to 1; where it lies outside of the gamut, with the largest chroma
    that does not (found by bisection, so that a paint never jumps)."""
    light = np.clip(colors[..., :1], 0.0, 1.0)
    full = np.concatenate([light, colors[..., 1:]], axis=-1)
    inside = _in_gamut(_linear(full))
    low, high = np.where(inside, 1.0, 0.0), np.ones(inside.shape)
    for _ in range(8):
        middle = (low + high) / 2
        fits = _in_gamut(_linear(full * _share(middle)))
        low, high = np.where(fits, middle, low), np.where(fits, high, middle)
    linear = np.clip(_linear(full * _share(low)), 0, 1)
    return np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)


def _share(chroma: Colors) -> Colors:
    return np.stack([np.ones_like(chroma), chroma, chroma], axis=-1)


def _linear(colors: Colors) -> Colors:
    return ((colors @ _LAB.T) ** 3) @ _LMS.T


def _in_gamut(linear: Colors) -> NDArray[np.bool_]:
    return (linear.min(axis=-1) >= -1e-3) & (linear.max(axis=-1) <= 1.001)


def oklab(colors: ArrayLike) -> Colors:
    """sRGB [..., 3], 0 to 1, in OKLab."""
    s = np.asarray(colors, np.float64)
    linear = np.where(s <= 0.04045, s / 12.92, ((s + 0.055) / 1.055) ** 2.4)
    cones = linear @ np.linalg.inv(_LMS).T
    lab: Colors = np.cbrt(cones) @ np.linalg.inv(_LAB).T
    return lab
