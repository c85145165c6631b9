"""Eyes: a dark rim under the lid, a saturated glow below, perhaps of a neighbouring hue."""

from __future__ import annotations

import numpy as np

from models.atelier.palette.mixing import Color, earthy, relit, shift, tone, toward
from models.atelier.scores import Scores


def eye_paints(s: Scores) -> dict[str, Color]:
    """Paints of the colour vector ``eyes``."""
    light, chroma = s.span("eye_light", 0.42, 0.68), s.span("eye_chroma", 0.05, 0.19)
    hue = s.score("eye_green_red"), s.score("eye_blue_yellow")
    base = toward(light, chroma, *hue)
    # The lower iris turns to another hue, up to a fifth of the circle: two-tone eyes.
    low = shift(base, turn=0.17 * s.signed("eye_shift"))
    return {
        "white": tone(0.962, 0.010, 0.76),
        "white_shade": tone(0.47, 0.065, 0.82),
        "eye_top": earthy(relit(base, light * 0.24 + 0.070, 0.88)),
        "eye_low": relit(low, light + 0.002, 1.08),
        "eye_rim": relit(base, 0.085 + 0.055 * light, 0.45),
        "pupil": relit(base, 0.11 + 0.05 * light, 0.40),
        "eye_glow": relit(low, np.minimum(light + 0.235, 0.87), 1.0),
        "shine": tone(0.965, 0.008, 0.6),
    }
