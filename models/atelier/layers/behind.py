"""Layers of what lies behind head and body: tails, buns, back hair, hood; bottom to top."""

from __future__ import annotations

from models.atelier.layers.pens import CONTOUR, INNER, both, lock, names, shape, stroke
from models.portrait.layer_table import Fill, Ink, Layer

LAYERS: tuple[Layer, ...] = (
    Layer("light", "face", "guide", ("light.direction",), 1, closed=False),
    lock("ponytail", "tied", names("ponytail", 3), 5, Fill("hair_low", "hair_back_low"), 0.3),
    shape("bun", "tied", both("bun"), 4, "hair", "hair_line", to="hair_low"),
    stroke("bun line", "tied", both("bun line"), 3, "hair_line", INNER),
    Layer(
        "back", "back", "flat", ("back",), 30, fill=Fill("hair_back", "hair_back_low"),
        inks=(Ink("hair_line", CONTOUR, (0.02, 0.02)),),
    ),
    stroke("back line", "back", names("back line", 4), 2, "hair_soft_line", INNER, clip=("back",),
            sketched=False),
    lock("back lock", "back", names("back lock", 6), 5, Fill("hair_back", "hair_low"), 0.25),
    shape("hood", "clothes", ("hood",), 8, "cloth_shade", "cloth_line"),
)  # fmt: skip
