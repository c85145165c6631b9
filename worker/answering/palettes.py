"""What suggestions wear: the paints of a reference, in place of the portrait's own (style mixing).

Colour vectors move paints and nothing else, so a suggestion is coloured after it was made.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from krita_anifaceplugin.protocol import SuggestRequest
from worker.errors import RequestError
from worker.packs.inference import Networks
from worker.packs.pack import Pack
from worker.serving.sent_styles import from_text

Floats = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Palette:
    """``paints`` [C, 3] of ``reference``; "" for a picture's, or a pack's average."""

    reference: str
    paints: Floats


@dataclass(frozen=True, eq=False)
class Palettes:
    """Those of a pack's references, in the pack's order."""

    pack: Pack
    networks: Networks
    all: tuple[Palette, ...]

    @classmethod
    def of(cls, pack: Pack, networks: Networks) -> Palettes:
        """Paint the pack's references."""
        if not pack.references:
            return cls(pack, networks, ())
        painted = networks.synthesise_each(pack.reference_styles)
        names = [reference.id for reference in pack.references]
        found = [Palette(n, p.paints) for n, p in zip(names, painted, strict=True)]
        return cls(pack, networks, tuple(found))

    def worn(self, request: SuggestRequest) -> list[Palette]:
        """What each suggestion of a request wears: the colours sent along, else the reference that
        was chosen. Where none was, colours are as open as what is not drawn: each suggestion wears
        another reference, in the pack's order, and those for the next seed the next ones.

        Raises:
            RequestError: the pack has no such reference, or the vectors are not its own.
        """
        count = max(request.count, 1)
        if request.colors:
            return [self._painted(from_text(request.colors, self.pack.mean_styles.shape))] * count
        if request.reference:
            return [self._named(request.reference)] * count
        if not self.all:
            return [self._painted(self.pack.mean_styles)] * count
        first = request.seed * count
        return [self.all[(first + i) % len(self.all)] for i in range(count)]

    def _named(self, reference: str) -> Palette:
        for palette in self.all:
            if palette.reference == reference:
                return palette
        known = ", ".join(palette.reference for palette in self.all) or "none"
        raise RequestError(f"The model has no reference {reference!r:.40}; it has {known}.")

    def _painted(self, styles: Floats) -> Palette:
        """[K, D] style vectors' own."""
        return Palette("", self.networks.synthesise(styles[None])[0].paints)
