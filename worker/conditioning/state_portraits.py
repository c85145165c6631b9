"""Portraits of what the filter believes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from models.portrait.portrait import Portrait
from worker.conditioning.kalman import State
from worker.packs.inference import Networks, Reading

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]


class StatePortraits:
    """Makes the portraits at the means of states that began as a ``reading``, of whose numbers the
    filter knows those that are ``live`` [L]. What has not changed since the last one is taken from
    it."""

    def __init__(self, networks: Networks, reading: Reading, live: Integers) -> None:
        self._networks, self._reading, self._live = networks, reading, live
        self._known: tuple[Floats, Portrait] | None = None

    def styles(self, state: State) -> Floats:
        """[Ks, D] structure vectors."""
        styles = self._reading.styles.copy()
        styles.reshape(-1)[self._live] = state.mean[: len(self._live)]
        return styles

    def of(self, *states: State) -> list[Portrait]:
        """Those of states that have little in common; two take less than twice as long."""
        styles = np.stack([self.styles(state) for state in states])
        portraits = self._networks.average_coloured_together(styles)
        self._known = styles[0], portraits[0]
        return portraits

    def at(self, state: State) -> Portrait:
        """The portrait, in its own frame and the pack's average colours."""
        styles = self.styles(state)
        if self._known is None:
            portrait = self._networks.average_coloured(styles)
        else:
            was, known = self._known
            portrait = self._networks.changed(known, was, styles)
        self._known = styles, portrait
        return portrait
