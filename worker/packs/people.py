"""People that a pack makes up."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from worker.packs.inference import Mapping
from worker.packs.pack import Pack

Floats = NDArray[np.float32]


def made_up(pack: Pack, count: int, seed: int) -> Floats | None:
    """w+ [count, K, D] of people by the mapping network; None where a pack has none.

    Raises:
        PackError: the network does not suit the pack.
    """
    if "mapping" not in pack.graphs:
        return None
    mapping = Mapping(pack)
    rng = np.random.default_rng(seed)
    return mapping.styles(rng.standard_normal((count, mapping.numbers), np.float32))
