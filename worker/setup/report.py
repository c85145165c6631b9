"""``install.py report``: what the tests need, then the printed report."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from worker.setup import system, testing
from worker.setup.places import Home
from worker.setup.shell import Run, Say, clean_environ


def run_report(project: Path, home: Home, arguments: Sequence[str], run: Run, say: Say) -> int:
    """Make the report; 0 where every target is met, 1 where one is missed.

    Args:
        arguments: the report's own.

    Raises:
        SetupError: the environment, a library or Krita could not be had.
    """
    spec = testing.prepare(project, home, run, say)
    system.ensure(system.KRITA_TESTS, run, say)
    command = [str(spec.python), "-m", "tests.krita.report", *arguments]
    with tempfile.TemporaryDirectory(prefix="aniface-report-") as folder:
        # A home of its own: the report is on the pack of this source tree.
        environ = clean_environ(ANIFACE_HOME=folder, PYTHONPATH=str(project))
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, cwd=project, env=environ, check=False
        )
    return done.returncode
