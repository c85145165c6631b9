"""Named palettes: colours that go together, as scores of the colour parameters."""

from __future__ import annotations

import math
from collections.abc import Mapping
from types import MappingProxyType

from scipy.special import ndtri

#: How far from grey the two scores of a hue lie.
HUE_REACH = 1.5
Palette = Mapping[str, float]


def score_of(share: float) -> float:
    """The normal score that spreads to this share (0 to 1) of a parameter's range."""
    return float(ndtri(min(max(share, 0.02), 0.98)) / 0.8)


def hue_scores(part: str, hue: float, reach: float = HUE_REACH) -> dict[str, float]:
    """The two scores of a part's hue, given in turns of OKLab's circle."""
    angle = 2 * math.pi * hue
    return {
        f"{part}_green_red": reach * math.cos(angle),
        f"{part}_blue_yellow": reach * math.sin(angle),
    }


def _natural(light: float, warmth: float = 0.0, chroma: float = 0.5) -> dict[str, float]:
    """Hair from black (light 0) over brown (0.4) and blond (0.8) to white; warmth from ash (-2)
    to ginger (2)."""
    return {
        "hair_fantasy": -1.0,
        "hair_light": score_of(light),
        "hair_green_red": warmth,
        "hair_blue_yellow": 0.0,
        "hair_chroma": score_of(chroma),
    }


def _hue(hue: float, light: float, chroma: float) -> dict[str, float]:
    """Fantasy hair: hue in turns, shares of lightness and chroma."""
    return {
        "hair_fantasy": 1.0,
        "hair_light": score_of(light),
        "hair_chroma": score_of(chroma),
        **hue_scores("hair", hue),
    }


def _palette(
    hair: dict[str, float],
    eyes: tuple[float, float, float],
    skin: tuple[float, float],
    cloth: tuple[float, float, float, float],
    accent: tuple[float, float, float],
    **more: float,
) -> Palette:
    """eyes: hue, light, chroma; skin: fairness, warmth; cloth: hue, light, chroma, trim's light;
    accent: hue, light, chroma. All are shares; hues in turns."""
    return MappingProxyType(
        {
            **hair,
            **hue_scores("eye", eyes[0]),
            "eye_light": score_of(eyes[1]),
            "eye_chroma": score_of(eyes[2]),
            "skin_tone": score_of(skin[0]),
            "skin_warmth": score_of(skin[1]),
            **hue_scores("cloth", cloth[0]),
            "cloth_light": score_of(cloth[1]),
            "cloth_chroma": score_of(cloth[2]),
            "trim_light": score_of(cloth[3]),
            **hue_scores("accent", accent[0]),
            "accent_light": score_of(accent[1]),
            "accent_chroma": score_of(accent[2]),
            **more,
        }
    )


