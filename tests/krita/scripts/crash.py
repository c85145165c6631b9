"""Krita is killed in the middle of painting, once it has saved by itself.

Nothing is reported: who started this looks at what is left. Argument: the folder with the file
to be left, which gets ``worker.pid``.
"""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import Any

from docker_hand import AniFace
from menus import save_by_keys
from sheet import Sheet

SIDE = 600


async def run(t: Any) -> None:
    folder = Path(t.args[0])
    ani = AniFace(t)
    await ani.open(width=260)
    sheet = await Sheet.of(t, SIDE)
    await sheet.paint([(150.0, 100.0), (450.0, 120.0)])  # the canvas gets the keyboard
    file = folder / "lost.kra"
    sheet.doc.setFileName(str(file))
    await save_by_keys(t, sheet.canvas, file)
    await t.wait(3.2)
    ani.controller.change_settings(as_layer=True)
    await sheet.paint([(150.0, 200.0), (450.0, 220.0)])
    await ani.answered(None, timeout=30)
    auto = file.with_name(file.name + "-autosave.kra")
    await t.wait_until(auto.exists, 30, step=0.05, what="an autosave")
    await t.wait(1.0)
    await sheet.paint([(150.0, 300.0), (450.0, 320.0)])
    (folder / "worker.pid").write_text(str(ani.controller.worker.pid))
    os.kill(os.getpid(), signal.SIGKILL)
