"""In which order the lines are drawn: mostly as artists go about it, sometimes not."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from models.training.drawing_process.drawing import LineDrawing

_FACE_FIRST = (
    "face", "eyes", "nose", "mouth", "brows", "ears", "bangs", "sides", "back", "tied",
    "body", "clothes", "extras",
)  # fmt: skip
_HAIR_FIRST = (
    "bangs", "sides", "back", "tied", "face", "ears", "eyes", "brows", "nose", "mouth",
    "extras", "body", "clothes",
)  # fmt: skip
_EYES_FIRST = (
    "eyes", "brows", "nose", "mouth", "face", "bangs", "ears", "sides", "back", "tied",
    "body", "clothes", "extras",
)  # fmt: skip

#: Glasses, hats and bows come last in a lesson, but many artists build the head around them.
_ANY_TIME, _EARLY = ("extras",), 0.5
_PAIRED = ("eyes", "brows", "ears")
#: Share of hands that finish one eye before they begin the other.
_ONE_BY_ONE = 0.7


def drawing_order(
    drawing: LineDrawing, parts: Sequence[str], rng: np.random.Generator
) -> NDArray[np.int64]:
    """[L] line numbers, first drawn first."""
    kind = rng.random()
    if kind < 0.15:
        return rng.permutation(len(drawing))
    if kind < 0.3:
        return _outwards(drawing, rng)
    plan = _FACE_FIRST if kind < 0.6 else _HAIR_FIRST if kind < 0.85 else _EYES_FIRST
    # Habits differ: parts swap places now and then, and some artists go back and forth.
    rank = _ranks(parts, plan)
    rank += rng.normal(0, rng.choice([0.3, 1.5, 4.0]), len(parts))
    if rng.random() < _EARLY:
        rank[[part in _ANY_TIME for part in parts]] = rng.uniform(0, len(plan))
    keys = rank[drawing.part] + rng.random(len(drawing)) * rng.choice([0.3, 1.5])
    if rng.random() < _ONE_BY_ONE:
        keys += _second(drawing, parts, bool(rng.random() < 0.5))
    return np.argsort(keys, kind="stable")


def orderly(drawing: LineDrawing, parts: Sequence[str]) -> NDArray[np.int64]:
    """[L] line numbers as in a drawing lesson: face first, part by part, and of what there are two
    (eyes, ears, brows) one after the other."""
    rank = _ranks(parts, _FACE_FIRST)[drawing.part] + 0.5 * _second(drawing, parts, True)
    return np.argsort(rank, kind="stable")


def _second(drawing: LineDrawing, parts: Sequence[str], right: bool) -> NDArray[np.bool_]:
    """[L] lines of what there are two of, on the ``right`` of the page's face, or on the left."""
    middles = drawing.points[(drawing.starts[:-1] + drawing.starts[1:]) // 2, 0]
    face = drawing.of_parts(parts, ("face", "eyes"))
    centre = middles[face].mean() if face.any() else 0.5
    paired = drawing.of_parts(parts, _PAIRED)
    found: NDArray[np.bool_] = paired & ((middles > centre) == right)
    return found


def _ranks(parts: Sequence[str], plan: Sequence[str]) -> NDArray[np.float64]:
    """[P] place of each part in a plan; parts it does not name come last."""
    return np.array([plan.index(part) if part in plan else len(plan) for part in parts], float)


def _outwards(drawing: LineDrawing, rng: np.random.Generator) -> NDArray[np.int64]:
    """Starting from one spot and working away from it."""
    middles = drawing.points[(drawing.starts[:-1] + drawing.starts[1:]) // 2]
    spot = middles[rng.integers(len(middles))]
    return np.argsort(np.hypot(*(middles - spot).T), kind="stable")
