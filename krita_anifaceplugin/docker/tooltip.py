"""Tooltips of texts that are not ours."""

from __future__ import annotations

import html


def plain(text: str) -> str:
    """A tooltip that shows ``text`` as it is. Qt takes for markup what looks like it, and would
    load the pictures that it names, from another machine, too."""
    return f"<span>{html.escape(text)}</span>" if "<" in text else text
