"""One colour per semantic part, for the detailed guidance and its legend.

Chosen to be told apart on white and on grey paper and over black pencil, neighbours on the face
being far apart in hue; light enough not to be taken for the artist's own lines.
"""

from __future__ import annotations

import colorsys
from collections.abc import Sequence

_KNOWN = {
    "face": "#e8743b",
    "ears": "#c98b2b",
    "eyes": "#2f7fe0",
    "brows": "#7a5cd6",
    "nose": "#d9483b",
    "mouth": "#d6337c",
    "bangs": "#1f9e6e",
    "sides": "#5aa02c",
    "back": "#138a9c",
    "tied": "#8a9a1b",
    "body": "#b5651d",
    "clothes": "#6b7a90",
    "extras": "#b03fc4",
}


def part_colors(parts: Sequence[str]) -> dict[str, str]:
    """ "#rrggbb" of every part, in order; parts unknown here get hues spread by their place."""
    return {part: _KNOWN.get(part) or _by_place(i, len(parts)) for i, part in enumerate(parts)}


def _by_place(i: int, count: int) -> str:
    rgb = colorsys.hls_to_rgb(i / max(count, 1), 0.45, 0.6)
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in rgb)
