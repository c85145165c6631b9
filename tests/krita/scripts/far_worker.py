"""A worker on another machine, reached by ssh as an artist would: the command in the options.

Arguments: the command. Strokes become guidance; the line that breaks is mended by itself.
"""

from __future__ import annotations

import os
import signal
from typing import Any

from docker_hand import AniFace
from painting import RECORDINGS, blank
from PyQt5.QtWidgets import QLineEdit
from recording import load
from workers import children

STROKES = 6


async def run(t: Any) -> None:
    ani = AniFace(t)
    del os.environ["ANIFACE_WORKER"]  # else it would count in place of what is typed
    ani.show(width=320)
    await t.wait(0.5)
    t.check(ani.controller.worker.hello is None, "without a command no worker is found here")
    ani.panel.show_options(True)
    await t.wait(0.3)
    field = ani.panel.options.findChildren(QLineEdit)[0]
    field.setText(t.args[0])
    await ani.press(ani.named("Apply"))
    await t.wait_until(lambda: ani.controller.worker.hello is not None, 30, what="it answers")
    far = [pid for pid, words in children() if words[0].endswith(b"ssh")]
    t.check(len(far) == 1, "Krita runs ssh and no worker of its own")
    _, _, canvas = await blank(t)
    for stroke in load(RECORDINGS / "clean.json", 1000, 1000, STROKES):
        before = ani.state.guidance
        await canvas.stroke(stroke, step=40, pause=0.01)
        await ani.answered(before)
        await ani.settled()
    t.check(len(ani.state.suggestions) == 4, "strokes became guidance and four suggestions")
    t.value("worker's answer over ssh, ms", round(ani.controller.worker.latency_ms))
    t.screenshot("far")
    hello = ani.controller.worker.hello
    os.kill(far[0], signal.SIGKILL)
    await t.wait_until(lambda: ani.controller.worker.hello is not hello, 30, what="ssh is back")
    before = ani.state.guidance
    await canvas.stroke([(300.0, 900.0), (700.0, 900.0)], step=40, pause=0.01)
    await ani.answered(before, 30)
    t.check(True, "a broken line is mended by itself")
    told = ani.controller.diagnostics()
    t.check("ssh_config" not in told, "diagnostics do not tell the command's own words")
