"""Paints from colour scores: each of the five colour vectors mixes its own."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from models.atelier.layers.paints import PAINTS
from models.atelier.palette.dress import accent_paints, cloth_paints
from models.atelier.palette.eyes import eye_paints
from models.atelier.palette.hair import hair_paints
from models.atelier.palette.oklab import srgb
from models.atelier.palette.skin import skin_paints
from models.atelier.scores import Scores


def paints(s: Mapping[str, Scores]) -> NDArray[np.float32]:
    """[N, C, 3] sRGB paints in the layer table's order; ``s`` holds the scores by colour vector."""
    found = {
        **hair_paints(s["hair"]),
        **skin_paints(s["skin"]),
        **eye_paints(s["eyes"]),
        **cloth_paints(s["clothes"]),
        **accent_paints(s["accent"]),
    }
    count = max(len(color) for color in found.values())
    rows = [np.broadcast_to(found[name], (count, 3)) for name in PAINTS]
    return srgb(np.stack(rows, axis=1)).astype(np.float32)
