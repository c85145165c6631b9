"""Layers of ears, face, nose, mouth; bottom to top."""

from __future__ import annotations

from models.atelier.layers.pens import CONTOUR, FINE, INNER, both, shape, stroke
from models.portrait.layer_table import Fill, Ink, Layer

LAYERS: tuple[Layer, ...] = (
    Layer(
        "ear", "ears", "flat", both("ear"), 6, fill=Fill("skin"),
        inks=(Ink("skin_line", CONTOUR, (0.1, 0.1)),),
    ),
    shape("ear shade", "ears", both("ear shade"), 4, "skin_shade", role="shade", clip=("ear",)),
    stroke("ear line", "ears", both("ear line"), 3, "skin_line", FINE),
    shape("earring", "extras", both("earring"), 4, "accent", "accent_line", width=INNER),
    Layer(
        "face", "face", "flat", ("face",), 18, fill=Fill("skin"),
        inks=(Ink("skin_line", CONTOUR * 1.2, (0.12, 0.12), 0, 14),),
    ),
    shape("stubble", "face", ("stubble",), 6, "skin_line", role="shade", clip=("face",),
           opacity=0.16, blur=0.010),
    shape("face shade", "face", both("face shade"), 8, "skin_shade", role="shade",
           clip=("face",), opacity=0.8),
    shape("blush", "face", (*both("blush"), "blush.nose"), 4, "blush", role="shade",
           clip=("face",), opacity=0.42, blur=0.011),
    shape("blush line", "face", both("blush line"), 8, "blush", role="shade", clip=("face",),
           opacity=0.85),
    shape("freckles", "face", both("freckles"), 11, "skin_soft_line", role="shade",
           opacity=0.7, clip=("face",)),
    stroke("cheek line", "face", both("cheek line"), 1, "skin_soft_line", INNER, (0.5, 0.6)),
    Layer(
        "hair shadow", "face", "shade", fill=Fill("skin_shade"), clip=("face", "ear"),
        source=("cap", "under bang", "bang", "side", "brim"), cast=True,
    ),
    shape("mole", "face", ("mole",), 2, "skin_line"),
    shape("nose shadow", "nose", ("nose shadow",), 3, "skin_shade", role="shade"),
    stroke("nose", "nose", ("nose",), 3, "skin_line", FINE * 1.7, (0.5, 0.25)),
    stroke("nose base", "nose", ("nose base",), 2, "skin_line", FINE * 1.4, (0.4, 0.4)),
    shape("lip tint", "mouth", ("lip tint",), 8, "lip", role="shade", opacity=0.9),
    shape("mouth", "mouth", ("mouth",), 8, "mouth_inside"),
    shape("tongue", "mouth", ("tongue",), 4, "tongue", role="shade", clip=("mouth",)),
    shape("teeth", "mouth", ("teeth",), 7, "teeth", role="light", clip=("mouth",)),
    stroke("lips", "mouth", ("lips",), 4, "skin_line", INNER * 1.85, (0.3, 0.3)),
    stroke("lip end", "mouth", both("lip end"), 1, "skin_line", INNER * 1.8, (0.12, 0.35)),
    stroke("jaw line", "mouth", ("jaw line",), 4, "skin_line", FINE * 1.2, (0.2, 0.2)),
    Layer(
        "fang", "mouth", "flat", ("fang",), 2, fill=Fill("teeth"),
        inks=(Ink("skin_line", FINE, (0.2, 0.2)),),
    ),
    stroke("lip shadow", "mouth", ("lip shadow",), 2, "skin_soft_line", FINE, (0.5, 0.5)),
)  # fmt: skip
