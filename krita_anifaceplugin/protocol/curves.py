"""Guidance's curves on the wire: how they look in the header, where they run in the payload.

Rough guidance is some 350 curves of a few looks and 5,000 numbers. So it is written and read in a
third of the time that JSON alone takes.
"""

from __future__ import annotations

import math
import struct
from itertools import chain
from typing import Any

from .limits import MAX_COORDINATES, ProtocolError

#: As a GuidanceReply has them.
Curves = list[dict[str, Any]]
#: What a curve's look may tell; anything else a newer side may add.
_LOOK: dict[str, tuple[type[Any], ...]] = {
    "part": (str,), "color": (str,), "alpha": (float, int), "width": (float, int),
}  # fmt: skip


def curves_apart(curves: Curves) -> tuple[dict[str, Any], bytes]:
    """Curves as what goes into the header, and their coordinates: float32, little-endian.

    The header's part holds every look once, and for each curve the number of its look and how
    many coordinates it has. Raises OverflowError where a coordinate is no float32.
    """
    looks: list[dict[str, Any]] = []
    numbers: dict[tuple[Any, ...], int] = {}
    which: list[int] = []
    for curve in curves:
        look = {**curve}
        del look["points"]
        number = numbers.setdefault(tuple(look.items()), len(looks))
        if number == len(looks):
            looks.append(look)
        which.append(number)
    points = [curve["points"] for curve in curves]
    flat = list(chain.from_iterable(points))
    header = {"looks": looks, "which": which, "counts": [len(each) for each in points]}
    return header, struct.pack(f"<{len(flat)}f", *flat)


def curves_together(header: Any, data: bytes) -> Curves:
    """The inverse of ``curves_apart``.

    Raises:
        ProtocolError: header and coordinates do not fit, are too many, or are not finite.
    """
    given = header if isinstance(header, dict) else {}
    found: list[Any] = [given.get(key) for key in ("looks", "which", "counts")]
    looks, which, counts = found
    if not (_all(looks, dict) and _all(which, int) and _all(counts, int)):
        raise ProtocolError("guidance without its curves' looks and counts")
    if len(which) != len(counts) or max(len(counts), len(data) // 4) > MAX_COORDINATES:
        raise ProtocolError("guidance of too many curves or points")
    if min(which, default=0) < 0 or max(which, default=-1) >= len(looks):
        raise ProtocolError("guidance with a curve of no look")
    if min(counts, default=0) < 0 or 4 * sum(counts) != len(data):
        raise ProtocolError(f"guidance of other curves than its {len(data)} bytes")
    values = list(struct.unpack(f"<{len(data) // 4}f", data))
    if not math.isfinite(sum(values)):  # no sum of so many finite float32 overflows
        raise ProtocolError("guidance with a point that is not finite")
    known = [_look(look) for look in looks]
    curves, start = [], 0
    for number, count in zip(which, counts, strict=True):
        end = start + count
        curves.append({**known[number], "points": values[start:end]})
        start = end
    return curves


def _look(given: dict[str, Any]) -> dict[str, Any]:
    """What is known of a look: small, for every curve gets it, and a float of a text of millions
    of digits, read for each of them, would take for ever."""
    for key, kinds in _LOOK.items():
        if key in given and type(given[key]) not in kinds:
            raise ProtocolError(f"guidance with a {key} that is {given[key]!r:.40}")
    return {key: given[key] for key in _LOOK if key in given}


def _all(items: Any, kind: type[Any]) -> bool:
    """Whether this is a list of nothing else than that (a bool is no int)."""
    return type(items) is list and set(map(type, items)) <= {kind}
