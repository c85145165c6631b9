"""Draws people: normal scores with the correlations that people have."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from models.atelier.parameters import INDEX, PARAMETERS
from models.atelier.parameters.thresholds import APPEARS, GARMENTS
from models.atelier.people.correlations import CORRELATIONS
from models.atelier.people.harmony import draw_colours
from models.atelier.scores import smooth

#: The middle of what blends over from one kind to another.
_BLENDS: Mapping[str, float] = {
    "elf": 1.35,
    "bang_blunt": 0.9,
    "side_blunt": 0.9,
    "tie": 0.35,
    "frill": 0.85,
    "hair_tip": 1.3,
    "openness": -1.65,
    "smiling_lids": 0.0,
    "pupil_slit": 1.7,
    "pony_side": 0.0,
    "ahoge_curl": 0.0,
    "flower_side": 0.0,
    "hat_kind": 0.0,
    "braid_coil": 0.0,
}
#: What is there or not: scores keep clear of these, so that nobody has half a ponytail.
_KINDS: Mapping[str, float] = {
    **{name: at for name, at in APPEARS.items() if name != "mole"},
    **_BLENDS,
}
#: What comes out either way, beyond this: nobody's eye stops half way in a wink.
_EITHER_WAY: Mapping[str, float] = {"wink": 1.72}
#: Of these at most one at once.
_RIVALS = (
    ("twin_tails", "ponytail", "buns", "braids"),
    ("animal_ears", "elf"),
    ("animal_ears", "buns"),
    ("hair_ribbon", "hairpin", "head_band", "headphones", "hat", "flower"),
    ("animal_ears", "headphones", "hat", "head_band"),
    ("hat", "headphones", "buns"),
    ("hat", "headphones", "head_band", "ahoge"),
    ("hat", "ponytail"),
)
#: What lies flat under what is worn on the head.
_FLATTENS = ("hat", "headphones")
_FLATTENED = ("spikes", "crown_loose")
_CLEAR = 0.22
#: What blends over more slowly keeps further clear of the middle.
_CLEARER: Mapping[str, float] = {"bang_blunt": 0.40, "side_blunt": 0.34}
#: What hardly any man wears, and how far his scores lie below a woman's.
_GIRLISH: Mapping[str, float] = {
    "hair_ribbon": 0.6, "hairpin": 0.6, "flower": 0.4, "head_band": 0.4, "frill": 0.8,
    "twin_tails": 0.8, "braids": 0.6, "sailor": 0.6,
}  # fmt: skip
#: What girls and women like to wear in their hair, and how far their scores lie above the usual.
_ADORNS: Mapping[str, float] = {
    "hair_ribbon": 0.34, "hairpin": 0.34, "flower": 0.30, "head_band": 0.36, "earrings": 0.15,
}  # fmt: skip
#: How often a garment is taken from the wardrobe, beside the usual: fewer uniforms.
_WARDROBE: Mapping[str, float] = {
    "shirt": -0.22, "hood": 0.16, "kimono": 0.22, "straps": 0.30, "turtleneck": 0.22,
    "armour": 0.12,
}  # fmt: skip
#: Hair that is tied leaves little to hang behind; some wear it half up.
_GATHERS = ("ponytail", "twin_tails", "buns", "braids")
_HALF_UP = 0.25
#: Scores that make a crowd look awkward at their full spread.
_CALM: Mapping[str, float] = {
    "wink": 0.78,
    "pitch": 0.86,
}
#: What tells silhouettes and faces apart, spread further than the usual.
_BOLD: Mapping[str, float] = {
    "back_length": 1.40, "side_length": 1.40, "back_width": 1.30, "back_flare": 1.30,
    "hair_volume": 1.50, "bang_length": 1.15, "bang_gap": 1.25, "bang_part": 1.40,
    "bang_sweep": 1.30, "side_width": 1.25, "side_out": 1.25, "face_length": 1.25,
    "face_width": 1.20, "head_size": 1.45, "shoulder_width": 1.35, "head_shift": 1.25,
    "yaw": 1.14, "shoulder_turn": 1.20, "shoulder_slope": 1.25, "neckline": 1.25,
    "tail_length": 1.25, "tail_swing": 1.25, "twin_height": 1.25,
}  # fmt: skip


def draw_people(rng: np.random.Generator, count: int) -> NDArray[np.float32]:
    """Normal scores [count, D] of random people."""
    raw = rng.standard_normal((count, len(PARAMETERS)))
    z = raw @ np.linalg.cholesky(_correlation()).T
    for name, share in (*_CALM.items(), *_BOLD.items()):
        z[:, INDEX[name]] *= share
    # Half girls or women, a third boys or men, the others in between.
    people = z[:, INDEX["masculine"]]
    z[:, INDEX["masculine"]] = 0.45 * people + 0.75 * np.tanh(2.5 * (people - 0.2))
    _dress(z)
    for name, scores in draw_colours(rng, count).items():
        z[:, INDEX[name]] = scores
    _turn_grey(rng, z)
    _modest(z)
    for names in _RIVALS:
        _one_of(z, {name: _KINDS[name] for name in names})
    _one_of(z, GARMENTS)
    _take_sides(z)
    for name in _FLATTENS:
        worn = z[:, INDEX[name]] > _KINDS[name]
        for wild in _FLATTENED:
            z[worn, INDEX[wild]] = -0.3 - np.abs(z[worn, INDEX[wild]])
    # A ponytail falls where the turned head shows it.
    z[:, INDEX["pony_side"]] = -np.sign(z[:, INDEX["yaw"]]) * np.abs(z[:, INDEX["pony_side"]])
    tied = np.any([z[:, INDEX[name]] > _KINDS[name] for name in _GATHERS], axis=0)
    gathered = tied & (rng.random(count) > _HALF_UP)
    z[gathered, INDEX["back_length"]] = -0.7 - 0.5 * np.abs(z[gathered, INDEX["back_length"]])
    return z.astype(np.float32)


def _take_sides(z: NDArray[np.float64]) -> None:
    """Nobody is half of a kind: scores stay clear of the thresholds at which things appear."""
    for name, threshold in _KINDS.items():
        column = z[:, INDEX[name]]
        gap, least = column - threshold, _CLEARER.get(name, _CLEAR)
        z[:, INDEX[name]] = np.where(np.abs(gap) < least, threshold + np.sign(gap) * least, column)
    for name, threshold in _EITHER_WAY.items():
        column = z[:, INDEX[name]]
        gap = np.abs(column) - threshold
        clear = np.sign(column) * (threshold + np.sign(gap) * _CLEAR)
        z[:, INDEX[name]] = np.where(np.abs(gap) < _CLEAR, clear, column)


def _dress(z: NDArray[np.float64]) -> None:
    """Ribbons, hairpins and bows are for girls and women, rare on boys and men: what they tie is a
    tie, or nothing."""
    manly = smooth((z[:, INDEX["masculine"]] + 0.2) / 0.7)
    for name, less in _GIRLISH.items():
        z[:, INDEX[name]] -= less * manly
    for name, more in _ADORNS.items():
        z[:, INDEX[name]] += more * (1 - manly)
    for name, more in _WARDROBE.items():
        z[:, INDEX[name]] += more
    bow_ends = 0.35 + _CLEAR, -0.7 - _CLEAR
    tie = z[:, INDEX["tie"]]
    z[:, INDEX["tie"]] += manly * np.where(
        tie > 0, np.maximum(bow_ends[0] - tie, 0), np.minimum(bow_ends[1] - tie, 0)
    )


def _modest(z: NDArray[np.float64]) -> None:
    """Nobody old bares the shoulders or wears a school's blouse or a girl's bows; and a dress that
    does is no paler than skin: dark or vivid, or it looks like none."""
    straps, light = z[:, INDEX["straps"]], z[:, INDEX["cloth_light"]]
    grown = smooth((z[:, INDEX["age"]] - 0.9) / 0.6)
    straps -= 2.5 * grown
    for name in ("sailor", "hair_ribbon", "twin_tails", "cat_mouth"):
        z[:, INDEX[name]] -= 1.5 * grown
    bare = smooth((straps - GARMENTS["straps"]) / 0.05 + 1)
    z[:, INDEX["cloth_light"]] += bare * (-0.2 - 0.5 * np.abs(light) - light)
    z[:, INDEX["cloth_chroma"]] += 0.7 * bare


def _turn_grey(rng: np.random.Generator, z: NDArray[np.float64]) -> None:
    """Most people's hair turns silver or white with age; some dye it."""
    count = len(z)
    # Grey or not: half of it on green hair would be khaki.
    old = rng.random(count) < 0.85 * smooth((z[:, INDEX["age"]] - 1.0) / 0.8)
    grey = {
        "hair_fantasy": np.full(count, -1.2),
        "hair_light": 1.3 + 1.0 * rng.random(count),
        "hair_green_red": -2.2 + 0.2 * rng.standard_normal(count),
        "hair_tip": np.full(count, -1.0),
    }
    for name, scores in grey.items():
        z[:, INDEX[name]] += old * (scores - z[:, INDEX[name]])


