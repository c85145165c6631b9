"""A text that is not yet in any language: what the code says, before the docker shows it.

Plain enough for a Python that is too old for the rest of the plugin.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Phrase:
    """A key of the translation table and the values for its placeholders."""

    key: str
    values: tuple[tuple[str, Any], ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything to say."""
        return bool(self.key)


#: Nothing to say.
SILENCE = Phrase("")


def phrase(key: str, **values: Any) -> Phrase:
    """A phrase; two of the same key and values are equal."""
    return Phrase(key, tuple(sorted(values.items())))
