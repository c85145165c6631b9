"""The rounds of the fit, from wide to narrow."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from worker.fit.belief import TOLERANCE, agreement, belief
from worker.fit.deformation import Deformation, Displacement
from worker.fit.field import Field
from worker.fit.lines import LineSamples
from worker.fit.matching import match, still_off
from worker.fit.similarity import Similarity
from worker.reading.ink_trace import Strokes

#: Pairs that a round needs to be more than chance.
_FEWEST = 4


@dataclass(frozen=True)
class _Round:
    """Search radius and reach of the field, in frame units; reach 0 moves all as one.

    ``across`` is how far parts follow each other: widely at first, so that a face keeps its
    features together, little at last, so that bangs can be drawn over an eye. ``off`` is how far
    (frame units) strokes still have to be from their lines for the round to look at them and
    their surroundings, and not at delicate shapes; 0 looks at all. ``tolerance`` is that of
    ``agreement``, but for delicate shapes, which ask for the usual one.
    """

    radius: float
    sigma: float
    across: float = 1.0
    off: float = 0.0
    tolerance: float = TOLERANCE

    @property
    def cap(self) -> float:
        """Half the reach: a field that moves further than that over its reach can fold."""
        return self.sigma / 2


_ROUNDS = (
    _Round(0.09, 0.0),
    _Round(0.08, 0.0),
    _Round(0.07, 0.10, 0.8),
    _Round(0.05, 0.05, 0.4),
    _Round(0.025, 0.018, 0.2),
)
#: For a portrait whose styles already follow the strokes: to the width of a pen line, and three
#: times more for strokes that are not, at first with what lies around them, so that no notch is
#: left beside a line that was pulled. Here hands tremble and draw twice: strokes need not agree
#: well, for what their lines move at most is little. Parts do not follow each other any more: what
#: is not drawn yet would stir at every stroke beside it.
_UNSTEADY = 0.5
_LAST_ROUNDS = (
    _Round(0.05, 0.05, 0.0, tolerance=_UNSTEADY),
    _Round(0.035, 0.016, 0.0, tolerance=_UNSTEADY),
    _Round(0.04, 0.018, 0.0, off=0.012, tolerance=_UNSTEADY),
    _Round(0.03, 0.012, 0.0, off=0.010, tolerance=_UNSTEADY),
    _Round(0.03, 0.018, 0.0, off=0.010, tolerance=_UNSTEADY),
)
#: For suggestions that are shown small beside the best one: half of the time.
_QUICK_ROUNDS = (_Round(0.035, 0.03, 0.3),)


def fit(
    lines: LineSamples,
    strokes: Strokes,
    groups: NDArray[np.int64] | None = None,
    *,
    quick: bool = False,
    followed: float | None = None,
    finer: Strokes | None = None,
) -> tuple[Deformation, LineSamples]:
    """The deformation that pulls a portrait's lines onto the strokes near them, and the lines
    after it. ``groups`` [parts] numbers parts alike that are drawn as one mass; ``quick`` takes
    fewer rounds. ``followed`` (0 to 1) is how far the sketch is believed, where that is known from
    before anything moved: lines that were pulled onto a scribble agree with it. ``finer`` are
    denser samples of the strokes, for the rounds that look at few of them."""
    moves: list[Displacement] = []
    bends: list[Displacement] = []
    now = lines if groups is None else replace(lines, part=groups[lines.part])
    unbent = now.points
    rounds = _ROUNDS if followed is None else _QUICK_ROUNDS if quick else _LAST_ROUNDS
    for round_ in rounds if lines.points.size else ():
        if round_.off and finer is not None:
            strokes = finer
        matches = match(strokes, now, round_.radius)
        if round_.off:
            off = still_off(strokes, matches, now, round_.off, around=round_.sigma)
            strokes, matches = strokes.chosen(off), matches.of(off)
        if len(matches) < _FEWEST:
            break
        delicate = now.delicate[matches.at]
        tolerance = np.where(delicate, TOLERANCE, np.float32(round_.tolerance))
        trust = agreement(matches, round_.radius, tolerance)
        if followed is None:
            followed = belief(strokes, matches, trust)
        if followed <= 0.02:
            break
        trust *= followed
        if round_.off:
            trust[delicate] = 0
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
        if not round_.sigma:
            unbent = now.points
    deformation = Deformation(tuple(moves), tuple(bends), followed or 0.0, groups=groups)
    return deformation, lines.moved(deformation.bounded(unbent, now.points))
