"""The page of a replay: plain HTML beside its pictures, to be opened from the folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from statistics import median

from worker.replaying.page_style import SCRIPT, STYLE
from worker.replaying.stages import Stage, StrokeTimes


@dataclass(frozen=True)
class PageFacts:
    """What the page says besides its stages.

    Attributes:
        title: the recording's name.
        parts: [name, "#rrggbb"] of the legend.
        ready_seconds: from starting the worker to its hello.
        machine: one line.
        accepted: file name of the accepted portrait, "" for none.
    """

    title: str
    pack: str
    parts: Sequence[Sequence[str]]
    ready_seconds: float
    machine: str
    accepted: str


def page(stages: Sequence[Stage], times: Sequence[StrokeTimes], facts: PageFacts) -> str:
    """The HTML text; ``times`` are of every stroke, between the stages too."""
    last = stages[-1]
    figures = [
        ("to guidance, median", f"{median(t.guidance_ms for t in times):.0f} ms"),
        ("to guidance, worst", f"{max(t.guidance_ms for t in times):.0f} ms"),
        ("to all suggestions, median", f"{median(t.all_ms for t in times):.0f} ms"),
        ("worker ready", f"{facts.ready_seconds:.1f} s"),
    ]
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>AniFace: {escape(facts.title)}</title>
<style>{STYLE}</style>
</head>
<body>
<header>
<p class="kicker">AniFace for Krita</p>
<h1>{escape(facts.title)}</h1>
<p class="lead">A recorded sketch, replayed stroke by stroke through the worker that runs beside
Krita. {last.strokes} strokes, {len(stages)} stages, model <b>{escape(facts.pack)}</b>.</p>
</header>
<section class="hero">
{_hero(last, facts)}
</section>
<section class="figures">
{"".join(f"<div><b>{value}</b><span>{name}</span></div>" for name, value in figures)}
</section>
<section>
<h2>While it is drawn</h2>
<p class="note">Rough guidance blends what the lines could become; detailed guidance shows the best
guess by part. Suggestions stand best first, with the share of the drawn ink on their lines.</p>
<ul class="legend">{_legend(facts.parts)}</ul>
{"".join(_row(stage) for stage in stages)}
</section>
<footer>{escape(facts.machine)}. Times are measured at the pipe, with one thread.</footer>
<script>{SCRIPT}</script>
</body>
</html>
"""


def _hero(last: Stage, facts: PageFacts) -> str:
    sketch = _figure([last.sketch], "The sketch")
    guided = _figure([last.sketch, last.detailed], "Detailed guidance")
    if not facts.accepted:
        return sketch + f'<p class="hint">{escape(last.hint)}</p>'
    return sketch + guided + _figure([facts.accepted], "The accepted portrait, 1024 x 1024")


def _row(stage: Stage) -> str:
    suggestions = "".join(
        f'<figure class="small"><img loading="lazy" src="{name}" alt="suggestion {i}">'
        f"<figcaption>{share:.0%}</figcaption></figure>"
        for i, (name, share) in enumerate(
            zip(stage.suggestions, stage.coverage, strict=True), start=1
        )
    )
    if not stage.suggestions:
        suggestions = f'<p class="hint">{escape(stage.hint)}</p>'
    plural = "" if stage.strokes == 1 else "s"
    return f"""
<article>
<h3>{stage.strokes} stroke{plural}<span>guidance {stage.times.guidance_ms:.0f} ms,
suggestions {stage.times.all_ms:.0f} ms</span></h3>
<div class="stage">
{_figure([stage.sketch], "Sketch")}
{_figure([stage.sketch, stage.rough], "Rough")}
{_figure([stage.sketch, stage.detailed], "Detailed")}
<div class="suggestions">{suggestions}</div>
</div>
</article>"""


def _figure(layers: Sequence[str], caption: str) -> str:
    """Pictures of one size on top of each other."""
    images = "".join(
        f'<img loading="lazy" src="{name}" alt="{escape(caption)}">' for name in layers
    )
    kind = "sheet guided" if len(layers) > 1 else "sheet"
    return f'<figure><div class="{kind}">{images}</div><figcaption>{caption}</figcaption></figure>'


def _legend(parts: Sequence[Sequence[str]]) -> str:
    return "".join(
        f'<li><i style="background:{escape(color)}"></i>{escape(name)}</li>'
        for name, color in parts
    )
