"""What all answers share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from worker.answering.palettes import Palettes
from worker.conditioning import Ensemble
from worker.conditioning.mouths import Mouths
from worker.lines.sketched_curves import SketchedCurves
from worker.packs.inference import Networks
from worker.packs.pack import Pack


@dataclass(frozen=True, eq=False)
class Tools:
    """A pack and what was computed from it; ``colors`` maps each part to "#rrggbb"."""

    pack: Pack
    networks: Networks
    ensemble: Ensemble
    curves: SketchedCurves
    colors: Mapping[str, str]
    mouths: Mouths | None
    palettes: Palettes
