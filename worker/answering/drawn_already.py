"""What is drawn already: of that, drafts have what the best guess has.

Whoever has drawn a collar and a bow is offered other hair, not another collar.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from models.portrait.layer_table import LayerTable
from models.portrait.portrait import PRESENT
from worker.answering.seen import Seen
from worker.conditioning.presences import Presences
from worker.fit.kernel import squared_distances
from worker.lines.sketched_curves import SketchedCurves

Booleans = NDArray[np.bool_]

#: Share of the visible lines of a part, or of a shape, that have ink, and how many samples of them,
#: from which on it is drawn.
_DRAWN, _FEWEST = 0.5, 4
#: Distance from a stroke within which a line has ink, in frame units: what the fit, which comes
#: later, pulls together.
_NEAR = 0.025


def decided(table: LayerTable, curves: SketchedCurves, seen: Seen) -> Presences:
    """What strokes asked for, the shapes that are drawn with their company, and of the parts that
    are drawn no others that have lines."""
    says, ensemble, count = seen.says, seen.says.ensemble, len(table.slots)
    there = says.shown >= PRESENT
    gaps = squared_distances(says.strokes.points, says.lines.points).min(axis=0, initial=np.inf)
    inked = gaps < _NEAR**2
    slot = np.array([line.slot for line in says.looked_at], np.int64)[says.lines.line]
    shapes = _drawn(slot, count, inked)
    parts = _drawn(says.lines.part, len(table.parts), inked)
    whole = parts[table.part_of_slot] & curves.has_lines
    ours = (shapes | whole | ensemble.always[shapes].any(axis=0)) & there
    others = (whole | ensemble.never[ours].any(axis=0)) & ~there
    return Presences(ours, others).and_then(says.presences)


def _drawn(owner: NDArray[np.int64], count: int, inked: Booleans) -> Booleans:
    """[count] which owners of line samples [N], some of them ``inked`` [N], are drawn."""
    visible = np.bincount(owner, minlength=count)
    return np.asarray(
        (visible >= _FEWEST) & (np.bincount(owner[inked], minlength=count) > _DRAWN * visible)
    )
