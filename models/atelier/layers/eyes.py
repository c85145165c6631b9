"""Layers of eyes, brows, glasses; bottom to top."""

from __future__ import annotations

from models.atelier.layers.pens import CONTOUR, FINE, INNER, SIDES, both, shape, stroke
from models.portrait.layer_table import Fill, Ink, Layer

LAYERS: tuple[Layer, ...] = (
    Layer("eye white", "eyes", "flat", both("eye white"), 12, fill=Fill("white")),
    Layer(
        "iris", "eyes", "flat", both("iris"), 4, fill=Fill("eye_top", "eye_low"),
        clip=("eye white",), inks=(Ink("eye_rim", INNER * 1.2, (0.01, 0.01)),),
    ),
    shape("iris glow", "eyes", both("iris glow"), 4, "eye_glow", role="light",
           clip=("eye white",), opacity=0.85),
    shape("pupil", "eyes", both("pupil"), 4, "pupil", clip=("eye white",)),
    shape("lid shadow", "eyes", both("lid shadow"), 12, "white_shade", role="shade",
           clip=("eye white",), opacity=0.42),
    shape("shine", "eyes", both("shine"), 4, "shine", role="light"),
    shape("small shine", "eyes", both("small shine"), 4, "shine", role="light"),
    stroke("lower lash", "eyes", both("lower lash"), 3, "lash", INNER, (0.15, 0.75)),
    Layer(
        "lash", "eyes", "flat", both("lash"), 13, fill=Fill("lash"),
        inks=(Ink("lash", INNER, (0.35, 0.1), 0, 6),),
    ),
    shape("lash spike", "eyes", tuple(f"lash spike.{s}.{k}" for s in SIDES for k in (1, 2, 3)), 3,
           "lash"),
    stroke("crease", "eyes", both("crease"), 3, "skin_line", FINE, (0.5, 0.4)),
    Layer(
        "brow", "brows", "flat", both("brow"), 7, fill=Fill("brow"),
        inks=(Ink("brow", INNER, (0.15, 0.3), 0, 3),),
    ),
    Layer(
        "glasses", "extras", "ink", both("glasses"), 4, closed=False,
        inks=(Ink("accent_line", CONTOUR * 1.15, (0.01, 0.01)),),
    ),
    stroke("glasses bridge", "extras", ("bridge", "temple.left", "temple.right"), 2, "accent_line",
            CONTOUR, (0.02, 0.02)),
)  # fmt: skip
