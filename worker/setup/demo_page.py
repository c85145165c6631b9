"""The page that links the replays of several recordings. Plain HTML, opened from its folder."""

from __future__ import annotations

import json
from collections.abc import Sequence
from html import escape
from pathlib import Path

from worker.replaying.page_style import STYLE


def overview(replays: Sequence[tuple[Path, str]]) -> str:
    """The HTML text, to lie beside the folders of the replays (folder, caption)."""
    cards = "\n".join(_card(folder, caption) for folder, caption in replays)
    return f"""<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>AniFace for Krita: recorded sketches</title>
<style>{STYLE}{_MORE_STYLE}</style>
<p class="kicker">AniFace for Krita</p>
<h1>Recorded sketches</h1>
<p class="lead">Replayed stroke by stroke through the worker that runs beside Krita. Each opens
what it answered: rough and detailed guidance, four suggestions, the accepted portrait.</p>
<main>
{cards}
</main>
</html>
"""


def _card(folder: Path, caption: str) -> str:
    result = json.loads((folder / "result.json").read_text("utf-8"))
    last = result["stages"][-1]
    pictures = [name for name in (last["sketch"], result["accepted"]) if name]
    name = escape(folder.name)
    images = "".join(f'<img src="{name}/{escape(picture)}" alt="">' for picture in pictures)
    return (
        f'<a href="{name}/index.html"><article><div>{images}</div><h3>{escape(caption)}</h3>'
        f'<p class="note">{last["strokes"]} strokes</p></article></a>'
    )


_MORE_STYLE = """
main { display: grid; gap: 18px; margin-top: 28px;
  grid-template-columns: repeat(auto-fit, minmax(300px, 1fr)); }
main a { color: inherit; text-decoration: none; }
main article { height: 100%; padding: 0 0 14px; overflow: hidden; }
main article:hover { border-color: var(--accent); }
main article div { display: flex; background: #fff; }
main img { width: 50%; aspect-ratio: 1; cursor: pointer; }
main h3, main .note { margin: 12px 16px 0; }
main .note { margin-top: 0; font-size: 14px; }
"""
