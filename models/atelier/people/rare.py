"""Traits that few people have and that artists often draw."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from models.atelier.parameters import INDEX
from models.atelier.parameters.thresholds import APPEARS

#: Scores from which on eyes are shut, lids arch in a laugh, a head is clearly turned.
_SHUT, _LAUGHING, _TURNED = -1.45, 0.3, 1.2


def rare_traits(z: NDArray[np.float32]) -> NDArray[np.bool_]:
    """[N, 6] of people z [N, D]: shut eyes, laughing eyes, a wink, glasses, a hat, a head that is
    turned to a three-quarter view."""

    def score(name: str) -> NDArray[np.float32]:
        return z[:, INDEX[name]]

    shut = score("openness") < _SHUT
    return np.stack(
        [
            shut,
            shut & (score("smiling_lids") > _LAUGHING),
            ~shut & (np.abs(score("wink")) > 1.3),
            score("glasses") > APPEARS["glasses"],
            score("hat") > APPEARS["hat"],
            np.abs(score("yaw")) > _TURNED,
        ],
        axis=1,
    )
