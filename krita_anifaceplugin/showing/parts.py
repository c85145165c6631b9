"""Groups of parts that guidance can be shown for alone."""

from __future__ import annotations

from collections.abc import Iterable

#: Group, name in the docker, parts of the layer table. A part in no group is chosen by its name.
GROUPS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("group:hair", "Hair", ("bangs", "sides", "back", "tied")),
    ("group:eyes", "Eyes and brows", ("eyes", "brows")),
    ("group:middle", "Nose and mouth", ("nose", "mouth")),
    ("group:face", "Face and ears", ("face", "ears")),
    ("group:dress", "Body and clothes", ("body", "clothes")),
)


def choices(parts: Iterable[str]) -> list[tuple[str, str]]:
    """(value, name) of what can be chosen: all, the groups of these parts, each part."""
    names = list(parts)
    groups = [(key, label) for key, label, members in GROUPS if set(members) & set(names)]
    return [("", "All parts"), *groups, *((name, name.capitalize()) for name in names)]


def members(choice: str) -> frozenset[str] | None:
    """The parts that a choice stands for; None for all."""
    if not choice:
        return None
    for key, _, parts in GROUPS:
        if key == choice:
            return frozenset(parts)
    return frozenset((choice,))
