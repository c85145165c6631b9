"""Layers of crown, side locks, bangs, and what is worn in the hair; bottom to top."""

from __future__ import annotations

from models.atelier.layers.pens import CONTOUR, INNER, SIDES, both, lock, names, shape, stroke
from models.atelier.parameters.hair import BANG_LOCKS
from models.portrait.layer_table import Fill, Ink, Layer

_BANGS = names("bang", BANG_LOCKS)
LAYERS: tuple[Layer, ...] = (
    lock("spike", "back", names("spike", 7), 3, Fill("hair"), 0.3),
    Layer(
        "cap", "bangs", "flat", ("cap",), 12, fill=Fill("hair"),
        inks=(Ink("hair_line", CONTOUR * 1.1, (0.1, 0.1), 0, 8),),
    ),
    shape("cap shade", "bangs", both("cap shade"), 6, "hair_shade", role="shade", clip=("cap",)),
    lock("side", "sides", tuple(f"side.{s}.{k}" for s in SIDES for k in (3, 1, 2)), 4,
          Fill("hair", "hair_low"), 0.5),
    shape("side shade", "sides", tuple(f"side shade.{s}.{k}" for s in SIDES for k in (3, 1, 2)), 7,
           "hair_shade", role="shade", clip=("side",)),
    stroke("parting", "bangs", names("parting", 4), 2, "hair_soft_line", INNER, (0.5, 0.4)),
    lock("bang", "bangs", _BANGS, 4, Fill("hair"), 0.78, CONTOUR * 0.9),
    shape("bang shade", "bangs", names("bang shade", BANG_LOCKS), 7, "hair_shade", role="shade",
           clip=("bang",)),
    shape("shine band", "bangs", names("shine band", 5), 8, "hair_light", role="light",
           clip=("cap", "bang"), opacity=0.9),
    lock("stray", "bangs", names("stray", 2), 4, Fill("hair"), 0.6, INNER),
    lock("ahoge", "tied", names("ahoge", 2), 4, Fill("hair"), 0.25),
    Layer("lash through", "eyes", "shade", fill=Fill("lash", opacity=0.33), source=("lash",),
          clip=("bang", "side", "stray")),
    Layer("brow through", "brows", "shade", fill=Fill("brow", opacity=0.45), source=("brow",),
          clip=("bang", "side", "stray", "cap")),
    shape("ribbon", "extras", names("ribbon", 2), 5, "accent", "accent_line"),
    shape("ribbon knot", "extras", ("ribbon knot",), 4, "accent_shade", "accent_line"),
    shape("hairpin", "extras", names("hairpin", 2), 4, "accent", "accent_line", width=INNER),
)  # fmt: skip
