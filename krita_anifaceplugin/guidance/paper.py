"""Guidance that can be read on any paper, though its colours are made for white.

The one colour of rough guidance is brightened or darkened until it stands off the paper. That
would make pastels of the parts' many colours on mid-grey, or browns, and nobody could tell them
apart: there they stay strong and get a thin edge instead, as roads and rivers have on maps.
"""

from __future__ import annotations

import colorsys
from collections.abc import Sequence
from functools import lru_cache
from statistics import median_low

from ..contrast import luminance, ratio

#: Red, green, blue, 0 to 255.
Rgb = tuple[int, int, int]

WHITE: Rgb = (255, 255, 255)
#: Luminances: on brighter paper the colours are right as they are; on darker than the second one
#: rough guidance becomes brighter, between the two darker.
BRIGHT, DIM = 0.62, 0.3
#: From the first luminance up to BRIGHT, parts keep their colours with a light edge; from the
#: second on they are a little brighter with a dark edge; below, brighter and with none.
MIDDLE, DUSK = 0.25, 0.07
LIGHT_EDGE, DARK_EDGE = "#a0ffffff", "#8c000000"
#: How far a line stands off its paper, as a ratio of luminances, and the share of what white (or
#: black) has against the paper that it may have at most: parts must still be told apart by their
#: colour; rough guidance has one colour only, and is drawn fainter.
HUED, EDGED, PLAIN = (3.6, 0.6), (1.5, 0.6), (6.5, 0.8)
STEPS = 24


def paper_of(seen: Sequence[tuple[int, int, int, int]]) -> Rgb:
    """The paper's colour, of colours (red, green, blue, alpha) seen here and there on it.

    Lines hardly matter: it is what lies in the middle. See-through places are white.
    """
    solid = [color[:3] if color[3] > 127 else WHITE for color in seen]
    if not solid:
        return WHITE
    red, green, blue = (median_low(channel) for channel in zip(*solid, strict=True))
    return red, green, blue


@lru_cache(maxsize=512)
def readable(color: str, paper: Rgb, hued: bool) -> str:
    """ "#rrggbb" as it can be read on a paper; ``hued``: it says which part a line is of."""
    light = _luminance(paper)
    if light >= (MIDDLE if hued else BRIGHT):
        return color
    brighter = hued or light < DIM
    most, share = PLAIN if not hued else EDGED if light >= DUSK else HUED
    wanted = min(most, share * ratio(1.0 if brighter else 0.0, light))
    hue, lightness, saturation = colorsys.rgb_to_hls(
        *(int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    )
    end = 1.0 if brighter else 0.0
    found = color
    for step in range(STEPS + 1):
        moved = lightness + (end - lightness) * step / STEPS
        rgb = [round(255 * v) for v in colorsys.hls_to_rgb(hue, moved, saturation)]
        found = "#{:02x}{:02x}{:02x}".format(*rgb)
        own = _luminance((rgb[0], rgb[1], rgb[2]))
        if (own > light) == brighter and ratio(own, light) >= wanted:
            break
    return found


def casing(paper: Rgb, hued: bool) -> str:
    """ "#aarrggbb" of the thin edge that lines get on a paper, "" where they need none."""
    light = _luminance(paper)
    if not hued or light >= BRIGHT or light < DUSK:
        return ""
    return LIGHT_EDGE if light >= MIDDLE else DARK_EDGE


def _luminance(color: Rgb) -> float:
    red, green, blue = (channel / 255 for channel in color)
    return luminance(red, green, blue)