def _correlation() -> NDArray[np.float64]:
    stated = np.eye(len(PARAMETERS))
    for a, b, r in CORRELATIONS:
        stated[INDEX[a], INDEX[b]] = stated[INDEX[b], INDEX[a]] = r
    # What hangs together through sex and age is correlated too: were it left at 0, so many
    # parameters could not all follow the same cause, and the stated correlations would halve.
    causes = [INDEX["masculine"], INDEX["age"]]
    follow = stated[:, causes]
    implied = follow @ np.linalg.inv(stated[np.ix_(causes, causes)]) @ follow.T
    matrix = np.where(stated != 0, stated, implied)
    values, vectors = np.linalg.eigh(matrix)
    matrix = vectors @ np.diag(np.maximum(values, 1e-3)) @ vectors.T
    scale = np.sqrt(np.diag(matrix))
    return matrix / np.outer(scale, scale)


def _one_of(z: NDArray[np.float64], thresholds: Mapping[str, float]) -> None:
    """At most one of these is beyond its threshold: the others are mirrored away, and the one
    that is stands clear of them."""
    columns = [INDEX[name] for name in thresholds]
    at = np.array(list(thresholds.values()))
    over = z[:, columns] - at
    best = over.argmax(axis=1)[:, None] == np.arange(len(at))
    over = np.where(~best & (over > 0), -over, over)
    over = np.where(np.abs(over) < _CLEAR, np.sign(over) * _CLEAR, over)
    z[:, columns] = over + at
