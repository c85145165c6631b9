"""*Fit to sketch*: the frame that a sketch would lie well in."""

from __future__ import annotations

from ..geometry import Rect
from ..guidance_frame import GuidanceFrame
from ..ink import FAINTEST, Ink

#: Share of the frame's side that the sketch shall take.
FILL = 0.86
#: A row or column with less ink than this share of the fullest one is a stray mark.
STRAY = 0.004


def fitted_frame(ink: Ink, covering: GuidanceFrame) -> GuidanceFrame | None:
    """The upright frame around what is drawn.

    Args:
        ink: the ink of the whole document.
        covering: the frame it was read in (upright).

    Returns:
        None where nothing is drawn.
    """
    box = ink_box(ink)
    if box is None:
        return None
    cell = -(-covering.side // ink.side)
    x, y = covering.x + box.x * cell, covering.y + box.y * cell
    width, height = box.width * cell, box.height * cell
    side = max(width, height) / FILL
    return GuidanceFrame.about(x + width / 2, y + height / 2, side)


def ink_box(ink: Ink) -> Rect | None:
    """The smallest rectangle of the ink's cells that holds all but stray marks."""
    full = ink.data.translate(_FULL)
    side = ink.side
    rows = _span([full[i * side : (i + 1) * side].count(1) for i in range(side)])
    if rows is None:
        return None
    columns = _span([full[i::side].count(1) for i in range(side)])
    assert columns is not None
    return Rect(columns[0], rows[0], columns[1] - columns[0], rows[1] - rows[0])


def _span(counts: list[int]) -> tuple[int, int] | None:
    least = STRAY * max(counts, default=0)
    found = [i for i, count in enumerate(counts) if count > least]
    return (found[0], found[-1] + 1) if found else None


_FULL = bytes(0 if level < FAINTEST else 1 for level in range(256))