#: By name, most everyday first. Free sampling draws round and between them.
PALETTES: Mapping[str, Palette] = MappingProxyType({
    "raven": _palette(
        _natural(0.03, -0.3), (0.74, 0.5, 0.7), (0.85, 0.4),
        (0.72, 0.93, 0.15, 0.08), (0.07, 0.4, 0.8)),
    "ink and plum": _palette(
        _natural(0.08, 0.2), (0.86, 0.5, 0.8), (0.8, 0.45),
        (0.80, 0.15, 0.5, 0.9), (0.95, 0.5, 0.7)),
    "chestnut": _palette(
        _natural(0.46, 0.6), (0.45, 0.5, 0.6), (0.78, 0.5),
        (0.70, 0.2, 0.5, 0.92), (0.07, 0.45, 0.8)),
    "cocoa": _palette(
        _natural(0.30, 0.3), (0.19, 0.5, 0.7), (0.16, 0.55),
        (0.22, 0.85, 0.4, 0.3), (0.14, 0.6, 0.8)),
    "espresso": _palette(
        _natural(0.20, 0.0), (0.16, 0.35, 0.6), (0.55, 0.5),
        (0.45, 0.25, 0.45, 0.85), (0.23, 0.8, 0.6)),
    "maple": _palette(
        _natural(0.56, 1.0), (0.40, 0.55, 0.7), (0.8, 0.6),
        (0.42, 0.22, 0.4, 0.88), (0.18, 0.75, 0.7)),
    "ember": _palette(
        _natural(0.58, 1.9, 0.8), (0.44, 0.55, 0.85), (0.9, 0.35), (0.62, 0.25, 0.4, 0.9),
        (0.24, 0.8, 0.8)),
    "honey": _palette(
        _natural(0.80, 0.2, 0.7), (0.72, 0.55, 0.85), (0.85, 0.5), (0.72, 0.2, 0.55, 0.95),
        (0.06, 0.45, 0.85)),
    "wheat": _palette(
        _natural(0.89, 0.0), (0.42, 0.6, 0.6), (0.88, 0.5),
        (0.18, 0.8, 0.35, 0.35), (0.50, 0.5, 0.6)),
    "sand and sea": _palette(
        _natural(0.90, -0.3), (0.55, 0.6, 0.9), (0.22, 0.6),
        (0.55, 0.9, 0.3, 0.2), (0.10, 0.65, 0.9)),
    "silver": _palette(
        _natural(0.96, -1.6), (0.06, 0.5, 0.95), (0.92, 0.35),
        (0.72, 0.12, 0.2, 0.8), (0.04, 0.3, 0.7)),
    "ash": _palette(
        _natural(0.87, -1.8, 0.2), (0.60, 0.5, 0.6), (0.80, 0.45),
        (0.62, 0.4, 0.2, 0.9), (0.72, 0.5, 0.5)),
    "rose": _palette(
        _hue(0.99, 0.78, 0.55), (0.47, 0.6, 0.8), (0.92, 0.4),
        (0.97, 0.92, 0.3, 0.25), (0.02, 0.55, 0.8)),
    "cherry": _palette(
        _hue(0.03, 0.35, 0.85), (0.19, 0.7, 0.85), (0.88, 0.45),
        (0.05, 0.08, 0.35, 0.9), (0.22, 0.8, 0.6)),
    "tangerine": _palette(
        _hue(0.13, 0.62, 0.85), (0.64, 0.6, 0.8), (0.82, 0.55),
        (0.68, 0.9, 0.25, 0.25), (0.56, 0.55, 0.8)),
    "lemon": _palette(
        _hue(0.248, 0.88, 0.80), (0.82, 0.55, 0.85), (0.9, 0.5),
        (0.80, 0.3, 0.45, 0.95), (0.85, 0.6, 0.7)),
    "spring": _palette(
        _hue(0.36, 0.72, 0.40), (0.08, 0.55, 0.7), (0.85, 0.5),
        (0.36, 0.25, 0.4, 0.93), (0.13, 0.7, 0.9)),
    "mint": _palette(
        _hue(0.45, 0.80, 0.35), (0.98, 0.6, 0.8), (0.88, 0.45),
        (0.48, 0.93, 0.3, 0.3), (0.03, 0.65, 0.8)),
    "teal": _palette(
        _hue(0.52, 0.42, 0.60), (0.13, 0.65, 0.9), (0.75, 0.5),
        (0.55, 0.12, 0.4, 0.85), (0.14, 0.65, 0.9)),
    "sky": _palette(
        _hue(0.64, 0.76, 0.55), (0.20, 0.65, 0.85), (0.92, 0.4),
        (0.70, 0.94, 0.25, 0.2), (0.72, 0.45, 0.8)),
    "cobalt": _palette(
        _hue(0.73, 0.28, 0.80), (0.25, 0.7, 0.85), (0.85, 0.4),
        (0.74, 0.9, 0.2, 0.15), (0.09, 0.5, 0.9)),
    "midnight": _palette(
        _hue(0.76, 0.06, 0.55), (0.03, 0.5, 0.9), (0.9, 0.35),
        (0.76, 0.05, 0.35, 0.75), (0.02, 0.35, 0.8)),
    "lavender": _palette(
        _hue(0.84, 0.80, 0.50), (0.38, 0.6, 0.75), (0.92, 0.4),
        (0.82, 0.3, 0.45, 0.95), (0.27, 0.85, 0.7)),
    "violet": _palette(
        _hue(0.86, 0.30, 0.75), (0.28, 0.7, 0.85), (0.82, 0.4),
        (0.86, 0.85, 0.3, 0.15), (0.30, 0.7, 0.6)),
    "fuchsia": _palette(
        _hue(0.94, 0.45, 0.80), (0.53, 0.65, 0.9), (0.45, 0.5),
        (0.70, 0.1, 0.3, 0.9), (0.50, 0.65, 0.8)),
    "obsidian and gold": _palette(
        _natural(0.05, 0.0), (0.23, 0.75, 0.95), (0.08, 0.55),
        (0.06, 0.3, 0.7, 0.1), (0.22, 0.85, 0.9)),
    "dipped in pink": _palette(
        _natural(0.86, 0.0), (0.92, 0.6, 0.8), (0.9, 0.4), (0.75, 0.1, 0.2, 0.9), (0.97, 0.65, 0.9),
        hair_tip=1.9, hair_tip_turn=-1.6),
    "polar light": _palette(
        _hue(0.60, 0.70, 0.55), (0.90, 0.6, 0.9), (0.88, 0.35),
        (0.74, 0.1, 0.4, 0.5), (0.45, 0.7, 0.8),
        hair_tip=1.9, hair_tip_turn=1.4, eye_shift=1.4),
})  # fmt: skip
