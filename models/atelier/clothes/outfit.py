"""What every garment's builder needs: the torso, the kinds' shares, the neckline they share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from models.atelier.clothes.kinds import kinds
from models.atelier.head import Head
from models.atelier.scores import Scores, Values
from models.atelier.sheet import Sheet
from models.atelier.torso import Torso

#: By kind: the neckline's start beside the neck (half neck widths, below the ridge), its depth
#: below the root, how straight it runs to a point (0 round, 1 a V).
_NECKLINES: Mapping[str, tuple[float, float, float, float]] = {
    "tee": (1.36, -0.012, 0.20, 0.0),
    "shirt": (1.24, -0.015, 0.42, 1.0),
    "blazer": (1.26, -0.02, 0.50, 1.0),
    "sailor": (1.28, -0.015, 0.34, 1.0),
    "hood": (1.32, -0.02, 0.24, 0.2),
    "kimono": (1.15, -0.02, 0.40, 1.0),
    "straps": (1.36, -0.012, 0.36, 0.0),
    "turtleneck": (1.22, -0.02, 0.15, 0.0),
    "armour": (1.32, -0.02, 0.20, 0.0),
}


@dataclass(frozen=True)
class Outfit:
    """N people dressing: their scores, heads and torsos, the sheet to draw on, ``kinds``' shares
    by name; the neckline's ``side`` (half neck widths), ``rise``, ``depth`` (below the root) and
    ``vee`` (0 round, 1 pointed)."""

    s: Scores
    head: Head
    sheet: Sheet
    torso: Torso
    kinds: Mapping[str, Values]
    side: Values
    rise: Values
    depth: Values
    vee: Values

    @classmethod
    def of(cls, s: Scores, head: Head, sheet: Sheet) -> Outfit:
        """From the scores of the part ``clothes``."""
        shares = kinds(s)
        lines = np.array([_NECKLINES[name] for name in shares])
        side, rise, depth, vee = lines.T @ np.stack(list(shares.values()))
        deeper = s.span("neckline", 0.87, 1.22)
        torso = Torso.of(s, head)
        return cls(s, head, sheet, torso, shares, side, rise, depth * deeper, vee)

    def worn(self, *names: str) -> Values:
        """How far one of these kinds is worn, 0 to 1."""
        total: Values = np.sum([self.kinds[name] for name in names], axis=0)
        return total
