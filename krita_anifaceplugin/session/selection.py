"""Which suggestion is chosen and which are pinned, from one State to the next."""

from __future__ import annotations

from dataclasses import replace

from .state import State, Suggestion


def select(state: State, index: int) -> State:
    """Choose the suggestion at a place among ``shown``; one outside changes nothing."""
    return replace(state, selected=index) if 0 <= index < len(state.shown) else state


def select_next(state: State, steps: int) -> State:
    """Choose the suggestion ``steps`` further on (or back), round and round."""
    count = len(state.shown)
    if not count:
        return state
    start = state.selected if state.selected >= 0 else -1 if steps > 0 else 0
    return replace(state, selected=(start + steps) % count)


def pin(state: State, index: int) -> State:
    """Keep the suggestion at a place among ``shown`` in view; one that is pinned is let go."""
    if not 0 <= index < len(state.shown):
        return state
    suggestion, pinned = state.shown[index], state.pinned
    if suggestion in pinned:
        pinned = tuple(p for p in pinned if p != suggestion)
    else:
        pinned = (*pinned, suggestion)
    left = len(state.suggestions) + len(pinned)
    return replace(state, pinned=pinned, selected=min(state.selected, left - 1))


def show(state: State, suggestions: tuple[Suggestion, ...]) -> State:
    """Other suggestions: a pinned one that is chosen stays so, another choice keeps its place."""
    selected = state.selected
    if selected >= len(state.suggestions) and state.chosen is not None:
        selected += len(suggestions) - len(state.suggestions)
    elif suggestions:
        selected = min(max(selected, 0), len(suggestions) - 1)
    else:
        selected = -1
    return replace(state, suggestions=suggestions, selected=selected)
