"""The whole docker: every part below the other, scrolled where the docker is low."""

from __future__ import annotations

from typing import Any, Protocol

from ..qt import QtCore, QtWidgets
from ..state import State
from ..worker_status import WorkerStatus
from . import style
from .frame_controls import FrameControls
from .guidance_controls import GuidanceControls
from .references import References
from .status_line import StatusLine
from .suggestions import Suggestions

NARROWEST = 200
NO_SELECTION = "Nothing is selected."


class Actions(Protocol):
    """What the panel asks for: `controller.Controller`, or a test's double."""

    def change_settings(self, **values: Any) -> None:
        """Apply choices."""

    def select(self, index: int) -> None:
        """Choose a suggestion."""

    def accept(self, index: int | None = None) -> None:
        """Insert the chosen or the given suggestion."""

    def frame_whole(self) -> None:
        """Frame: the largest square."""

    def frame_selection(self) -> bool:
        """Frame: around the selection; False where nothing is selected."""

    def restart_worker(self) -> None:
        """Start the worker afresh."""

    def diagnostics(self) -> str:
        """Text for the clipboard."""


class Panel(QtWidgets.QScrollArea):
    """Shows states; sends what the artist does to ``actions``."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._actions = actions
        self.setWidgetResizable(True)
        self.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(NARROWEST)
        self.status = StatusLine()
        self.suggestions = Suggestions()
        self.guidance = GuidanceControls()
        self.references = References()
        self.frame = FrameControls()
        content = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(content)
        column.setContentsMargins(style.MARGIN, style.MARGIN, style.MARGIN, style.MARGIN)
        column.setSpacing(style.GAP)
        self._parts = (
            self.status,
            self.suggestions,
            self.guidance,
            self.references,
            self.frame,
        )
        for part in self._parts:
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(content)
        self._connect()

    def show_state(self, state: State) -> None:
        """Show a state."""
        for part in self._parts:
            part.show_state(state)

    def show_worker(self, status: WorkerStatus) -> None:
        """Show where the worker stands."""
        self.status.show_worker(status)

    def _connect(self) -> None:
        actions = self._actions
        self.status.toggled.connect(lambda on: actions.change_settings(on=on))
        self.status.menu_wanted.connect(self._open_menu)
        self.suggestions.selected.connect(actions.select)
        self.suggestions.accepted.connect(lambda i: actions.accept(None if i < 0 else i))
        self.guidance.changed.connect(lambda name, v: actions.change_settings(**{name: v}))
        self.references.chosen.connect(lambda name: actions.change_settings(reference=name))
        self.frame.whole.connect(actions.frame_whole)
        self.frame.selection.connect(self._frame_selection)

    def _frame_selection(self) -> None:
        if not self._actions.frame_selection():
            self.frame.say(NO_SELECTION)

    def _open_menu(self, at: QtCore.QPoint) -> None:
        menu = QtWidgets.QMenu(self)
        menu.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction("Copy diagnostics")
        restart = menu.addAction("Restart worker")
        assert copy is not None and restart is not None
        copy.triggered.connect(self.copy_diagnostics)
        restart.triggered.connect(self._actions.restart_worker)
        menu.popup(at)

    def copy_diagnostics(self) -> None:
        """Put the diagnostics on the clipboard."""
        clipboard = QtWidgets.QApplication.clipboard()
        if clipboard is not None:
            clipboard.setText(self._actions.diagnostics())
