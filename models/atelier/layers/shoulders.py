"""Layers of hair that falls over the shoulders, above clothes and below the face."""

from __future__ import annotations

from models.atelier.layers.pens import both, clump, shape
from models.portrait.layer_table import Fill, Layer

LAYERS: tuple[Layer, ...] = (
    Layer(
        "front lock shadow", "back", "shade", fill=Fill("cloth_shade"), clip=("garment", "sailor"),
        source=("front lock",), cast=True,
    ),
    clump("front lock", "back", both("front lock"), 7, Fill("hair", "hair_low"), 0.3),
    shape("front lock shade", "back", both("front lock shade"), 9, "hair_shade",
          to="hair_low_shade", role="shade", clip=("front lock",)),
)  # fmt: skip
