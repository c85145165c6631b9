"""Hair: natural from black over brown and ginger to blond, silver and white; or any hue."""

from __future__ import annotations

import numpy as np

from models.atelier.palette.mixing import (
    Color,
    chroma_of,
    lab,
    mixed,
    relit,
    shade,
    shift,
    tone,
    toward,
)
from models.atelier.scores import Scores, Values, smooth, spread

#: Natural hair from black to white: share of the range; lightness, green to red, blue to yellow.
_NATURAL = np.array([
    (0.00, 0.300, 0.004, -0.024),  # blue-black
    (0.15, 0.330, 0.014, 0.004),  # soft black
    (0.30, 0.375, 0.038, 0.034),  # dark brown
    (0.44, 0.460, 0.056, 0.056),  # brown
    (0.57, 0.580, 0.058, 0.082),  # chestnut
    (0.70, 0.715, 0.040, 0.104),  # caramel
    (0.82, 0.835, 0.020, 0.112),  # blond
    (0.92, 0.900, 0.013, 0.074),  # pale blond
    (1.00, 0.945, 0.003, 0.012),  # white
])  # fmt: skip


def hair_paints(s: Scores) -> dict[str, Color]:
    """Paints of the colour vector ``hair``."""
    hair = mixed(_natural(s), _fantasy(s), fantasy(s))
    tip = _tip(s, hair)
    light, chroma = hair[:, 0], chroma_of(hair)
    # Dark hair needs a deeper step to show one; so does vivid hair, to glow in the light.
    depth = 0.175 + 0.10 * (1 - light) + 0.25 * chroma
    dark, deep = shade(hair, depth), shade(hair, depth + 0.14)
    line = relit(shade(hair, 0.6), 0.085 + 0.255 * light**1.25, 0.9)
    lit = np.minimum(light + 0.15 + 0.13 * (1 - light), 0.985)
    low = shift(shade(hair, 0.05), chroma=1.10)
    # Black hair shines with the sky, fair hair with the sun.
    sheen = lab(0.97, 0.0, 0.06 * (light - 0.55))
    tipped = _tipped(s)
    low = mixed(low, tip, tipped)
    return {
        "hair": hair,
        "hair_low": low,
        "hair_low_shade": shade(low, depth),
        "hair_shade": dark,
        "hair_back": deep,
        "hair_back_low": mixed(shade(hair, depth + 0.03), shade(tip, depth), tipped),
        "hair_light": mixed(relit(hair, lit, 1.25), sheen, 0.22 - 0.10 * light),
        "hair_line": line,
        "hair_soft_line": relit(shade(hair, 0.5), light * (0.56 + 0.05 * light)),
        "lash": relit(shade(hair, 0.7), 0.075 + 0.19 * light**2, 0.55),
        "brow": relit(shade(hair, 0.4), 0.13 + 0.42 * light, 0.95),
    }


def fantasy(s: Scores) -> Values:
    """0 natural to 1 any hue."""
    return smooth((s.score("hair_fantasy") + 0.25) / 0.5)


def _natural(s: Scores) -> Color:
    share = spread(s.score("hair_light"))
    light, red, yellow = (np.interp(share, _NATURAL[:, 0], _NATURAL[:, k]) for k in (1, 2, 3))
    warm = np.tanh(0.7 * s.score("hair_green_red"))
    ginger = np.maximum(warm, 0) * np.exp(-(((share - 0.55) / 0.26) ** 2))
    # Ash takes the colour out of black and of pale hair; in between it would be mud.
    ash = smooth((-warm - 0.10) / 0.65) * (
        0.25 + 0.75 * smooth((np.abs(share - 0.42) - 0.15) / 0.25)
    )
    # Pale ash is a cool silver or a warm, rosy grey, half of it beige: yellow alone, when it
    # fades, is khaki.
    own = np.tanh(s.score("hair_blue_yellow"))
    rosy = smooth((share - 0.48) / 0.2) * ash * (0.001 + 0.004 * own + 0.045 * (1 - ash))
    strength = (1 - 0.85 * ash) * (0.80 + 0.4 * spread(s.score("hair_chroma")))
    return lab(
        light + 0.02 * ginger,
        red * strength + 0.062 * ginger + 0.003 * ash + rosy,
        yellow * strength + 0.020 * ginger - 0.015 * ash + 0.008 * own,
    )  # fmt: skip


def _fantasy(s: Scores) -> Color:
    share = spread(s.score("hair_light"))
    red, yellow = s.score("hair_green_red"), s.score("hair_blue_yellow")
    # Yellow is pale by nature, blue and violet bear darkness.
    sunny = np.maximum(yellow, 0) / np.sqrt(red**2 + yellow**2 + 1)
    light = 0.385 + 0.475 * share + sunny * (0.05 + 0.33 * (1 - share))
    strength = spread(s.score("hair_chroma"))
    pastel = np.maximum(light - 0.72, 0)
    chroma = (
        (0.055 + 0.125 * strength)
        * (1 - (2.0 - 1.4 * sunny) * pastel)
        * (0.5 + 0.5 * smooth(light / 0.62))
    )
    return toward(light, chroma, red, yellow)


def _tipped(s: Scores) -> Values:
    return s.grow("hair_tip", 1.05, 0.5)


def _tip(s: Scores, hair: Color) -> Color:
    """The colour of dyed tips: another hue, lighter on dark hair and darker on pale hair."""
    light = hair[:, 0]
    base = mixed(hair, tone(light, 0.10, 0.05), smooth((0.06 - chroma_of(hair)) / 0.05))
    turned = shift(base, turn=0.27 * np.tanh(s.score("hair_tip_turn")))
    goal = light + 0.19 * np.tanh((0.60 - light) / 0.12)
    return relit(turned, goal, np.minimum(0.155 / (chroma_of(turned) + 0.02), 2.5))
