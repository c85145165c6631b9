"""The docker in each of Krita's windows, and the one worker that all of them share."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from .controller import Controller
from .docker.canvas_controls import CanvasControls
from .docker.panel import Panel
from .krita_api import application
from .krita_api.docker_base import DockWidget
from .qt import QtCore, QtWidgets
from .settings import SettingsFile
from .worker_command import resource_folder
from .worker_process import WorkerProcess

TITLE = "AniFace"


@lru_cache(maxsize=1)
def shared_worker() -> WorkerProcess:
    """The worker of this Krita; it ends with Krita."""
    worker = WorkerProcess(resource_folder() / "aniface")
    app = QtCore.QCoreApplication.instance()
    if app is not None:
        app.aboutToQuit.connect(worker.stop)
    return worker


class AniFaceDocker(DockWidget):
    """Krita makes one for every window, before that window is complete."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(TITLE)
        self.controller: Controller | None = None
        self._panel: Panel | None = None
        self._extra: CanvasControls | None = None
        self.visibilityChanged.connect(self._visibility)

    def canvasChanged(self, canvas: Any) -> None:
        """Krita's call: another view is in front (or none)."""
        if self.controller is None:
            self._set_up()
        if self.controller is not None:
            self.controller.view_changed()

    def _set_up(self) -> None:
        window = self.parentWidget()
        if not isinstance(window, QtWidgets.QMainWindow):
            return
        settings = SettingsFile(resource_folder() / "aniface" / "settings.json")
        controller = Controller(window, shared_worker(), settings)
        panel = Panel(controller)
        extra = CanvasControls(panel, controller.canvas, controller.change_settings)
        controller.state_changed.connect(panel.show_state)
        controller.state_changed.connect(extra.show_state)
        controller.worker_changed.connect(panel.show_worker)
        panel.show_state(controller.state)
        extra.show_state(controller.state)
        panel.show_worker(controller.worker.status)
        self.setWidget(panel)
        self.controller, self._panel, self._extra = controller, panel, extra
        controller.set_visible(self.isVisible())

    def _visibility(self, visible: bool) -> None:
        if visible and self.controller is None:
            self._set_up()
        if self.controller is not None:
            self.controller.set_visible(visible)


def register_docker() -> None:
    """Add the docker to Krita."""
    application.register("aniface", AniFaceDocker)
