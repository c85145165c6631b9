"""The reference portraits that a pack carries: palettes to take colours from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import Tensor

from models.atelier.palette.named import PALETTES as NAMED
from models.networks.generator import Generator
from models.training.source import PortraitSource

#: The person on every thumbnail, so that palettes can be compared: scores, 0 where not named.
_SITTER = {
    "masculine": -1.2, "yaw": 0.3, "smile": 0.8, "eye_height": 0.7, "back_length": 0.25,
    "sailor": 1.6,
}  # fmt: skip


#: The atelier's palettes that a pack shows. Suggestions wear one after the other where nobody chose
#: (``worker.answering.palettes``), so neighbours differ in hair, skin and clothes.
SHOWN = (
    "chestnut", "sky", "cocoa", "rose", "honey", "obsidian and gold", "mint", "midnight",
    "lavender", "ember", "silver",
)  # fmt: skip


@dataclass(frozen=True)
class Palette:
    """A named set of colours, as scores of the atelier's colour parameters."""

    id: str
    label: str
    scores: Mapping[str, float]


def _shown(name: str) -> Palette:
    word = name.partition(" ")[0]
    return Palette(word, word.capitalize(), NAMED[name])


PALETTES = tuple(_shown(name) for name in SHOWN)


def reference_styles(
    generator: Generator, source: PortraitSource, palettes: tuple[Palette, ...] = PALETTES
) -> Tensor:
    """[R, K, 32] style vectors of the palettes, all worn by the same sitter."""
    people = torch.zeros(len(palettes), len(source.names))
    for person, palette in zip(people, palettes, strict=True):
        for name, score in {**_SITTER, **palette.scores}.items():
            if name in source.names:
                person[source.names.index(name)] = score
    with torch.no_grad():
        styles: Tensor = generator.mapping(people)
    return styles
