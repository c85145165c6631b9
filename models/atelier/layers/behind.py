"""Layers of what lies behind head and body: tails, buns, back hair, hood; bottom to top."""

from __future__ import annotations

from models.atelier.layers.pens import (
    CONTOUR,
    INNER,
    both,
    clump,
    lock,
    names,
    shape,
    sides,
    stroke,
)  # fmt: skip
from models.portrait.layer_table import Fill, Ink, Layer

LAYERS: tuple[Layer, ...] = (
    Layer("light", "face", "guide", ("light.direction",), 1, closed=False),
    lock("ponytail", "tied", names("ponytail", 3), 5, Fill("hair", "hair_low"), 0.3),
    shape("ponytail shade", "tied", ("ponytail shade",), 5, "hair_shade",
           to="hair_low_shade", role="shade", clip=("ponytail",)),
    shape("ponytail tie", "tied", ("ponytail tie",), 4, "accent", "accent_line"),
    Layer(
        "bun", "tied", "flat", both("bun"), 10, fill=Fill("hair"),
        inks=(Ink("hair_line", CONTOUR, (0.10, 0.30)),),
    ),
    shape("bun shade", "tied", both("bun shade"), 5, "hair_shade", role="shade", clip=("bun",),
           opacity=0.8),
    Layer(
        "back", "back", "flat", ("back",), 28, fill=Fill("hair_back", "hair_back_low"),
        inks=(Ink("hair_line", CONTOUR, (0.02, 0.02)),),
    ),
    stroke("back line", "back", names("back line", 4), 3, "hair_soft_line", INNER, clip=("back",),
            sketched=False),
    Layer("back shadow", "back", "shade", fill=Fill("hair_back", opacity=0.8), clip=("back",),
          source=("face",), cast=True),
    clump("back lock", "back", sides("back lock", 1, 3, 2), 7, Fill("hair", "hair_low"), 0.25),
    shape("back lock shade", "back", sides("back lock shade", 1, 3, 2), 9, "hair_shade",
           to="hair_low_shade", role="shade", clip=("back lock",)),
    shape("hood", "clothes", ("hood",), 7, "cloth_shade", "cloth_line"),
)  # fmt: skip
