"""Short words for the kinds of layers: locks, outlined shapes, pen lines."""

from __future__ import annotations

from collections.abc import Sequence

from models.atelier.sides import SIDES
from models.portrait.layer_table import Fill, Ink, Layer, Role

#: Pen widths in frame units; ART.md: contour 0.9-1.2 % of the head's width (0.38 of the frame).
CONTOUR, INNER, FINE = 0.0040, 0.0027, 0.0018


def names(stem: str, which: int | Sequence[str]) -> tuple[str, ...]:
    """Slot names ``stem.1`` to ``stem.count``, or ``stem.NAME`` for each name."""
    ends = range(1, which + 1) if isinstance(which, int) else which
    return tuple(f"{stem}.{end}" for end in ends)


def both(stem: str) -> tuple[str, ...]:
    """Slot names of the left and the right one."""
    return tuple(f"{stem}.{side}" for _, side in SIDES)


def lock(
    name: str,
    part: str,
    slots: tuple[str, ...],
    knots: int,
    fill: Fill,
    taper: float = 0.55,
    width: float = CONTOUR,
    skip: int = 0,
) -> Layer:
    """Hair locks: both edges inked from the tip, fading towards the root (``skip`` cubics there
    are left without a line)."""
    edge = knots - 1
    return Layer(
        name, part, "flat", slots, 2 * knots - 1, fill=fill,
        inks=(
            Ink("hair_line", width, (taper, 0.03), skip, edge),
            Ink("hair_line", width, (0.03, taper), edge, 2 * edge + 1 - skip),
        ),
    )  # fmt: skip


def sides(stem: str, *numbers: int) -> tuple[str, ...]:
    """Slot names ``stem.left.k``, ``stem.right.k`` for each number, in that order."""
    return tuple(f"{stem}.{side}.{k}" for k in numbers for _, side in SIDES)


def side_by_side(stem: str, count: int) -> tuple[str, ...]:
    """Slot names ``stem.left.1`` to ``stem.left.count``, then those of the right."""
    return tuple(f"{stem}.{side}.{k}" for _, side in SIDES for k in range(1, count + 1))


def clump(
    name: str,
    part: str,
    slots: tuple[str, ...],
    knots: int,
    fill: Fill,
    taper: float = 0.55,
    width: float = CONTOUR,
    skip: int = 0,
) -> Layer:
    """Locks with two points: edges inked from the tips, fading towards the root (``skip`` cubics
    there are left without a line), and the cleft."""
    edge = knots - 1
    return Layer(
        name, part, "flat", slots, 2 * knots, fill=fill,
        inks=(
            Ink("hair_line", width, (taper, 0.03), skip, edge),
            Ink("hair_line", width * 0.85, (0.1, 0.25), edge, edge + 1),
            Ink("hair_line", width * 0.85, (0.25, 0.1), edge + 1, edge + 2),
            Ink("hair_line", width, (0.03, taper), edge + 2, 2 * edge + 2 - skip),
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
