"""The suggestions of this session, to go back to."""

from __future__ import annotations

from dataclasses import dataclass

from .state import Place, Source, Suggestion

#: Answers kept over all sketches; each holds some 600 KB of pictures.
LONGEST = 24


@dataclass(frozen=True)
class _Moment:
    source: Source
    suggestions: tuple[Suggestion, ...]


class SuggestionHistory:
    """Answers in their order. Every sketch has a past of its own: a step never leaves it."""

    def __init__(self) -> None:
        self._moments: list[_Moment] = []
        self._at: _Moment | None = None

    def add(self, source: Source, suggestions: tuple[Suggestion, ...]) -> None:
        """Keep an answer; it is the newest, and where the docker now stands."""
        if not suggestions:
            return
        self._at = _Moment(source, suggestions)
        self._moments.append(self._at)
        del self._moments[:-LONGEST]

    def step(self, source: Source, steps: int) -> tuple[Suggestion, ...] | None:
        """Go back (-1) or forward (1); None where there is nothing further."""
        own, position = self._where(source)
        wanted = position + steps
        if not own or not 0 <= wanted < len(own):
            return None
        self._at = own[wanted]
        return own[wanted].suggestions

    def place(self, source: Source | None) -> Place:
        """Where the docker stands in the past of a sketch."""
        own, position = self._where(source)
        return Place(position + 1, len(own)) if own else Place()

    def _where(self, source: Source | None) -> tuple[list[_Moment], int]:
        """The moments of a sketch, and which of them is shown; the newest where none is."""
        own = [moment for moment in self._moments if moment.source == source]
        for position, moment in enumerate(own):
            if moment is self._at:
                return own, position
        return own, len(own) - 1
