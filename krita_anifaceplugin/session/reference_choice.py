"""The references that are offered, and what the worker is told of the one that is chosen."""

from __future__ import annotations

from ..references.own_references import OWN
from .state import Reference, State, Suggestion


def with_own(state: State, own: tuple[Reference, ...]) -> tuple[Reference, ...]:
    """These pictures of the artist's own, then the pack's references."""
    return own + tuple(r for r in state.references if not r.id.startswith(OWN))


def with_packs(state: State, pack: str, packs: tuple[Reference, ...]) -> tuple[Reference, ...]:
    """A pack's references after the artist's own; those fit only the pack that read them."""
    own = tuple(r for r in state.references if r.id.startswith(OWN))
    return (own if pack == state.pack else ()) + packs


def label(state: State, suggestion: Suggestion) -> str:
    """That of the reference whose colours a suggestion wears, "" for a picture's."""
    return next((r.label for r in state.references if r.id == suggestion.reference), "")


def varies(state: State) -> bool:
    """Whether each suggestion can wear colours of its own."""
    return sum(not r.colors for r in state.references) > 1


def asked_for(state: State, like: Suggestion | None = None) -> tuple[str, str]:
    """The id of one of the pack's references, or the colours of a picture; "" for colours that
    vary. Variations of a suggestion wear what it does, unless something else was chosen."""
    wanted = state.settings.reference or (like.reference if like is not None else "")
    for reference in state.references:
        if reference.id == wanted:
            return ("", reference.colors) if reference.colors else (wanted, "")
    # Of another pack or gone; before the greeting nobody can tell.
    return ("" if state.references or wanted.startswith(OWN) else wanted), ""
