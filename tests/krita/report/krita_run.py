"""Runs a script of tests/krita/scripts in a real Krita and reads what it noted."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
RECORDING = ROOT / "worker" / "demo" / "recordings" / "clean.json"


class ScriptFailed(Exception):
    """A script did not run to its end, or one of its checks failed; the text says which."""


def real_worker() -> list[str]:
    """The worker of this source tree, run by this Python."""
    return ["env", f"PYTHONPATH={ROOT}", sys.executable, "-m", "worker", "serve"]


def fast_worker() -> list[str]:
    """The tests' own worker, which answers at once and the same to the same sketch."""
    return [sys.executable, str(ROOT / "tests" / "plugin" / "fake_worker.py")]


@dataclass(frozen=True)
class KritaRunner:
    """Starts Kritas that write below ``out``."""

    out: Path

    def run(
        self, script: str, worker: Sequence[str], *arguments: object,
        settings: Sequence[str] = (), seconds: float = 300,
    ) -> dict[str, Any]:  # fmt: skip
        """The values that a script noted.

        Raises:
            ScriptFailed: it failed, or Krita's log holds an exception.
        """
        folder = self.start(script, worker, *arguments, settings=settings, seconds=seconds)
        try:
            result = json.loads((folder / "result.json").read_text("utf-8"))
        except (OSError, ValueError):
            raise ScriptFailed(f"{script}: Krita ended without a result; see {folder}") from None
        if result["status"] != "passed":
            failed = [check["what"] for check in result["checks"] if not check["ok"]]
            words = failed or result["error"].strip().splitlines()[-1:]
            raise ScriptFailed(f"{script}: {'; '.join(words)} (see {folder})")
        if "Traceback" in (folder / "krita.log").read_text("utf-8", "replace"):
            raise ScriptFailed(f"{script}: an exception inside Krita; see {folder / 'krita.log'}")
        values: dict[str, Any] = result["values"]
        return values

    def start(
        self, script: str, worker: Sequence[str], *arguments: object,
        settings: Sequence[str] = (), seconds: float = 300,
    ) -> Path:  # fmt: skip
        """Run a script whatever becomes of it; the folder with its log and result."""
        folder = self.out / script
        shutil.rmtree(folder, ignore_errors=True)
        more = [word for setting in settings for word in ("--set", setting)]
        subprocess.run(
            [
                sys.executable, str(HERE.parent / "harness" / "run_in_krita.py"),
                str(HERE.parent / "scripts" / f"{script}.py"),
                "--plugin", str(ROOT), "--out", str(folder), "--seed", str(self.out / "seed"),
                "--timeout", str(seconds), *more,
                "--env", f"ANIFACE_WORKER={json.dumps(list(worker))}",
                "--", *map(str, arguments),
            ],
            stdin=subprocess.DEVNULL, capture_output=True, timeout=seconds + 60, check=False,
        )  # fmt: skip
        return folder
