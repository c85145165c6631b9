"""From all guidance of an answer to what the artist asked to see of it."""

from __future__ import annotations

from dataclasses import replace

from ..settings import Settings
from ..sketch.ink import Ink
from .curves import Guidance
from .palette import color_of
from .parts import members
from .undrawn import undrawn


def chosen_guidance(guidance: Guidance, settings: Settings, ink: Ink | None) -> Guidance:
    """The curves of the chosen parts in the chosen colours, without what is drawn if so asked.

    ``ink`` is the sketch that the guidance answers, None where it is not known.
    """
    curves = guidance.curves
    shown = members(settings.parts)
    if shown is not None:
        curves = tuple(curve for curve in curves if curve.part in shown)
    if settings.only_undrawn and ink is not None:
        curves = undrawn(curves, ink)
    if settings.palette != "bright" and guidance.mode == "detailed":
        curves = tuple(
            replace(curve, color=color_of(curve.part, curve.color, settings.palette))
            for curve in curves
        )
    return guidance if curves is guidance.curves else replace(guidance, curves=curves)
