"""Style vectors as text: the plugin keeps them and sends them back, and knows nothing of them."""

from __future__ import annotations

import base64
import binascii

import numpy as np
from numpy.typing import NDArray

from worker.errors import RequestError

Floats = NDArray[np.float32]


def to_text(styles: Floats) -> str:
    """Base64 of half-precision numbers."""
    return base64.b64encode(styles.astype("<f2").tobytes()).decode("ascii")


def from_text(text: str, shape: tuple[int, ...]) -> Floats:
    """The inverse of ``to_text``.

    Raises:
        RequestError: damaged, or of another shape, as those of another model are.
    """
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise RequestError("The style vectors sent along are damaged.") from error
    if len(data) != 2 * int(np.prod(shape)):
        raise RequestError("This was made with another model. Choose it anew.")
    styles = np.frombuffer(data, "<f2").astype(np.float32).reshape(shape)
    if not np.isfinite(styles).all():
        raise RequestError("The style vectors sent along are damaged.")
    return styles
