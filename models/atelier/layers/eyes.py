"""Layers of eyes, brows, glasses; bottom to top."""

from __future__ import annotations

from models.atelier.layers.pens import CONTOUR, FINE, INNER, both, shape, side_by_side, stroke
from models.portrait.layer_table import Fill, Ink, Layer

LAYERS: tuple[Layer, ...] = (
    Layer("eye white", "eyes", "flat", both("eye white"), 10, fill=Fill("white")),
    shape("lid shadow", "eyes", both("lid shadow"), 10, "white_shade", role="shade",
           clip=("eye white",), opacity=0.50),
    Layer(
        "iris", "eyes", "flat", both("iris"), 4, fill=Fill("eye_top", "eye_low"),
        clip=("eye white",), inks=(Ink("eye_rim", INNER * 1.35, (0.01, 0.01)),),
    ),
    shape("iris glow", "eyes", both("iris glow"), 4, "eye_glow", role="light",
           clip=("eye white",), opacity=0.85),
    shape("iris shade", "eyes", both("iris shade"), 4, "eye_rim", role="shade",
           clip=("eye white",), opacity=0.6),
    shape("pupil", "eyes", both("pupil"), 4, "pupil", clip=("eye white",)),
    shape("shine", "eyes", both("shine"), 4, "shine", role="light", clip=("eye white",)),
    shape("small shine", "eyes", both("small shine"), 4, "shine", role="light",
           clip=("eye white",)),
    shape("spark", "eyes", both("spark"), 4, "shine", role="light", clip=("eye white",)),
    stroke("eye bag", "eyes", both("eye bag"), 1, "skin_soft_line", INNER, (0.5, 0.5)),
    stroke("lower lash", "eyes", both("lower lash"), 3, "lash", INNER, (0.15, 0.75)),
    shape("lower lash spike", "eyes", side_by_side("lower lash spike", 2), 2, "lash"),
    Layer(
        "lash", "eyes", "flat", both("lash"), 14, fill=Fill("lash"),
        inks=(Ink("lash", INNER, (0.35, 0.1), 0, 6),),
    ),
    shape("lash spike", "eyes", side_by_side("lash spike", 3), 2, "lash"),
    stroke("crease", "eyes", both("crease"), 3, "skin_line", FINE, (0.5, 0.4)),
    Layer(
        "brow", "brows", "flat", both("brow"), 7, fill=Fill("brow"),
        inks=(Ink("brow", INNER, (0.15, 0.3), 0, 3),),
    ),
    shape("glint", "extras", both("glint"), 4, "glint", role="light", opacity=0.45),
    stroke("glasses", "extras", both("glasses"), 3, "accent_line", CONTOUR, (0.02, 0.02)),
    stroke("lower rim", "extras", both("lower rim"), 2, "accent_line", CONTOUR, (0.02, 0.02)),
    stroke("bridge", "extras", ("bridge",), 2, "accent_line", CONTOUR, (0.02, 0.02)),
)  # fmt: skip
