"""Colours from a reference: its colour vectors in place of the sketch's (style mixing).

A reference is one of the pack's, or a picture of the artist's own that the teacher has read.
"""

from __future__ import annotations

import base64

import numpy as np
from numpy.typing import NDArray

from krita_anifaceplugin.protocol import PictureRequest, SuggestRequest
from worker.errors import RequestError
from worker.packs.inference import Networks
from worker.packs.pack import Pack
from worker.serving.sent_styles import from_text, to_text

Floats = NDArray[np.float32]


def color_styles(pack: Pack, request: SuggestRequest) -> Floats:
    """[K - structure_count, D] colour vectors: those sent along, else those of the reference; ""
    means the pack's first.

    Raises:
        RequestError: the pack has no such reference, or the vectors are not its own.
    """
    if request.colors:
        return from_text(request.colors, pack.mean_styles.shape)[pack.structure_count :]
    reference = request.reference
    ids = [r.id for r in pack.references]
    if not reference and not ids:
        return pack.mean_styles[pack.structure_count :]
    if reference and reference not in ids:
        known = ", ".join(ids) or "none"
        raise RequestError(f"The model has no reference {reference!r:.40}; it has {known}.")
    row = ids.index(reference) if reference else 0
    colors: Floats = pack.reference_styles[row, pack.structure_count :]
    return colors


def read_picture(pack: Pack, networks: Networks, request: PictureRequest) -> str:
    """A picture's style vectors as text.

    Raises:
        RequestError: the pack reads no pictures, or none of this size.
    """
    side = pack.picture_side
    if not side:
        raise RequestError("This model cannot read pictures. Choose one of its own references.")
    if request.side != side:
        raise RequestError(f"This model reads pictures of {side} x {side}, not {request.side}.")
    pixels = np.frombuffer(request.pixels, np.uint8).reshape(side, side, 4)
    return to_text(networks.read_picture(pixels[..., 2::-1].astype(np.float32) / np.float32(255)))


def listing(pack: Pack) -> list[list[str]]:
    """[id, label, thumbnail PNG in base64] of every reference, for the hello."""
    return [[r.id, r.label, base64.b64encode(r.thumbnail).decode("ascii")] for r in pack.references]
