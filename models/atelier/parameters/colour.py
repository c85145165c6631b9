"""Parameters of the five colour vectors."""

from __future__ import annotations

from models.atelier.parameter import Parameter, declare

PARAMETERS: tuple[Parameter, ...] = (
    *declare(
        "colour.hair",
        hair_hue="round the colour circle",
        hair_light="dark to pale",
        hair_chroma="natural to vivid",
    ),
    *declare(
        "colour.eyes",
        eye_hue="round the colour circle",
        eye_light="dark to pale",
        eye_chroma="grey to vivid",
    ),
    *declare("colour.skin", skin_tone="deep to fair", skin_warmth="rosy to golden"),
    *declare(
        "colour.clothes",
        cloth_hue="round the circle",
        cloth_light="dark to pale",
        cloth_chroma="grey to vivid",
    ),
    *declare("colour.accent", accent_hue="round the circle", accent_light="dark to pale"),
)  # fmt: skip
