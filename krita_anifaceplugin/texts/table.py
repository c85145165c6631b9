"""The translation table: languages, and phrases to text.

Plain enough for a Python that is too old for the rest of the plugin.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from . import chinese, english, french, german, japanese, spanish
from .phrase import Phrase

ENGLISH = "en"
#: Each language's code, its name in itself, and its texts.
LANGUAGES: Mapping[str, tuple[str, Mapping[str, str]]] = MappingProxyType(
    {
        ENGLISH: ("English", english.TEXTS),
        "de": ("Deutsch", german.TEXTS),
        "es": ("Español", spanish.TEXTS),
        "fr": ("Français", french.TEXTS),
        "ja": ("日本語", japanese.TEXTS),
        "zh_CN": ("简体中文", chinese.TEXTS),
    }
)


class Texts:
    """All texts in one language."""

    def __init__(self, language: str = ENGLISH) -> None:
        """``language`` is a key of LANGUAGES; any other means English."""
        self.language = language if language in LANGUAGES else ENGLISH
        self._texts = LANGUAGES[self.language][1]

    def __call__(self, key: str, **values: Any) -> str:
        """The text of a key with its placeholders filled.

        Raises:
            KeyError: no such key, or a placeholder without a value.
        """
        return self._texts[key].format(**values)

    def of(self, phrase: Phrase) -> str:
        """A phrase as text; "" for SILENCE. Phrases among its values are put into words, too."""
        if not phrase.key:
            return ""
        values = {k: self.of(v) if isinstance(v, Phrase) else v for k, v in phrase.values}
        return self(phrase.key, **values)

    def name(self, kind: str, name: str, otherwise: str = "") -> str:
        """The name of a part or reference of the bundled model; of another model's, its own."""
        return self._texts.get(f"{kind}.{name}") or otherwise or name.capitalize()


def choose(wanted: str, preferred: Sequence[str]) -> str:
    """The language to speak.

    Args:
        wanted: the artist's choice, "" for Krita's language.
        preferred: Krita's languages as "de-DE", "zh-Hans-CN" or "fr_FR", the best first.
    """
    if wanted in LANGUAGES:
        return wanted
    for tag in preferred:
        words = tag.replace("_", "-").split("-")
        if words[0] == "zh":
            if not {"Hant", "TW", "HK", "MO"} & set(words):
                return "zh_CN"
        elif words[0] in LANGUAGES:
            return words[0]
    return ENGLISH
