"""Short words for the kinds of layers: locks, outlined shapes, pen lines."""

from __future__ import annotations

from models.portrait.layer_table import Fill, Ink, Layer, Role

#: Pen widths in frame units; ART.md: contour 0.9-1.2 % of the head's width (0.38 of the frame).
CONTOUR, INNER, FINE = 0.0040, 0.0027, 0.0018
SIDES = ("left", "right")


def names(stem: str, count: int) -> tuple[str, ...]:
    """Slot names ``stem.1`` to ``stem.count``."""
    return tuple(f"{stem}.{k}" for k in range(1, count + 1))


def both(stem: str) -> tuple[str, ...]:
    """Slot names of the left and the right one."""
    return tuple(f"{stem}.{side}" for side in SIDES)


def lock(
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


def shape(
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


def stroke(
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
