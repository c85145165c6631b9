"""Layers of crown, side locks, bangs, and what is worn in the hair; bottom to top."""

from __future__ import annotations

from models.atelier.hair.bangs import FOLDS, OVER, STRAYS, UNDER
from models.atelier.hair.crown import FLOWS, TUFTS
from models.atelier.hair.shine import PIECES
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
    Layer(
        "cap", "bangs", "flat", ("cap",), 16, fill=Fill("hair"),
        inks=(Ink("hair_line", CONTOUR * 1.1, (0.1, 0.1), 0, 12),),
    ),
    clump("tuft", "bangs", names("tuft", TUFTS), 4, Fill("hair"), 0.6, CONTOUR, 1),
    clump("side", "sides", sides("side", 2, 3, 1), 5, Fill("hair", "hair_low"), 0.6, skip=1),
    shape("side shade", "sides", sides("side shade", 2, 3, 1), 7, "hair_shade", role="shade",
           clip=("side",)),
    stroke("flow", "bangs", names("flow", FLOWS), 2, "hair_soft_line", INNER, (0.5, 0.5)),
    clump("under bang", "bangs", names("bang", UNDER), 5, Fill("hair", "hair_low"), 0.9,
          CONTOUR * 0.9, 1),
    shape("under bang shade", "bangs", names("bang shade", UNDER), 5, "hair_shade", role="shade",
           clip=("under bang",)),
    Layer("bang shadow", "bangs", "shade", fill=Fill("hair_shade"), clip=("under bang", "side"),
          source=("bang",), cast=True),
    clump("bang", "bangs", names("bang", OVER), 5, Fill("hair", "hair_low"), 0.9,
          CONTOUR * 0.9, 1),
    shape("bang shade", "bangs", names("bang shade", OVER), 5, "hair_shade", role="shade",
           clip=("bang",)),
    shape("cap shade", "bangs", both("cap shade"), 9, "hair_shade", role="shade",
           clip=("cap", "tuft", "side", "under bang", "bang")),
    stroke("bang fold", "bangs", names("bang fold", FOLDS), 2, "hair_line", INNER, (0.8, 0.05)),
    shape("shine band", "bangs", names("shine band", PIECES), 8, "hair_light", role="light",
           clip=("cap", "under bang", "bang"), opacity=0.9),
    lock("stray", "bangs", names("stray", STRAYS), 4, Fill("hair"), 0.6, INNER),
    lock("ahoge", "tied", names("ahoge", 2), 4, Fill("hair"), 0.25),
    Layer("lash through", "eyes", "shade", fill=Fill("lash", opacity=0.33), source=("lash",),
          clip=("under bang", "bang", "side", "stray")),
    Layer("brow through", "brows", "shade", fill=Fill("brow", opacity=0.45), source=("brow",),
          clip=("under bang", "bang", "side", "stray", "cap")),
    shape("ribbon", "extras", names("ribbon", 2), 5, "accent", "accent_line"),
    shape("ribbon knot", "extras", ("ribbon knot",), 4, "accent_shade", "accent_line"),
    shape("hairpin", "extras", names("hairpin", 2), 4, "accent", "accent_line", width=INNER),
)  # fmt: skip
