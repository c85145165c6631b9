"""Who is drawn, how they dress, and whether their colours go together."""

import numpy as np
import pytest

from models.atelier.clothes.kinds import kinds
from models.atelier.layers import TABLE
from models.atelier.palette import paints
from models.atelier.palette.named import PALETTES
from models.atelier.parameters import COLOURS, INDEX, PARAMETERS
from models.atelier.people.looks import LOOKS
from models.atelier.people.sampling import draw_people
from models.atelier.scores import Scores

CROWD = draw_people(np.random.default_rng(3), 500)
PAINTS = paints({name: Scores(CROWD, f"colour.{name}") for name in COLOURS})


def _score(name: str) -> np.ndarray:
    return CROWD[:, INDEX[name]]


def _light(name: str) -> np.ndarray:
    """OKLab's lightness of a paint for everybody in the crowd."""
    rgb = PAINTS[:, TABLE.paint_index[name]].astype(np.float64)
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    lms = linear @ np.array([[0.4122214708, 0.2119034982, 0.0883024619],
                             [0.5363325363, 0.6806995451, 0.2817188376],
                             [0.0514459929, 0.1073969566, 0.6299787005]])  # fmt: skip
    return np.cbrt(lms) @ np.array([0.2104542553, 0.7936177850, -0.0040720468])


def test_the_crowd_has_the_art_directions_shares() -> None:
    assert 0.42 < np.mean(_score("masculine") < -0.3) < 0.60, "girls and women"
    assert 0.26 < np.mean(_score("masculine") > 0.5) < 0.42, "boys and men"
    assert 0.06 < np.mean(_score("glasses") > 1.28) < 0.14
    ears = (_score("animal_ears") > 1.4) | (_score("elf") > 1.35)
    assert 0.10 < np.mean(ears) < 0.20
    worn = [("hair_ribbon", 1.5), ("hairpin", 1.5), ("head_band", 1.75), ("headphones", 1.9),
            ("hat", 1.75), ("flower", 1.75)]  # fmt: skip
    assert 0.17 < np.mean(sum(_score(name) > at for name, at in worn) > 0) < 0.33
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
