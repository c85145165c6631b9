"""The learning rate over a run."""

from __future__ import annotations

import math


def rate_factor(step: int, progress: float, warmup: int, cooldown: float) -> float:
    """Share of the full learning rate: rises over ``warmup`` steps, stays, then falls to almost
    nothing (half a cosine) over the last ``cooldown`` share of the run.

    Keeping the rate up until shortly before the end lets a run be lengthened later.
    """
    rise = min(1.0, (step + 1) / max(warmup, 1))
    left = min(1.0, max(0.0, (1 - progress) / max(cooldown, 1e-6)))
    return rise * (0.005 + 0.995 * 0.5 * (1 - math.cos(math.pi * left)))
