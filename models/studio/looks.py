"""The atelier's named looks, put on people."""

from __future__ import annotations

from models.atelier.parameters import INDEX
from models.atelier.people.looks import LOOKS
from models.studio.crowd import People
from models.studio.errors import StudioError


def with_look(people: People, name: str) -> People:
    """People [N, D] with the look's parameters set; the others stay their own.

    Raises:
        StudioError: there is no such look.
    """
    if name not in LOOKS:
        raise StudioError(f"no look is called {name!r}; there are {', '.join(LOOKS)}")
    dressed = people.copy()
    for parameter, score in LOOKS[name].items():
        dressed[:, INDEX[parameter]] = score
    return dressed
