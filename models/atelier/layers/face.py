"""Layers of ears, face, nose, mouth; bottom to top."""

from __future__ import annotations

from models.atelier.layers.pens import CONTOUR, FINE, INNER, both, shape, stroke
from models.portrait.layer_table import Fill, Ink, Layer

LAYERS: tuple[Layer, ...] = (
    shape("animal ear", "extras", both("animal ear"), 4, "hair", "hair_line"),
    shape("animal ear inside", "extras", both("animal ear inside"), 4, "blush"),
    Layer(
        "ear", "ears", "flat", both("ear"), 5, fill=Fill("skin"),
        inks=(Ink("skin_line", CONTOUR, (0.1, 0.1)),),
    ),
    stroke("ear line", "ears", both("ear line"), 2, "skin_line", FINE),
    Layer(
        "face", "face", "flat", ("face",), 18, fill=Fill("skin"),
        inks=(Ink("skin_line", CONTOUR * 1.1, (0.12, 0.12), 0, 14),),
    ),
    shape("face shade", "face", both("face shade"), 8, "skin_shade", role="shade",
           clip=("face",), opacity=0.8),
    shape("blush", "face", both("blush"), 4, "blush", role="shade", clip=("face",),
           opacity=0.45, blur=0.011),
    Layer(
        "hair shadow", "face", "shade", fill=Fill("skin_shade"), clip=("face", "ear"),
        source=("bang", "side"), cast=True,
    ),
    shape("nose shadow", "nose", ("nose shadow",), 3, "skin_shade", role="shade"),
    stroke("nose", "nose", ("nose",), 2, "skin_line", FINE * 1.5, (0.5, 0.25)),
    shape("mouth", "mouth", ("mouth",), 8, "mouth_inside"),
    shape("tongue", "mouth", ("tongue",), 4, "tongue", role="shade", clip=("mouth",)),
    shape("teeth", "mouth", ("teeth",), 7, "teeth", role="light", clip=("mouth",)),
    Layer(
        "lips", "mouth", "ink", ("lips",), 8, closed=False,
        inks=(Ink("skin_line", INNER * 1.25, (0.3, 0.3), 0, 4),
              Ink("skin_line", FINE, (0.3, 0.3), 4, 8)),
    ),
    stroke("lip shadow", "mouth", ("lip shadow",), 2, "skin_soft_line", FINE, (0.5, 0.5)),
)  # fmt: skip
