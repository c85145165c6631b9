"""Starts scripts inside a real Krita."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.krita.krita_command import ROOT, krita_command

OUT = ROOT / "out" / "krita"
PROGRAMS = ("krita", "kritarunner", "Xvfb", "xdotool")

RunInKrita = Callable[..., Path]


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
            krita_command(script, worker, arguments, out, settings=settings, seconds=timeout),
            capture_output=True,
            text=True,
            timeout=timeout + 60,
            check=False,
        )
        with capsys.disabled():  # the values are worth reading where all went well, too
            print(f"\n{done.stdout}{done.stderr}")
        assert done.returncode == 0, f"{script} in Krita: see {out}"
        log = (out / "krita.log").read_text("utf-8", "replace")
        assert "Traceback" not in log, f"an exception inside Krita: see {out / 'krita.log'}"
        return out

    return run
