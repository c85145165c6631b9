"""The atelier's named looks, put on people."""

from __future__ import annotations

import importlib
from collections.abc import Mapping

from models.atelier.parameters import INDEX
from models.studio.crowd import Scores
from models.studio.errors import StudioError


def looks() -> Mapping[str, Mapping[str, float]]:
    """Scores by parameter of each named look."""
    try:
        found: Mapping[str, Mapping[str, float]] = importlib.import_module(
            "models.atelier.looks"
        ).LOOKS
    except ModuleNotFoundError:
        return {}
    return found


def with_look(people: Scores, name: str) -> Scores:
    """People [N, D] with the look's parameters set; the others stay their own.

    Raises:
        StudioError: there is no such look.
    """
    known = looks()
    if name not in known:
        there = f"there are {', '.join(sorted(known))}" if known else "the atelier has none yet"
        raise StudioError(f"no look is called {name!r}; {there}")
    dressed = people.copy()
    for parameter, score in known[name].items():
        dressed[:, INDEX[parameter]] = score
    return dressed
