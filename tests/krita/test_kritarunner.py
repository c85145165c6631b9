"""The parts that need Krita's API but no window, under kritarunner."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from tests.krita.krita_command import HERE


def test_reading_and_layers(tmp_path: Path) -> None:
    result = tmp_path / "result.txt"
    env = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "QT_", "XDG_"))}
    env.update(
        HOME=str(tmp_path),
        PATH=f"/usr/bin:{env.get('PATH', '')}",
        QT_QPA_PLATFORM="offscreen",
        PYTHONPATH=str(HERE),
        PYTHONDONTWRITEBYTECODE="1",
    )
    command = ["kritarunner", "-s", "kritarunner_check", "-f", "check", str(result)]
    done = subprocess.run(
        command, env=env, cwd=tmp_path, capture_output=True, text=True, timeout=300, check=False
    )
    assert result.exists(), done.stdout + done.stderr
    assert result.read_text() == "ok", result.read_text()
