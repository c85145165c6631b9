"""The figures of one pack, as plain data with a table for people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Figures = dict[str, Any]

#: name, title, factor, digits
_BY_COMPLETION = (
    ("fit_clean", "adherence, clean, with fit (%)", 100, 1),
    ("fit_rough", "adherence, rough, with fit (%)", 100, 1),
    ("unfitted_clean", "adherence, clean, without fit (%)", 100, 1),
    ("unfitted_rough", "adherence, rough, without fit (%)", 100, 1),
    ("networks_clean", "  clean, by the networks alone (%)", 100, 1),
    ("networks_rough", "  rough, by the networks alone (%)", 100, 1),
    ("mouth_open", "mouths drawn open that come out open (%)", 100, 0),
    ("mouth_shut", "mouths drawn shut that come out shut (%)", 100, 0),
    ("faces", "a face found in the suggestions (% of that in portraits)", 100, 1),
    ("open_error", "error of what is not drawn yet (% of the frame)", 100, 2),
    ("open_average", "  the average portrait's, of the same", 100, 2),
    ("last_error", "error of the last quarter's contours (% of the frame)", 100, 2),
    ("last_average", "  the average portrait's, of the same", 100, 2),
    ("movement", "movement of untouched parts at the next line, median (%)", 100, 2),
    ("variety", "distance of the four suggestions (% of the frame)", 100, 2),
    ("band_80", "true styles within the 80 % band (%)", 100, 1),
)


_OF_THE_RIVAL = frozenset(
    f"{kind}_{hand}" for kind in ("fit", "unfitted", "networks") for hand in ("clean", "rough")
) | {"open_error"}


def table(figures: Mapping[str, Any]) -> str:
    """The figures as text; a dash stands for what was not measured."""
    completions: Sequence[str] = figures["completions"]
    lines = [
        f"{figures['pack']}: {figures['people']} people that training never saw",
        "",
        f"{'strokes drawn':58}" + "".join(f"{c + ' %':>9}" for c in completions),
    ]
    for name, title, factor, digits in _BY_COMPLETION:
        rows = {title: figures["by_completion"].get(name, {})}
        rival = figures.get("rival")
        if rival and name in _OF_THE_RIVAL:
            rows["  the other pack's, of the same"] = rival["by_completion"].get(name, {})
        for words, row in rows.items():
            cells = (_cell(row.get(c), factor, digits) for c in completions)
            lines.append(f"{words:58}" + "".join(f"{cell:>9}" for cell in cells))
    lines.append("")
    for title, value in _single(figures):
        lines.append(f"{title:58}{value:>9}")
    lines += [f"note: {note}" for note in figures["notes"]]
    return "\n".join(lines)


def _single(figures: Mapping[str, Any]) -> list[tuple[str, str]]:
    generator, order = figures["generator"], figures["order"]
    cost = figures.get("cost", {})
    rows = [
        ("generator: mean point error (% of the frame)", _cell(generator.get("points"), 100, 3)),
        ("generator: presences right (%)", _cell(generator.get("presence"), 100, 2)),
        ("a face found in its portraits (%)", _cell(generator.get("generated"), 100, 1)),
        ("  in the atelier's of the same people", _cell(generator.get("atelier"), 100, 1)),
        ("movement over all stages (% of the frame)", _cell(figures.get("movement"), 100, 2)),
        ("any order, ink not rounded: same bytes (%)", _cell(order.get("same_bytes"), 100, 1)),
        (
            "any order, 8-bit canvas: within half a pixel (%)",
            _cell(order.get("same_answer"), 100, 1),
        ),
        ("  moved, median (% of the frame)", _cell(order.get("moved_median"), 100, 4)),
        ("  moved at most (% of the frame)", _cell(order.get("moved"), 100, 4)),
        ("variety at 10 % of the strokes against 100 %", _cell(figures.get("variety_ratio"), 1, 2)),
        ("pack (MB)", _cell(cost.get("megabytes"), 1, 1)),
    ]
    rows += [
        (f"{name}: parameters (million) / GMAC", f"{n['millions']:.2f} / {n['gmac']:.3f}")
        for name, n in cost.get("networks", {}).items()
    ]
    rows += [
        (f"{name}: ms with one / two threads", " / ".join(f"{v:.1f}" for v in values))
        for name, values in cost.get("milliseconds", {}).items()
    ]
    return rows


def _cell(value: float | None, factor: float, digits: int) -> str:
    return "-" if value is None else f"{value * factor:.{digits}f}"
