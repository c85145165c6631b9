"""Options that several commands share."""

from __future__ import annotations

import argparse
from typing import Any

#: What ``add_subparsers`` returns; argparse gives it no public name.
Subparsers = Any


def add_pack(parser: argparse.ArgumentParser) -> None:
    """``--pack`` and ``--threads``."""
    parser.add_argument(
        "--pack", default="default", metavar="NAME|PATH", help="model pack (default: %(default)s)"
    )
    parser.add_argument(
        "--threads",
        type=whole(1, 64),
        default=1,
        help="threads for the networks (default: %(default)s; more rarely help beside Krita)",
    )


class whole:  # noqa: N801 - reads as a type in add_argument
    """An argparse type: a whole number from ``low`` to ``high``."""

    def __init__(self, low: int, high: int) -> None:
        self._low, self._high = low, high

    def __call__(self, text: str) -> int:
        try:
            value = int(text)
        except ValueError:
            raise argparse.ArgumentTypeError(f"{text!r} is not a whole number") from None
        if not self._low <= value <= self._high:
            raise argparse.ArgumentTypeError(f"must be from {self._low} to {self._high}")
        return value


def fraction(text: str) -> float:
    """An argparse type: a number from 0 to 1."""
    try:
        value = float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number") from None
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError("must be from 0 to 1")
    return value
