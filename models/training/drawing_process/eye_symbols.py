"""Eyes as hands draw them without looking: the fewest lines that say open, or shut."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from models.training.drawing_process.simple_lines import Mark, arc, box, ring

Points = NDArray[np.float32]
Maker = Callable[[list[Mark]], list[Mark]]
#: An eye without a pupil and lower than this share of its width is shut, not hidden.
_SHUT = 0.5
_LASHES = 4


def eye_symbol(rng: np.random.Generator) -> Maker:
    """How one artist draws both eyes. An eye whose pupil shows stays open, one that is shut a
    stroke; one that hair or a heavy lid hides stays as it is."""
    kind = rng.random()
    open_ = (
        _ring_and_dot if kind < 0.22 else _rings if kind < 0.37 else _lid_and_iris
        if kind < 0.67 else _almond if kind < 0.93 else _black
    )(rng)  # fmt: skip
    shut = _shut(rng)

    def draw(marks: list[Mark]) -> list[Mark]:
        if any(mark.blot for mark in marks):
            return open_(marks)
        half = box(marks)[1]
        return shut(marks) if half[1] < _SHUT * half[0] else marks

    return draw


def stroke(marks: list[Mark], bulge: float = 1.0) -> Mark:
    """The longest line alone, as an arc through three of its points, bent ``bulge`` times as
    far."""
    points = max(marks, key=lambda mark: mark.length).points
    left, right = points[points[:, 0].argmin()], points[points[:, 0].argmax()]
    chord = (left + right) / 2
    between = points[np.abs(points[:, 0] - chord[0]).argmin()]
    return arc(left, chord + bulge * (between - chord), right)


def _ring_and_dot(rng: np.random.Generator) -> Maker:
    round_, size = rng.random() < 0.5, rng.uniform(0.15, 0.5)

    def draw(marks: list[Mark]) -> list[Mark]:
        middle, half = box(marks)
        outer = np.full(2, half.mean()) if round_ else half * (0.95, 0.9)
        dot = ring(middle, np.full(2, half.min() * size))
        return [ring(middle, outer), Mark(dot.points, blot=True)]

    return draw


def _rings(rng: np.random.Generator) -> Maker:
    """The eye's outline, the iris in it, and no more, or a dot."""
    width, dotted, rim = rng.uniform(0.3, 0.55), rng.random() < 0.4, rng.uniform(0.85, 1.0)

    def draw(marks: list[Mark]) -> list[Mark]:
        middle, half = box(marks)
        iris = np.array([half[0] * width, half[1] * rng.uniform(0.6, 0.95)])
        made = [ring(middle, half * rim), ring(_gaze(marks), iris)]
        return [*made, _dot(marks, iris)] if dotted else made

    return draw


def _lid_and_iris(rng: np.random.Generator) -> Maker:
    """The upper lid as one stroke, the iris hanging from it, whole or without its upper end; with
    a pupil or without, with a lower lid or without."""
    dotted, lower, opened = rng.random() < 0.4, rng.random() < 0.4, rng.uniform(0, 1.6)
    width = rng.uniform(0.28, 0.5)
    cut = opened if rng.random() < 0.6 else 0.0

    def draw(marks: list[Mark]) -> list[Mark]:
        middle, half = box(marks)
        lid = stroke([mark for mark in marks if not mark.blot])
        if lid.points[:, 1].mean() > middle[1]:
            lid = arc(middle - half * (1, 0.2), middle - half * (0, 1), middle + half * (1, -0.2))
        high, low = float(lid.points[:, 1].min()), float(middle[1] + half[1])
        iris = np.array([half[0] * width, max((low - high) * 0.45, 0.5 * half[0] * width)])
        centre = np.array([_gaze(marks)[0], high + (1.0 + 0.3 * cut) * iris[1]])
        whole = ring(centre, iris, turn=-np.pi / 2 + cut / 2).points
        made = [lid, Mark(whole[: max(8, round(len(whole) * (1 - cut / (2 * np.pi))))])]
        if dotted:
            made.append(_dot(marks, iris))
        if lower:
            left, right = middle + half * (-0.5, 0.85), middle + half * (0.6, 0.8)
            made.append(arc(left, middle + half * (0, 1), right, 6))
        return made

    return draw


def _almond(rng: np.random.Generator) -> Maker:
    """Both lids from corner to corner, narrower than the eye is, and an iris between them: an eye
    that is narrow and yet open."""
    flat, slant, arch = rng.uniform(0.45, 1.0), rng.uniform(-0.12, 0.2), rng.uniform(0.45, 1.0)
    width, dotted, ring_ = rng.uniform(0.2, 0.4), rng.random() < 0.5, rng.random() < 0.8
    corner, tall = rng.random() < 0.6, rng.uniform(0.75, 1.15)

    def draw(marks: list[Mark]) -> list[Mark]:
        middle, half = box(marks)
        half = half * (1, flat)
        gaze = _gaze(marks)
        outwards = -1.0 if gaze[0] > middle[0] else 1.0
        inner = middle + half * (-outwards, 0.2 + slant)
        outer = middle + half * (outwards, 0.2 - slant)
        made = [arc(inner, middle - half * (0, 1), outer)]
        if corner:
            made.append(arc(inner, middle + half * (0, arch), outer))
        else:
            made.append(arc((inner * 3 + outer) / 4, middle + half * (0, arch), outer, 6))
        high = min(half[1] * tall, 1.6 * half[0] * width)
        iris = np.array([min(half[0] * width, 1.2 * high), high])
        at = np.array([gaze[0], middle[1] + half[1] * (arch - 1) / 2])
        if ring_:
            made.append(ring(at, iris * 0.9))
        if dotted or not ring_:
            made.append(Mark(ring(at, iris * (0.4 if ring_ else 0.75)).points, blot=True))
        return made

    return draw


def _black(rng: np.random.Generator) -> Maker:
    """One black oval."""
    width = rng.uniform(0.25, 0.6)

    def draw(marks: list[Mark]) -> list[Mark]:
        middle, half = box(marks)
        return [Mark(ring(middle, half * (width, 0.9)).points, blot=True)]

    return draw


def _shut(rng: np.random.Generator) -> Maker:
    """An arc, bent more than a drawn lid is, and some lashes on its outer side."""
    bulge = rng.uniform(0.8, 2.6)
    lashes = int(rng.integers(2, _LASHES + 1)) if rng.random() < 0.5 else 0
    length, first = rng.uniform(0.1, 0.3), rng.uniform(0.0, 0.6)

    def draw(marks: list[Mark]) -> list[Mark]:
        lid = stroke(marks, bulge)
        points = lid.points
        width = float(np.ptp(points[:, 0]))
        hangs = points[len(points) // 2, 1] >= (points[0, 1] + points[-1, 1]) / 2
        # The outer end is the one further from the middle of the page's face: unknown here, so
        # lashes lean away from the middle of the lid, on both of its halves.
        made = [lid]
        for share in np.linspace(first, 1, lashes):
            at = points[round(share * (len(points) - 1))]
            lean = np.array([share - 0.5, 0.8 if hangs else -0.8]) * length * width
            made.append(Mark(np.stack([at, at + lean / 2, at + lean]).astype(np.float32)))
        return made

    return draw


def _gaze(marks: list[Mark]) -> Points:
    """Where the pupil is."""
    return box([mark for mark in marks if mark.blot])[0]


def _dot(marks: list[Mark], iris: Points) -> Mark:
    return Mark(ring(_gaze(marks), np.full(2, 0.35 * iris.min())).points, blot=True)
