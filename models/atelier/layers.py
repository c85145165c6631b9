"""The atelier's layer table: every shape of a portrait, bottom to top."""

from __future__ import annotations

from models.atelier.parameters import BANG_LOCKS, PARTS
from models.portrait.layer_table import Fill, Ink, Layer, LayerTable, Role

#: Pen widths in frame units; ART.md: contour 0.9-1.2 % of the head's width (0.38 of the frame).
CONTOUR, INNER, FINE = 0.0040, 0.0027, 0.0018
SIDES = ("left", "right")

PAINTS = {
    "paper": "hair",
    **dict.fromkeys(
        ("hair", "hair_low", "hair_shade", "hair_back", "hair_back_low", "hair_light",
         "hair_line", "hair_soft_line", "lash", "brow"), "hair"),
    **dict.fromkeys(
        ("skin", "skin_shade", "skin_line", "skin_soft_line", "blush", "mouth_inside", "tongue",
         "teeth"), "skin"),
    **dict.fromkeys(
        ("white", "white_shade", "eye_top", "eye_low", "eye_rim", "pupil", "eye_glow", "shine"),
        "eyes"),
    **dict.fromkeys(
        ("cloth", "cloth_shade", "cloth_line", "linen", "linen_shade"), "clothes"),
    **dict.fromkeys(("accent", "accent_shade", "accent_line"), "accent"),
}  # fmt: skip


def _names(stem: str, count: int) -> tuple[str, ...]:
    return tuple(f"{stem}.{k}" for k in range(1, count + 1))


def _both(stem: str) -> tuple[str, ...]:
    return tuple(f"{stem}.{side}" for side in SIDES)


def _lock(
    name: str,
    part: str,
    slots: tuple[str, ...],
    knots: int,
    fill: Fill,
    taper: float = 0.55,
    width: float = CONTOUR,
) -> Layer:
    """Hair locks: both edges inked from the tip, fading towards the root."""
    edge = knots - 1
    return Layer(
        name, part, "flat", slots, 2 * knots - 1, fill=fill,
        inks=(
            Ink("hair_line", width, (taper, 0.03), 0, edge),
            Ink("hair_line", width, (0.03, taper), edge, 2 * edge + 1),
        ),
    )  # fmt: skip


def _shape(
    name: str,
    part: str,
    slots: tuple[str, ...],
    segments: int,
    paint: str,
    line: str | None = None,
    *,
    width: float = CONTOUR,
    to: str | None = None,
    role: Role = "flat",
    clip: tuple[str, ...] = (),
    opacity: float = 1.0,
    blur: float = 0.0,
) -> Layer:
    """A filled shape, outlined all round if ``line`` names an ink."""
    inks = (Ink(line, width, (0.04, 0.04)),) if line else ()
    return Layer(
        name, part, role, slots, segments,
        fill=Fill(paint, to, opacity, blur), inks=inks, clip=clip,
    )  # fmt: skip


def _stroke(
    name: str,
    part: str,
    slots: tuple[str, ...],
    segments: int,
    paint: str,
    width: float,
    taper: tuple[float, float] = (0.4, 0.4),
    *,
    clip: tuple[str, ...] = (),
    sketched: bool = True,
    opacity: float = 1.0,
) -> Layer:
    """Open pen lines."""
    ink = Ink(paint, width, taper, sketched=sketched, opacity=opacity)
    return Layer(name, part, "ink", slots, segments, closed=False, inks=(ink,), clip=clip)


_BEHIND = (
    Layer("light", "face", "guide", ("light.direction",), 1, closed=False),
    _lock("ponytail", "tied", _names("ponytail", 3), 5, Fill("hair_low", "hair_back_low"), 0.3),
    _shape("bun", "tied", _both("bun"), 4, "hair", "hair_line", to="hair_low"),
    _stroke("bun line", "tied", _both("bun line"), 3, "hair_line", INNER),
    Layer(
        "back", "back", "flat", ("back",), 30, fill=Fill("hair_back", "hair_back_low"),
        inks=(Ink("hair_line", CONTOUR, (0.02, 0.02)),),
    ),
    _stroke("back line", "back", _names("back line", 4), 2, "hair_soft_line", INNER, clip=("back",),
            sketched=False),
    _lock("back lock", "back", _names("back lock", 6), 5, Fill("hair_back", "hair_low"), 0.25),
    _shape("hood", "clothes", ("hood",), 8, "cloth_shade", "cloth_line"),
)  # fmt: skip

