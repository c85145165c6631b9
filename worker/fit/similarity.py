"""Shift, scale and turn of the whole portrait: the first, coarsest step of the fit."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from worker.fit.lines import LineSamples
from worker.fit.matching import Matches

Floats = NDArray[np.float32]

#: How strongly each line sample wants to stay, against one fully trusted pair that wants it to
#: move.
_ANCHOR = 0.1
#: Pairs further than this from what most ask for (frame units) count less and less.
_OUTLIER = 0.015
_ITERATIONS = 3
#: Spread of the pairs, against that of the portrait's lines, from which strokes can tell where
#: the portrait lies, and from which they can tell it fully: one eye cannot, a face can.
_NARROW, _BROAD = 0.35, 0.7
#: Greatest change of scale and greatest turn (radians); greatest shift in frame units.
_MOST_TURN, _MOST_SHIFT = 0.12, 0.08


@dataclass(frozen=True, eq=False)
class Similarity:
    """Displacement u(p) = [[grow, -turn], [turn, grow]] (p - centre) + shift."""

    centre: Floats
    grow: float
    turn: float
    shift: Floats

    @classmethod
    def through(cls, matches: Matches, trust: Floats, lines: LineSamples) -> Similarity:
        """The one that most pairs ask for, as far as their ``trust`` [k] goes."""
        points = np.concatenate([matches.points, lines.points])
        wanted = np.concatenate([matches.shift, np.zeros_like(lines.points)])
        pairs = matches.weight * trust
        anchors = np.full(len(lines.points), _ANCHOR, np.float32)
        found = cls._least_squares(points, wanted, np.concatenate([pairs, anchors]))
        for _ in range(_ITERATIONS - 1):
            astray = matches.shift - found.at(matches.points, matches.part)
            doubt = 1 + (astray**2).sum(axis=1) / _OUTLIER**2
            found = cls._least_squares(points, wanted, np.concatenate([pairs / doubt, anchors]))
        return found._scaled(_breadth(matches.points, pairs, lines.points))

    @classmethod
    def _least_squares(cls, points: Floats, wanted: Floats, weight: Floats) -> Similarity:
        total = float(weight.sum())
        centre = weight @ points / total
        x, y = (points - centre).T
        u, v = wanted.T
        spread = max(float(weight @ (x * x + y * y)), 1e-9)
        return cls(
            centre.astype(np.float32),
            float(weight @ (x * u + y * v)) / spread,
            float(weight @ (x * v - y * u)) / spread,
            (weight @ wanted / total).astype(np.float32),
        )

    def _scaled(self, share: float) -> Similarity:
        """A ``share`` of this displacement, within the limits."""

        def limited(value: float) -> float:
            return min(max(share * value, -_MOST_TURN), _MOST_TURN)

        shift = np.clip(share * self.shift, -_MOST_SHIFT, _MOST_SHIFT)
        return Similarity(self.centre, limited(self.grow), limited(self.turn), shift)

    def at(self, points: Floats, part: NDArray[np.int64]) -> Floats:
        """[n, 2] displacement at points [n, 2]; the same for all parts."""
        turn = np.array([[self.grow, self.turn], [-self.turn, self.grow]], np.float32)
        return ((points - self.centre) @ turn + self.shift).astype(np.float32)


def _breadth(pairs: Floats, weight: Floats, lines: Floats) -> float:
    """0 to 1: whether the pairs reach over enough of the portrait."""
    total = max(float(weight.sum()), 1e-9)
    spread = float(weight @ ((pairs - weight @ pairs / total) ** 2).sum(axis=1)) / total
    whole = float(lines.var(axis=0).sum())
    ratio = (spread / max(whole, 1e-9)) ** 0.5
    return min(max((ratio - _NARROW) / (_BROAD - _NARROW), 0.0), 1.0)
