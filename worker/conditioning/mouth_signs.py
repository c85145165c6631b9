"""Is a drawn mouth open? An open one has two lines over nearly all of its width, and their ink;
and the networks, which looked at it closely, have an opinion."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

#: How much longer than wide, by its spread, a mouth must be for its own direction to be believed,
#: and how level (cosine) that must be on the head.
_LONG, _LEVEL = 1.7, 0.8
#: Columns that a mouth is cut into, of which the two at its corners tell nothing; how far (frame
#: units) samples may lie beside one; from which distance on two lines are two.
_COLUMNS, _BESIDE, _APART = 9, 0.002, 0.009
#: A logistic regression, of the sketches of 500 people by clean and rough hands (people that
#: ``aniface evaluate`` does not measure on) and of 27 drawn by hand, each as much as five. What the
#: networks say counts up to odds of e: they are often sure, and wrong of three in ten by hand.
_CONSTANT, _NETWORKS, _TWO_LINES, _INK = -2.3, 1.1, 3.1, 0.8


@dataclass(frozen=True)
class MouthSigns:
    """``two_lines`` is the share of a drawn mouth's width that has two lines one above the other,
    ``ink`` the length of its lines in widths."""

    two_lines: float
    ink: float

    @classmethod
    def of(cls, points: Floats, length: float) -> MouthSigns:
        """Of samples [n, 2] of lines with a ``length``, in the portrait's own frame."""
        away = points - points.mean(axis=0)
        along = _direction(away)
        u, v = away @ along, away @ np.array([-along[1], along[0]])
        width = max(float(np.ptp(u)), 1e-3)
        edges = np.linspace(u.min(), u.max(), _COLUMNS + 1)[1:-1]
        two = 0
        for left, right in zip(edges[:-1], edges[1:], strict=True):
            heights = np.sort(v[(u >= left - _BESIDE) & (u <= right + _BESIDE)])
            two += bool((np.diff(heights) > _APART).any())
        return cls(two / (_COLUMNS - 2), length / width)

    def odds(self, networks: float) -> float:
        """Logarithm of the odds that it is open, of which the ``networks`` say theirs."""
        seen = _TWO_LINES * self.two_lines + _INK * float(np.log(max(self.ink, 0.1)))
        return _CONSTANT + seen + _NETWORKS * min(max(networks, -1.0), 1.0)


def _direction(away: Floats) -> Floats:
    """Unit vector [2] from corner to corner, of samples about their middle."""
    spread, axes = np.linalg.eigh(away.T @ away)
    along: Floats = axes[:, 1] * (1 if axes[0, 1] >= 0 else -1)
    if spread[1] < _LONG * spread[0] or along[0] < _LEVEL:
        return np.array([1.0, 0.0], np.float32)
    return along
