"""The student's answer, conditioned on the strokes."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from models.portrait.lines import visible_lines
from models.portrait.placement import Placement
from models.portrait.portrait import Portrait
from worker.conditioning.carried_lines import CarriedLines
from worker.conditioning.ensemble import Ensemble
from worker.conditioning.kalman import FRAME_SPREAD, State, observe, updated
from worker.conditioning.missing_shapes import Presences, missing_shapes
from worker.fit import LineSamples
from worker.fit.belief import agreement, belief
from worker.fit.matching import match
from worker.inference import Networks, Reading
from worker.ink_trace import Strokes
from worker.pack import Pack
from worker.sketched_curves import SketchedCurves

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]

#: Search radius of each step, in frame units; before which of them what hides what, and what is
#: missing, is looked at anew.
_RADII = (0.09, 0.06, 0.04, 0.03)
_LOOKED_AGAIN = 3
_FEWEST = 4


@dataclass(frozen=True, eq=False)
class Conditioned:
    """What the sketch says, and how sure it is.

    Attributes:
        styles: [Ks, D] most likely structure vectors.
        frame: most likely place of the portrait.
        presences: shapes that strokes asked for.
        state: distribution of the numbers in ``live`` [L] of the styles, and of the frame.
        belief: 0 to 1, how far the sketch was followed.
        lines: samples of the portrait's visible lines at the last step.
        stray: [L] how far draws go, of the deviation of each number.
    """

    styles: Floats
    frame: Placement
    presences: Presences
    state: State
    live: Integers
    belief: float
    lines: LineSamples
    stray: Floats

    def drawn(self, seed: int, count: int, openness: float = 1.0) -> tuple[Floats, list[Placement]]:
        """Structure vectors [count, Ks, D] and places of people who agree with the strokes where
        there are some; number i depends on ``seed`` and i alone. ``openness`` (0 to 1) shrinks how
        far they stray: who has drawn nearly all of a head wants this one."""
        shape = self.state.mean.shape
        noise = [
            np.random.default_rng([seed, i]).standard_normal(shape, np.float32)
            for i in range(1, count + 1)
        ]
        members = self.state.draw(openness * np.array(noise, np.float32).reshape(-1, *shape))
        split = len(self.live)
        most_likely = self.state.mean[:split]
        members[:, :split] = most_likely + self.stray * (members[:, :split] - most_likely)
        styles = np.repeat(self.styles[None], count, axis=0)
        styles.reshape(count, self.styles.size)[:, self.live] = members[:, :split]
        return styles, [Placement.read(m[split:].tolist()) for m in members]

    @property
    def spread(self) -> Floats:
        """[Ks, D] standard deviations of the styles."""
        deviation = np.zeros(self.styles.size, np.float32)
        variance = np.diag(np.linalg.inv(self.state.precision))
        deviation[self.live] = np.sqrt(variance[: len(self.live)])
        return deviation.reshape(self.styles.shape)


def condition(
    pack: Pack, networks: Networks, ensemble: Ensemble, curves: SketchedCurves,
    reading: Reading, strokes: Strokes, groups: Integers | None = None,
) -> Conditioned:  # fmt: skip
    """Correct a ``reading`` until the portrait's lines run where the strokes do."""
    table = pack.table
    live = ensemble.live
    mean = np.concatenate([reading.styles.ravel()[live], reading.frame.as_array()])
    spread = np.concatenate([reading.spread.ravel()[live], np.array(FRAME_SPREAD, np.float32)])
    prior = state = State.independent(mean, spread)
    none = np.zeros(len(table.slots), np.bool_)
    presences = Presences(none, none)
    followed = 1.0
    for step, radius in enumerate(_RADII):
        frame = Placement.read(state.mean[len(live) :].tolist())
        portrait = presences.of(frame.place(_synthesised(pack, networks, reading, live, state)))
        if step in (0, _LOOKED_AGAIN):
            carried = CarriedLines.of(table, visible_lines(table, portrait))
            if step and followed > 0.5:
                presences = missing_shapes(
                    table, ensemble, curves, portrait, carried.still, strokes
                )
                if presences.added.any():
                    portrait = presences.of(portrait)
                    carried = CarriedLines.of(table, visible_lines(table, portrait))
        now = carried.at(portrait.points)
        if not len(now.points):
            break
        grouped = now if groups is None else replace(now, part=groups[now.part])
        matches = match(strokes, grouped, radius)
        if len(matches) < _FEWEST:
            break
        trust = agreement(matches, radius)
        if step == 0:
            followed = belief(strokes, matches, trust)
        if followed <= 0.02:
            break
        seen = observe(ensemble, carried, now, matches, trust * followed, frame)
        state = updated(prior, state.mean, seen)
    frame = Placement.read(state.mean[len(live) :].tolist())
    styles = _styles(reading, live, state)
    return Conditioned(styles, frame, presences, state, live, followed, now, ensemble.stray)


def _styles(reading: Reading, live: Integers, state: State) -> Floats:
    styles = reading.styles.copy()
    styles.reshape(-1)[live] = state.mean[: len(live)]
    return styles


def _synthesised(
    pack: Pack, networks: Networks, reading: Reading, live: Integers, state: State
) -> Portrait:
    """The portrait of a state, in its own frame and the pack's average colours."""
    styles = pack.mean_styles.copy()
    styles[: pack.structure_count] = _styles(reading, live, state)
    return networks.synthesise(styles[None])[0]
