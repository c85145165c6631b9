"""The colours of the parts: the pack's own bright ones, or a set safe for colour-blind eyes."""

from __future__ import annotations

#: After Okabe and Ito and Paul Tol; parts that touch on a face differ in lightness, too, so that
#: they are told apart by every kind of colour vision. A test simulates three of them.
SAFE = {
    "face": "#d55e00",
    "ears": "#e69f00",
    "eyes": "#005fa8",
    "brows": "#2a1a70",
    "nose": "#661133",
    "mouth": "#b3006b",
    "bangs": "#009e73",
    "sides": "#33bbee",
    "back": "#0b3d24",
    "tied": "#999933",
    "body": "#5b3310",
    "clothes": "#777788",
    "extras": "#aa4499",
}
#: For parts that a pack may add.
_SPARE = ("#117733", "#44aa99", "#ddaa33", "#6699cc", "#bb5566", "#000000")


def color_of(part: str, own: str, palette: str) -> str:
    """ "#rrggbb" of a part; ``own`` is the pack's colour, ``palette`` "bright" or "safe"."""
    if palette != "safe":
        return own
    return SAFE.get(part) or _SPARE[sum(part.encode()) % len(_SPARE)]