_BODY = (
    Layer(
        "neck", "body", "flat", ("neck",), 12, fill=Fill("skin"),
        inks=(Ink("skin_line", CONTOUR, (0.3, 0.4), 1, 5),
              Ink("skin_line", CONTOUR, (0.4, 0.3), 7, 11)),
    ),
    Layer(
        "neck shadow", "body", "shade", fill=Fill("skin_shade"), clip=("neck",),
        source=("face",), cast=True,
    ),
    _shape("throat", "body", ("throat",), 4, "skin_shade", role="shade", clip=("neck",)),
    _stroke("collarbone", "body", _both("collarbone"), 2, "skin_soft_line", INNER, clip=("neck",)),
    Layer(
        "garment", "clothes", "flat", ("garment",), 13, fill=Fill("cloth"),
        inks=(Ink("cloth_line", CONTOUR, (0.1, 0.02), 0, 4),
              Ink("cloth_line", CONTOUR, (0.02, 0.1), 5, 9),
              Ink("cloth_line", CONTOUR, (0.1, 0.1), 9, 13)),
    ),
    _shape("garment shade", "clothes", _both("garment shade"), 6, "cloth_shade", role="shade",
           clip=("garment",)),
    _stroke("fold", "clothes", _names("fold", 4), 1, "cloth_line", INNER, (0.05, 0.9)),
    _shape("sailor", "clothes", _both("sailor"), 6, "cloth_shade", "cloth_line"),
    _stroke("sailor stripe", "clothes", _both("sailor stripe"), 3, "linen", INNER,
            (0.02, 0.02), sketched=False),
    _shape("collar", "clothes", _both("collar"), 5, "linen", "cloth_line"),
    _shape("collar shade", "clothes", _both("collar shade"), 5, "linen_shade", role="shade",
           clip=("collar",)),
    _shape("tie", "clothes", ("tie",), 6, "accent", "accent_line"),
    _shape("bow", "clothes", _both("bow"), 4, "accent", "accent_line"),
    _shape("knot", "clothes", ("knot",), 4, "accent_shade", "accent_line"),
    _stroke("string", "clothes", _both("string"), 2, "linen", FINE * 2, (0.02, 0.02)),
    _lock("tail", "tied", tuple(f"tail.{s}.{k}" for s in SIDES for k in (1, 2, 3)), 5,
          Fill("hair", "hair_low"), 0.3),
    _shape("tail tie", "tied", _both("tail tie"), 4, "accent", "accent_line"),
)  # fmt: skip

_FACE = (
    _shape("animal ear", "extras", _both("animal ear"), 4, "hair", "hair_line"),
    _shape("animal ear inside", "extras", _both("animal ear inside"), 4, "blush"),
    Layer(
        "ear", "ears", "flat", _both("ear"), 5, fill=Fill("skin"),
        inks=(Ink("skin_line", CONTOUR, (0.1, 0.1)),),
    ),
    _stroke("ear line", "ears", _both("ear line"), 2, "skin_line", FINE),
    Layer(
        "face", "face", "flat", ("face",), 18, fill=Fill("skin"),
        inks=(Ink("skin_line", CONTOUR * 1.1, (0.12, 0.12), 0, 14),),
    ),
    _shape("face shade", "face", _both("face shade"), 8, "skin_shade", role="shade",
           clip=("face",), opacity=0.8),
    _shape("blush", "face", _both("blush"), 4, "blush", role="shade", clip=("face",),
           opacity=0.45, blur=0.011),
    Layer(
        "hair shadow", "face", "shade", fill=Fill("skin_shade"), clip=("face", "ear"),
        source=("bang", "side"), cast=True,
    ),
    _shape("nose shadow", "nose", ("nose shadow",), 3, "skin_shade", role="shade"),
    _stroke("nose", "nose", ("nose",), 2, "skin_line", FINE * 1.5, (0.5, 0.25)),
    _shape("mouth", "mouth", ("mouth",), 8, "mouth_inside"),
    _shape("tongue", "mouth", ("tongue",), 4, "tongue", role="shade", clip=("mouth",)),
    _shape("teeth", "mouth", ("teeth",), 7, "teeth", role="light", clip=("mouth",)),
    Layer(
        "lips", "mouth", "ink", ("lips",), 8, closed=False,
        inks=(Ink("skin_line", INNER * 1.25, (0.3, 0.3), 0, 4),
              Ink("skin_line", FINE, (0.3, 0.3), 4, 8)),
    ),
    _stroke("lip shadow", "mouth", ("lip shadow",), 2, "skin_soft_line", FINE, (0.5, 0.5)),
)  # fmt: skip

