"""Did somebody draw this shape? What its outline and the strokes near it say, as one chance.

A logistic regression: its numbers are of 50 held-out people's sketches at every stage, clean and
rough, by what was in truth drawn (people that ``aniface evaluate`` does not measure on).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

#: Chances that the student gives are believed no further than this from 0 and 1.
_LEAST_CHANCE = 0.005
_CONSTANT, _LIKELY, _ALONE = -2.52, 0.62, 1.11
_SAMPLES, _DRAWN = 0.29, 1.63


@dataclass(frozen=True)
class Evidence:
    """Of one shape that is not shown.

    Attributes:
        likely: the chance, 0 to 1, that the student gave it.
        drawn: share of its visible outline that strokes run along.
        alone: share that strokes run along which no shown line explains.
        samples: of strokes that only this shape explains.
    """

    likely: float
    drawn: float
    alone: float
    samples: int

    @property
    def odds(self) -> float:
        """Logarithm of the odds that the shape was drawn."""
        chance = min(max(self.likely, _LEAST_CHANCE), 1 - _LEAST_CHANCE)
        return float(
            _CONSTANT
            + _LIKELY * np.log(chance / (1 - chance))
            + _ALONE * self.alone
            + (_SAMPLES + _DRAWN * self.drawn**2) * np.log1p(self.samples)
        )
