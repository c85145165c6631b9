"""Draws colours that go together: eyes answer the hair, clothes keep quiet, the accent sings.

Each colour vector is decoded on its own, so harmony cannot lie in the mixing: it lies in how the
scores of hair, eyes, skin, clothes and accent are drawn together.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from models.atelier.palette.named import HUE_REACH, PALETTES

#: By parameter, [N] normal scores.
ColourScores = dict[str, NDArray[np.float64]]
#: Natural hair: weight, share from black to white, warmth from ash to ginger; a hue to answer.
_NATURAL = np.array([
    (0.20, 0.03, 0.0, 0.74),  # black
    (0.10, 0.14, 0.1, 0.12),  # soft black
    (0.14, 0.29, 0.3, 0.12),  # dark brown
    (0.14, 0.43, 0.4, 0.13),  # brown
    (0.08, 0.52, 1.0, 0.12),  # auburn
    (0.08, 0.60, 1.8, 0.11),  # ginger
    (0.05, 0.69, 0.4, 0.18),  # caramel
    (0.11, 0.82, 0.2, 0.24),  # blond
    (0.05, 0.91, 0.0, 0.24),  # pale blond
    (0.05, 0.97, -1.5, 0.70),  # silver, white
])  # fmt: skip
#: Fantasy hair: weight and hue in turns; olive and mustard are left out.
_FANTASY = np.array([
    (0.15, 0.985),  # pink
    (0.10, 0.045),  # red
    (0.07, 0.120),  # orange
    (0.06, 0.248),  # lemon
    (0.06, 0.390),  # green
    (0.09, 0.450),  # mint
    (0.10, 0.530),  # teal
    (0.12, 0.630),  # sky
    (0.10, 0.730),  # blue
    (0.09, 0.830),  # lavender
    (0.06, 0.910),  # orchid
])  # fmt: skip
#: How eyes answer the hair's hue: weight, turns away. Complement, splits, thirds, neighbours, own.
_ANSWERS = np.array([
    (0.30, 0.50), (0.17, 0.41), (0.17, 0.59), (0.08, 0.33), (0.08, 0.67), (0.08, 0.12),
    (0.06, 0.88), (0.06, 0.0),
])  # fmt: skip
#: The share of people that wear a named palette, varied a little.
_NAMED = 0.30


def draw_colours(rng: np.random.Generator, count: int) -> ColourScores:
    """Normal scores [count] of every colour parameter, by name."""
    free = _free(rng, count)
    named = _named(rng, count)
    chosen = rng.random(count) < _NAMED
    return {name: np.where(chosen, named.get(name, values), values)
            for name, values in free.items()}  # fmt: skip


def _free(rng: np.random.Generator, count: int) -> ColourScores:
    s: ColourScores = {}
    fantasy = rng.random(count) < 0.5
    kind, dyed = _choose(rng, _NATURAL, count), _choose(rng, _FANTASY, count)
    hue = np.where(fantasy, dyed[:, 1] + 0.018 * rng.standard_normal(count), kind[:, 3])
    s["hair_fantasy"] = np.where(fantasy, 1, -1) * (0.5 + 0.5 * np.abs(rng.standard_normal(count)))
    _put_hue(rng, s, "hair", hue)
    warmth = kind[:, 2] + 0.25 * rng.standard_normal(count)
    s["hair_green_red"] = np.where(fantasy, s["hair_green_red"], warmth)
    s["hair_blue_yellow"] = np.where(
        fantasy, s["hair_blue_yellow"], 0.8 * rng.standard_normal(count)
    )
    dark = np.where(fantasy, rng.beta(1.7, 1.3, count),
                    kind[:, 1] + 0.035 * rng.standard_normal(count))  # fmt: skip
    s["hair_light"] = _score(dark)
    s["hair_chroma"] = _score(rng.beta(2.2, 2.2, count))
    s["hair_tip"] = rng.standard_normal(count) - 0.4
    s["hair_tip_turn"] = 1.5 * rng.standard_normal(count)

    eyes = hue + _choose(rng, _ANSWERS, count)[:, 1] + 0.025 * rng.standard_normal(count)
    # Brown and amber eyes with natural hair, as in life.
    eyes = np.where(~fantasy & (rng.random(count) < 0.3),
                    0.15 + 0.03 * rng.standard_normal(count), eyes)  # fmt: skip
    _put_hue(rng, s, "eye", eyes)
    s["eye_light"] = _score(rng.beta(2.2, 2.0, count))
    s["eye_chroma"] = _score(rng.beta(3.0, 1.6, count))
    s["eye_shift"] = rng.standard_normal(count)

    deep = rng.random(count) < 0.22
    s["skin_tone"] = _score(np.where(deep, rng.beta(1.6, 1.9, count) * 0.55,
                                     0.44 + 0.54 * rng.beta(2.0, 1.3, count)))  # fmt: skip
    # Eyes stay the darkest place of a deep-skinned face.
    s["eye_light"] = s["eye_light"] - 0.6 * deep
    s["skin_warmth"] = 0.9 * rng.standard_normal(count)
    s["skin_flush"] = rng.standard_normal(count)

    # Clothes: navy, or a quiet neighbour of hair or eyes; trim always sets itself off.
    pick = rng.random(count)
    cloth = np.where(pick < 0.35, 0.72, np.where(pick < 0.65, hue + 0.5, eyes))
    _put_hue(rng, s, "cloth", cloth + 0.03 * rng.standard_normal(count))
    pale = rng.random(count) < np.where(dark < 0.4, 0.62, 0.40)
    s["cloth_light"] = _score(np.where(pale, 0.80 + 0.18 * rng.random(count),
                                       0.05 + 0.40 * rng.beta(1.3, 1.5, count)))  # fmt: skip
    s["cloth_chroma"] = _score(rng.beta(1.5, 2.0, count))
    s["trim_light"] = _score(np.where(pale, 0.05 + 0.35 * rng.random(count),
                                      0.75 + 0.23 * rng.random(count)))  # fmt: skip

    # The accent takes the eyes' hue, or red or gold, or the hair's complement.
    pick = rng.random(count)
    accent = np.select([pick < 0.40, pick < 0.62, pick < 0.74], [eyes, 0.06, 0.22], hue + 0.5)
    _put_hue(rng, s, "accent", accent + 0.02 * rng.standard_normal(count))
    s["accent_light"] = _score(rng.beta(1.8, 1.8, count))
    s["accent_chroma"] = _score(rng.beta(2.6, 1.6, count))
    return s


def _named(rng: np.random.Generator, count: int) -> ColourScores:
    """ColourScores round the named palettes."""
    table = list(PALETTES.values())
    pick = rng.integers(len(table), size=count)
    names = sorted({name for palette in table for name in palette if name != "hair_tip"})
    common = [name for name in names if all(name in palette for palette in table)]
    return {
        name: np.array([palette[name] for palette in table])[pick]
        + 0.20 * rng.standard_normal(count)
        for name in common
    }


def _choose(
    rng: np.random.Generator, table: NDArray[np.float64], count: int
) -> NDArray[np.float64]:
    rows: NDArray[np.float64] = table[
        rng.choice(len(table), size=count, p=table[:, 0] / table[:, 0].sum())
    ]
    return rows


def _put_hue(
    rng: np.random.Generator, s: ColourScores, part: str, hue: NDArray[np.float64]
) -> None:
    reach = HUE_REACH * np.exp(0.15 * rng.standard_normal(len(hue)))
    s[f"{part}_green_red"] = reach * np.cos(2 * np.pi * hue)
    s[f"{part}_blue_yellow"] = reach * np.sin(2 * np.pi * hue)


def _score(share: NDArray[np.float64]) -> NDArray[np.float64]:
    """ColourScores that spread to these shares of a range."""
    scores: NDArray[np.float64] = ndtri(np.clip(share, 0.03, 0.97)) / 0.8
    return scores
