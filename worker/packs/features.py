"""Synthesises the face's features alone: a tenth of the time of a whole portrait."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from models.portrait.portrait import Portrait
from worker.errors import PackError
from worker.packs.pack import Pack

Floats = NDArray[np.float32]


class FeatureSynthesis:
    """The graph of a pack that draws the parts ``pack.features``.

    Attributes:
        own: [K] which style vectors decide those parts and no others.
    """

    def __init__(self, pack: Pack, session: onnxruntime.InferenceSession) -> None:
        self._pack, self._session = pack, session
        table = pack.table
        numbers = [table.parts.index(part) for part in pack.features]
        part_of_point = table.part_of_point
        # The graph puts out part after part.
        self._points, self._slots = (
            np.concatenate([np.flatnonzero(of == number) for number in numbers])
            for of in (part_of_point, table.part_of_slot)
        )
        owners = [role.partition(".") for role in pack.styles]
        self.own = np.array([bool(dot) and owner in pack.features for owner, dot, _ in owners])

    def points(self, styles: Floats) -> Floats:
        """[P, 2] control points of the features for w+ [K, D]; 0 for all others."""
        found = np.zeros((self._pack.table.point_count, 2), np.float32)
        found[self._points] = self._drawn(styles)[0]
        return found

    def onto(self, portrait: Portrait, styles: Floats) -> Portrait:
        """The portrait with the features for w+ [K, D]."""
        points, presence, width = (
            of.copy() for of in (portrait.points, portrait.presence, portrait.width)
        )
        points[self._points], presence[self._slots], width[self._slots] = self._drawn(styles)
        return replace(portrait, points=points, presence=presence, width=width)

    def _drawn(self, styles: Floats) -> tuple[Floats, Floats, Floats]:
        fed = {"styles": styles[None]}
        points, presence, width = self._session.run(["points", "presence", "width"], fed)
        wanted = (1, len(self._points), 2), (1, len(self._slots)), (1, len(self._slots))
        found = points.shape, presence.shape, width.shape
        if found != wanted:
            graph = self._pack.graphs["features"]
            raise PackError(f"{graph} draws {found}, which are no {', '.join(self._pack.features)}")
        return points[0], presence[0], width[0]
