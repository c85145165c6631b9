"""A stream of batches, of which one can stand for all: to time learning without its data."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Generic, Protocol, TypeVar

_Batch = TypeVar("_Batch")
_Made = TypeVar("_Made", covariant=True)


class Stream(Protocol[_Made]):
    """Makes the batch of each step."""

    def at(self, step: int) -> _Made: ...

    def rest(self) -> None:
        """Make none ahead until the next one is asked for."""


class OneBatch(Generic[_Batch]):
    """The batches of a stream, or one of them again and again."""

    def __init__(self, stream: Stream[_Batch]) -> None:
        self._stream = stream
        self._spare: _Batch | None = None
        self._kept: _Batch | None = None

    def at(self, step: int) -> _Batch:
        return self._stream.at(step) if self._kept is None else self._kept

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Inside, every step gets the same batch, and none is made beside it."""
        if self._spare is None:
            self._spare = self._stream.at(0)
        self._kept = self._spare
        self._stream.rest()
        try:
            yield
        finally:
            self._kept = None
