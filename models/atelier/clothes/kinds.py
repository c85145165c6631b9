"""Which garment somebody wears, as shares that blend: one for each kind, together 1."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from models.atelier.parameters.thresholds import GARMENTS
from models.atelier.scores import Scores, Values

#: Worn where no score passes its threshold.
PLAIN = "tee"
_SOFTNESS = 0.07


def kinds(s: Scores) -> Mapping[str, Values]:
    """The share of every kind, the plain one among them; the one furthest beyond its threshold
    takes nearly all."""
    beyond = [np.zeros_like(s.score("folds"))]
    beyond += [s.score(name) - at for name, at in GARMENTS.items()]
    push = np.stack(beyond) / _SOFTNESS
    push = np.exp(push - push.max(axis=0))
    shares = push / push.sum(axis=0)
    return dict(zip((PLAIN, *GARMENTS), shares, strict=True))
