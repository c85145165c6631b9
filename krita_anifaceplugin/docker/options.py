"""What is seldom changed: the language, and where the worker runs."""

from __future__ import annotations

from ..qt import QtCore, QtWidgets, Signal
from ..session.state import State
from ..texts.table import LANGUAGES, Texts
from . import style
from .choice_box import ChoiceBox
from .section import Section


class Options(Section):
    """Signals: ``changed`` with the name and value of a setting; ``applied`` with the worker's
    command line. Hidden until asked for."""

    changed = Signal(str, object)
    applied = Signal(str)

    def __init__(self, texts: Texts) -> None:
        super().__init__(texts, "options")
        self.folded.connect(self._close)
        self._language = ChoiceBox(texts("options.language.tip"))
        named = [(code, name) for code, (name, _) in LANGUAGES.items()]
        self._language.set_choices([("", texts("options.like_krita")), *named])
        self._language.chosen.connect(lambda code: self.changed.emit("language", code))
        self._command = QtWidgets.QLineEdit()
        self._command.setPlaceholderText(texts("options.worker.empty"))
        self._command.setToolTip(texts("options.worker.tip"))
        self._command.setAccessibleName(texts("options.worker"))
        self._command.setClearButtonEnabled(True)
        apply = QtWidgets.QPushButton(texts("options.worker.apply"))
        apply.setToolTip(texts("options.worker.apply.tip"))
        apply.setAccessibleName(texts("options.worker.apply"))
        apply.clicked.connect(self._send_command)
        self._command.returnPressed.connect(self._send_command)
        self._command.setMinimumWidth(style.LEAST_BUTTON)
        apply.setMinimumWidth(style.LEAST_BUTTON)
        self._label(texts("options.language"), self._language)
        self.add(self._language)
        self._label(texts("options.worker"), self._command)
        self.add(self._command)
        self.add(apply)
        self._shown_command: str | None = None
        self.setVisible(False)

    def show_state(self, state: State) -> None:
        """Show a state's settings, but leave alone what is being typed."""
        settings = state.settings
        self._language.set_value(settings.language if settings.language in LANGUAGES else "")
        if settings.worker_command != self._shown_command:
            self._shown_command = settings.worker_command
            self._command.setText(settings.worker_command)

    def _close(self) -> None:
        """Folded, the options are gone; the menu opens them."""
        self.set_folded(False)
        self.setVisible(False)

    def _send_command(self) -> None:
        self.applied.emit(self._command.text().strip())

    def _label(self, text: str, buddy: QtWidgets.QWidget) -> None:
        label = QtWidgets.QLabel(text)
        label.setBuddy(buddy)
        label.setFont(style.small_font(self))
        label.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        self.add(label)
