"""What all tied hair has in common: how long, how full and how lively it hangs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from models.atelier.parameters.thresholds import APPEARS
from models.atelier.scores import PRESENCE_WIDTH, Scores, Values, soft_step
from models.atelier.shapes import Knots, path

#: Beyond this score (either way) only one side is tied.
ONE_SIDED = APPEARS["one_sided"]


@dataclass(frozen=True)
class Habit:
    """Each an array [N], head units: ``length`` of a tail, how far it swings out, the height of
    its waves, how far its tip flicks (out above 0), how broad it is beside the usual.

    ``left`` and ``right`` are 0 or 1 with a soft step between: is that side tied?
    """

    length: Values
    swing: Values
    wave: Values
    curl: Values
    full: Values
    left: Values
    right: Values

    @classmethod
    def of(cls, s: Scores) -> Habit:
        one = s.score("one_sided")
        return cls(
            length=s.span("tail_length", 0.42, 1.42),
            swing=s.span("tail_swing", 0.0, 0.42),
            wave=s.span("tail_wave", 0.0, 0.075),
            curl=0.17 * s.signed("tail_curl"),
            full=s.span("tail_full", 0.78, 1.24),
            left=soft_step(-one, -ONE_SIDED, PRESENCE_WIDTH),
            right=soft_step(one, -ONE_SIDED, PRESENCE_WIDTH),
        )

    def tied(self, side: int) -> Values:
        """Presence of what is tied on a side (-1 left, 1 right)."""
        return self.left if side < 0 else self.right


def strand(habit: Habit, length: Values, rise: Values, fan: float) -> Knots:
    """Five knots (outwards, downwards) [N, 5, 2] of one clump of a tail: away from the tie, an
    S-curve down, a flick at the tip. ``rise`` arches it over the tie; ``fan`` spreads the clumps
    of one tail apart towards their tips."""
    # A short tail swings less far, or it would fold over its own width.
    small = np.minimum(0.45 + 0.6 * length, 1.0)
    swing, wave = habit.swing * small, habit.wave * small**2
    return path(
        [
            (0.0, 0.0),
            (0.125 * small + 0.30 * swing + 0.30 * fan, 0.09 * length - rise),
            (0.205 * small + 0.66 * swing + 0.80 * fan + wave, 0.35 * length - 0.35 * rise),
            (0.170 * small + 0.74 * swing + 1.25 * fan - wave, 0.68 * length),
            (0.135 * small + 0.85 * swing + 1.60 * fan + 0.7 * wave + habit.curl * small, length),
        ]
    )
