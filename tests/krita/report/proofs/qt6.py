"""Docker, state and canvas under PyQt6, since no Krita 6 can be had here."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.krita.report.krita_run import KritaRunner
from tests.krita.report.line import NOT_RUN, Line
from tests.krita.report.plan import Plan
from tests.plugin.under_binding import SCRIPTS, is_there, passed, run_script

NAME = "Under PyQt6"
BINDING = "PyQt6"
WHAT = "docker, state, worker process, canvas and layers under PyQt6, with a double of Krita"
ASKED = "they run as under PyQt5"
SECONDS = 120


def prove(plan: Plan, krita: KritaRunner) -> Iterator[Line]:
    """The plugin's own checks, without a screen."""
    if not is_there(BINDING):
        yield Line(WHAT, ASKED, f"{BINDING} is not there", NOT_RUN)
        return
    failed = []
    for script in SCRIPTS:
        with tempfile.TemporaryDirectory(prefix="aniface-qt6-") as folder:
            try:
                seconds = krita.clock.at_most(SECONDS)
                done = run_script(script, BINDING, Path(folder), seconds=seconds)
            except subprocess.TimeoutExpired:
                failed.append(f"{script}: not done in {SECONDS} s")
                continue
        if not passed(done, BINDING):
            failed.append(f"{script}: {(done.stderr.strip().splitlines() or ['failed'])[-1]}")
    words = "; ".join(failed) or f"all pass: {', '.join(SCRIPTS)}"
    yield Line.judged(WHAT, ASKED, words, not failed)
