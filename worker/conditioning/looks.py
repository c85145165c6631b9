"""What of a portrait can be seen, and the lines that are carried on from there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from models.portrait.layer_table import LayerTable
from models.portrait.lines import Line, visible_lines
from models.portrait.portrait import Portrait
from worker.conditioning.carried_lines import CarriedLines
from worker.conditioning.ensemble import Ensemble
from worker.conditioning.missing_shapes import missing_shapes
from worker.conditioning.presences import Presences
from worker.lines.sketched_curves import SketchedCurves
from worker.reading.ink_trace import Strokes

Floats = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Look:
    """A look at a portrait in the sketch's frame: its visible ``lines``, the same to be ``carried``
    on, the presences [S] of what is ``shown``, and those that are decided."""

    lines: Sequence[Line]
    carried: CarriedLines
    shown: Floats
    presences: Presences

    @classmethod
    def at(
        cls, table: LayerTable, ensemble: Ensemble, placed: Portrait, shown: Floats,
        presences: Presences,
    ) -> Look:  # fmt: skip
        """Look at a ``placed`` portrait of which is ``shown`` [S] what has 0.5 or more."""
        lines = visible_lines(table, replace(placed, presence=shown))
        return cls(lines, CarriedLines.of(table, ensemble, lines), shown, presences)

    def with_missing(
        self, table: LayerTable, ensemble: Ensemble, curves: SketchedCurves, placed: Portrait,
        strokes: Strokes, likely: Floats, settled: Presences,
    ) -> Look:  # fmt: skip
        """This look, or another with the shapes that strokes ask for and nobody predicted.
        ``likely`` [S] are the student's presences, ``settled`` what is not asked for anew."""
        seen = replace(placed, presence=self.shown)
        more = missing_shapes(table, ensemble, curves, seen, self.carried.still, strokes, likely)
        if not more.added.any():
            return self
        presences = self.presences.and_then(more).and_then(settled)
        return Look.at(table, ensemble, placed, presences.among(likely), presences)
