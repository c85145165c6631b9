"""What is read from a sketch."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from krita_anifaceplugin import protocol
from worker.answering import suggestions
from worker.answering.tools import Tools
from worker.conditioning import Conditioned, condition
from worker.conditioning.mouth_reading import MouthReader
from worker.fit.kernel import squared_distances
from worker.lines.coverage import Coverage
from worker.measuring.stopwatch import Stopwatch
from worker.packs.inference import Reading
from worker.reading.ink_trace import Strokes, ridges, spread_out
from worker.serving.sent_styles import from_text

Floats = NDArray[np.float32]

#: Greatest spread of a style number about that of a chosen suggestion.
_AROUND = 0.3


#: Most samples of strokes for what the fit looks at last; of a finished sketch the others are too
#: few to bring every line onto a rough hand's strokes.
_FINER = 1200
#: How far (frame units) samples of one line lie apart at most.
_BESIDE = 0.015


@dataclass(frozen=True, eq=False)
class Seen:
    """The strokes, where they lie, and what they say; ``ridge`` has a sample for every pixel."""

    coverage: Coverage
    says: Conditioned
    ridge: Strokes

    @property
    def strokes(self) -> Strokes:
        """Those of the sketch, with what was found out about them."""
        return self.says.strokes

    @property
    def finer(self) -> Strokes:
        """Denser samples, but of mouth and brows, whose lines are not moved by themselves."""
        dense, known = spread_out(self.ridge, most=_FINER), self.strokes
        apart = np.zeros(len(known), np.bool_)
        for own in (known.mouth, known.brows):
            if own is not None:
                apart |= own
        gaps = squared_distances(dense.points, known.points[apart])
        return dense.chosen(np.flatnonzero((gaps >= _BESIDE**2).all(axis=1)))


def look(tools: Tools, request: protocol.SuggestRequest, ink: Floats, watch: Stopwatch) -> Seen:
    """Read prepared ``ink`` [side, side], which is not empty."""
    with watch("trace"):
        ridge = ridges(ink)
        strokes = spread_out(ridge)
        coverage = Coverage(strokes)
    with watch("encode"):
        reading = _reading(tools, request, ink)
    with watch("condition"):
        groups = suggestions.groups(tools.pack.table.parts)
        reader = MouthReader(tools.mouths, ridge) if tools.mouths else None
        says = condition(
            tools.pack, tools.networks, tools.ensemble, tools.curves, reading, strokes, groups,
            reader,
        )  # fmt: skip
    if request.around:  # where it lies is the sketch's to say, what it is was chosen
        portrait = tools.networks.average_coloured(reading.styles)
        says = replace(says, styles=reading.styles, portrait=portrait)
    return Seen(coverage, says, ridge)


def _reading(tools: Tools, request: protocol.SuggestRequest, ink: Floats) -> Reading:
    """What the student reads; where a suggestion was chosen, that it is about this one."""
    reading = tools.networks.read(ink)
    if not request.around:
        return reading
    chosen = from_text(request.around, reading.styles.shape)
    return replace(reading, styles=chosen, spread=np.minimum(reading.spread, _AROUND))
