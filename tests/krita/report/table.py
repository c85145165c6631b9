"""The report's lines as one table: what, asked, found, verdict."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from itertools import zip_longest

from tests.krita.report.line import Line

HEAD = ("what", "asked", "found", "verdict")
WIDTHS = (34, 26, 46, 7)
#: Between what a line found and how it was found there is a semicolon; the table needs the first.
_DETAILS = ";"


def table(lines: Iterable[Line]) -> str:
    """Rows of four columns, 119 characters wide, a rule below the head."""
    rows = [_row(HEAD), "-+-".join("-" * width for width in WIDTHS)]
    for line in lines:
        found = line.found.partition(_DETAILS)[0]
        rows.append(_row((line.what, line.asked, found, line.verdict)))
    return "\n".join(rows)


def _row(cells: tuple[str, ...]) -> str:
    wrapped = [
        textwrap.wrap(cell, width) or [""] for cell, width in zip(cells, WIDTHS, strict=True)
    ]
    return "\n".join(
        " | ".join(part.ljust(width) for part, width in zip(parts, WIDTHS, strict=True)).rstrip()
        for parts in zip_longest(*wrapped, fillvalue="")
    )
