"""Sketches of held-out people, clean and rough, at any stage of their making."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from models.portrait.placement import Placement
from models.training.drawing_process.geometry import near_the_middle
from models.training.drawing_process.hand import Hand
from models.training.drawing_process.sketcher import Sketch, sketch
from worker.evaluation.held_out import Person
from worker.files.recording import Recording, Stroke

Floats = NDArray[np.float32]

COMPLETIONS = (0.1, 0.25, 0.5, 0.75, 1.0)
SIDE = 512
_PEN = 0.005

#: A steady hand with a fine pen: nothing but the lines.
CLEAN = Hand(
    wobble=0.0, shake=0.0, drift=0.0, overshoot=0.0, gap=0.0, broken=0.0, repeated=0.0,
    omitted=0.0, pen=_PEN, swell=0.0, taper=0.0, opacity=(1.0, 1.0), warp=0.0, same_pen=0.0,
    stretch=(0.0, 0.0), marks=False, helping=0.6,
    construction=False, symbols=0.0, outlined=False, fill=0.0, blots=0.0, smudge=0, grain=0.0,
)  # fmt: skip
#: Lines that stray by up to 2 % of the frame, strokes that are put down beside their place, in
#: pieces, and twice.
ROUGH = Hand(
    wobble=0.01, shake=0.0008, drift=0.006, overshoot=0.015, gap=0.06, broken=0.3, repeated=0.5,
    omitted=0.0, pen=0.006, swell=0.2, taper=0.1, opacity=(1.0, 1.0), warp=0.0, same_pen=0.0,
    stretch=(0.0, 0.0), marks=False, helping=0.6,
    construction=False, symbols=0.0, outlined=False, fill=0.0, blots=0.5, smudge=0, grain=0.0,
)  # fmt: skip
HANDS = {"clean": CLEAN, "rough": ROUGH}


@dataclass(frozen=True, eq=False)
class Case:
    """One person's sketch at one stage."""

    person: Person
    sketch: Sketch

    @property
    def ink(self) -> bytes:
        """SIDE * SIDE bytes, as a request carries them."""
        return self.sketch.ink.tobytes()

    @property
    def placement(self) -> Placement:
        return self.sketch.placement

    @cached_property
    def points(self) -> Floats:
        """[P, 2] the portrait's control points, where the sketch has them."""
        return self.placement.apply(self.sketch.warp(self.person.portrait.points))

    @cached_property
    def drawn_lines(self) -> frozenset[int]:
        """Numbers of the person's lines of which there is a stroke."""
        return frozenset(self.sketch.strokes.line[self.sketch.strokes.line >= 0].tolist())

    @cached_property
    def drawn_slots(self) -> frozenset[int]:
        """Shapes of which there is a stroke."""
        return frozenset(int(self.person.slots[line]) for line in self.drawn_lines)

    @cached_property
    def recorded(self) -> tuple[Stroke, ...]:
        """The strokes as a pen of one width would make them, in pixels of SIDE."""
        made = self.sketch.strokes
        pieces = np.split(made.points * SIDE, made.starts[1:-1])
        return tuple(
            Stroke(tuple((float(x), float(y), 1.0) for x, y in piece), _PEN * SIDE)
            for piece in pieces
        )

    def ink_in_order(self, rng: np.random.Generator | None = None) -> bytes:
        """The strokes as a canvas would hold them, put down one after the other as they were
        drawn, or in a random order."""
        count = len(self.recorded)
        order = range(count) if rng is None else rng.permutation(count)
        strokes = tuple(self.recorded[i] for i in order)
        return Recording(SIDE, SIDE, strokes).ink(len(strokes), SIDE)

    def stroke_samples(self) -> tuple[Floats, NDArray[np.int64], Floats]:
        """Middles [n, 2] of the strokes' pieces, the part [n] that each is of, and its length
        [n]."""
        strokes = self.sketch.strokes
        same = np.diff(strokes.owner) == 0
        a, b = strokes.points[:-1][same], strokes.points[1:][same]
        line = strokes.line[strokes.owner[:-1][same]]
        length = np.hypot(*(b - a).T)
        return (a + b) / 2, self.person.drawing.part[line], length


def draw(
    person: Person,
    parts: tuple[str, ...],
    hand: Hand,
    completion: float,
    *,
    steps_later: int = 0,
) -> Case:
    """The person's sketch when ``completion`` of its strokes are there; with ``steps_later``
    that many further lines. Everything random depends on the person's number alone."""
    seed = (0xE7A1, person.number)
    placement = near_the_middle(np.random.default_rng((0xE7A2, person.number)))
    share = completion + steps_later / max(len(person.drawing), 1)
    made = sketch(
        person.drawing,
        parts,
        seed,
        SIDE,
        completion=min(share, 1.0),
        hand=hand,
        placement=placement,
    )
    return Case(person, made)
