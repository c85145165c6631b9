"""Named characters: scores of what makes each of them, over all parts. The rest is free."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from models.atelier.palette.named import PALETTES
from models.atelier.parameters.thresholds import GARMENTS

Look = Mapping[str, float]
#: Nothing tied or worn in the hair.
_BARE_HEAD = {
    "twin_tails": -1.0, "ponytail": -1.0, "buns": -1.0, "braids": -1.0, "animal_ears": -1.0,
    "hat": -1.0, "headphones": -1.0, "head_band": -1.0, "flower": -1.0, "hair_ribbon": -1.0,
    "hairpin": -1.0, "glasses": -1.0, "elf": -1.0, "wink": 0.0,
}  # fmt: skip
_GIRL = {"masculine": -1.0, "age": 0.0, "stubble": -1.5}
_WOMAN = {"masculine": -1.0, "age": 0.9, "stubble": -1.5}
_BOY = {"masculine": 0.8, "age": -0.1, "lip_tint": -1.5, "lash_weight": -0.6}
_MAN = {"masculine": 1.3, "age": 0.8, "lip_tint": -1.5, "lash_weight": -0.6}


def _look(wears: str, palette: str, *parts: Look, **scores: float) -> Look:
    """A look that wears one garment ("tee": none of the special ones) in a palette's colours."""
    garments = {name: at + (0.7 if name == wears else -0.9) for name, at in GARMENTS.items()}
    look = {**garments, "hair_tip": -1.0, **PALETTES[palette], **_BARE_HEAD}
    for part in parts:
        look.update(part)
    return MappingProxyType({**look, **scores})


