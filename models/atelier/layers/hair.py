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
    Layer("hair rim", "bangs", "light", clip=("cap",), source=("cap",), cast=0.16,
          inks=(Ink("hair_light", CONTOUR * 1.4, (0.3, 0.3), 0, 12, sketched=False),)),
    Layer(
        "tuft", "bangs", "flat", names("tuft", TUFTS), 8, fill=Fill("hair"),
        inks=(Ink("hair_line", CONTOUR, (0.4, 0.03), 0, 3),
              Ink("hair_line", CONTOUR * 0.85, (0.1, 0.25), 3, 4),
              Ink("hair_line", CONTOUR * 0.85, (0.25, 0.1), 4, 5),
              Ink("hair_line", CONTOUR, (0.03, 0.9), 5, 6)),
    ),
    clump("side", "sides", sides("side", 2, 3, 1), 5, Fill("hair", "hair_low"), 0.6, skip=1),
    shape("side shade", "sides", sides("side shade", 2, 3, 1), 7, "hair_shade",
           to="hair_low_shade", role="shade", clip=("side",)),
    stroke("flow", "bangs", names("flow", FLOWS), 2, "hair_soft_line", INNER, (0.5, 0.5)),
    clump("under bang", "bangs", names("bang", UNDER), 5, Fill("hair", "hair_low"), 0.9,
          CONTOUR * 0.9, 1),
    shape("under bang shade", "bangs", names("bang shade", UNDER), 5, "hair_shade",
           to="hair_low_shade", role="shade", clip=("under bang",)),
    # From nothing at the roots, where clumps lie in each other, to a full shadow at the tips.
    Layer("bang shadow", "bangs", "shade", fill=Fill("hair", "hair_low_shade"),
          clip=("under bang", "side"),
          source=("bang",), cast=True),
    clump("bang", "bangs", names("bang", OVER), 5, Fill("hair", "hair_low"), 0.9,
          CONTOUR * 0.9, 1),
    shape("bang shade", "bangs", names("bang shade", OVER), 5, "hair_shade",
           to="hair_low_shade", role="shade", clip=("bang",)),
    shape("cap shade", "bangs", both("cap shade"), 9, "hair_shade", role="shade",
           clip=("cap", "tuft", "side", "under bang", "bang")),
    # The same on clumps, whose colour changes on the way down.
    Layer("clump shade", "bangs", "shade", fill=Fill("hair_shade", "hair_low_shade"),
          clip=("side", "under bang", "bang"), source=("cap shade",)),
    stroke("bang fold", "bangs", names("bang fold", FOLDS), 2, "hair_line", INNER, (0.8, 0.05)),
    shape("shine band", "bangs", names("shine band", PIECES), 8, "hair_light", role="light",
           clip=("cap", "under bang", "bang"), opacity=0.9),
    lock("stray", "bangs", names("stray", STRAYS), 4, Fill("hair", "hair_low"), 0.6, INNER),
    Layer(
        "animal ear", "extras", "flat", both("animal ear"), 6, fill=Fill("hair"),
        inks=(Ink("hair_line", CONTOUR, (0.2, 0.2)),),
    ),
    shape("animal ear inside", "extras", both("animal ear inside"), 6, "blush", "hair_soft_line",
           width=INNER),
    Layer(
        "animal ear tuft", "extras", "flat", both("animal ear tuft"), 6, fill=Fill("hair"),
        inks=(Ink("hair_line", INNER, (0.35, 0.04), 0, 2),
              Ink("hair_line", INNER, (0.04, 0.04), 2, 4),
              Ink("hair_line", INNER, (0.04, 0.35), 4, 6)),
    ),
    lock("ahoge", "tied", names("ahoge", 2), 4, Fill("hair"), 0.25),
    Layer("lash through", "eyes", "shade", fill=Fill("lash", opacity=0.33), source=("lash",),
          clip=("under bang", "bang", "side", "stray")),
    Layer("brow through", "brows", "shade", fill=Fill("brow", opacity=0.45), source=("brow",),
          clip=("under bang", "bang", "side", "stray", "cap")),
    # The arms stay behind the side locks.
    Layer("glasses through", "extras", "shade", clip=("under bang", "bang", "stray"),
          source=("glasses",),
          inks=(Ink("accent_line", CONTOUR, (0.02, 0.02), opacity=0.6, sketched=False),)),
    shape("band", "extras", ("band",), 5, "accent", "accent_line"),
    Layer(
        "cup", "extras", "flat", both("cup"), 7, fill=Fill("accent", "accent_shade"),
        inks=(Ink("accent_line", CONTOUR, (0.02, 0.02), 0, 4),
              Ink("accent_line", INNER, (0.02, 0.02), 5, 7)),
    ),
    shape("hairpin", "extras", names("hairpin", 2), 4, "accent", "accent_line", width=INNER),
    shape("flower", "extras", ("flower",), 10, "accent_light", "accent_line", width=INNER),
    shape("flower heart", "extras", ("flower heart",), 4, "accent", "accent_line", width=INNER),
    shape("bow tails", "extras", ("bow tails",), 10, "accent_shade", "accent_line"),
    Layer(
        "bow loop", "extras", "flat", both("bow loop"), 6, fill=Fill("accent", "accent_shade"),
        inks=(Ink("accent_line", CONTOUR, (0.03, 0.03), 0, 4),
              Ink("accent_line", INNER, (0.05, 0.7), 4, 6)),
    ),
    shape("bow knot", "extras", ("bow knot",), 4, "accent", "accent_line"),
    Layer("hat shadow", "extras", "shade", fill=Fill("hair_shade", "hair_low_shade"),
          clip=("cap", "tuft", "under bang", "bang", "side", "stray"), source=("brim", "hat"),
          cast=1.5),
    # A brim has a thickness: its front edge is the heavier line.
    Layer(
        "brim", "extras", "flat", ("brim",), 9, fill=Fill("accent", "accent_shade"),
        inks=(Ink("accent_line", CONTOUR, (0.04, 0.04), 0, 5),
              Ink("accent_line", CONTOUR * 1.9, (0.15, 0.15), 5, 9)),
    ),
    Layer(
        "hat", "extras", "flat", ("hat",), 15, fill=Fill("accent"),
        inks=(Ink("accent_line", CONTOUR, (0.04, 0.04), 0, 12),
              Ink("accent_line", INNER, (0.05, 0.2), 13, 15)),
    ),
    shape("hat shade", "extras", ("hat shade",), 6, "accent_shade", role="shade", clip=("hat",)),
)  # fmt: skip