_EYES = (
    Layer("eye white", "eyes", "flat", _both("eye white"), 12, fill=Fill("white")),
    Layer(
        "iris", "eyes", "flat", _both("iris"), 4, fill=Fill("eye_top", "eye_low"),
        clip=("eye white",), inks=(Ink("eye_rim", INNER * 1.2, (0.01, 0.01)),),
    ),
    _shape("iris glow", "eyes", _both("iris glow"), 4, "eye_glow", role="light",
           clip=("eye white",), opacity=0.85),
    _shape("pupil", "eyes", _both("pupil"), 4, "pupil", clip=("eye white",)),
    _shape("lid shadow", "eyes", _both("lid shadow"), 12, "white_shade", role="shade",
           clip=("eye white",), opacity=0.42),
    _shape("shine", "eyes", _both("shine"), 4, "shine", role="light"),
    _shape("small shine", "eyes", _both("small shine"), 4, "shine", role="light"),
    _stroke("lower lash", "eyes", _both("lower lash"), 3, "lash", INNER, (0.15, 0.75)),
    Layer(
        "lash", "eyes", "flat", _both("lash"), 13, fill=Fill("lash"),
        inks=(Ink("lash", INNER, (0.35, 0.1), 0, 6),),
    ),
    _shape("lash spike", "eyes", tuple(f"lash spike.{s}.{k}" for s in SIDES for k in (1, 2, 3)), 3,
           "lash"),
    _stroke("crease", "eyes", _both("crease"), 3, "skin_line", FINE, (0.5, 0.4)),
    Layer(
        "brow", "brows", "flat", _both("brow"), 7, fill=Fill("brow"),
        inks=(Ink("brow", INNER, (0.15, 0.3), 0, 3),),
    ),
    Layer(
        "glasses", "extras", "ink", _both("glasses"), 4, closed=False,
        inks=(Ink("accent_line", CONTOUR * 1.15, (0.01, 0.01)),),
    ),
    _stroke("glasses bridge", "extras", ("bridge", "temple.left", "temple.right"), 2, "accent_line",
            CONTOUR, (0.02, 0.02)),
)  # fmt: skip

_BANGS = _names("bang", BANG_LOCKS)
_HAIR = (
    _lock("spike", "back", _names("spike", 7), 3, Fill("hair"), 0.3),
    Layer(
        "cap", "bangs", "flat", ("cap",), 12, fill=Fill("hair"),
        inks=(Ink("hair_line", CONTOUR * 1.1, (0.1, 0.1), 0, 8),),
    ),
    _shape("cap shade", "bangs", _both("cap shade"), 6, "hair_shade", role="shade", clip=("cap",)),
    _lock("side", "sides", tuple(f"side.{s}.{k}" for s in SIDES for k in (3, 1, 2)), 4,
          Fill("hair", "hair_low"), 0.5),
    _shape("side shade", "sides", tuple(f"side shade.{s}.{k}" for s in SIDES for k in (3, 1, 2)), 7,
           "hair_shade", role="shade", clip=("side",)),
    _stroke("parting", "bangs", _names("parting", 4), 2, "hair_soft_line", INNER, (0.5, 0.4)),
    _lock("bang", "bangs", _BANGS, 4, Fill("hair"), 0.78, CONTOUR * 0.9),
    _shape("bang shade", "bangs", _names("bang shade", BANG_LOCKS), 7, "hair_shade", role="shade",
           clip=("bang",)),
    _shape("shine band", "bangs", _names("shine band", 5), 8, "hair_light", role="light",
           clip=("cap", "bang"), opacity=0.9),
    _lock("stray", "bangs", _names("stray", 2), 4, Fill("hair"), 0.6, INNER),
    _lock("ahoge", "tied", _names("ahoge", 2), 4, Fill("hair"), 0.25),
    Layer("lash through", "eyes", "shade", fill=Fill("lash", opacity=0.33), source=("lash",),
          clip=("bang", "side", "stray")),
    Layer("brow through", "brows", "shade", fill=Fill("brow", opacity=0.45), source=("brow",),
          clip=("bang", "side", "stray", "cap")),
    _shape("ribbon", "extras", _names("ribbon", 2), 5, "accent", "accent_line"),
    _shape("ribbon knot", "extras", ("ribbon knot",), 4, "accent_shade", "accent_line"),
    _shape("hairpin", "extras", _names("hairpin", 2), 4, "accent", "accent_line", width=INNER),
)  # fmt: skip

TABLE = LayerTable(parts=PARTS, paints=PAINTS, layers=(*_BEHIND, *_BODY, *_FACE, *_EYES, *_HAIR))
