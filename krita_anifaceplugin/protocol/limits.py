"""The protocol's version, how large its values may be, and the error of one that is not.

A change that an older side would misread gets a new version; a field that it may pass over does
not.
"""

from __future__ import annotations

PROTOCOL_VERSION = 5
MAX_SKETCH_SIDE = 1024
MAX_RENDER_SIDE = 4096
MAX_PICTURE_SIDE = 512
MAX_COUNT = 8
#: Of all points of a guidance, two each.
MAX_COORDINATES = 200_000
GUIDANCE_MODES = ("off", "rough", "detailed")


class ProtocolError(Exception):
    """A message that breaks the protocol; the text can be shown to the artist."""


def within(what: str, value: float, low: float, high: float) -> None:
    """Raise ProtocolError, naming ``what`` it is, unless a value lies from ``low`` to ``high``."""
    if not low <= value <= high:
        raise ProtocolError(f"the {what} must be from {low} to {high}, not {value!r:.40}")
