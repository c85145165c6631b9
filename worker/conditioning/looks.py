"""What of a portrait can be seen, and samples of its lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from models.portrait.layer_table import LayerTable
from models.portrait.lines import Line, visible_lines
from models.portrait.portrait import Portrait
from worker.conditioning.company import in_company
from worker.conditioning.ensemble import Ensemble
from worker.conditioning.missing_shapes import missing_shapes
from worker.conditioning.ornaments import ornaments
from worker.conditioning.presences import Presences
from worker.conditioning.sampled_lines import SampledLines
from worker.lines.alongside import unexplained
from worker.lines.sketched_curves import SketchedCurves
from worker.reading.ink_trace import Strokes

Floats = NDArray[np.float32]
Booleans = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Look:
    """A look at a portrait ``placed`` in the sketch's frame, among its ``strokes``: of it is
    ``shown`` [S] what has 0.5 or more; ``presences`` are those that are decided, ``asked`` tells
    whether strokes have been asked already for what is missing."""

    table: LayerTable
    ensemble: Ensemble
    placed: Portrait
    strokes: Strokes
    shown: Floats
    presences: Presences
    asked: bool = False

    @cached_property
    def seen(self) -> Portrait:
        """The portrait with what is shown of it."""
        return replace(self.placed, presence=self.shown)

    @cached_property
    def lines(self) -> Sequence[Line]:
        """Its visible lines."""
        return visible_lines(self.table, self.seen)

    @cached_property
    def sampled(self) -> SampledLines:
        """Samples of them."""
        return SampledLines.of(self.table, self.ensemble, self.lines)

    @cached_property
    def open(self) -> Booleans:
        """[M] which of the strokes' samples none of the lines explains."""
        return unexplained(self.strokes, self.sampled.samples)

    @property
    def adorned(self) -> bool:
        """Whether strokes asked for an ornament, of which a part alone may lie near them yet."""
        return bool((self.presences.added & ornaments(self.table)).any())

    def with_missing(self, curves: SketchedCurves, likely: Floats, settled: Presences) -> Look:
        """This look, or another with the shapes that strokes ask for and nobody predicted.
        ``likely`` [S] are the student's presences, ``settled`` what is not asked for anew."""
        more = missing_shapes(
            self.table, self.ensemble, curves, self.seen, self.strokes, self.open, likely
        )
        if not more.added.any():
            return self
        presences = self.presences.and_then(more).and_then(settled)
        return replace(
            self,
            shown=in_company(self.table, self.ensemble, presences, likely),
            presences=presences,
        )
