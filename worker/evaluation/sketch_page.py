"""The kept sketches, which no code of ours drew, answered stage by stage: a page to look at."""

from __future__ import annotations

import html
from pathlib import Path

from tqdm import tqdm

from worker.evaluation.answers import Subject
from worker.evaluation.sketching import SIDE
from worker.evaluation.stages_picture import CELL, row, save_rows
from worker.files import recording
from worker.replaying.stages import stroke_counts

SKETCHES = Path(__file__).with_name("sketches")
_STAGES = 5

_PAGE = """<!doctype html>
<meta charset="utf-8">
<title>AniFace: sketches by hand</title>
<style>
  body {{ font: 15px/1.5 system-ui, sans-serif; margin: 2rem; background: #fff; color: #222 }}
  img {{ width: 100%; max-width: {width}px; border: 1px solid #ddd }}
  h2 {{ margin: 2rem 0 .3rem; font-size: 1.1rem }}
</style>
<h1>Sketches by hand, through the pack &ldquo;{pack}&rdquo;</h1>
<p>Rows: the sketch on its way. Columns: the sketch, rough guidance over it, detailed guidance over
it, and the suggestions, best first.</p>
{sketches}
"""


def sketch_files() -> list[Path]:
    """The kept sketches, by name."""
    return sorted(SKETCHES.glob("*.json"))


def write_page(subject: Subject, folder: Path) -> Path:
    """A picture for each sketch, and ``index.html`` with all of them; the page's path."""
    folder.mkdir(parents=True, exist_ok=True)
    shown = []
    for path in tqdm(sketch_files(), desc="sketches", unit=" sketches"):
        drawn = recording.load(path)
        counts = stroke_counts(len(drawn.strokes), _STAGES)
        rows = [row(subject, drawn.ink(count, SIDE)) for count in counts]
        save_rows(rows, folder / f"{path.stem}.png")
        title = html.escape(path.stem.replace("_", " "))
        strokes = ", ".join(map(str, counts))
        shown.append(f'<h2>{title}</h2><p>{strokes} strokes</p><img src="{path.stem}.png" alt="">')
    page = folder / "index.html"
    text = _PAGE.format(
        pack=html.escape(subject.pack.name), width=7 * CELL, sketches="\n".join(shown)
    )
    page.write_text(text, encoding="utf-8")
    return page
