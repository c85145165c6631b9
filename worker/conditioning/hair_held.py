"""Hair that left the strokes goes back to where the student read it.

A step of the filter asks where lines should lie across themselves, not how far they reach, and
believes that points follow style numbers in straight lines. Hair is what this holds for least: to
bring the outline of long hair sideways onto a stroke, a step would as soon cut it at the shoulders
and curl it outwards, and then the strokes further down have no line that would hold it back. So
after a step that went far each part of the hair, as it now is, is compared with the student's
reading in the same head. What explains the strokes worse than that, within what the fit can still
bend, did not help, and is taken back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from models.portrait.layer_table import LayerTable
from models.portrait.placement import Placement
from models.portrait.portrait import Portrait
from worker.conditioning.ensemble import Ensemble
from worker.conditioning.kalman import State
from worker.fit.kernel import squared_distances
from worker.lines.sketched_curves import SketchedCurves
from worker.reading.ink_trace import Strokes

Floats = NDArray[np.float32]

_HAIR = ("bangs", "sides", "back", "tied")
_OTHERS = "others"
#: Distance from a line, in frame units, at which a stroke counts as explained by 0.6: about what
#: the fit bends.
_REACH = 0.04
#: How far hair's style numbers must have gone together, in deviations, for it to be looked at, as
#: in one answer of three. Of less nothing is to be seen, and looking takes a twentieth of its time.
_FAR = 1.5
#: Every second sample of the strokes is asked, which is plenty for something as long as hair.
_EACH = 2


@dataclass(frozen=True, eq=False)
class HairAsRead:
    """The hair of the state ``prior``, and the strokes by which it may come back."""

    table: LayerTable
    ensemble: Ensemble
    curves: SketchedCurves
    prior: State
    strokes: Strokes

    def is_far(self, state: State) -> bool:
        """Whether the hair of a ``state`` has gone so far that it may have left the strokes."""
        return float(np.linalg.norm(state.mean - self.on(state).mean)) >= _FAR

    def on(self, state: State, parts: Sequence[str] = _HAIR) -> State:
        """The ``state`` with the hair, or some ``parts`` of it, as it was read."""
        mean = state.mean.copy()
        for part in parts:
            if part in self.table.parts:
                own = self.ensemble.own[self.table.parts.index(part)]
                mean[own] = self.prior.mean[own]
        return State(mean, state.precision)

    def held(
        self, state: State, now: Portrait, read: Portrait, shown: Floats, frame: Placement
    ) -> tuple[State, Portrait]:
        """The ``state`` and its portrait ``now``, with those parts of the hair as in the portrait
        ``read`` (that of ``on(state)``) that explain the strokes better so. Of both the shapes
        ``shown`` [S] are there."""
        back = self._better(
            *(replace(frame.place(each), presence=shown) for each in (now, read)),
        )
        if not back:
            return state, now
        table = self.table
        numbers = [table.parts.index(part) for part in back]
        theirs = np.isin(table.part_of_point, numbers)
        points = np.where(theirs[:, None], read.points, now.points)
        return self.on(state, back), replace(now, points=points)

    def _better(self, now: Portrait, read: Portrait) -> list[str]:
        """Parts of the hair that are better as they were read: one after the other, the best
        first."""
        hair = [part for part in _HAIR if part in self.table.parts]
        gaps, then = self._gaps(now, hair), self._gaps(read, hair)
        found: list[str] = []
        reached = self._explained(gaps)
        while len(found) < len(hair):
            tries = {
                part: self._explained({**gaps, part: then[part]})
                for part in hair
                if part not in found
            }
            part = max(tries, key=tries.__getitem__)
            if tries[part] <= reached:
                break
            found.append(part)
            reached, gaps[part] = tries[part], then[part]
        return found

    def _gaps(self, portrait: Portrait, parts: Sequence[str]) -> dict[str, Floats]:
        """[m] squared distance of samples of strokes from the lines of each part, and from those
        of all others together (_OTHERS)."""
        strokes = self.strokes.points[::_EACH]
        points, slot = self.curves.sample_shapes(portrait)
        owner = self.table.part_of_slot[slot]
        numbers = {part: self.table.parts.index(part) for part in parts}
        of = {part: owner == number for part, number in numbers.items()}
        of[_OTHERS] = np.isin(owner, list(numbers.values()), invert=True)
        return {
            part: squared_distances(strokes, points[own]).min(axis=1, initial=np.inf)
            for part, own in of.items()
        }

    def _explained(self, gaps: Mapping[str, Floats]) -> float:
        """How much of the strokes lies near lines with such gaps."""
        least = np.min(list(gaps.values()), axis=0)
        return float((self.strokes.weight[::_EACH] * np.exp(least / (-2 * _REACH**2))).sum())
