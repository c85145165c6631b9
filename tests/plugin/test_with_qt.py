"""Widgets, worker process and overlays under both bindings, each in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.plugin.under_binding import BINDINGS, SCRIPTS, is_there, passed, run_script

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("binding", BINDINGS)
@pytest.mark.parametrize("script", SCRIPTS)
def test_plugin_under(binding: str, script: str, tmp_path: Path) -> None:
    if not is_there(binding):
        pytest.skip(f"{binding} is not there")
    done = run_script(script, binding, tmp_path)
    assert passed(done, binding), done.stdout + done.stderr


def test_protocol_and_session_import_without_krita_and_qt() -> None:
    code = (
        "import sys; sys.modules['PyQt5'] = sys.modules['PyQt6'] = None\n"
        "import krita_anifaceplugin.protocol, krita_anifaceplugin.session.session"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
