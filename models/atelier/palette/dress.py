"""Clothes, their trim and linen, metal; the accent of ties, ribbons and pins; the paper."""

from __future__ import annotations

import numpy as np

from models.atelier.palette.mixing import (
    Color,
    chroma_of,
    earthy,
    lab,
    mixed,
    relit,
    shade,
    tone,
    toward,
)
from models.atelier.scores import Scores


def cloth_paints(s: Scores) -> dict[str, Color]:
    """Paints of the colour vector ``clothes``."""
    hue = s.score("cloth_green_red"), s.score("cloth_blue_yellow")
    light, chroma = s.span("cloth_light", 0.24, 0.97), s.span("cloth_chroma", 0.008, 0.125)
    cloth = toward(light, chroma * (1 - 0.7 * np.maximum(light - 0.8, 0) / 0.17), *hue)
    cloth = earthy(cloth)
    trim_light = s.span("trim_light", 0.22, 0.97)
    trim = earthy(toward(trim_light, 0.25 * chroma + 0.075 * (1 - trim_light) + 0.005, *hue))
    linen = mixed(tone(0.968, 0.007, 0.72), relit(cloth, 0.96, 0.10), 0.3)
    steel = toward(0.70, 0.012, *hue) + tone(0.0, 0.018, 0.70)
    return {
        "cloth": cloth,
        "cloth_shade": shade(cloth, 0.15 + 0.07 * (1 - light)),
        "cloth_light": mixed(relit(cloth, np.minimum(light + 0.13, 0.985)), linen, 0.15),
        "cloth_line": relit(shade(cloth, 0.5), 0.10 + 0.24 * light, 0.9),
        "trim": trim,
        "trim_shade": shade(trim, 0.15 + 0.07 * (1 - trim_light)),
        "linen": linen,
        "linen_shade": shade(linen, 0.115, violet=1.6),
        "metal_shade": shade(steel, 0.30),
        "metal_light": relit(steel, 0.94, 0.4),
    }


def accent_paints(s: Scores) -> dict[str, Color]:
    """Paints of the colour vector ``accent``; the paper takes a breath of it."""
    light, chroma = s.span("accent_light", 0.40, 0.80), s.span("accent_chroma", 0.08, 0.19)
    hue = s.score("accent_green_red"), s.score("accent_blue_yellow")
    # Yellow is pale by nature.
    sunny = np.maximum(hue[1], 0) / np.sqrt(hue[0] ** 2 + hue[1] ** 2 + 1)
    light = light + 0.6 * sunny * (0.80 - light)
    accent = earthy(toward(light, chroma, *hue))
    tint = 0.09 + 0.04 * chroma_of(accent) / 0.15
    return {
        "accent": accent,
        "accent_shade": shade(accent, 0.20),
        "accent_light": relit(accent, 0.925 + 0.02 * light, 0.35),
        "accent_line": relit(shade(accent, 0.4), 0.13 + 0.22 * light, 0.7),
        "glint": lab(0.985, -0.004, -0.006),
        "paper": relit(accent, 0.945 + 0.02 * (light - 0.6), tint),
    }
