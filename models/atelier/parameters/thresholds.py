"""From which score on something is there, in one place: who draws a thing, who draws people and
who tells of a parameter must agree."""

from __future__ import annotations

from collections.abc import Mapping

#: Parameters that bring something out beyond a score, and nothing below it.
APPEARS: Mapping[str, float] = {
    "ahoge": 1.0,
    "animal_ears": 1.4,
    "blush_lines": 1.1,
    "blush_nose": 1.2,
    "braids": 1.3,
    "buns": 1.3,
    "earrings": 1.4,
    "fang": 1.5,
    "flower": 1.75,
    "freckles": 1.4,
    "glasses": 1.28,
    "glasses_half": 1.1,
    "hair_ribbon": 1.5,
    "hairpin": 1.5,
    "hat": 1.75,
    "head_band": 1.75,
    "headphones": 1.9,
    "lip_tint": 1.0,
    "mole": 1.75,  # either way: one side of the face each
    "one_sided": 1.15,  # either way: one side of the head each
    "ponytail": 1.1,
    "stubble": 1.0,
    "twin_tails": 1.1,
}
#: Garments: the one whose score lies furthest beyond is worn.
GARMENTS: Mapping[str, float] = {
    "shirt": 0.4,
    "blazer": 0.8,
    "sailor": 0.8,
    "hood": 1.0,
    "kimono": 1.3,
    "straps": 1.3,
    "turtleneck": 1.1,
    "armour": 1.6,
}
