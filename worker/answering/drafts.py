"""The portraits that a sketch could become: the best guess, and drafts of what is open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from krita_anifaceplugin import protocol
from models.portrait import curves
from models.portrait.blots import blots
from models.portrait.lines import STEPS, Line
from models.portrait.placement import Placement
from models.portrait.portrait import Portrait
from worker.answering import suggestions, variations
from worker.answering.drawn_already import decided
from worker.answering.seen import Seen
from worker.answering.tools import Tools
from worker.conditioning.company import in_company
from worker.conditioning.presences import Presences
from worker.lines.drawn_nonetheless import drawn_nonetheless

Floats = NDArray[np.float32]

#: How far drafts stray at first, of what the student leaves open, and how fast (an exponent) they
#: come together as more of a head is drawn.
_SPREAD, _NARROWING = 1.15, 1.5


class Drafts:
    """The best guess, and ``count`` drafts beside it; each is made when it is asked for, and once.
    None has ornaments that no stroke asked for, nor colours yet (``palettes``).

    Attributes:
        best: the best guess, in the sketch's frame.
        best_lines: its lines.
        count: of the drafts.
    """

    def __init__(
        self, tools: Tools, request: protocol.SuggestRequest, seen: Seen, count: int
    ) -> None:
        self._tools = tools
        self._request = request
        self._seen = seen
        self.count = count
        self._made: list[Portrait] = []
        self._lines: dict[int, list[Line]] = {}
        says, table = seen.says, tools.pack.table
        self.best = replace(says.frame.place(says.portrait), presence=says.shown)
        if request.around:
            self.best_lines = suggestions.sketched_lines(table, self.best)
        else:
            shapes = curves.flatten(table, self.best.points, STEPS)
            open_ = says.strokes.chosen(says.open)
            hidden = drawn_nonetheless(table, self.best, shapes, says.lines, open_)
            self.best_lines = [*says.looked_at, *blots(table, self.best), *hidden]

    def make(self, count: int) -> list[Portrait]:
        """The first drafts, ``count`` of them if there are so many."""
        made, wanted = len(self._made), min(count, self.count)
        if wanted > made:
            styles, frames = self._draws
            self._made += self._dressed(self._placed(styles[made:wanted], frames[made:wanted]))
        return self._made[:wanted]

    def styles(self, i: int) -> Floats:
        """[Ks, D] structure vectors of draft ``i``."""
        drawn: Floats = self._draws[0][i]
        return drawn

    def lines(self, i: int) -> list[Line]:
        """The lines of draft ``i``."""
        if i not in self._lines:
            portrait = self.make(i + 1)[i]
            self._lines[i] = suggestions.sketched_lines(self._tools.pack.table, portrait)
        return self._lines[i]

    @cached_property
    def _draws(self) -> tuple[Floats, list[Placement]]:
        """[count, Ks, D] draws of what the sketch leaves open, with their places, or variations
        of the chosen suggestion."""
        says, pack, seed = self._seen.says, self._tools.pack, self._request.seed
        if self._request.around:
            roles = pack.styles[: pack.structure_count]
            somebody = self._tools.ensemble.somebody
            styles = variations.draws(says.styles, says.spread, roles, somebody, seed, self.count)
            return styles, [says.frame] * self.count
        finished = self._seen.coverage.finished(says.lines)
        return says.drawn(seed, self.count, _SPREAD * (1 - finished) ** _NARROWING)

    def _placed(self, structure: Floats, frames: Sequence[Placement]) -> list[Portrait]:
        """Portraits of structure vectors [N, Ks, D] in the pack's average colours, placed."""
        drawn = self._tools.networks.average_coloured_together(structure)
        return [frame.place(portrait) for frame, portrait in zip(frames, drawn, strict=True)]

    def _dressed(self, portraits: Sequence[Portrait]) -> list[Portrait]:
        """The same with the shapes that strokes asked for."""
        table, ensemble = self._tools.pack.table, self._tools.ensemble
        return [
            replace(p, presence=in_company(table, ensemble, self._decided, p.presence))
            for p in portraits
        ]

    @cached_property
    def _decided(self) -> Presences:
        return decided(self._tools.pack.table, self._tools.curves, self._seen)
