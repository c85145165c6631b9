"""Keeps what the artist chooses: written a moment later, and when Krita closes."""

from __future__ import annotations

from collections.abc import Callable

from .qt import QtCore
from .settings import Settings, SettingsFile
from .texts.phrase import Phrase
from .timers import single_shot

SAVE_MS = 800


class SettingsKeeper(QtCore.QObject):
    """Writes the newest settings, unless they are those in the file."""

    def __init__(
        self,
        file: SettingsFile,
        newest: Callable[[], Settings],
        tell: Callable[[Phrase], None],
        parent: QtCore.QObject,
    ) -> None:
        """``newest`` gives the settings of now; ``tell`` lets the artist read a phrase."""
        super().__init__(parent)
        self._file, self._newest, self._tell = file, newest, tell
        self._saved = newest()
        self._later = single_shot(self, self._save)
        app = QtCore.QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self._save)

    def save_soon(self) -> None:
        """Something was chosen; more may follow."""
        self._later.start(SAVE_MS)

    def _save(self) -> None:
        settings = self._newest()
        if settings != self._saved:
            self._saved = settings
            self._file.save(settings)
            if self._file.trouble:
                self._tell(self._file.trouble)
