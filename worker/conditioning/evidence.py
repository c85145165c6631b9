"""Did somebody draw this shape? What its outline and the strokes near it say, as one chance.

Two logistic regressions: their numbers are of the candidates in sketches of 1600 people at every
stage, by hands of training and of the evaluation, clean and rough (people that ``aniface evaluate``
does not measure on). In half of the sketches, by numbers fitted to the other half, 385 of 516
ornaments that were drawn are asked for, and 34 that were not.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

#: Chances that the student gives are believed no further than this from 0 and 1.
_LEAST_CHANCE = 0.005


@dataclass(frozen=True)
class _Weights:
    """Of a regression: what speaks for a shape before anything is known, per unit of the logit of
    the student's chance, per unit of the logarithm of samples, and of that where all is drawn."""

    constant: float
    likely: float
    samples: float
    drawn: float


#: Ornaments are rare, and the student knows them; of locks, folds and lips it says less.
_ORNAMENTS = _Weights(-0.77, 0.83, -0.17, 0.81)
_OTHERS = _Weights(-1.40, 0.59, 0.35, 0.89)


@dataclass(frozen=True)
class Evidence:
    """Of one shape that is not shown.

    Attributes:
        ornament: whether few people have such a thing (``ensemble.ORNAMENTS``).
        likely: the chance, 0 to 1, that the student gave it.
        drawn: share of its visible outline that strokes run along.
        samples: of strokes that only this shape explains.
    """

    ornament: bool
    likely: float
    drawn: float
    samples: int

    @property
    def odds(self) -> float:
        """Logarithm of the odds that the shape was drawn."""
        weights = _ORNAMENTS if self.ornament else _OTHERS
        chance = min(max(self.likely, _LEAST_CHANCE), 1 - _LEAST_CHANCE)
        strokes = (weights.samples + weights.drawn * self.drawn**2) * np.log1p(self.samples)
        known = weights.likely * np.log(chance / (1 - chance))
        return float(weights.constant + known + strokes)
