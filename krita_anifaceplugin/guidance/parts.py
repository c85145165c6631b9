"""Groups of parts that guidance can be shown for alone."""

from __future__ import annotations

from collections.abc import Iterable

#: Group, and its parts of the layer table. A part in no group is chosen by its name.
GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("group:hair", ("bangs", "sides", "back", "tied")),
    ("group:eyes", ("eyes", "brows")),
    ("group:middle", ("nose", "mouth")),
    ("group:face_and_ears", ("face", "ears")),
    ("group:dress", ("body", "clothes")),
)


def choices(parts: Iterable[str]) -> list[str]:
    """What can be chosen: "" for all, the groups of these parts, each part."""
    names = list(parts)
    return ["", *(key for key, members in GROUPS if set(members) & set(names)), *names]


def members(choice: str) -> frozenset[str] | None:
    """The parts that a choice stands for; None for all."""
    if not choice:
        return None
    for key, parts in GROUPS:
        if key == choice:
            return frozenset(parts)
    return frozenset((choice,))
