"""The generator: mapping and synthesis, truncation and style mixing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

import numpy as np
import torch
from torch import Tensor, nn

from models.networks.mapping import Mapping
from models.networks.styles import STYLE_SIZE, StyleLayout
from models.networks.synthesis import Drawn, Statistics, Synthesis
from models.portrait.layer_table import LayerTable
from models.portrait.portrait import Portrait


@dataclass(frozen=True)
class GeneratorSize:
    """Widths of the generator's networks; ``extra_columns`` as the synthesis network has it."""

    hidden: int = 128
    layers_per_style: int = 2
    mapping_hidden: int = 64
    extra_columns: tuple[str, ...] = ()

    def to_json(self) -> dict[str, object]:
        return asdict(self)


class Generator(nn.Module):
    """z to portraits; ``roles`` names the style vector that each number of z belongs to."""

    def __init__(
        self,
        table: LayerTable,
        roles: Sequence[str],
        size: GeneratorSize | None = None,
        statistics: Statistics | None = None,
    ) -> None:
        super().__init__()
        self.table = table
        self.roles = tuple(roles)
        self.size = size or GeneratorSize()
        self.layout = StyleLayout.of(table)
        self.mapping = Mapping(self.layout, roles, self.size.mapping_hidden)
        self.synthesis = Synthesis(
            table,
            self.layout,
            statistics,
            self.size.hidden,
            self.size.layers_per_style,
            self.size.extra_columns,
        )

    @property
    def live(self) -> Tensor:
        """[K, 32] 1 where a style vector's number has any meaning, else 0."""
        return self.mapping.live

    def mean_styles(self) -> Tensor:
        """[K, 32] the average person's style vectors: 0, as the mapping normalises."""
        return torch.zeros(self.layout.count, STYLE_SIZE)

    def truncate(self, styles: Tensor, psi: float) -> Tensor:
        """Draw w+ [N, K, 32] towards the mean; psi 1 leaves it, 0 is the average person."""
        mean = self.mean_styles().to(styles)
        return mean + psi * (styles - mean)

    def mix(self, styles: Tensor, donor: Tensor, roles: Iterable[str]) -> Tensor:
        """Copy of w+ [N, K, 32] with the vectors of ``roles`` taken from ``donor``."""
        mixed = styles.clone()
        for role in roles:
            mixed[:, self.layout.index(role)] = donor[:, self.layout.index(role)]
        return mixed

    def forward(self, z: Tensor) -> Drawn:
        """z [N, D] to a batch of portraits."""
        drawn: Drawn = self.synthesis(self.mapping(z))
        return drawn


def portraits(drawn: Drawn) -> list[Portrait]:
    """Portraits of a batch, with presences from 0 to 1 and paints inside sRGB."""
    points = drawn.points.detach().float().numpy()
    presence = drawn.presence.detach().sigmoid().float().numpy()
    width = drawn.width.detach().clamp(min=0).float().numpy()
    paints = drawn.paints.detach().clamp(0, 1).float().numpy()
    return [
        Portrait(*(np.ascontiguousarray(values[i]) for values in (points, presence, width, paints)))
        for i in range(len(points))
    ]
