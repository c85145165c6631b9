"""What a parameter of a portrait is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Parameter:
    """``name`` as builders read it, ``role`` as the mapping network groups it, ``doc`` for people:
    what a low and a high score mean."""

    name: str
    role: str
    doc: str


def declare(role: str, **docs: str) -> list[Parameter]:
    """Parameters of one role, as ``name="what low and high mean"``."""
    return [Parameter(name, role, doc) for name, doc in docs.items()]
