"""What the stages have in common that learn style vectors beside a finished generator."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Any, Generic, TypeVar

from models.networks.generator import Generator
from models.training.one_batch import OneBatch, Stream
from models.training.stages import space_of
from models.training.style_space import STYLE_SPACE

_Batch = TypeVar("_Batch")


class EncoderStage(Generic[_Batch]):
    """Its checkpoints tell the ``generator`` of whose styles they speak; it learns from the batches
    of a ``stream``, or from one of them again and again."""

    def __init__(self, generator: Generator, stream: Stream[_Batch]) -> None:
        self._generator = generator
        self._batches = OneBatch(stream)

    def extra_state(self) -> dict[str, Any]:
        return {STYLE_SPACE: space_of(self._generator)}

    def cached_batch(self) -> AbstractContextManager[None]:
        """Inside, every step learns from one batch, and none is made beside it."""
        return self._batches.kept()
