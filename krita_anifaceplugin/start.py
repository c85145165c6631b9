"""Registers the docker with Krita, or a notice in its place where AniFace cannot run.

Written so that even a Python too old for the rest of the plugin can read it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence

from .texts.phrase import SILENCE, Phrase, phrase

OLDEST_PYTHON = (3, 10)
OLDEST_KRITA = (5, 1)


def problem(python: Sequence[int], krita: str) -> Phrase:
    """Why AniFace cannot run here, in words an artist can act on; SILENCE if it can.

    ``python`` is a version tuple, ``krita`` Krita's version string.
    """
    found = tuple(int(number) for number in re.findall(r"\d+", krita)[:2])
    if found and found < OLDEST_KRITA:
        return phrase("old.krita", wanted=_dotted(OLDEST_KRITA), found=krita)
    if tuple(python[:2]) < OLDEST_PYTHON:
        return phrase("old.python", wanted=_dotted(OLDEST_PYTHON), found=_dotted(python[:2]))
    return SILENCE


def _dotted(version: Sequence[int]) -> str:
    return ".".join(str(number) for number in version)


def register() -> None:
    """Add AniFace's docker to Krita."""
    from .krita_api.host import version

    why_not = problem(sys.version_info[:2], version())
    if why_not:
        from .krita_api.notice import register_notice
        from .texts.language import texts_for

        register_notice(texts_for("").of(why_not))
    else:
        from .plugin import register_docker

        register_docker()
