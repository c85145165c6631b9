"""The rounds of the fit, from wide to narrow."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from worker.fit.belief import agreement, belief
from worker.fit.deformation import Deformation, Displacement
from worker.fit.field import Field
from worker.fit.lines import LineSamples
from worker.fit.matching import match
from worker.fit.similarity import Similarity
from worker.ink_trace import Strokes

#: Pairs that a round needs to be more than chance.
_FEWEST = 4


@dataclass(frozen=True)
class _Round:
    """Search radius and reach of the field, in frame units; reach 0 moves all as one.

    ``across`` is how far parts follow each other: widely at first, so that a face keeps its
    features together, little at last, so that bangs can be drawn over an eye.
    """

    radius: float
    sigma: float
    across: float = 1.0

    @property
    def cap(self) -> float:
        """Half the reach: a field that moves further than that over its reach can fold."""
        return self.sigma / 2


_ROUNDS = (
    _Round(0.09, 0.0),
    _Round(0.08, 0.0),
    _Round(0.07, 0.10, 0.8),
    _Round(0.05, 0.06, 0.5),
    _Round(0.035, 0.04, 0.3),
    _Round(0.025, 0.028, 0.25),
)
#: For suggestions that are shown small beside the best one: half of the time.
_QUICK_ROUNDS = (_ROUNDS[0], _ROUNDS[2], _ROUNDS[4])


def fit(
    lines: LineSamples,
    strokes: Strokes,
    groups: NDArray[np.int64] | None = None,
    *,
    quick: bool = False,
) -> tuple[Deformation, LineSamples]:
    """The deformation that pulls a portrait's lines onto the strokes near them, and the lines
    after it. ``groups`` [parts] numbers parts alike that are drawn as one mass; ``quick`` takes
    fewer rounds."""
    moves: list[Displacement] = []
    bends: list[Displacement] = []
    followed = 0.0
    now = lines if groups is None else replace(lines, part=groups[lines.part])
    rounds = _QUICK_ROUNDS if quick else _ROUNDS
    for round_ in rounds if lines.points.size else ():
        matches = match(strokes, now, round_.radius)
        if len(matches) < _FEWEST:
            break
        trust = agreement(matches, round_.radius)
        if round_ is _ROUNDS[0]:
            # Asked once, before anything moved: lines that were pulled onto a scribble agree
            # with it.
            followed = belief(strokes, matches, trust)
        if followed <= 0.02:
            break
        trust *= followed
        step: Displacement
        if round_.sigma:
            step = Field.through(
                matches, trust, sigma=round_.sigma, cap=round_.cap, across=round_.across
            )
            bends.append(step)
        else:
            step = Similarity.through(matches, trust, now)
            moves.append(step)
        now = now.moved(now.points + step.at(now.points, now.part))
    deformation = Deformation(tuple(moves), tuple(bends), followed, groups=groups)
    return deformation, lines.moved(deformation.apply(lines.points, lines.part))