LOOKS: Mapping[str, Look] = MappingProxyType({
    "school idol": _look(
        "sailor", "rose", _GIRL, twin_tails=2.0, twin_height=1.2, tail_length=1.0, smile=1.4,
        mouth_open=0.9, eye_height=1.0, highlight_dots=1.0, hair_ribbon=2.2, wink=1.6, tie=-0.2,
        blush=0.8, bang_blunt=-0.2, brow_anger=-0.3),
    "class representative": _look(
        "blazer", "raven", _GIRL, glasses=2.0, braids=2.0, braid_coil=-1.5, bang_blunt=1.4,
        smile=0.1, brow_anger=0.3, tie=1.0, lapel=-1.2, glasses_square=0.8),
    "delinquent": _look(
        "blazer", "honey", _BOY, spikes=1.6, brow_anger=1.6, smile=-0.6, smirk=1.2, lapel=1.4,
        eye_height=-0.9, lid_sharp=1.2, tie=-1.6, earrings=2.0, neckline=1.4, teeth=0.5),
    "transfer student": _look(
        "shirt", "polar light", _BOY, back_length=-1.0, bang_sweep=1.2, smile=0.3, tie=1.2,
        headphones=-1.0, brow_anger=0.0, bang_middle=1.0),
    "gamer": _look(
        "hood", "teal", _GIRL, headphones=2.4, back_length=-0.4, openness=-0.6, smile=0.2,
        cat_mouth=1.2, fang=2.0, spikes=-0.8),
    "knight": _look(
        "armour", "ember", _WOMAN, ponytail=2.0, pony_height=1.2, brow_anger=0.6, smile=0.1,
        eye_height=0.1, collar_size=1.0, jaw=0.2),
    "paladin": _look(
        "armour", "wheat", _MAN, back_length=-0.6, brow_anger=0.2, smile=0.5, jaw=0.8,
        brow_weight=0.8, bang_part=1.0),
    "court lady": _look(
        "kimono", "midnight", _WOMAN, buns=2.0, bun_height=1.2, flower=2.4, bang_blunt=1.5,
        side_blunt=1.5, smile=0.4, lip_tint=1.8, openness=-0.4),
    "swordsman": _look(
        "kimono", "ash", _MAN, ponytail=2.0, pony_height=0.6, brow_anger=0.9, eye_height=-0.8,
        smile=-0.3, bang_gap=1.0, stubble=1.6),
    "fox spirit": _look(
        "kimono", "tangerine", _GIRL, animal_ears=2.0, ear_height=0.6, pupil_slit=2.0, fang=2.0,
        smile=1.0, smirk=0.6, back_length=1.2, eye_tilt=1.2, brow_height=0.3),
    "cat girl": _look(
        "tee", "dipped in pink", _GIRL, animal_ears=2.0, ear_height=-1.0, cat_mouth=2.0, fang=2.0,
        frill=1.8, smile=1.0, eye_height=0.9, hair_tip=2.0),
    "elf ranger": _look(
        "hood", "spring", _WOMAN, elf=2.2, back_length=1.4, back_wave=-0.8, bang_gap=1.2,
        eye_tilt=0.8, smile=0.1, braids=-1.0),
    "elf prince": _look(
        "blazer", "silver", _BOY, elf=2.2, back_length=1.4, side_length=0.8, bang_gap=1.2,
        age=0.6, lapel=1.6, eye_tilt=0.9, smile=0.2, tie=-1.2),
    "witch": _look(
        "straps", "violet", _WOMAN, back_length=1.2, back_wave=1.4, side_wave=1.2, smirk=1.0,
        smile=0.5, lip_tint=1.8, mole=2.2, openness=-0.5, eye_tilt=0.8, earrings=2.0),
    "grandmother": _look(
        "turtleneck", "ash", masculine=-1.0, age=2.3, buns=2.0, bun_height=1.3, glasses=2.0,
        smile=1.0, openness=-0.4, smiling_lids=1.0, hair_light=1.8, brow_anger=-0.5, stubble=-1.5),
    "grandfather": _look(
        "shirt", "silver", masculine=1.4, age=2.4, stubble=1.8, glasses=2.0, glasses_half=1.4,
        smile=0.6, back_length=-1.5, brow_weight=1.2, tie=-1.5, lip_tint=-1.5),
    "little sister": _look(
        "tee", "lemon", _GIRL, age=-1.9, twin_tails=2.0, twin_height=0.4, tail_length=-0.8,
        frill=1.9, smile=1.5, mouth_open=0.8, eye_height=1.2, blush=1.0, tail_curl=1.0),
    "little brother": _look(
        "tee", "maple", _BOY, age=-1.9, masculine=0.4, spikes=0.6, freckles=2.0, smile=1.4,
        mouth_open=1.0, teeth=1.0, hat=-1.0),
    "detective": _look(
        "blazer", "espresso", _MAN, hat=2.4, hat_kind=1.0, lapel=1.7, collar_size=1.2, tie=1.2,
        openness=-0.5, smirk=0.8, stubble=1.7, smile=0.1),
    "painter": _look(
        "turtleneck", "fuchsia", _WOMAN, hat=2.4, hat_kind=1.6, back_length=-0.6, back_wave=0.6,
        earrings=2.0, smile=0.5, lip_tint=1.7),
    "ballerina": _look(
        "straps", "lavender", _GIRL, age=0.4, buns=2.0, bun_height=1.9, neckline=-0.5, smile=0.4,
        collarbone=1.2, lash_wing=1.0, head_band=-1.0),
    "sea captain": _look(
        "blazer", "sand and sea", _MAN, hat=2.4, hat_kind=-1.2, lapel=1.8, stubble=1.8, smile=0.8,
        teeth=0.8, mouth_open=0.5, tie=-1.4, neckline=1.0),
    "shrine maiden": _look(
        "kimono", "ink and plum", _GIRL, back_length=1.6, back_wave=-1.5, bang_blunt=1.6,
        side_blunt=1.6, hair_ribbon=2.2, smile=0.3, cloth_light=2.0, cloth_chroma=-1.5),
    "bookworm": _look(
        "shirt", "chestnut", _BOY, glasses=2.2, back_length=-0.5, smile=-0.1, blush=0.6,
        brow_anger=-0.9, openness=0.2, masculine=0.4, tie=-0.2),
})  # fmt: skip
