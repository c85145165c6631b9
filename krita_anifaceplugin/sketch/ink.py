"""A sketch as the worker reads it. No Qt, no Krita."""

from __future__ import annotations

from dataclasses import dataclass, field

#: Ink fainter than this is paper grain or a stray airbrush dab, no line.
FAINTEST = 24
_FAINT = bytes(range(FAINTEST))


@dataclass(frozen=True)
class Ink:
    """A square of ink: ``side * side`` bytes, 0 no ink, 255 full ink.

    ``opacity`` tells that it is nothing but a layer's opacity, so that a part can be read anew.
    """

    side: int
    data: bytes
    opacity: bool = field(default=False, compare=False)

    @property
    def empty(self) -> bool:
        """Whether nothing is drawn."""
        return not self.data.translate(None, _FAINT)
