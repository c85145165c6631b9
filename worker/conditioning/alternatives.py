"""Either this or that: eyes open or shut, glasses or none, where strokes say which.

The student is unsure of what it has seldom met, and the correction of style numbers knows only how
near lines are: left alone, it shuts an eye to bring a lid onto an iris. So what is there is
settled before lines are matched. Each shape's presence follows few style numbers, nearly as a
straight line (``Ensemble.brings``): they are moved until the shape comes out, or goes, and held.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.portrait.blots import BLOTS
from models.portrait.layer_table import LayerTable
from models.portrait.portrait import PRESENT, Portrait
from worker.conditioning.ensemble import Ensemble, logits
from worker.conditioning.eye_signs import EyeSigns
from worker.conditioning.kalman import State
from worker.conditioning.presences import Presences

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]
Integers = NDArray[np.int64]
Synthesise = Callable[[State], Portrait]

_EYEWEAR = ("glasses", "lower rim", "bridge", "glint")
_WHITES = ("eye white",)
#: Least height of an open eye, of what it was read as.
_NARROWEST = 0.7
#: Chance from which on the student is believed to see glasses where there is no sign of them.
_SURE = 0.95
#: Chance of both pupils from which on it is believed to see open eyes, whatever hangs there: of 67
#: people whose eyes are shut it was that sure of one, and the ring of an open eye under the cross
#: of a construction has the sign of a shut one. So sure must the loupe be of the eye beside a wink.
_OPEN = 0.97
#: Chance below which an eye is believed to be shut where the other one surely is open (of 66
#: sketches of winks 60 are seen so, and none in 320 of others), and below which both are.
_WINKS, _BOTH_SHUT = 0.6, 0.2
#: How far style numbers are moved until an eye winks.
_STEPS = np.arange(1.0, 8.5, 0.5)
#: Samples of strokes along eyes from which on they are drawn: about a lid.
_DRAWN = 6
#: Logit to which a presence is brought, and from which on it need not be: what is only just shut
#: would be opened by the first stroke that comes near.
_CLEARLY, _CLEAR = 3.0, 1.0
#: How far style numbers are moved at most, how often, and the deviation that is left to them.
_FARTHEST, _TRIES, _LEFT = 3.5, 2, 0.2
#: The deviation that is left to what opens drawn eyes, in draws.
_STILL = 0.06


@dataclass(frozen=True, eq=False)
class Settled:
    """What was decided: the distribution from which lines are matched, the portrait at its mean
    in its own frame, and the shapes that strokes asked for."""

    prior: State
    portrait: Portrait
    presences: Presences


def settle(
    table: LayerTable, ensemble: Ensemble, prior: State, portrait: Portrait, signs: EyeSigns,
    eyes: Floats, synthesise: Synthesise,
) -> Settled:  # fmt: skip
    """Bring out what the ``signs`` say, and the chance that each of the ``eyes`` [E] is open, where
    the ``portrait`` of ``prior`` says otherwise."""
    asked, refused = np.zeros((2, len(table.slots)), np.bool_)
    pupils, eyewear = _slots(table, BLOTS), _slots(table, _EYEWEAR)
    if len(eyewear):
        sure = float(portrait.presence[eyewear].max()) > _SURE
        refused[eyewear] = signs.bare and not signs.glasses and not sure
    if signs.glasses and len(eyewear):
        asked[eyewear] = True
        prior, portrait = _brought(ensemble, prior, portrait, eyewear, True, synthesise)
    sees_open = float(portrait.presence[pupils].min(initial=1.0)) >= _OPEN
    sees_shut = len(pupils) == len(eyes) > 0 and eyes.max() < _BOTH_SHUT
    if (signs.shut and not sees_open) or sees_shut:
        prior, portrait = _brought(ensemble, prior, portrait, pupils, False, synthesise)
        refused[eyewear] |= not signs.glasses  # the arcs of shut eyes are no lenses
    # Until nose or mouth is begun, a lid by itself is the beginning of an eye.
    eyes = eyes if signs.on else np.ones_like(eyes)
    prior, portrait = _both_or_one(ensemble, prior, portrait, pupils, eyes, synthesise)
    return Settled(prior, portrait, Presences(asked, refused))


def _both_or_one(
    ensemble: Ensemble, prior: State, portrait: Portrait, pupils: Integers, eyes: Floats,
    synthesise: Synthesise,
) -> tuple[State, Portrait]:  # fmt: skip
    """A wink where one of the ``eyes`` surely is shut and the other one open; else both open where
    one is: a student sees winks where it does not know."""
    shut = portrait.presence[pupils] < PRESENT
    winks = len(pupils) == len(eyes) == 2 and eyes.min() < _WINKS and eyes.max() > _OPEN
    wanted = eyes < eyes.max() if winks else np.full(len(pupils), shut.all())
    if np.array_equal(shut, wanted):
        return prior, portrait
    if shut.any():
        prior, portrait = _opened(ensemble, prior, portrait, pupils[shut], synthesise)
    if winks:
        return _winking(ensemble, prior, portrait, pupils, int(wanted.argmax()), synthesise)
    return prior, portrait


def _winking(
    ensemble: Ensemble, prior: State, portrait: Portrait, pupils: Integers, shut_eye: int,
    synthesise: Synthesise,
) -> tuple[State, Portrait]:  # fmt: skip
    """The distribution moved until of two open eyes, whose ``pupils`` [2] are there, the one is
    shut and the other is not, and held there; as it was, where that cannot be done."""
    slope = ensemble.winks[shut_eye].astype(np.float64)
    length = float(np.linalg.norm(slope))
    for step in _STEPS if length else ():
        mean = prior.mean.copy()
        mean[: len(slope)] += slope * (step / length)
        moved = State(mean, prior.precision)
        seen = synthesise(moved)
        gone, there = logits(seen.presence[[pupils[shut_eye], pupils[1 - shut_eye]]])
        if gone < -_CLEAR:
            return (_held(moved, slope), seen) if there > _CLEAR else (prior, portrait)
    return prior, portrait


def _one_of_two(open_: NDArray[np.bool_]) -> bool:
    return len(open_) == 2 and int(open_.sum()) == 1


def kept_open(table: LayerTable, ensemble: Ensemble, state: State, settled: Settled) -> State:
    """The ``state`` with open eyes at least _NARROWEST as high as when it was settled what there
    is."""
    mean, count = state.mean.copy(), len(ensemble.live)
    for pupil, white in zip(_slots(table, BLOTS), _slots(table, _WHITES), strict=False):
        if settled.portrait.presence[pupil] < PRESENT:
            continue
        span = table.slots[white].span
        y = settled.portrait.points[span, 1]
        side = np.where(y > (y.min() + y.max()) / 2, 1.0, -1.0)
        side /= np.where(side > 0, (side > 0).sum(), (side < 0).sum())
        part = table.part_of_slot[white]
        slope = np.zeros(count)
        slope[ensemble.columns[part]] = side @ ensemble.slopes[part][ensemble.row[span], 1]
        now = side @ y + slope @ (mean - settled.prior.mean)[:count]
        short = _NARROWEST * (side @ y) - now
        if short > 0:
            mean[:count] += slope * (short / max(float(slope @ slope), 1e-9))
    return State(mean, state.precision)


def reopened(
    table: LayerTable, ensemble: Ensemble, state: State, settled: Settled, portrait: Portrait,
    synthesise: Synthesise,
) -> tuple[State, Portrait]:  # fmt: skip
    """The ``state`` and its ``portrait``, with eyes open that were open when it was settled what
    there is: that lids come near a stroke is no sign of shut eyes. Who winked winks."""
    pupils = _slots(table, BLOTS)
    was, now = (p.presence[pupils] >= PRESENT for p in (settled.portrait, portrait))
    lost = pupils[was & ~now]
    if len(lost):
        state, portrait = _opened(ensemble, state, portrait, lost, synthesise)
    if _one_of_two(was) and (portrait.presence[pupils[~was]] >= PRESENT).any():
        eye = int(was.argmin())
        winking, portrait = _winking(ensemble, state, portrait, pupils, eye, synthesise)
        state = State(winking.mean, state.precision)
    return state, portrait


def stays_open(
    table: LayerTable, ensemble: Ensemble, state: State, settled: Settled, matched: Integers
) -> State:
    """The ``state`` whose draws shut no eye that was open when it was settled what there is, and
    open none that winks, once eyes are drawn: suggestions differ in what is not. ``matched`` [n]
    are the parts of the lines that samples of strokes run along."""
    pupils = _slots(table, BLOTS)
    was = settled.portrait.presence[pupils] >= PRESENT
    slopes = [
        ensemble.brings[pupil].astype(np.float64)
        for pupil in pupils[was]
        if (matched == table.part_of_slot[pupil]).sum() >= _DRAWN
    ]
    if slopes and _one_of_two(was):  # nor is a winking eye half open in one of them
        slopes.append(ensemble.winks[int(was.argmin())].astype(np.float64))
    for slope in slopes:
        if slope @ slope > 1e-6:
            state = _held(state, slope, _STILL)
    return state


def _opened(
    ensemble: Ensemble, state: State, portrait: Portrait, pupils: Integers, synthesise: Synthesise
) -> tuple[State, Portrait]:
    """The ``state`` and its ``portrait`` with ``pupils`` there, and as uncertain as before."""
    opened, portrait = _brought(ensemble, state, portrait, pupils, True, synthesise)
    return State(opened.mean, state.precision), portrait


def _held(prior: State, slope: Doubles, left: float = _LEFT) -> State:
    """The distribution with a deviation of ``left`` along a direction of the style numbers."""
    precision, count = prior.precision.copy(), len(slope)
    precision[:count, :count] += np.outer(slope, slope) / ((slope @ slope) * left**2)
    return State(prior.mean, precision)


def _brought(
    ensemble: Ensemble, prior: State, portrait: Portrait, slots: NDArray[np.int64], there: bool,
    synthesise: Synthesise,
) -> tuple[State, Portrait]:  # fmt: skip
    """The distribution moved until all of ``slots`` are there, or none, and held along the way
    it was moved, with its portrait."""
    sign = 1 if there else -1
    count = len(ensemble.live)
    slope = ensemble.brings[slots].mean(axis=0).astype(np.float64)
    steep = float(slope @ slope)
    if steep < 1e-6:
        return prior, portrait
    mean, wanted = prior.mean.copy(), _CLEARLY
    for _ in range(_TRIES):
        least = float((sign * logits(portrait.presence[slots])).min())
        if least >= _CLEAR:
            break
        step = slope * (sign * (wanted - least) / steep)
        step *= min(1.0, _FARTHEST / max(float(np.linalg.norm(step)), 1e-9))
        mean[:count] += step
        wanted *= 2
        portrait = synthesise(State(mean, prior.precision))
    return _held(State(mean, prior.precision), slope), portrait


def _slots(table: LayerTable, layers: tuple[str, ...]) -> Integers:
    """As an array, to be masked."""
    return np.array(table.slots_in(layers), np.int64)
