"""Which garment somebody wears, as shares that blend: one for each kind, together 1."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from models.atelier.scores import Scores, Values

#: The score from which a kind is worn.
THRESHOLDS: Mapping[str, float] = {
    "shirt": 0.4,
    "blazer": 0.8,
    "sailor": 0.8,
    "hood": 1.0,
    "kimono": 1.3,
    "straps": 1.3,
    "turtleneck": 1.1,
    "armour": 1.6,
}
#: Worn where no score passes its threshold.
PLAIN = "tee"
_SOFTNESS = 0.07


def kinds(s: Scores) -> Mapping[str, Values]:
    """The share of every kind, the plain one among them; the one furthest beyond its threshold
    takes nearly all."""
    beyond = [np.zeros_like(s.score("folds"))]
    beyond += [s.score(name) - at for name, at in THRESHOLDS.items()]
    push = np.stack(beyond) / _SOFTNESS
    push = np.exp(push - push.max(axis=0))
    shares = push / push.sum(axis=0)
    return dict(zip((PLAIN, *THRESHOLDS), shares, strict=True))
