"""Groups of parts that guidance can be shown for alone."""

from __future__ import annotations

from collections.abc import Iterable

from ..texts.table import Texts

#: Group, key of its name in the docker, parts of the layer table. A part in no group is chosen
#: by its name.
GROUPS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("group:hair", "parts.hair", ("bangs", "sides", "back", "tied")),
    ("group:eyes", "parts.eyes", ("eyes", "brows")),
    ("group:middle", "parts.middle", ("nose", "mouth")),
    ("group:face", "parts.face", ("face", "ears")),
    ("group:dress", "parts.dress", ("body", "clothes")),
)


def choices(parts: Iterable[str], texts: Texts) -> list[tuple[str, str]]:
    """(value, name) of what can be chosen: all, the groups of these parts, each part."""
    names = list(parts)
    groups = [(key, texts(label)) for key, label, members in GROUPS if set(members) & set(names)]
    single = [(name, texts.name("part", name)) for name in names]
    return [("", texts("parts.all")), *groups, *single]


def members(choice: str) -> frozenset[str] | None:
    """The parts that a choice stands for; None for all."""
    if not choice:
        return None
    for key, _, parts in GROUPS:
        if key == choice:
            return frozenset(parts)
    return frozenset((choice,))
