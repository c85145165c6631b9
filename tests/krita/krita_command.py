"""How a script of tests/krita/scripts is started in a real Krita, and with which worker."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
#: Krita's canvas widgets, and the settings that bring them.
CANVASES: dict[str, tuple[str, ...]] = {
    "KisQPainterCanvas": (),
    "KisOpenGLCanvas2": (
        "kritarc::useOpenGL=true",
        "kritadisplayrc:General:OpenGLRenderer=desktop",
    ),
}


def worker_command() -> list[str]:
    """The real worker of this source tree, run by this Python."""
    return ["env", f"PYTHONPATH={ROOT}", sys.executable, "-m", "worker", "serve"]


def fake_worker_command() -> list[str]:
    """The fake worker, where the worker is not what is tested: it answers at once."""
    return [sys.executable, str(ROOT / "tests" / "plugin" / "fake_worker.py")]


def krita_command(
    script: str, worker: Sequence[str], arguments: Sequence[object], out: Path,
    *, settings: Sequence[str] = (), seconds: float = 300,
) -> list[str]:  # fmt: skip
    """The command line.

    Args:
        script: its name, without ".py".
        arguments: the script's own.
        out: folder for its result; the resource database is kept in ``seed`` beside it.
        settings: "FILE:GROUP:KEY=VALUE" each.
        seconds: after which Krita is ended.
    """
    return [
        sys.executable, str(HERE / "harness" / "run_in_krita.py"),
        str(HERE / "scripts" / f"{script}.py"),
        "--plugin", str(ROOT), "--out", str(out), "--seed", str(out.parent / "seed"),
        "--timeout", str(seconds), *(f"--set={item}" for item in settings),
        "--env", f"ANIFACE_WORKER={json.dumps(list(worker))}",
        "--", *map(str, arguments),
    ]  # fmt: skip
