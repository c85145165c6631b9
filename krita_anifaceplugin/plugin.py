"""The docker in each of Krita's windows, and the one worker that all of them share."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial
from typing import Any

from .actions import ACTIONS, action_id
from .connection.worker_command import resource_folder
from .connection.worker_process import WorkerProcess
from .controller import Controller
from .docker.panel import Panel
from .garbage import leave_out_what_stays
from .krita_api import application
from .krita_api.docker_base import DockWidget
from .krita_api.extension_base import Extension
from .qt import QtCore, QtWidgets
from .references.own_references import OwnReferences
from .session.state import State
from .settings import SettingsFile
from .texts.language import texts_for

TITLE = "AniFace"
DOCKER = "aniface"
#: Krita's windows and plugins are all there so long after the first docker was made.
SETTLED_MS = 3000


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
        self._language = ""
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
        folder = resource_folder() / "aniface"
        controller = Controller(
            window,
            shared_worker(),
            SettingsFile(folder / "settings.json"),
            OwnReferences(folder / "references"),
        )
        controller.state_changed.connect(self._show_state)
        controller.worker_changed.connect(self._show_worker)
        self.controller = controller
        self._make_panel(controller)
        controller.set_visible(self.isVisible())

    def _make_panel(self, controller: Controller) -> None:
        self._language = controller.state.settings.language
        panel = Panel(controller, texts_for(self._language))
        panel.show_state(controller.state)
        panel.show_worker(controller.worker.status, controller.worker.latency_ms)
        self._panel = panel
        self.setWidget(panel)
        controller.layers.tell_pinned()
        controller.frame.tell_editing()
        QtCore.QTimer.singleShot(SETTLED_MS, leave_out_what_stays)

    def _show_state(self, state: State) -> None:
        if self._panel is None or self.controller is None:
            return
        if state.settings.language != self._language:
            old = self._panel
            self._make_panel(self.controller)
            self._panel.show_options(old.options_shown)
            old.deleteLater()
        else:
            self._panel.show_state(state)
            self._panel.show_worker(
                self.controller.worker.status, self.controller.worker.latency_ms
            )

    def _show_worker(self, status: Any) -> None:
        if self._panel is not None and self.controller is not None:
            self._panel.show_worker(status, self.controller.worker.latency_ms)

    def _visibility(self, visible: bool) -> None:
        if visible and self.controller is None:
            self._set_up()
        if self.controller is not None:
            self.controller.set_visible(visible)


class AniFaceActions(Extension):
    """Actions without keys, for Krita's shortcut editor and its Tools menu."""

    def setup(self) -> None:
        """Krita's call; there is nothing to do yet."""

    def createActions(self, window: Any) -> None:
        """Krita's call for every new window."""
        texts = texts_for("")
        for key, run in ACTIONS.items():
            action = window.createAction(action_id(key), texts(key), "tools/scripts")
            action.setText(texts(key))
            action.setAutoRepeat(False)  # nobody holds a key down to switch back and forth
            action.triggered.connect(partial(self._run, run))

    @staticmethod
    def _run(run: Callable[[Controller], None], _checked: bool = False) -> None:
        """In the window in front: Krita's window of ``createActions`` does not live that long."""
        controller = getattr(application.docker(DOCKER), "controller", None)
        if controller is not None:
            run(controller)


def register_docker() -> None:
    """Add the docker and its actions to Krita."""
    application.register(DOCKER, AniFaceDocker)
    application.register_extension(AniFaceActions)
