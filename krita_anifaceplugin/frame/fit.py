"""*Fit to sketch*: the frame that a sketch would lie well in.

The ink alone does not tell whether it is a whole bust or a chin. So the frame is put around the
ink first, and once the worker has answered for that, around the portrait that it sees there.
"""

from __future__ import annotations

from statistics import median

from ..geometry import Rect
from ..guidance.curves import Guidance
from ..sketch.ink import FAINTEST, Ink
from .guidance_frame import GuidanceFrame

#: Share of the frame's side that the ink shall take while nothing else is known.
FILL = 0.6
#: Ink that takes less of the frame, or more, gives no guess worth trusting.
LEAST, MOST = 0.35, 1.0
#: Where the jaw lies in the frames that suggestions are best for: its width, its middle and its
#: lowest point, in frame units (medians of the bundled pack's answers to whole sketches).
JAW, JAW_PART = (0.325, 0.5, 0.655), "face"
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


def trusted(ink: Ink, covering: GuidanceFrame, frame: GuidanceFrame) -> bool:
    """Whether an answer for this frame tells where the portrait is; ``ink`` and ``covering`` are
    as in ``fitted_frame``."""
    box = ink_box(ink)
    if box is None:
        return False
    share = max(box.width, box.height) * -(-covering.side // ink.side) / frame.side
    return LEAST <= share <= MOST


def refitted_frame(guidance: Guidance, frame: GuidanceFrame) -> GuidanceFrame | None:
    """The frame in which the portrait of an answer lies as it should.

    Args:
        frame: the one that the guidance was asked for.

    Returns:
        None where the guidance shows no jaw.
    """
    boxes = []
    for curve in guidance.curves:
        if curve.part == JAW_PART:
            xs, ys = curve.points[0::2], curve.points[1::2]
            boxes.append((max(xs) - min(xs), (max(xs) + min(xs)) / 2, max(ys)))
    if not boxes:
        return None
    widest = max(box[0] for box in boxes)
    # Rough guidance holds several portraits; the jaw is the longest line of each.
    jaws = [box for box in boxes if box[0] >= widest / 2]
    width, middle, bottom = (median(values) for values in zip(*jaws, strict=True))
    if width <= 0:
        return None
    ratio = width / JAW[0]
    x, y = middle + (0.5 - JAW[1]) * ratio, bottom + (0.5 - JAW[2]) * ratio
    return GuidanceFrame.about(*frame.on_canvas(x, y), frame.side * ratio, frame.angle)


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
