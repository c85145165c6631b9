"""The student's answer, conditioned on the strokes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from models.portrait.layer_table import LayerTable
from models.portrait.lines import Line
from models.portrait.placement import Placement
from models.portrait.portrait import Portrait
from worker.conditioning.alternatives import (
    Settled,
    Synthesise,
    settle,
    stays_open,
)
from worker.conditioning.brow_strokes import brow_strokes
from worker.conditioning.correction import Correction
from worker.conditioning.ensemble import Ensemble
from worker.conditioning.eye_signs import eye_signs
from worker.conditioning.kalman import FRAME_SPREAD, State
from worker.conditioning.mouth_reading import MouthReader, ReadMouth
from worker.conditioning.ornaments import rare_ornaments
from worker.conditioning.presences import Presences
from worker.conditioning.state_portraits import StatePortraits
from worker.conditioning.told_apart import told_apart
from worker.fit import LineSamples
from worker.lines.sketched_curves import SketchedCurves
from worker.packs.inference import Networks, Reading
from worker.packs.pack import Pack
from worker.reading.ink_trace import Strokes

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]
Booleans = NDArray[np.bool_]

#: Search radius of the first correction, in frame units, and of a second one: while less than
#: _LITTLE samples of strokes are drawn, with which it takes little time, and where an ornament has
#: just been asked for, whose ends may lie far from their strokes. Of 48 people's finished sketches,
#: clean and rough, 97.1 and 93.5 % of the strokes are met so, 96.8 and 93.1 without a second one;
#: 95.7 for 92.3 at a tenth of a rough one.
_RADIUS, _CLOSER, _ADORNED = 0.09, 0.05, 0.07
_LITTLE = 300
#: The style vector of how a head turns and leans.
_LAYOUT = "layout"
#: Samples of strokes up to which, and from which on, they may turn the head half as far as the
#: student would have it, and as far: the first strokes fit heads at many angles, and what one
#: turned the next would turn back. On 16 people at 10 % of their strokes, parts that a new stroke
#: does not touch move 0.63 % of the frame for 1.03, and more of rough strokes is met.
_FEW, _MANY, _HELD = 400, 550, 0.5
#: How much surer what was drawn is for draws than for the most likely portrait, which takes a
#: hand's lines with a grain of salt: other suggestions are to agree where there are strokes.
_DRAWN = 7.0
#: Deviation of the style numbers of a mouth that was read.
_MOUTH = 0.15
#: Belief in a sketch up to which it says nothing.
_SCRIBBLE = 0.02


@dataclass(frozen=True, eq=False)
class Conditioned:
    """What the sketch says, and how sure it is.

    Attributes:
        styles: [Ks, D] most likely structure vectors.
        frame: most likely place of the portrait.
        presences: shapes that strokes asked for, and those that nobody has unasked.
        portrait: the most likely one, in its own frame and the pack's average colours.
        shown: [S] presences of the most likely portrait, 0 to 1.
        state: distribution of the ``ensemble``'s live [L] numbers of the styles, and of the frame.
        belief: 0 to 1, how far the sketch was followed.
        lines: samples of the portrait's visible lines, in the sketch's frame.
        looked_at: those lines.
        strokes: those of the sketch, with what was found out about them.
        open: [M] which of their samples none of the lines explains.
    """

    styles: Floats
    frame: Placement
    presences: Presences
    portrait: Portrait
    shown: Floats
    state: State
    belief: float
    lines: LineSamples
    looked_at: Sequence[Line]
    ensemble: Ensemble
    strokes: Strokes
    open: Booleans

    def drawn(self, seed: int, count: int, openness: float = 1.0) -> tuple[Floats, list[Placement]]:
        """Structure vectors [count, Ks, D] and places of people who agree with the strokes where
        there are some, and differ from each other elsewhere as the pack's people do; number i
        depends on ``seed`` and i alone. ``openness`` (0 to 1) shrinks how far they stray: who has
        drawn nearly all of a head wants this one."""
        noise = [self._differences(np.random.default_rng([seed, i + 1])) for i in range(count)]
        members = self.state.draw(openness * np.array(noise).reshape(count, len(self.state.mean)))
        live = self.ensemble.live
        styles = np.repeat(self.styles[None], count, axis=0)
        styles.reshape(count, self.styles.size)[:, live] = members[:, : len(live)]
        return styles, [Placement.read(m[len(live) :].tolist()) for m in members]

    def _differences(self, rng: np.random.Generator) -> Floats:
        """[L + 4] of somebody and of a place, in deviations."""
        somebody = self.ensemble.somebody(rng).ravel()[self.ensemble.live]
        place = rng.standard_normal(len(self.state.mean) - len(somebody), np.float32)
        return np.concatenate([somebody, place])

    @property
    def spread(self) -> Floats:
        """[Ks, D] standard deviations of the styles."""
        deviation = np.zeros(self.styles.size, np.float32)
        variance = np.diag(np.linalg.inv(self.state.precision))
        live = self.ensemble.live
        deviation[live] = np.sqrt(variance[: len(live)])
        return deviation.reshape(self.styles.shape)


def condition(
    pack: Pack, networks: Networks, ensemble: Ensemble, curves: SketchedCurves,
    reading: Reading, strokes: Strokes, groups: Integers | None = None,
    reader: MouthReader | None = None,
) -> Conditioned:  # fmt: skip
    """Correct a ``reading`` until the portrait's lines run where the strokes do. ``groups`` [parts]
    numbers parts alike that are drawn as one mass, as ``worker.fit.fit`` has it. With a ``reader``
    the mouth is read as a whole, and strokes are told apart by it."""
    table, live = pack.table, ensemble.live
    prior = _prior(pack, reading, live, strokes)
    portraits = StatePortraits(networks, reading, live)
    settled, strokes = _settled(table, ensemble, prior, reading, strokes, reader, portraits.at)
    presences = Presences.without(rare_ornaments(table, ensemble)).and_then(settled.presences)
    correction = Correction(table, ensemble, curves, portraits, settled, presences, strokes, groups)
    prior = state = settled.prior
    portrait, look = settled.portrait, correction.as_settled
    followed, matched = 1.0, np.zeros(0, np.int64)
    told = correction.told(look, _RADIUS)
    if told is not None:
        followed = correction.belief(told)
    while told is not None and followed > _SCRIBBLE:
        first = not len(matched)
        matched = look.sampled.samples.part[told.matches.at]
        state, portrait, look = correction.made(state, look, told, followed)
        again = first and (look.adorned or len(strokes) < _LITTLE)
        told = correction.told(look, _ADORNED if look.adorned else _CLOSER) if again else None
    if not len(matched):  # what is decided shows all the same
        look = correction.as_decided
    drawn = prior.precision + _DRAWN * (state.precision - prior.precision)
    state = stays_open(table, ensemble, replace(state, precision=drawn), settled, matched)
    return Conditioned(
        portraits.styles(state), correction.frame(state), look.presences, portrait, look.shown,
        state, followed, look.sampled.samples, look.lines, ensemble, strokes, look.open,
    )  # fmt: skip


def _prior(pack: Pack, reading: Reading, live: Integers, strokes: Strokes) -> State:
    """What the student read, and how sure it is."""
    spread = reading.spread.copy()
    layout = [i for i, role in enumerate(pack.styles) if role == _LAYOUT]
    spread[layout] *= np.float32(np.interp(len(strokes), (_FEW, _MANY), (_HELD, 1.0)))
    return State.independent(
        np.concatenate([reading.styles.ravel()[live], reading.frame.as_array()]),
        np.concatenate([spread.ravel()[live], np.array(FRAME_SPREAD, np.float32)]),
    )


def _settled(
    table: LayerTable, ensemble: Ensemble, prior: State, reading: Reading, strokes: Strokes,
    reader: MouthReader | None, synthesised: Synthesise,
) -> tuple[Settled, Strokes]:  # fmt: skip
    """What strokes say by themselves, of eyes and then of the mouth, and the strokes told apart."""
    read = synthesised(prior)
    signs = eye_signs(table, reading.frame.place(read), strokes)
    settled = settle(table, ensemble, prior, read, signs, reading.eyes, synthesised)
    if reader is None:
        return settled, strokes
    mouth = reader.read(table, settled.portrait, reading.frame)
    if mouth is not None:
        held = _with_mouth(mouth, reading, ensemble.live, settled.prior)
        presences = settled.presences.and_then(mouth.presences(table))
        settled = Settled(held, synthesised(held), presences)
    brows = brow_strokes(table, reading.frame.place(settled.portrait), reader.ridge)
    return settled, told_apart(strokes, mouth, brows)


def _with_mouth(mouth: ReadMouth, reading: Reading, live: Integers, prior: State) -> State:
    """The distribution with the style numbers of a mouth that was read."""
    known = np.full(reading.styles.shape, np.nan)
    known[mouth.mouths.roles] = mouth.styles
    numbers = known.ravel()[live]
    own = np.flatnonzero(~np.isnan(numbers))
    mean, precision = prior.mean.copy(), prior.precision.copy()
    mean[own] = numbers[own]
    precision[own, own] = 1 / _MOUTH**2
    return State(mean, precision)
