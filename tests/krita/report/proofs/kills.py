"""Workers killed at random moments; never two of them."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from typing import Any

from tests.krita.krita_command import fake_worker_command, worker_command
from tests.krita.report.krita_run import RECORDING, KritaRunner
from tests.krita.report.line import MET, Line
from tests.krita.report.machine import load
from tests.krita.report.plan import Plan

NAME = "Killed workers"
BACK_S = 3.0
#: The window counts as blocked where it stood still for so much longer than Krita alone.
BLOCKED_MS = 150
SEED = 20


def prove(plan: Plan, krita: KritaRunner) -> Iterator[Line]:
    """With the tests' fast worker, then with the real one; and how many ran at once."""
    for worker, name, folder, sheets in (
        (fake_worker_command(), "the tests' worker", "kills", plan.kill_sheets),
        (worker_command(), "the real worker", "kills_real", plan.real_kill_sheets),
    ):
        if sheets:
            found = krita.outcome(
                "kills", worker, RECORDING, plan.kill_strokes, sheets, plan.kills, SEED,
                seconds=1800,
                name=folder,
            )  # fmt: skip
            if found.values.get("kills"):
                yield from _lines(found.values, name, sheets * plan.kills)
            yield from found.trouble(f"{NAME}: {name}")
    krita.run("one_worker", fake_worker_command())
    yield Line(
        "one worker a Krita",
        "never two, however many windows and restarts",
        "two windows, four restarts, a closed window: one process; after stopping: none",
        MET,
    )


def _lines(values: dict[str, Any], name: str, wanted: int) -> Iterator[Line]:
    """What was found of ``wanted`` kills."""
    kills, strokes, back = values["kills"], values["strokes"], values["back_s"]
    whole = kills >= wanted
    yield Line.judged(  # the script's own checks compare pixels and guidance
        f"{kills} kills of {name} at random moments of {strokes} strokes",
        "no stroke lost, no guidance wrong or older than what was shown",
        "every sheet is, to the pixel, the one painted without kills; all guidance shown was that "
        "of its sketch, in order; the last is there",
        True,
        whole,
    )
    pauses = values["pauses_ms"]
    alone, longest = max(pauses["alone"]), max(pauses["kills"])
    yield Line.judged(
        f"the window while {name} is killed",
        f"never blocked: no pause over {BLOCKED_MS} ms more than Krita alone",
        f"longest {longest:.0f} ms, without AniFace {alone:.0f} ms; {load()}",
        longest - alone <= BLOCKED_MS,
        whole,
    )
    late = sum(seconds >= BACK_S for seconds in back)
    yield Line.judged(
        f"guidance after a kill of {name}",
        f"back in under {BACK_S:.0f} s each time",
        f"median {statistics.median(back):.1f} s, longest {max(back):.1f} s, {late} of {len(back)} "
        f"late; {load()}",
        not late,
        whole,
    )
