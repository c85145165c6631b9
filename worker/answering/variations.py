"""More like this: a chosen suggestion with a few of its parts redrawn (style mixing by part)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

#: Share of the parts that a variation redraws; the others only waver.
_REDRAWN = 0.35
#: How far a redrawn part and a wavering one go, in standard deviations of what is open.
_FAR, _NEAR = 0.7, 0.12
#: A finished drawing leaves nothing open; its variations still differ by this much.
_LEAST_SPREAD = 0.06


def draws(
    styles: Floats, spread: Floats, roles: Sequence[str],
    somebody: Callable[[np.random.Generator], Floats], seed: int, count: int,
) -> Floats:  # fmt: skip
    """[count, Ks, D] variations of ``styles`` [Ks, D]; number i depends on ``seed`` and i alone.

    Args:
        spread: [Ks, D] standard deviations of what the sketch leaves open.
        roles: of the Ks vectors; those of one part ("eyes.shape", "eyes.detail") go together, and
            the layout of the whole head only wavers.
        somebody: draws how a person differs from the average, [Ks, D] in deviations.
    """
    parts = [role.partition(".")[0] for role in roles]
    names = sorted({part for role, part in zip(roles, parts, strict=True) if "." in role})
    open_spread = np.maximum(spread, _LEAST_SPREAD)
    found = np.empty((count, *styles.shape), np.float32)
    for i in range(count):
        rng = np.random.default_rng([seed, i, len(names)])
        redrawn = {name for name in names if rng.random() < _REDRAWN}
        anew = np.array([part in redrawn for part in parts])[:, None]
        wavering = rng.standard_normal(styles.shape, np.float32)
        difference = np.where(anew, _FAR * somebody(rng), _NEAR * wavering)
        found[i] = styles + difference * open_spread
    return found
