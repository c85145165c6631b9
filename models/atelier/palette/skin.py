"""Skin across the human range, with the red-violet shadows an illustrator mixes."""

from __future__ import annotations

import numpy as np

from models.atelier.palette.mixing import Color, tone
from models.atelier.scores import Scores, spread

#: From deep to fair: share of the range; lightness, chroma, hue in turns.
_TONES = np.array([
    (0.00, 0.570, 0.088, 0.136),
    (0.10, 0.668, 0.100, 0.146),
    (0.22, 0.752, 0.097, 0.154),
    (0.36, 0.808, 0.080, 0.158),
    (0.50, 0.858, 0.062, 0.158),
    (0.68, 0.899, 0.048, 0.152),
    (0.85, 0.926, 0.036, 0.148),
    (1.00, 0.939, 0.027, 0.140),
])  # fmt: skip


def skin_paints(s: Scores) -> dict[str, Color]:
    """Paints of the colour vector ``skin``."""
    share = spread(s.score("skin_tone"))
    light, chroma, hue = (np.interp(share, _TONES[:, 0], _TONES[:, k]) for k in (1, 2, 3))
    hue = hue + 0.032 * s.signed("skin_warmth")
    flush = s.span("skin_flush", 0.0, 1.0)
    return {
        "skin": tone(light, chroma, hue),
        "skin_shade": tone(
            light * (0.845 + 0.047 * light), chroma * 0.9 + 0.028 + 0.012 * flush,
            hue - 0.075 - 0.02 * flush,
        ),
        "skin_line": tone(0.285 * light + 0.02, 0.085, hue - 0.085),
        "skin_soft_line": tone(light * 0.68, chroma * 0.8 + 0.062, hue - 0.08),
        # Deep skin flushes in a richer red: a darker one alone would not be seen on it.
        "blush": tone(
            light * (1.02 - 0.21 * light),
            0.115 + 0.03 * flush + 0.22 * np.maximum(0.78 - light, 0.0),
            0.055,
        ),
        "lip": tone(light * 0.76, 0.085 + 0.04 * flush, 0.060),
        "mouth_inside": tone(0.37 * light + 0.03, 0.115, 0.045),
        "tongue": tone(0.66 * light + 0.06, 0.130, 0.050),
        "teeth": tone(0.972, 0.006, 0.15),
    }  # fmt: skip
