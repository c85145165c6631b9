"""The report's own arithmetic and words: a missed target is printed as missed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.krita.report.figures import growth, trend
from tests.krita.report.krita_run import Clock, KritaRunner, ScriptFailed
from tests.krita.report.line import Line
from tests.krita.report.plan import Plan
from tests.krita.report.proofs import painting, pauses
from tests.krita.report.table import WIDTHS, table


class RecordedRunner:
    """Gives noted values back instead of starting a Krita."""

    def __init__(self, values: Mapping[str, object]) -> None:
        self._values = values

    def run(self, script: str, *arguments: object, **options: object) -> Mapping[str, object]:
        return self._values


def test_a_rise_is_found_and_noise_is_none() -> None:
    rising = trend([3.0 * i for i in range(50)])
    assert rising.slope == pytest.approx(3.0) and rising.doubt == pytest.approx(0.0, abs=1e-9)
    noise = trend([float((i * 7919) % 13) for i in range(500)])
    assert abs(noise.slope) < noise.doubt
    assert growth([300.0] * 10 + [100.0] * 90) == pytest.approx(0.0), "warming up does not count"
    assert growth([100.0 + i for i in range(100)]) > 0.5


PLAN = Plan((), (), 4, 1, 1, 1, 1, 0, 1, 600, 600, 900)


def prove(values: Mapping[str, object], proof: Any) -> list[Line]:
    return list(proof.prove(PLAN, RecordedRunner(values)))


def test_a_part_ends_when_its_time_is_up(tmp_path: Path) -> None:
    clock = Clock()
    runner = KritaRunner(tmp_path, clock)
    clock.give(1000)
    assert clock.at_most(5) == 5 and 900 < clock.at_most(5000) <= 1000
    clock.give(1)
    with pytest.raises(ScriptFailed, match="time of this part is used up"):
        runner.run("saving", [])


def test_missed_targets_are_printed_as_missed() -> None:
    pauses_ms = {"alone": [20.0], "canvas": [29.0], "layer": [60.0]}
    values = {"pauses_ms": pauses_ms, "busy_ms": pauses_ms}
    assert [line.verdict for line in prove(values, pauses)] == ["met", "MISSED", "noted"]
    looks = [[10 * i, 300.0 + i, 150.0] for i in range(60)]
    long = {"strokes": 600, "waits_ms": [100.0 + i for i in range(600)], "memory_mb": looks}
    verdicts = [line.verdict for line in prove(long, painting)]
    assert verdicts == ["MISSED", "MISSED", "met"]
    short = {**long, "strokes": 200, "memory_mb": [[0, 300.0, 150.0]] * 20}
    assert "MISSED" in [line.verdict for line in prove(short, painting)][1:], "cut short is missed"
    assert prove(long, painting)[0].text().startswith("MISSED   pen-up")


def test_the_table_holds_every_line_and_wraps_what_is_long() -> None:
    lines = [
        Line.judged("short", "under 3 ms", "2 ms; of 40 strokes, load 0.1", True),
        Line.judged("a very long name " * 4, "nothing lost", "all " * 40, False),
    ]
    rows = table(lines).splitlines()
    assert [cell.strip() for cell in rows[0].split("|")] == ["what", "asked", "found", "verdict"]
    assert [c.strip() for c in rows[2].split("|")] == ["short", "under 3 ms", "2 ms", "met"]
    assert max(map(len, rows)) <= sum(WIDTHS) + 3 * 3
    assert sum(row.count("all") for row in rows) == 40 and "MISSED" in rows[3]
