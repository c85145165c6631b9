"""Who is drawn, how they dress, and whether their colours go together."""

import numpy as np
import pytest

from models.atelier.clothes.kinds import kinds
from models.atelier.layers import TABLE
from models.atelier.palette import paints
from models.atelier.palette.named import PALETTES
from models.atelier.palette.oklab import oklab
from models.atelier.parameters import COLOURS, INDEX, PARAMETERS
from models.atelier.parameters.thresholds import APPEARS
from models.atelier.people.looks import LOOKS
from models.atelier.people.sampling import draw_people
from models.atelier.scores import Scores

CROWD = draw_people(np.random.default_rng(3), 500)
PAINTS = paints({name: Scores(CROWD, f"colour.{name}") for name in COLOURS})


def _score(name: str) -> np.ndarray:
    return CROWD[:, INDEX[name]]


def _light(name: str) -> np.ndarray:
    """OKLab's lightness of a paint for everybody in the crowd."""
    return oklab(PAINTS[:, TABLE.paint_index[name]])[:, 0]


def test_the_crowd_has_the_art_directions_shares() -> None:
    assert 0.42 < np.mean(_score("masculine") < -0.3) < 0.60, "girls and women"
    assert 0.26 < np.mean(_score("masculine") > 0.5) < 0.42, "boys and men"
    ears = (_score("animal_ears") > APPEARS["animal_ears"]) | (_score("elf") > 1.35)
    assert 0.10 < np.mean(ears) < 0.20
    assert 0.42 < np.mean(_score("hair_fantasy") < 0) < 0.62, "natural hair"
    assert 0.04 < np.mean(_score("age") > 1.35) < 0.16, "older people"


def test_everybody_wears_one_garment_and_every_garment_is_worn() -> None:
    shares = kinds(Scores(CROWD, "clothes.shape", "clothes.detail"))
    assert np.stack(list(shares.values())).max(axis=0).min() > 0.8
    for name, share in shares.items():
        assert np.mean(share > 0.5) > 0.015, name


@pytest.mark.parametrize(
    ("darker", "lighter", "gap"),
    [
        ("lash", "hair_line", 0.0),
        ("hair_line", "hair_shade", 0.02),
        ("hair_shade", "hair", 0.04),
        ("hair", "hair_light", 0.03),
        ("skin_line", "skin_shade", 0.1),
        ("skin_shade", "skin", 0.05),
        ("skin", "white", 0.02),
        ("lash", "white", 0.5),
        ("pupil", "eye_low", 0.3),
        ("eye_rim", "eye_low", 0.3),
        ("cloth_line", "cloth_shade", 0.0),
        ("cloth_shade", "cloth", 0.03),
    ],
)
def test_values_keep_their_order(darker: str, lighter: str, gap: float) -> None:
    assert np.mean(_light(lighter) - _light(darker) > gap) >= 0.99


def test_eyes_mostly_answer_the_hair() -> None:
    vivid = _score("hair_fantasy") > 0
    hair, eyes = (
        np.arctan2(_score(f"{part}_blue_yellow"), _score(f"{part}_green_red"))
        for part in ("hair", "eye")
    )
    apart = np.abs((eyes - hair + np.pi) % (2 * np.pi) - np.pi)
    assert np.mean(apart[vivid] > np.radians(95)) > 0.6


def test_palettes_and_looks_name_parameters() -> None:
    names = {p.name for p in PARAMETERS}
    assert len(PALETTES) >= 24 and len(LOOKS) >= 16
    for title, scores in {**PALETTES, **LOOKS}.items():
        assert not set(scores) - names, title
    colours = {p.name for p in PARAMETERS if p.role.startswith("colour.")}
    assert all(set(scores) <= colours for scores in PALETTES.values())
