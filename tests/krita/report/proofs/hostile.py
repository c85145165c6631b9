"""Random, cut and ill-meaning frames, in both directions."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from threading import Timer

from krita_anifaceplugin.protocol import SuggestRequest
from tests.krita.report.krita_run import KritaRunner
from tests.krita.report.line import NOT_RUN, Line
from tests.krita.report.plan import Plan
from tests.plugin.under_binding import BINDINGS, is_there, run_script
from tests.worker.hostile_run import run
from worker.errors import WorkerProcessError
from worker.serving.client import WorkerClient, serve_command

NAME = "Hostile frames"
GROWTH = 0.05
ASKED = "error or ignore, never a hang, memory flat within 5%"
SIDE = 128
SEED = 11
SECONDS = 900


def prove(plan: Plan, krita: KritaRunner) -> Iterator[Line]:
    """To the real worker, then to the plugin under each Qt."""
    what = f"{plan.hostile} hostile frames to the worker"
    try:
        with (
            (krita.out / "hostile_worker.log").open("wb") as log,
            WorkerClient(serve_command("default"), stderr=log) as client,
        ):
            # A worker that stops reading would block who writes to it.
            watchdog = Timer(krita.clock.at_most(SECONDS), client.process.kill)
            watchdog.start()
            try:
                result = run(client, _sketch(), plan.hostile, SEED)
            finally:
                watchdog.cancel()
    except (WorkerProcessError, BrokenPipeError) as error:
        yield Line.judged(what, ASKED, str(error), False)
    else:
        words = (
            f"{result.answered} of {result.asked} sketches sent in between answered, memory "
            f"{result.growth:+.1%} after the first quarter; {result.refused} frames refused in "
            f"words, the rest ignored; at the end {result.memory[-1] / 2**20:.0f} MB"
        )
        good = result.answered == result.asked and result.growth < GROWTH
        yield Line.judged(what, ASKED, words, good)
    for binding in BINDINGS:
        yield _to_plugin(plan.hostile, binding, krita.clock.at_most(SECONDS))


def _to_plugin(count: int, binding: str, seconds: float) -> Line:
    what = f"{count} hostile replies to the plugin, {binding}"
    if not is_there(binding):
        return Line(what, ASKED, f"{binding} is not there", NOT_RUN)
    with tempfile.TemporaryDirectory(prefix="aniface-hostile-") as folder:
        try:
            done = run_script("qt_hostile", binding, Path(folder), count, seconds=seconds)
        except subprocess.TimeoutExpired:
            return Line.judged(what, ASKED, f"not done in {seconds:.0f} s", False)
    if done.returncode:
        words = (done.stderr.strip().splitlines() or ["no message"])[-1]
        return Line.judged(what, ASKED, f"ended with {done.returncode}: {words}", False)
    values = json.loads(next(line for line in done.stdout.splitlines() if line.startswith("{")))
    early, late = values["memory"]
    words = (
        f"an honest answer after them, by the same worker process, memory "
        f"{late / early - 1:+.1%} after the first quarter; {values['states']} changes shown; at "
        f"the end {late / 2**20:.0f} MB"
    )
    return Line.judged(what, ASKED, words, late / early - 1 < GROWTH)


def _sketch() -> SuggestRequest:
    """A square of ink, which any pack answers somehow."""
    row = bytes(32) + b"\xff" * 64 + bytes(32)
    ink = bytes(32 * SIDE) + row * 4 + bytes((SIDE - 36) * SIDE)
    return SuggestRequest(1, SIDE, SIDE, ink, guidance_side=0, count=1, thumbnail_side=32)
