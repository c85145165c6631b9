"""One analysis step of the Kalman filter: style numbers that bring lines nearer to strokes.

State: the style numbers that mean something and the portrait's place in the sketch. Prior: what
the student read, with its spread. An observation is how far a stroke's sample lies from the line
it belongs to, across the line, for along it nothing is known. Strokes far from their lines count
less and less (Cauchy weights). A step that is repeated, with lines matched anew, makes an iterated
filter (Bell and Cathey 1993), which is Gauss-Newton for the most likely styles.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.portrait.placement import Placement
from worker.conditioning.sampled_lines import SampledLines
from worker.fit.matching import Matches

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]
Integers = NDArray[np.int64]

#: Standard deviation of a fully trusted stroke's distance from its line, in frame units. A hand is
#: steadier than that, but samples along one stroke are off together, and ten of them know no more
#: than one or two. Told to be sure of each (0.006), the filter bent people out of all likelihood
#: for a hair's breadth that the fit closes as well.
_NOISE = 0.016
#: Deviations from which a stroke counts half.
_OUTLIER = 2.0
#: How far the student's frame may be off: shift in frame units, log of the scale, radians.
FRAME_SPREAD = (0.02, 0.02, 0.035, 0.035)


@dataclass(frozen=True, eq=False)
class State:
    """A normal distribution of L style numbers and the 4 of a placement.

    ``mean`` [L + 4]; ``precision`` [L + 4, L + 4], the inverse of their covariance.
    """

    mean: Doubles
    precision: Doubles

    @classmethod
    def independent(cls, mean: Floats, spread: Floats) -> State:
        """Of numbers that know nothing of each other."""
        return cls(mean.astype(np.float64), np.diag(1.0 / spread.astype(np.float64) ** 2))

    def draw(self, noise: Floats) -> Doubles:
        """[N, L + 4] members for standard normal ``noise`` of that shape."""
        factor = np.linalg.cholesky(self.precision)
        drawn: Doubles = self.mean + np.linalg.solve(factor.T, noise.T.astype(np.float64)).T
        return drawn


@dataclass(frozen=True, eq=False)
class Observations:
    """n strokes' samples along lines of one part: ``slope`` [n, c] by those of the L + 4 numbers
    that the part follows, ``columns`` [c], and ``distance`` [n] of each from its line, across the
    line, in frame units; ``weight`` [n] 0 to 1."""

    columns: Integers
    slope: Floats
    distance: Floats
    weight: Floats


def observe(
    lines: SampledLines, tangents: Floats, matches: Matches, trust: Floats,
    placement: Placement, count: int,
) -> list[Observations]:  # fmt: skip
    """What pairs matched with ``lines``, whose samples have unit ``tangents`` [N, 2], say of the
    state, of ``count`` style numbers, at which they lie so: part by part."""
    tangents = tangents[matches.at]
    normal = np.column_stack([-tangents[:, 1], tangents[:, 0]])
    turned = (normal @ _turn(placement).T).astype(np.float32)
    x, y = (matches.points - 0.5 - np.array([placement.dx, placement.dy])).T
    by_frame = np.column_stack(
        [normal, normal[:, 0] * x + normal[:, 1] * y, normal[:, 1] * x - normal[:, 0] * y]
    ).astype(np.float32)
    distance = (normal * matches.shift).sum(axis=1).astype(np.float32)
    weight = matches.weight * trust
    parts = lines.samples.part[matches.at]
    found = []
    for part in np.unique(parts).tolist():
        own = np.flatnonzero(parts == part)
        by_styles = (turned[own, None] @ lines.slopes(part, matches.at[own]))[:, 0]
        columns = np.append(lines.ensemble.columns[part], np.arange(count, count + 4))
        slope = np.hstack([by_styles, by_frame[own]])
        found.append(Observations(columns, slope, distance[own], weight[own]))
    return found


def updated(prior: State, at: Doubles, seen: Iterable[Observations]) -> State:
    """The distribution that ``prior`` becomes, by observations linear about state ``at``."""
    precision, gradient = prior.precision.copy(), prior.precision @ (prior.mean - at)
    count, entries = len(gradient), precision.reshape(-1)
    for each in seen:
        doubt = 1 + (each.distance / (_OUTLIER * _NOISE)) ** 2
        root = np.sqrt(each.weight / (doubt * _NOISE**2))
        weighted = each.slope * root[:, None]
        # By flat numbers, which takes a third of the time of rows and columns.
        entries[each.columns[:, None] * count + each.columns] += weighted.T @ weighted
        gradient[each.columns] += weighted.T @ (root * each.distance)
    return State(at + np.linalg.solve(precision, gradient), precision)


def _turn(placement: Placement) -> Doubles:
    """[2, 2] scale and rotation, for points as rows."""
    cos, sin = np.cos(placement.tilt), np.sin(placement.tilt)
    return placement.scale * np.array([[cos, sin], [-sin, cos]])
