"""However many windows, restarts and changed commands: one worker a Krita, and none too early.

Runs with the fake worker of tests/plugin.
"""

from __future__ import annotations

from typing import Any

from docker_hand import AniFace
from PyQt5.QtWidgets import QDockWidget
from workers import running_workers


async def run(t: Any) -> None:
    t.check(running_workers() <= 1, "at most one worker before anything is done")
    ani = AniFace(t)
    await ani.open()
    t.check(running_workers() == 1, "the docker in view starts one")
    worker = ani.controller.worker
    second = t.krita.openWindow()
    second.qwindow().show()
    await t.wait(1.5)
    dockers = [d for d in second.qwindow().findChildren(QDockWidget) if d.objectName() == "aniface"]
    t.check(len(dockers) == 1, "the second window has the docker, too")
    dockers[0].show()
    await t.wait(1.0)
    t.check(dockers[0].controller.worker is worker, "both windows share the worker")
    t.check(running_workers() == 1, "two windows, one worker")
    for number in range(3):
        ani.controller.restart_worker()
        await t.wait(0.05 * number)
    ani.controller.worker.start()
    await t.wait_until(lambda: worker.hello is not None, 20, what="the worker is ready")
    t.check(running_workers() == 1, "restarted over and over: one worker")
    second.qwindow().close()
    await t.wait(1.0)
    t.check(running_workers() == 1 and worker.hello is not None, "it stays with the first window")
    worker.stop()
    t.check(running_workers() == 0, "stopped: none")
