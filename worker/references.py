"""Colours from a reference: its colour vectors in place of the sketch's (style mixing)."""

from __future__ import annotations

import base64

import numpy as np
from numpy.typing import NDArray

from worker.errors import RequestError
from worker.pack import Pack

Floats = NDArray[np.float32]


def color_styles(pack: Pack, reference: str) -> Floats:
    """[K - structure_count, D] colour vectors of a reference; "" means the pack's first.

    Raises:
        RequestError: the pack has no such reference.
    """
    ids = [r.id for r in pack.references]
    if not reference and not ids:
        return pack.mean_styles[pack.structure_count :]
    if reference and reference not in ids:
        known = ", ".join(ids) or "none"
        raise RequestError(f"The model has no reference {reference!r:.40}; it has {known}.")
    row = ids.index(reference) if reference else 0
    colors: Floats = pack.reference_styles[row, pack.structure_count :]
    return colors


def listing(pack: Pack) -> list[list[str]]:
    """[id, label, thumbnail PNG in base64] of every reference, for the hello."""
    return [[r.id, r.label, base64.b64encode(r.thumbnail).decode("ascii")] for r in pack.references]
