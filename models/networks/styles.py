"""The layout of w+: which style vector means what."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from models.portrait.layer_table import LayerTable

#: Numbers in one style vector.
STYLE_SIZE = 32
#: Colour vectors in their order in w+; a table's further ones follow by name.
COLOURS = ("hair", "eyes", "skin", "clothes", "accent")
LAYOUT = "layout"


class StyleError(ValueError):
    """A style role that the layout of w+ does not have; the message lists those it has."""


@dataclass(frozen=True)
class StyleLayout:
    """Order of the K style vectors: layout, shapes of the parts, details, colours.

    A part's geometry depends on ``layout``, its ``shape`` and its ``detail`` vector only; a paint
    on its own colour vector only. Mixing therefore never leaks from one part into another.
    """

    parts: tuple[str, ...]
    colours: tuple[str, ...]

    @classmethod
    def of(cls, table: LayerTable) -> StyleLayout:
        """The layout that a layer table asks for."""
        used = set(table.paints.values())
        known = tuple(name for name in COLOURS if name in used)
        return cls(parts=table.parts, colours=known + tuple(sorted(used - set(COLOURS))))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Role of each of the K vectors."""
        shapes = tuple(f"{part}.shape" for part in self.parts)
        details = tuple(f"{part}.detail" for part in self.parts)
        return (LAYOUT, *shapes, *details, *(f"colour.{name}" for name in self.colours))

    @property
    def count(self) -> int:
        """K, the number of style vectors."""
        return len(self.names)

    @property
    def structure_count(self) -> int:
        """How many vectors come before the colours."""
        return 1 + 2 * len(self.parts)

    def index(self, role: str) -> int:
        """Position of a role in w+.

        Raises:
            StyleError: no such role.
        """
        try:
            return self.names.index(role)
        except ValueError:
            raise StyleError(
                f"no style vector {role!r}; there are {', '.join(self.names)}"
            ) from None

    def of_part(self, part: str) -> tuple[int, int]:
        """Positions of a part's own shape and detail vectors."""
        return self.index(f"{part}.shape"), self.index(f"{part}.detail")
