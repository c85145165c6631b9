"""The reference portraits that a pack carries: palettes to take colours from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import NormalDist

import torch
from torch import Tensor

from models.networks.generator import Generator
from models.training.source import PortraitSource

#: The person on every thumbnail, so that palettes can be compared: shares of each named
#: parameter's range, 0.5 where not named.
_SITTER = {
    "masculine": 0.12, "yaw": 0.62, "smile": 0.8, "eye_height": 0.75, "back_length": 0.6,
    "sailor": 0.9,
}  # fmt: skip


@dataclass(frozen=True)
class Palette:
    """A named set of colours, as shares (0 to 1) of the atelier's colour parameters."""

    id: str
    label: str
    shares: Mapping[str, float]


def _palette(
    name: str,
    hair: tuple[float, float, float],
    eyes: tuple[float, float, float],
    skin: tuple[float, float],
    cloth: tuple[float, float, float],
    accent: tuple[float, float],
) -> Palette:
    """hair, eyes, cloth: hue, light, chroma; skin: fairness, warmth; accent: hue, light. Hues
    are turns of OKLCH's circle: 0.08 red, 0.3 yellow, 0.4 green, 0.55 cyan, 0.72 blue, 0.95
    pink. Hair of a chroma below 0.4 is natural, from black to blond as it gets lighter."""
    return Palette(
        name.lower().replace(" ", "-"),
        name,
        {
            "hair_hue": (hair[0] + 0.35) % 1,
            "hair_light": hair[1],
            "hair_chroma": hair[2],
            "eye_hue": eyes[0],
            "eye_light": eyes[1],
            "eye_chroma": eyes[2],
            "skin_tone": skin[0],
            "skin_warmth": skin[1],
            "cloth_hue": cloth[0],
            "cloth_light": cloth[1],
            "cloth_chroma": cloth[2],
            "accent_hue": accent[0],
            "accent_light": accent[1],
        },
    )


PALETTES = (
    _palette(
        "Chestnut", (0.15, 0.30, 0.30), (0.40, 0.5, 0.6), (0.75, 0.5), (0.72, 0.2, 0.6), (0.07, 0.4)
    ),
    _palette(
        "Rose", (0.99, 0.85, 0.72), (0.95, 0.6, 0.8), (0.9, 0.35), (0.95, 0.85, 0.4), (0.97, 0.5)
    ),
    _palette(
        "Sky", (0.65, 0.78, 0.75), (0.70, 0.6, 0.85), (0.9, 0.4), (0.72, 0.9, 0.25), (0.70, 0.4)
    ),
    _palette(
        "Honey", (0.25, 0.90, 0.35), (0.70, 0.6, 0.8), (0.85, 0.55), (0.45, 0.4, 0.5), (0.05, 0.5)
    ),
    _palette(
        "Midnight",
        (0.74, 0.08, 0.30),
        (0.83, 0.4, 0.7),
        (0.85, 0.35),
        (0.75, 0.1, 0.5),
        (0.83, 0.4),
    ),
    _palette(
        "Mint", (0.45, 0.80, 0.72), (0.25, 0.7, 0.8), (0.85, 0.5), (0.45, 0.8, 0.35), (0.15, 0.7)
    ),
    _palette(
        "Lilac", (0.85, 0.80, 0.72), (0.50, 0.7, 0.7), (0.92, 0.35), (0.83, 0.25, 0.6), (0.28, 0.7)
    ),
    _palette(
        "Ember", (0.09, 0.45, 0.82), (0.22, 0.6, 0.9), (0.7, 0.6), (0.08, 0.12, 0.4), (0.17, 0.6)
    ),
    _palette(
        "Silver", (0.70, 0.93, 0.06), (0.05, 0.45, 0.9), (0.93, 0.4), (0.70, 0.3, 0.25), (0.03, 0.3)
    ),
    _palette(
        "Cocoa", (0.15, 0.12, 0.20), (0.20, 0.35, 0.7), (0.03, 0.6), (0.2, 0.85, 0.5), (0.12, 0.5)
    ),
)


def reference_styles(
    generator: Generator, source: PortraitSource, palettes: tuple[Palette, ...] = PALETTES
) -> Tensor:
    """[R, K, 32] style vectors of the palettes, all worn by the same sitter."""
    people = torch.zeros(len(palettes), len(source.names))
    for person, palette in zip(people, palettes, strict=True):
        for name, share in {**_SITTER, **palette.shares}.items():
            if name in source.names:
                clipped = min(max(share, 0.005), 0.995)
                person[source.names.index(name)] = NormalDist().inv_cdf(clipped)
    with torch.no_grad():
        styles: Tensor = generator.mapping(people)
    return styles
