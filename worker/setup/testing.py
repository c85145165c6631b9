"""``install.py test``: what the tests need, then the tests."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from worker.setup import environment, system
from worker.setup.environment import Spec
from worker.setup.errors import MissingPartError
from worker.setup.places import Home
from worker.setup.shell import Run, Say, clean_environ


def test_spec(project: Path, home: Home) -> Spec:
    """The tests' environment: what the worker, training and the tools need, not the project."""
    return Spec(
        home.test_env,
        extras=("train", "test"),
        constraints=project / "tests" / "constraints.txt",
        with_project=False,
        room=4 << 30,
    )


def prepare(project: Path, home: Home, run: Run, say: Say) -> Spec:
    """Have the environment and the system libraries.

    Raises:
        SetupError: one of them could not be had.
    """
    spec = test_spec(project, home)
    system.ensure(system.LIBRARIES, run, say)
    environment.ensure(spec, project, run, say)
    return spec


def run_tests(project: Path, home: Home, arguments: Sequence[str], run: Run, say: Say) -> int:
    """Run pytest over all tests; its exit status.

    Without what a real Krita needs, those tests are left out, and the end says so.

    Raises:
        SetupError: the environment or a library could not be had.
    """
    spec = prepare(project, home, run, say)
    notice = ""
    try:
        system.ensure(system.KRITA_TESTS, run, say)
    except MissingPartError as error:
        notice = f"Not run: the tests with a real Krita (tests/krita). {error}"
    left_out = ["--ignore", "tests/krita"] if notice else []
    with tempfile.TemporaryDirectory(prefix="aniface-test-") as folder:
        # A home of their own: an installed pack must not hide the one under test.
        done = subprocess.run(
            [str(spec.python), "-m", "pytest", *left_out, *(arguments or ["tests"])],
            stdin=subprocess.DEVNULL,
            cwd=project,
            env=clean_environ(ANIFACE_HOME=folder),
            check=False,
        )
    if notice:
        say(f"\n{notice}")
    return done.returncode
