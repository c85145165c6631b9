"""The docker in every state that an artist meets, narrow and wide, light and dark.

First start without a document, an empty sheet, thinking, a whole answer, guidance off, a worker
that starts, stopped, or is not there, a notice. Pictures to be looked at.
"""

from __future__ import annotations

import os
import signal
from typing import Any

from docker_hand import AniFace
from docker_looks import THEMES, alone, in_theme, whole
from painting import blank, paint

from krita_anifaceplugin.connection import worker_status
from krita_anifaceplugin.connection.ending import why_it_ended
from krita_anifaceplugin.texts.phrase import phrase

STROKES = 14
WIDTHS = (200, 400)


async def everywhere(t: Any, ani: AniFace, state: str) -> None:
    """A picture at every width in every theme."""
    for theme, light in THEMES:
        await in_theme(t, theme)
        for width in WIDTHS:
            await alone(t, ani, width)
            whole(t, ani, f"{state}_{width}_{light}")


async def run(t: Any) -> None:
    ani = AniFace(t)
    await ani.open()
    t.check(ani.hint.startswith("Open a document"), "with nothing open the docker says what to do")
    await everywhere(t, ani, "1_no_document")
    doc, _, canvas = await blank(t)
    await t.wait_until(lambda: ani.state.hint.key == "hint.empty", 10, what="an empty sheet")
    await everywhere(t, ani, "2_no_ink")
    await paint(canvas, most=STROKES)
    await t.wait_until(lambda: ani.state.suggestions, 20, what="suggestions")
    await ani.settled()
    ani.controller.change_settings(guidance="detailed")
    await ani.settled()
    ani.controller.pin(1)
    await everywhere(t, ani, "3_answered")
    pid = ani.controller.worker.pid
    os.kill(pid, signal.SIGSTOP)
    ani.controller.others()
    await t.wait(0.6)
    await everywhere(t, ani, "4_thinking")
    os.kill(pid, signal.SIGCONT)
    await ani.settled()
    own = why_it_ended(255, "ssh: Could not resolve hostname studio-pc", 0, True, False)
    for name, status in (
        ("5_starting", worker_status.STARTING),
        ("6_restarting", worker_status.restarting(4, phrase("worker.stopped", code=9))),
        (
            "7_missing",
            worker_status.refused(phrase("worker.missing", command="python3 install.py")),
        ),
        ("8_elsewhere", worker_status.restarting(8, own)),
    ):
        ani.panel.show_worker(status)
        await everywhere(t, ani, name)
    ani.panel.show_worker(worker_status.READY, 62.0)
    ani.controller.session.tell(phrase("notice.settings_damaged", file="settings.json.broken"))
    ani.controller.change_settings(guidance="off")
    await ani.settled()
    await everywhere(t, ani, "9_notice")
    doc.setModified(False)
    doc.close()
