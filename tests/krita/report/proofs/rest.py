"""What AniFace costs while nothing happens, and that it costs nothing while off or hidden."""

from __future__ import annotations

from collections.abc import Iterator

from tests.krita.krita_command import worker_command
from tests.krita.report.krita_run import KritaRunner
from tests.krita.report.line import Line
from tests.krita.report.machine import load
from tests.krita.report.plan import Plan

NAME = "At rest"
MOST_MS = 0.3
ASKED = f"under {MOST_MS} ms"
STILL = "nothing of AniFace runs while it is off, or its docker hidden"


def prove(plan: Plan, krita: KritaRunner) -> Iterator[Line]:
    """Looks at Krita while nobody paints, then a stroke with AniFace off, and with it hidden."""
    found = krita.outcome("rest", worker_command(), *plan.rest, seconds=240)
    looks = found.values.get("look_ms", {})
    for side in plan.rest:
        what = f"a look for changes, every 12 ms, {side} x {side}"
        if str(side) not in looks:
            yield Line.not_found(what, ASKED)
            continue
        median, slow = looks[str(side)]["median"], looks[str(side)]["slow"]
        words = f"median {median:.2f} ms; the slowest in a hundred {slow:.1f}, {load()}"
        yield Line.judged(what, ASKED, words, median < MOST_MS)
    if found.failure is None:  # the script's own checks count what runs
        words = "while a stroke is painted and a second after it, no function of ours is called"
        yield Line.judged(STILL, "nothing", words, True)
    yield from found.trouble(NAME)
