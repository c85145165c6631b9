"""A procedural artist of circles: as small as a layer table can be, or as large as wanted."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.portrait.crowd import Crowd
from models.portrait.layer_table import Fill, Ink, Layer, LayerTable
from models.portrait.portrait import Portrait
from models.training.source import PortraitSource

_PAINTS = {"paper": "accent", "line": "hair", "hair": "hair", "skin": "skin"}


@dataclass(frozen=True)
class Toy:
    """Each part is a cluster of rings; z moves, sizes and squeezes them."""

    parts: tuple[str, ...] = ("face", "eyes", "bangs")
    rings: int = 2
    segments: int = 4

    def table(self) -> LayerTable:
        layers = [
            Layer(
                name="brow" if part == "eyes" else f"{part}.rings",
                part=part,
                role="flat",
                slots=tuple(f"{part}.ring{i}" for i in range(self.rings)),
                segments=self.segments,
                fill=Fill("skin"),
                inks=(Ink("line", 0.008),),
            )
            for part in self.parts
        ]
        shadow = f"{self.parts[0]}.ring0"
        return LayerTable(self.parts, dict(_PAINTS), tuple(layers), shadow=shadow)

    def roles(self) -> tuple[str, ...]:
        own = [f"{part}.{kind}" for part in self.parts for kind in ("shape", "detail")]
        return ("layout", "layout", *own, "colour.hair", "colour.skin", "colour.accent")

    def people(self, rng: np.random.Generator, count: int) -> NDArray[np.float32]:
        return rng.standard_normal((count, len(self.roles())), np.float32)

    def portrait(self, z: NDArray[np.float32]) -> Portrait:
        count = 3 * self.segments + 1
        turn = np.linspace(0, 2 * np.pi, count)
        ring = np.stack([np.cos(turn), np.sin(turn)], 1)
        points, presence = [], []
        for number, _ in enumerate(self.parts):
            shape, detail = z[2 + 2 * number : 4 + 2 * number]
            for i in range(self.rings):
                place = 2.4 * (number + i / self.rings)
                middle = 0.5 + 0.03 * z[:2] + 0.25 * np.array([np.cos(place), np.sin(place)])
                size = 0.05 * np.array([np.exp(0.3 * shape), np.exp(0.3 * detail + 0.1 * i)])
                points.append(middle + ring * size)
                presence.append(1.0 if i == 0 else 1 / (1 + np.exp(-8 * shape)))
        slots = len(presence)
        paints = 1 / (1 + np.exp(-z[[-1, -3, -3, -2], None] + np.arange(3) * 0.3))
        return Portrait(
            np.concatenate(points).astype(np.float32),
            np.array(presence, np.float32),
            np.ones(slots, np.float32),
            paints.astype(np.float32),
        )

    def portraits(self, z: NDArray[np.float32]) -> Crowd:
        return Crowd.of([self.portrait(person) for person in z])

    def source(self) -> PortraitSource:
        roles = self.roles()
        names = tuple(f"number {i}" for i in range(len(roles)))
        return PortraitSource(self.table(), names, roles, self.people, self.portraits)
