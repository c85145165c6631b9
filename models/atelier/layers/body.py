"""Layers of neck and clothes, and the tails that hang before them; bottom to top."""

from __future__ import annotations

from models.atelier.layers.pens import (
    CONTOUR,
    FINE,
    INNER,
    both,
    lock,
    shape,
    side_by_side,
    sides,
    stroke,
)
from models.atelier.tied.braids import PIECES
from models.portrait.layer_table import Fill, Ink, Layer


def _braid(side: str) -> tuple[Layer, ...]:
    """A braid or drill, from its end up; tips that are dyed take its lower half, and the piece
    between has both colours."""
    slots = tuple(f"braid.{side}.{k}" for k in range(1, PIECES + 1))
    half = PIECES // 2
    return (
        shape(f"braid end {side}", "tied", slots[: half - 1], 4, "hair_low", "hair_line",
              to="hair_low_shade"),
        shape(f"braid middle {side}", "tied", slots[half - 1 : half], 4, "hair", "hair_line",
              to="hair_low_shade"),
        shape(f"braid {side}", "tied", slots[half:], 4, "hair", "hair_line", to="hair_shade"),
    )  # fmt: skip


LAYERS: tuple[Layer, ...] = (
    shape("nape", "clothes", ("nape",), 4, "cloth_shade", "cloth_line"),
    Layer(
        "neck", "body", "flat", ("neck",), 19, fill=Fill("skin"),
        inks=(Ink("skin_line", CONTOUR, (0.2, 0.2), 1, 9),
              Ink("skin_line", CONTOUR, (0.2, 0.2), 10, 18)),
    ),
    Layer(
        "neck shadow", "body", "shade", fill=Fill("skin_shade"), clip=("neck",),
        source=("face",), cast=1.0,
    ),
    shape("throat", "body", ("throat",), 7, "skin_shade", role="shade", clip=("neck",)),
    stroke("collarbone", "body", both("collarbone"), 1, "skin_soft_line", INNER, (0.15, 0.7),
           clip=("neck",)),
    stroke("arm", "body", both("arm"), 1, "skin_line", INNER, (0.5, 0.05), clip=("neck",)),
    Layer(
        "under", "clothes", "flat", ("under",), 7, fill=Fill("linen"),
        inks=(Ink("cloth_line", INNER, (0.1, 0.1), 0, 4),),
    ),
    Layer("under shadow", "clothes", "shade", fill=Fill("linen_shade"), clip=("under",),
          source=("face",), cast=1.0),
    Layer("tie shadow", "clothes", "shade", fill=Fill("linen_shade"), clip=("under",),
          source=("tie",), cast=0.4),
    shape("tie", "clothes", ("tie",), 6, "accent", "accent_line", width=INNER),
    shape("strap", "clothes", both("strap"), 4, "cloth", "cloth_line", width=INNER),
    Layer(
        "garment", "clothes", "flat", ("garment",), 15, fill=Fill("cloth"),
        inks=(Ink("cloth_line", CONTOUR, (0.1, 0.02), 0, 5),
              Ink("cloth_line", CONTOUR, (0.02, 0.1), 6, 11),
              Ink("cloth_line", CONTOUR, (0.1, 0.1), 11, 15)),
    ),
    shape("garment shade", "clothes", both("garment shade"), 6, "cloth_shade", role="shade",
           clip=("garment",)),
    Layer(
        "fold", "clothes", "shade", side_by_side("fold", 2), 2,
        fill=Fill("cloth_shade"), clip=("garment",),
        inks=(Ink("cloth_line", INNER * 0.9, (0.02, 0.85), 0, 1),),
    ),
    stroke("sleeve", "clothes", both("sleeve"), 1, "cloth_line", INNER, (0.6, 0.05)),
    Layer(
        "neck band", "clothes", "flat", ("neck band",), 14, fill=Fill("trim"),
        inks=(Ink("cloth_line", INNER, (0.1, 0.1), 0, 8),
              Ink("cloth_line", INNER, (0.1, 0.1), 9, 13)),
    ),
    Layer("garment shadow", "clothes", "shade", fill=Fill("cloth_shade"),
          clip=("garment", "strap"), source=("face", "side"), cast=1.0),
    Layer("garment rim", "clothes", "light", clip=("garment",), source=("garment",), cast=0.16,
          inks=(Ink("cloth_light", CONTOUR * 1.5, (0.35, 0.25), 0, 4, sketched=False),
                Ink("cloth_light", CONTOUR * 1.5, (0.25, 0.35), 7, 11, sketched=False))),
    Layer("collar shadow", "clothes", "shade", fill=Fill("cloth_shade"), clip=("garment",),
          source=("collar", "sailor", "lapel", "hood rim", "kimono", "turtleneck", "gorget"),
          cast=0.5),
    shape("sailor", "clothes", both("sailor"), 6, "trim", "cloth_line"),
    stroke("sailor stripe", "clothes", both("sailor stripe"), 2, "cloth", INNER * 1.3,
            (0.02, 0.02), sketched=False),
    shape("collar", "clothes", both("collar"), 6, "linen", "cloth_line"),
    shape("collar shade", "clothes", both("collar shade"), 3, "linen_shade", role="shade",
           clip=("collar",)),
    shape("lapel", "clothes", both("lapel"), 6, "cloth", "cloth_line"),
    Layer(
        "kimono", "clothes", "flat", both("kimono"), 8, fill=Fill("trim"),
        inks=(Ink("cloth_line", CONTOUR, (0.04, 0.04), 0, 3),
              Ink("cloth_line", CONTOUR, (0.04, 0.04), 4, 7)),
    ),
    Layer("trim shadow", "clothes", "shade", fill=Fill("trim_shade"), clip=("sailor", "kimono"),
          source=("face", "side"), cast=1.0),
    shape("turtleneck", "clothes", ("turtleneck",), 8, "cloth", "cloth_line"),
    Layer("turtleneck shadow", "clothes", "shade", fill=Fill("cloth_shade"),
          clip=("turtleneck",), source=("face", "side"), cast=1.0),
    shape("hood rim", "clothes", both("hood rim"), 6, "cloth", "cloth_line"),
    stroke("string", "clothes", both("string"), 1, "linen", FINE * 2.4, (0.02, 0.02)),
    shape("plate", "clothes", both("plate"), 6, "metal_light", "cloth_line", to="metal_shade"),
    shape("gorget", "clothes", ("gorget",), 8, "metal_light", "cloth_line", to="metal_shade"),
    Layer("knot shadow", "clothes", "shade", fill=Fill("cloth_shade"), clip=("garment",),
          source=("bow", "bow tail"), cast=0.45),
    Layer("knot shadow on linen", "clothes", "shade", fill=Fill("linen_shade"),
          clip=("collar", "under"), source=("bow", "bow tail", "knot"), cast=0.35),
    shape("bow tail", "clothes", both("bow tail"), 3, "accent_shade", "accent_line", width=INNER),
    shape("bow", "clothes", both("bow"), 4, "accent", "accent_line"),
    shape("knot", "clothes", ("knot",), 4, "accent_shade", "accent_line"),
    lock("tail behind", "tied", sides("tail", 1), 5,
          Fill("hair_shade", "hair_low"), 0.3),
    lock("tail", "tied", sides("tail", 2), 5, Fill("hair", "hair_low"), 0.3),
    shape("tail shade", "tied", both("tail shade"), 5, "hair_shade", to="hair_low_shade",
          role="shade", clip=("tail",)),
    lock("tail before", "tied", sides("tail", 3), 5, Fill("hair", "hair_low"),
          0.3),
    *_braid("left"),
    *_braid("right"),
    shape("tail tie", "tied", both("tail tie"), 4, "accent", "accent_line"),
)  # fmt: skip
