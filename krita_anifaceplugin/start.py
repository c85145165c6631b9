"""Registers the docker with Krita, or a notice in its place where AniFace cannot run.

Written so that even a Python too old for the rest of the plugin can read it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence

OLDEST_PYTHON = (3, 10)
OLDEST_KRITA = (5, 1)


def problem(python: Sequence[int], krita: str) -> str:
    """Why AniFace cannot run here, in words an artist can act on; "" if it can.

    ``python`` is a version tuple, ``krita`` Krita's version string.
    """
    found = tuple(int(number) for number in re.findall(r"\d+", krita)[:2])
    if found and found < OLDEST_KRITA:
        return (
            "AniFace needs Krita {}.{} or newer; this is Krita {}. A newer Krita is at krita.org."
        ).format(*OLDEST_KRITA, krita)
    if tuple(python[:2]) < OLDEST_PYTHON:
        return (
            "AniFace needs Python {}.{} or newer inside Krita; this Krita carries {}.{}. "
            "Krita 5.2 from krita.org has a newer one."
        ).format(*OLDEST_PYTHON, *python[:2])
    return ""


def register() -> None:
    """Add AniFace's docker to Krita."""
    from .krita_api.host import version

    why_not = problem(sys.version_info[:2], version())
    if why_not:
        from .krita_api.notice import register_notice

        register_notice(why_not)
    else:
        from .plugin import register_docker

        register_docker()
