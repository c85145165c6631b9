"""From all guidance of an answer to what the artist asked to see of it."""

from __future__ import annotations

from dataclasses import replace

from ..settings import Settings
from ..sketch.ink import Ink
from .curves import Curve, Guidance
from .palette import color_of
from .paper import WHITE, Rgb, casing, readable
from .parts import members
from .undrawn import undrawn


def chosen_guidance(
    guidance: Guidance, settings: Settings, ink: Ink | None, paper: Rgb = WHITE
) -> Guidance:
    """The curves of the chosen parts in the chosen colours, without what is drawn if so asked.

    Args:
        ink: the sketch that the guidance answers, None where it is not known.
        paper: the colour of what it lies on, which decides how bright it must be.
    """
    curves = guidance.curves
    shown = members(settings.parts)
    if shown is not None:
        curves = tuple(curve for curve in curves if curve.part in shown)
    if settings.only_undrawn and ink is not None:
        curves = undrawn(curves, ink)
    hued = guidance.mode == "detailed"
    palette = settings.palette if hued else "bright"
    looks = {(curve.part, curve.color) for curve in curves}
    colors = {
        (part, own): readable(color_of(part, own, palette), paper, hued) for part, own in looks
    }
    if any(own != new for (_, own), new in colors.items()):
        curves = tuple(_painted(curve, colors[curve.part, curve.color]) for curve in curves)
    edge = casing(paper, hued)
    same = curves is guidance.curves and edge == guidance.casing
    return guidance if same else replace(guidance, curves=curves, casing=edge)


def _painted(curve: Curve, color: str) -> Curve:
    return curve if curve.color == color else replace(curve, color=color)
