"""What is measured of one answer. Lengths are in frame units, shares from 0 to 1."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from models.portrait.layer_table import LayerTable
from models.portrait.mouth_lines import JAW, LIPS
from models.portrait.portrait import PRESENT, Portrait
from worker.evaluation.answers import LineField
from worker.evaluation.sketching import Case
from worker.packs.inference import Reading

Floats = NDArray[np.float32]

#: How near a guidance line has to be for a stroke to lie on it.
NEAR = 0.015
#: Parts that an artist draws as one: whose the crown's outline is, nobody can say.
_HAIR = ("bangs", "sides", "back", "tied")
#: A normal variable lies within this many deviations 80 % of the time.
_BAND_80 = 1.2816
#: The student answers this spread where a style's number means nothing.
_MEANS_NOTHING = 2e-4


def adherence(case: Case, guidance: LineField, parts: Sequence[str]) -> float:
    """Share of the strokes' length that lies on a guidance line of its own part. What the hand
    drew past the frame's edge left no ink there, and does not count."""
    groups = np.array([min(parts.index(h) for h in _HAIR if h in parts) if p in _HAIR else i
                       for i, p in enumerate(parts)])  # fmt: skip
    points, part, length = case.stroke_samples()
    inked = ((points >= 0) & (points <= 1)).all(axis=1)
    points, part, length = points[inked], part[inked], length[inked]
    near = np.zeros(len(points), bool)
    for group in np.unique(groups[part]):
        own, lines = groups[part] == group, guidance.points[groups[guidance.part] == group]
        if len(lines):
            near[own] = cKDTree(lines).query(points[own])[0] <= NEAR
    return float((length * near).sum() / max(float(length.sum()), 1e-9))


def contour_error(
    found: Floats, case: Case, slots: Collection[int], table: LayerTable
) -> float | None:
    """Mean distance of the control points of some shapes from where the sketched portrait has
    them; None of no shapes."""
    wanted = np.isin(table.slot_of_point, list(slots))
    if not wanted.any():
        return None
    return float(np.hypot(*(found[wanted] - case.points[wanted]).T).mean())


def open_slots(case: Case, table: LayerTable) -> frozenset[int]:
    """Shapes with a line that shows, of which there is no stroke yet."""
    return frozenset(case.person.slots.tolist()) - case.drawn_slots


def pairwise_distance(portraits: Sequence[Portrait], table: LayerTable) -> float:
    """Mean distance of the control points of two suggestions, over shapes that both have."""
    found = []
    for a, b in combinations(portraits, 2):
        both = (a.presence >= PRESENT) & (b.presence >= PRESENT)
        shared = both[table.slot_of_point]
        if shared.any():
            found.append(float(np.hypot(*(a.points[shared] - b.points[shared]).T).mean()))
    return float(np.mean(found)) if found else 0.0


def movements(
    before: Portrait, after: Portrait, touched: Collection[int], table: LayerTable
) -> list[float]:
    """Mean movement of each part, without those ``touched``, from one answer to the next."""
    both = ((before.presence >= PRESENT) & (after.presence >= PRESENT))[table.slot_of_point]
    part = table.part_of_point
    moved = np.hypot(*(after.points - before.points).T)
    return [
        float(moved[both & (part == number)].mean())
        for number in range(len(table.parts))
        if number not in touched and (both & (part == number)).any()
    ]


def mouth_kept(case: Case, portrait: Portrait, table: LayerTable) -> tuple[bool, bool] | None:
    """Whether the mouth that was drawn is open, and whether the answer's is too; None while lines
    of it are still to come."""
    jaw = set(table.slots_in([JAW]))
    lines = jaw.union(table.slots_in(LIPS))
    its_own = {slot for slot in lines if case.person.portrait.presence[slot] >= PRESENT}
    if not its_own or not its_own <= case.drawn_slots:
        return None
    return bool(its_own & jaw), any(portrait.presence[slot] >= PRESENT for slot in jaw)


def within_band(case: Case, reading: Reading) -> tuple[int, int]:
    """How many of the true styles' numbers lie within the student's 80 % band, of how many."""
    live = reading.spread > _MEANS_NOTHING
    inside = np.abs(case.person.styles - reading.styles) < _BAND_80 * reading.spread
    return int((inside & live).sum()), int(live.sum())
