"""Whose hand it is: how rough, how sure, with which pen, how true to proportion."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Hand:
    """One artist's habits in one sketch. Lengths are in frame units, rates are shares of strokes.

    Attributes:
        wobble: amplitude of slow waviness; shake: of quick tremor; drift: of a whole stroke's
            offset from where it belongs.
        overshoot, gap: how far a stroke's end may run past, or stop short of, its place.
        broken: strokes put down in several pieces; repeated: strokes drawn again beside
            themselves.
        omitted: lines that are never drawn.
        pen: width; swell: variation of it along a stroke; taper: share of a stroke's length
            over which its ends thin; opacity: of the faintest and the firmest stroke.
        warp: wrong proportions, as a smooth displacement of everything.
        same_pen: from 0, where small heads are drawn with finer pens, to 1, where all heads are
            drawn with one pen.
        stretch: wrong proportions, as the logarithm of how much too wide and too high all is.
        marks: bags under eyes, hatched cheeks and the like are there.
        symbols: share of small parts drawn as symbols (an eye as a ring with a dot); outlined:
            hair is drawn as its outline.
        construction: circle and cross are there, ``helping`` as firm as other strokes (1) or less;
            fill: share of eye and brow lines filled black,
            blots: of pupils; smudge: rubbed spots; grain: paper showing through.
    """

    wobble: float
    shake: float
    drift: float
    overshoot: float
    gap: float
    broken: float
    repeated: float
    omitted: float
    pen: float
    swell: float
    taper: float
    opacity: tuple[float, float]
    warp: float
    same_pen: float
    stretch: tuple[float, float]
    marks: bool
    symbols: float
    outlined: bool
    construction: bool
    helping: float
    fill: float
    blots: float
    smudge: int
    grain: float


def draw_hand(rng: np.random.Generator) -> Hand:
    """A random artist: a third are neat, the others ever rougher."""
    rough = float(np.clip((rng.random() - 0.3) / 0.7, 0, 1))
    pencil = rng.random() < 0.4
    faint = float(rng.uniform(0.15, 0.7)) if pencil else 1.0
    firm = max(faint, float(rng.uniform(0.5, 1.0))) if pencil else 1.0
    return Hand(
        wobble=rough * float(rng.uniform(0.001, 0.013)),
        shake=rough * float(rng.uniform(0, 0.0018)),
        drift=rough * float(rng.uniform(0.001, 0.010)),
        overshoot=rough * float(rng.uniform(0, 0.03)),
        gap=float(rng.uniform(0, 0.12)),
        broken=rough * float(rng.uniform(0, 0.6)),
        repeated=rough * float(rng.choice([0.0, 0.15, 0.5, 0.9])),
        omitted=float(rng.choice([0.0, 0.05, 0.25])),
        pen=float(np.exp(rng.uniform(np.log(0.0035), np.log(0.011)))),
        swell=float(rng.uniform(0, 0.5)),
        taper=float(rng.uniform(0, 0.35)) if rng.random() < 0.6 else 0.0,
        opacity=(faint, firm),
        warp=float(rng.uniform(0, 0.022)) if rng.random() < 0.7 else 0.0,
        same_pen=float(rng.uniform(0, 1)),
        stretch=_stretch(rng),
        marks=bool(rng.random() < 0.25),
        symbols=float(rng.choice([0.5, 1.0])) if rng.random() < 0.36 + 0.14 * rough else 0.0,
        outlined=bool(rng.random() < 0.4),
        construction=bool(rng.random() < 0.12 + 0.3 * rough),
        helping=0.6 if rng.random() < 0.5 else 1.0,
        fill=float(rng.uniform(0.2, 1.0)) if rng.random() < 0.2 else 0.0,
        blots=float(rng.choice([0.0, 0.5, 1.0])),
        smudge=int(rng.integers(1, 4)) if pencil and rng.random() < 0.25 else 0,
        grain=float(rng.uniform(0.1, 0.7)) if pencil else 0.0,
    )


def _stretch(rng: np.random.Generator) -> tuple[float, float]:
    """Most hands see width and height right; some draw broad heads, or long ones."""
    wide = float(rng.normal(0, 0.09)) if rng.random() < 0.3 else 0.0
    return (float(np.clip(wide, -0.18, 0.18)), float(np.clip(-wide / 2, -0.09, 0.09)))
