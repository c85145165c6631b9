"""Hostile replies through the whole plugin outside Krita: process, session, docker, overlay.

QT_API=pyqt5|pyqt6 QT_QPA_PLATFORM=offscreen python tests/plugin/qt_hostile.py FOLDER [COUNT]

An exception in a slot ends the process, as it would end Krita.
"""

from __future__ import annotations

import json
import os
import sys
from functools import partial
from pathlib import Path

from krita_anifaceplugin.connection.worker_process import WorkerProcess
from krita_anifaceplugin.docker.panel import Panel
from krita_anifaceplugin.guidance.painter import GuidancePainter
from krita_anifaceplugin.overlay.on_canvas import CanvasOverlay
from krita_anifaceplugin.overlay.scene import Scene
from krita_anifaceplugin.qt import QtWidgets
from krita_anifaceplugin.session.session import Session
from krita_anifaceplugin.session.state import State
from krita_anifaceplugin.settings import Settings
from krita_anifaceplugin.texts.table import Texts
from tests.plugin.qt_process import TestView
from tests.plugin.qt_tools import FRAME, INK, SOURCE, Actions, run_checks, wait
from tests.worker.hostile_run import resident

HOSTILE = Path(__file__).with_name("hostile_worker.py")
COUNT = 1500
MINUTES = 4


def main() -> int:
    """Take the replies."""
    count = int(sys.argv[2]) if len(sys.argv) > 2 else COUNT
    return run_checks(partial(check_replies, Path(sys.argv[1]), count))


def check_replies(folder: Path, count: int) -> None:
    """Hostile replies to the first sketch, honest ones to the second."""
    command = json.dumps([sys.executable, str(HOSTILE), str(count), "7"])
    process = WorkerProcess(folder, lambda: {**os.environ, "ANIFACE_WORKER": command})
    session = Session(Settings(), process.send, lambda _: None)
    panel = Panel(Actions(session), Texts())
    panel.show()
    view = TestView()
    view.widget.show()
    overlay = CanvasOverlay(view)
    states, early = [0], [0]

    def show(state: State) -> None:
        states[0] += 1
        if state.pack == "quarter" and not early[0]:  # of what is to come, has come
            early[0] = resident(os.getpid())
        painter = None if state.guidance is None else GuidancePainter(state.guidance)
        if painter is not None:
            painter.extent(FRAME)  # what a layer is asked for
        overlay.show_scene(None if painter is None else Scene(FRAME, painter))
        panel.show_state(state)

    session.subscribe(show)
    process.message.connect(session.receive)
    process.status_changed.connect(panel.show_worker)
    process.start()
    wait(lambda: process.hello, "the greeting")
    session.sketch(SOURCE, INK)
    greeted, ink = process.hello, session.state.ink
    wait(lambda: session.state.pack == "after", "the last hostile reply", 60 * MINUTES)
    session.ask_again()
    asked = session.state.guidance

    def honest() -> bool:
        state = session.state
        new = state.guidance is not None and state.guidance is not asked
        return new and not state.busy and len(state.suggestions) == 4

    wait(honest, "an honest answer after the hostile ones", 60 * MINUTES)
    QtWidgets.QApplication.processEvents()
    assert greeted is not None and process.starts == 1, "one worker, never given up"
    assert session.state.ink == ink
    after = resident(os.getpid())
    print(json.dumps({"pieces": count, "states": states[0], "memory": [early[0], after]}))
    process.stop()


if __name__ == "__main__":
    sys.exit(main())
