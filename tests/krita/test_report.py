"""The report's own arithmetic and words: a missed target is printed as missed."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.krita.report.figures import growth, trend
from tests.krita.report.krita_run import Clock, KritaRunner, Outcome, ScriptFailed
from tests.krita.report.line import Line
from tests.krita.report.plan import WHOLE
from tests.krita.report.proofs import kills, latency, painting, pauses
from tests.krita.report.table import WIDTHS, table
from tests.krita.report.written import Written


class RecordedRunner:
    """Gives noted values back instead of starting a Krita."""

    def __init__(self, values: dict[str, Any], failure: ScriptFailed | None = None) -> None:
        self._outcome = Outcome(values, failure)

    def outcome(self, script: str, *arguments: object, **options: object) -> Outcome:
        return self._outcome

    def run(self, script: str, *arguments: object, **options: object) -> dict[str, Any]:
        return self._outcome.values


def test_a_rise_is_found_and_noise_is_none() -> None:
    rising = trend([3.0 * i for i in range(50)])
    assert rising.slope == pytest.approx(3.0) and rising.doubt == pytest.approx(0.0, abs=1e-9)
    noise = trend([float((i * 7919) % 13) for i in range(500)])
    assert abs(noise.slope) < noise.doubt
    assert growth([300.0] * 10 + [100.0] * 90) == pytest.approx(0.0), "warming up does not count"
    assert growth([100.0 + i for i in range(100)]) > 0.5


PLAN = replace(WHOLE, pause_rounds=3, pause_strokes=2, long_strokes=600, real_kill_sheets=0)
LATE = ScriptFailed("the script: not done after 60 s", late=True)
CRASHED = ScriptFailed("the script: Krita ended without a result")


def prove(values: dict[str, Any], proof: Any, failure: ScriptFailed | None = None) -> list[Line]:
    return list(proof.prove(PLAN, RecordedRunner(values, failure)))


def verdicts(lines: Iterable[Line]) -> list[str]:
    return [line.verdict for line in lines]


def test_a_part_ends_when_its_time_is_up(tmp_path: Path) -> None:
    clock = Clock(last=time.monotonic() + 2000)
    runner = KritaRunner(tmp_path, clock)
    clock.give(1000)
    assert clock.at_most(5) == 5 and 900 < clock.at_most(5000) <= 1000
    clock.give(9000)
    assert clock.at_most(5000) <= 2000, "nor later than the whole report"
    clock.give(1)
    with pytest.raises(ScriptFailed, match="time is used up"):
        runner.run("saving", [])


def test_missed_targets_are_printed_as_missed() -> None:
    rounds = {"alone": [[5.0, 20.0]] * 3, "canvas": [[5.0, 29.0]] * 3, "layer": [[9.0, 60.0]]}
    values = {"sheets": 8, "pauses_ms": rounds, "busy_ms": rounds}
    assert verdicts(prove(values, pauses)) == ["met", "MISSED", "noted"]
    rounds["canvas"] = [[5.0, 21.0], [5.0, 90.0], [5.0, 22.0]]
    assert verdicts(prove(values, pauses)) == ["met", "met", "noted"], "one disturbed round"
    rounds["alone"] = [[5.0, 20.0], [5.0, 20.0], [5.0, 90.0]]
    assert verdicts(prove(values, pauses)) == ["met", "SHORT", "noted"], "a disturbed machine"
    looks = [[10 * i, 300.0 + i, 150.0] for i in range(60)]
    long = {"waits_ms": [100.0 + i for i in range(600)], "memory_mb": looks}
    assert verdicts(prove(long, painting)) == ["MISSED", "MISSED", "met"]
    assert prove(long, painting)[0].text().startswith("MISSED   pen-up")


def test_a_run_that_ended_early_is_neither_met_nor_missed() -> None:
    flat = {"waits_ms": [100.0] * 200, "memory_mb": [[0, 300.0, 150.0]] * 20}
    assert verdicts(prove(flat, painting)) == ["SHORT"] * 3
    assert verdicts(prove(flat, painting, LATE)) == ["SHORT"] * 3 + ["NOT RUN"]
    assert verdicts(prove({}, painting, CRASHED)) == ["NOT RUN", "MISSED"]
    killed = {"kills": 40, "strokes": 120, "back_s": [1.0] * 40}
    killed |= {"pauses_ms": {"alone": [20.0], "kills": [30.0]}}
    assert verdicts(prove(killed, kills, CRASHED)) == ["SHORT"] * 3 + ["MISSED", "met"]
    waits = {"waits": [90.0], "answers": [70.0], "window_cpu": [30.0], "worker_cpu": [70.0]}
    lines = prove({"1000:canvas": waits, "4000:layer": waits}, latency, CRASHED)
    assert verdicts(lines)[:6] == ["met", "NOT RUN", "NOT RUN", "NOT RUN", "met", "MISSED"]


def test_a_part_that_fails_takes_nothing_but_its_own_lines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> Iterator[Line]:
        yield Line.judged("the first", "1", "1", True)
        raise ValueError("a bug")

    written = Written(tmp_path, ("late", "broken", "good"), "today", "here")
    written.add("good", "Good", [Line.judged("the last", "1", "1", True)])
    written.add("broken", "Broken", broken())
    written.end(60.0)
    assert [line.what for line in written.lines()] == ["the first", "Broken", "the last"]
    assert "a bug" in (tmp_path / "report.txt").read_text("utf-8")
    assert "3 lines, 1 missed, 0 short, 0 not run" in capsys.readouterr().out


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
