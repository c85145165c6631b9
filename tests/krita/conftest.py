"""Starts scripts inside a real Krita."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
OUT = ROOT / "out" / "krita"
PROGRAMS = ("krita", "kritarunner", "Xvfb", "xdotool")

RunInKrita = Callable[..., Path]


def worker_command() -> list[str]:
    """The real worker of this source tree, run by the tests' own Python."""
    return ["env", f"PYTHONPATH={ROOT}", sys.executable, "-m", "worker", "serve"]


def fake_worker_command() -> list[str]:
    """The fake worker, where the worker is not what is tested."""
    return [sys.executable, str(ROOT / "tests" / "plugin" / "fake_worker.py")]


@pytest.fixture(scope="session", autouse=True)
def _krita_is_there() -> None:
    missing = [name for name in PROGRAMS if shutil.which(name) is None]
    if missing:
        pytest.skip(f"needs a real Krita: {', '.join(missing)} not found")


@pytest.fixture
def run_in_krita(capsys: pytest.CaptureFixture[str]) -> RunInKrita:
    """Run a script of tests/krita/scripts; returns the folder with its result and pictures."""

    def run(
        script: str,
        worker: list[str],
        *arguments: str,
        timeout: float = 300,
        settings: Sequence[str] = (),
    ) -> Path:
        out = OUT / script
        shutil.rmtree(out, ignore_errors=True)
        done = subprocess.run(
            [
                sys.executable, str(HERE / "harness" / "run_in_krita.py"),
                str(HERE / "scripts" / f"{script}.py"),
                "--plugin", str(ROOT), "--out", str(out), "--seed", str(OUT / "seed"),
                "--timeout", str(timeout), *(f"--set={item}" for item in settings),
                "--env", f"ANIFACE_WORKER={json.dumps(worker)}",
                "--", *arguments,
            ],
            capture_output=True, text=True, timeout=timeout + 60, check=False,
        )  # fmt: skip
        with capsys.disabled():  # the values are worth reading where all went well, too
            print(f"\n{done.stdout}{done.stderr}")
        assert done.returncode == 0, f"{script} in Krita: see {out}"
        log = (out / "krita.log").read_text("utf-8", "replace")
        assert "Traceback" not in log, f"an exception inside Krita: see {out / 'krita.log'}"
        return out

    return run
