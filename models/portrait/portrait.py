"""A portrait as data: what the generator puts out and the renderer draws."""

from __future__ import annotations

import struct
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.portrait.layer_table import LayerTable

_MAGIC = b"AFV1"
_HEAD = struct.Struct("<4sIII")  # magic, points, slots, paints
#: Control points are stored as 16-bit steps over this interval of frame units: 0.05 px at 1024.
_LOW, _HIGH = -1.0, 2.0
#: A shape is drawn from this presence on.
PRESENT = 0.5


class PortraitError(ValueError):
    """Bytes that are no portrait, or a portrait of another layer table."""


@dataclass(frozen=True, eq=False)
class Portrait:
    """One portrait for a layer table with P control points, S slots and C paints.

    Attributes:
        points: [P, 2] control points (x, y) in frame units: (0, 0) is the guidance frame's upper
            left corner, (1, 1) its lower right. Hair may reach outside.
        presence: [S] 0 to 1; a shape is drawn from 0.5 on.
        width: [S] multiplies the pen widths of the layer table.
        paints: [C, 3] sRGB, 0 to 1.
    """

    points: NDArray[np.float32]
    presence: NDArray[np.float32]
    width: NDArray[np.float32]
    paints: NDArray[np.float32]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Portrait) and self.to_bytes() == other.to_bytes()

    __hash__ = None  # type: ignore[assignment]

    def check(self, table: LayerTable) -> None:
        """Raise PortraitError unless the arrays fit the table."""
        wanted = (
            (table.point_count, 2),
            (len(table.slots),),
            (len(table.slots),),
            (len(table.paints), 3),
        )
        found = self.points.shape, self.presence.shape, self.width.shape, self.paints.shape
        if wanted != found:
            raise PortraitError(f"portrait arrays {found} do not fit the layer table {wanted}")

    def to_bytes(self) -> bytes:
        """A compact copy (some kilobytes), from which the same portrait can be drawn later."""
        head = _HEAD.pack(_MAGIC, len(self.points), len(self.presence), len(self.paints))
        steps = np.clip((self.points - _LOW) / (_HIGH - _LOW), 0, 1) * 65535
        return b"".join(
            (
                head,
                np.round(steps).astype("<u2").tobytes(),
                np.round(np.clip(self.presence, 0, 1) * 255).astype("u1").tobytes(),
                np.round(np.clip(self.width, 0, 4) * 63.75).astype("u1").tobytes(),
                np.round(np.clip(self.paints, 0, 1) * 255).astype("u1").tobytes(),
            )
        )

    @classmethod
    def from_bytes(cls, data: bytes) -> Portrait:
        """The inverse of ``to_bytes`` up to its rounding.

        Raises:
            PortraitError: wrong magic or length.
        """
        if len(data) < _HEAD.size:
            raise PortraitError("portrait data is cut short")
        magic, points, slots, paints = _HEAD.unpack_from(data)
        sizes = (points * 4, slots, slots, paints * 3)
        if magic != _MAGIC or len(data) != _HEAD.size + sum(sizes):
            raise PortraitError("not portrait data of this version")
        ends = _HEAD.size + np.cumsum(sizes)
        blocks = [data[end - size : end] for end, size in zip(ends, sizes, strict=True)]
        steps = np.frombuffer(blocks[0], "<u2") / np.float32(65535)
        small = [np.frombuffer(block, "u1").astype(np.float32) for block in blocks[1:]]
        return cls(
            points=(steps * (_HIGH - _LOW) + _LOW).astype(np.float32).reshape(-1, 2),
            presence=small[0] / np.float32(255),
            width=small[1] / np.float32(63.75),
            paints=(small[2] / np.float32(255)).reshape(-1, 3),
        )
