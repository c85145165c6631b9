"""Layers of neck and clothes, and the tails that hang before them; bottom to top."""

from __future__ import annotations

from models.atelier.layers.pens import CONTOUR, FINE, INNER, SIDES, both, lock, names, shape, stroke
from models.portrait.layer_table import Fill, Ink, Layer

LAYERS: tuple[Layer, ...] = (
    Layer(
        "neck", "body", "flat", ("neck",), 12, fill=Fill("skin"),
        inks=(Ink("skin_line", CONTOUR, (0.3, 0.4), 1, 5),
              Ink("skin_line", CONTOUR, (0.4, 0.3), 7, 11)),
    ),
    Layer(
        "neck shadow", "body", "shade", fill=Fill("skin_shade"), clip=("neck",),
        source=("face",), cast=True,
    ),
    shape("throat", "body", ("throat",), 4, "skin_shade", role="shade", clip=("neck",)),
    stroke("collarbone", "body", both("collarbone"), 2, "skin_soft_line", INNER, clip=("neck",)),
    Layer(
        "garment", "clothes", "flat", ("garment",), 13, fill=Fill("cloth"),
        inks=(Ink("cloth_line", CONTOUR, (0.1, 0.02), 0, 4),
              Ink("cloth_line", CONTOUR, (0.02, 0.1), 5, 9),
              Ink("cloth_line", CONTOUR, (0.1, 0.1), 9, 13)),
    ),
    shape("garment shade", "clothes", both("garment shade"), 6, "cloth_shade", role="shade",
           clip=("garment",)),
    stroke("fold", "clothes", names("fold", 4), 1, "cloth_line", INNER, (0.05, 0.9)),
    shape("sailor", "clothes", both("sailor"), 6, "cloth_shade", "cloth_line"),
    stroke("sailor stripe", "clothes", both("sailor stripe"), 3, "linen", INNER,
            (0.02, 0.02), sketched=False),
    shape("collar", "clothes", both("collar"), 5, "linen", "cloth_line"),
    shape("collar shade", "clothes", both("collar shade"), 5, "linen_shade", role="shade",
           clip=("collar",)),
    shape("tie", "clothes", ("tie",), 6, "accent", "accent_line"),
    shape("bow", "clothes", both("bow"), 4, "accent", "accent_line"),
    shape("knot", "clothes", ("knot",), 4, "accent_shade", "accent_line"),
    stroke("string", "clothes", both("string"), 2, "linen", FINE * 2, (0.02, 0.02)),
    lock("tail behind", "tied", tuple(f"tail.{s}.1" for s in SIDES), 5,
          Fill("hair_shade", "hair_low"), 0.3),
    lock("tail", "tied", tuple(f"tail.{s}.2" for s in SIDES), 5, Fill("hair", "hair_low"), 0.3),
    shape("tail shade", "tied", both("tail shade"), 5, "hair_shade", role="shade", clip=("tail",)),
    lock("tail before", "tied", tuple(f"tail.{s}.3" for s in SIDES), 5, Fill("hair", "hair_low"),
          0.3),
    shape("braid", "tied", tuple(f"braid.{s}.{k}" for s in SIDES for k in range(1, 7)), 4, "hair",
           "hair_line", to="hair_shade"),
    shape("tail tie", "tied", both("tail tie"), 4, "accent", "accent_line"),
)  # fmt: skip
