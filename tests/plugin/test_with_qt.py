"""Widgets, worker process and overlays under both bindings, each in a process of its own."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPTS = ("qt_process", "qt_docker", "qt_hostile", "qt_plugin", "qt_canvas", "qt_carried")
HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]


@pytest.mark.parametrize("binding", ["PyQt5", "PyQt6"])
@pytest.mark.parametrize("script", SCRIPTS)
def test_plugin_under(binding: str, script: str, tmp_path: Path) -> None:
    if importlib.util.find_spec(binding) is None:
        pytest.skip(f"{binding} is not there")
    env = {**os.environ, "QT_API": binding.lower(), "QT_QPA_PLATFORM": "offscreen"}
    env["PYTHONPATH"] = str(ROOT)
    env.pop("ANIFACE_WORKER", None)
    done = subprocess.run(
        [sys.executable, str(HERE / f"{script}.py"), str(tmp_path)],
        env=env,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0 and f"ok {binding}" in done.stdout, done.stdout + done.stderr


def test_protocol_and_session_import_without_krita_and_qt() -> None:
    code = (
        "import sys; sys.modules['PyQt5'] = sys.modules['PyQt6'] = None\n"
        "import krita_anifaceplugin.protocol, krita_anifaceplugin.session.session"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
