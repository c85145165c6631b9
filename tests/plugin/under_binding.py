"""Runs the plugin's checks under a Qt binding, each script in a process of its own."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

BINDINGS = ("PyQt5", "PyQt6")
#: Worker process, docker, colours in it, hostile replies, the whole plugin with Krita's double,
#: canvas, carriers.
SCRIPTS = (
    "qt_process", "qt_docker", "qt_references", "qt_hostile", "qt_plugin", "qt_canvas",
    "qt_carried",
)  # fmt: skip
HERE = Path(__file__).resolve().parent


def is_there(binding: str) -> bool:
    """Whether this Python has it."""
    return importlib.util.find_spec(binding) is not None


def run_script(
    script: str, binding: str, folder: Path, *arguments: object, seconds: float = 120
) -> subprocess.CompletedProcess[str]:
    """Run one of SCRIPTS without a screen; it works in ``folder``, which must be empty.

    Raises:
        subprocess.TimeoutExpired: it was not done in so many seconds.
    """
    env = {**os.environ, "QT_API": binding.lower(), "QT_QPA_PLATFORM": "offscreen"}
    env["PYTHONPATH"] = str(HERE.parents[1])
    env.pop("ANIFACE_WORKER", None)
    return subprocess.run(
        [sys.executable, str(HERE / f"{script}.py"), str(folder), *map(str, arguments)],
        env=env, cwd=folder, capture_output=True, text=True, timeout=seconds, check=False,
    )  # fmt: skip


def passed(script: subprocess.CompletedProcess[str], binding: str) -> bool:
    """Whether it ran to its end, and under that binding."""
    return script.returncode == 0 and f"ok {binding}" in script.stdout
