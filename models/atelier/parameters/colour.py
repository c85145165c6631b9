"""Parameters of the five colour vectors.

A hue is a pair of scores, green to red and blue to yellow: its direction on the colour circle, so
that hues wrap without a seam.
"""

from __future__ import annotations

from models.atelier.parameters.parameter import Parameter, declare

PARAMETERS: tuple[Parameter, ...] = (
    *declare(
        "colour.hair",
        hair_green_red="green to red hair; natural hair from ash to ginger",
        hair_blue_yellow="blue to yellow hair",
        hair_light="black over brown and blond to white; fantasy hair from deep to pale",
        hair_chroma="quiet to vivid",
        hair_fantasy="natural below 0, above it any hue",
        hair_tip="one colour; from 1.05 on the tips are dyed in another, to 1.55",
        hair_tip_turn="dyed tips' hue back to on from the hair's, round red, yellow, green, blue",
    ),
    *declare(
        "colour.eyes",
        eye_green_red="green to red eyes",
        eye_blue_yellow="blue to yellow eyes",
        eye_light="dark to pale",
        eye_chroma="grey to vivid",
        eye_shift="the lower iris turns to one neighbouring hue or the other",
    ),
    *declare(
        "colour.skin",
        skin_tone="deep to fair",
        skin_warmth="rosy to golden",
        skin_flush="cool, calm skin to rosy shadows and lips",
    ),
    *declare(
        "colour.clothes",
        cloth_green_red="green to red cloth",
        cloth_blue_yellow="blue to yellow cloth",
        cloth_light="dark to white",
        cloth_chroma="grey to vivid",
        trim_light="dark to white collars and borders",
    ),
    *declare(
        "colour.accent",
        accent_green_red="green to red accent",
        accent_blue_yellow="blue to yellow accent",
        accent_light="dark to pale",
        accent_chroma="quiet to vivid",
    ),
)  # fmt: skip
