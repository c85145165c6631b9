"""How far strokes lie from a portrait's lines, and the portrait that comes of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from models.portrait.layer_table import LayerTable
from models.portrait.placement import Placement
from models.portrait.portrait import Portrait
from worker.conditioning.alternatives import Settled, kept_open, reopened
from worker.conditioning.company import in_company
from worker.conditioning.ensemble import Ensemble
from worker.conditioning.hair_held import HairAsRead
from worker.conditioning.kalman import State, observe, updated
from worker.conditioning.looks import Look
from worker.conditioning.presences import Presences
from worker.conditioning.state_portraits import StatePortraits
from worker.fit import LineSamples
from worker.fit.belief import agreement, belief
from worker.fit.matching import Matches, match
from worker.lines.sketched_curves import SketchedCurves
from worker.reading.ink_trace import Strokes

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]

#: Pairs of strokes and lines without which nothing is known.
_FEWEST = 4
#: Belief in a sketch from which it may ask for shapes.
_BELIEVED = 0.25


@dataclass(frozen=True, eq=False)
class Told:
    """What strokes say of ``lines``, whose parts are grouped: their pairs, and how far each [k] can
    be trusted."""

    lines: LineSamples
    matches: Matches
    trust: Floats


@dataclass(frozen=True, eq=False)
class Correction:
    """Corrects what was ``settled`` by the ``strokes``.

    Attributes:
        presences: what is decided of shapes before strokes ask for any.
        groups: [parts] numbers parts alike that are drawn as one mass; None if none are.
    """

    table: LayerTable
    ensemble: Ensemble
    curves: SketchedCurves
    portraits: StatePortraits
    settled: Settled
    presences: Presences
    strokes: Strokes
    groups: Integers | None

    @property
    def as_settled(self) -> Look:
        """A look at all that the student thinks likely."""
        prior, portrait = self.settled.prior, self.settled.portrait
        return self._look(self.frame(prior).place(portrait), portrait.presence)

    @property
    def as_decided(self) -> Look:
        """A look at what is decided, where nothing is corrected."""
        return replace(self.as_settled, shown=self._shown)

    def frame(self, state: State) -> Placement:
        """Where the portrait lies."""
        return Placement.read(state.mean[len(self.ensemble.live) :].tolist())

    def told(self, look: Look, radius: float) -> Told | None:
        """What strokes up to a ``radius`` (frame units) away say of the lines; None if nothing."""
        now = look.sampled.samples
        if not len(now.points):
            return None
        grouped = now if self.groups is None else replace(now, part=self.groups[now.part])
        matches = match(self.strokes, grouped, radius)
        if len(matches) < _FEWEST:
            return None
        return Told(grouped, matches, agreement(matches, radius))

    def belief(self, told: Told) -> float:
        """0 to 1: how far the sketch is to be followed."""
        return belief(self.strokes, told.matches, told.trust)

    def made(
        self, state: State, look: Look, told: Told, followed: float
    ) -> tuple[State, Portrait, Look]:
        """The state after strokes were ``followed`` (0 to 1), with its portrait in its own frame
        and a look at that. The ``look`` before, of which they were ``told``, was at ``state``."""
        settled, count = self.settled, len(self.ensemble.live)
        trust, frame = followed * told.trust, self.frame(state)
        seen = observe(look.sampled, told.lines.tangents, told.matches, trust, frame, count)
        state = updated(settled.prior, state.mean, seen)
        state = kept_open(self.table, self.ensemble, state, settled)
        frame, believed = self.frame(state), followed > _BELIEVED
        as_read = [self._hair.on(state)] if believed and self._hair.is_far(state) else []
        portrait, *read = self.portraits.of(state, *as_read)
        synthesised = self.portraits.at
        state, portrait = reopened(self.table, self.ensemble, state, settled, portrait, synthesised)
        if read:
            state, portrait = self._hair.held(state, portrait, read[0], self._shown, frame)
        placed = frame.place(portrait)
        if look.asked:
            return state, portrait, replace(look, placed=placed)
        look = replace(self._look(placed, self._shown), asked=True)
        if believed:
            look = look.with_missing(self.curves, settled.portrait.presence, settled.presences)
        return state, portrait, look

    @cached_property
    def _shown(self) -> Floats:
        """[S] of what is decided."""
        likely = self.settled.portrait.presence
        return in_company(self.table, self.ensemble, self.presences, likely)

    @cached_property
    def _hair(self) -> HairAsRead:
        prior = self.settled.prior
        return HairAsRead(self.table, self.ensemble, self.curves, prior, self.strokes)

    def _look(self, placed: Portrait, shown: Floats) -> Look:
        return Look(self.table, self.ensemble, placed, self.strokes, shown, self.presences)
