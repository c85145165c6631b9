"""References, whose colours suggestions can take: those of the pack, and pictures of the artist's
own that the teacher reads."""

from __future__ import annotations

import base64

import numpy as np
from numpy.typing import NDArray

from krita_anifaceplugin.protocol import PictureRequest
from worker.errors import RequestError
from worker.packs.inference import Networks
from worker.packs.pack import Pack
from worker.serving.sent_styles import to_text

Floats = NDArray[np.float32]


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
