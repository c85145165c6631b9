"""PyQt5 or PyQt6, whichever Krita runs on, under one set of names.

The rest of the plugin writes what both understand: scoped enums, ``exec()``, and the few names
below where they differ. Outside Krita the ``QT_API`` environment variable (pyqt5, pyqt6) chooses.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PyQt6 import QtCore, QtGui, QtWidgets, sip
    from PyQt6.QtCore import pyqtSignal as Signal
    from PyQt6.QtGui import QAction

    QT6 = True
else:

    def _binding() -> str:
        """The binding to use. Loading the one Krita does not run on would end the process."""
        if importlib.util.find_spec("krita") is not None:
            importlib.import_module(".krita_api.host", __package__)
        for name in ("PyQt6", "PyQt5"):
            if f"{name}.QtCore" in sys.modules:
                return name
        if os.environ.get("QT_API", "").lower() == "pyqt5":
            return "PyQt5"
        return "PyQt6" if importlib.util.find_spec("PyQt6") else "PyQt5"

    QT6 = _binding() == "PyQt6"
    if QT6:
        from PyQt6 import QtCore, QtGui, QtWidgets, sip
        from PyQt6.QtCore import pyqtSignal as Signal
        from PyQt6.QtGui import QAction
    else:
        from PyQt5 import QtCore, QtGui, QtWidgets, sip
        from PyQt5.QtCore import pyqtSignal as Signal
        from PyQt5.QtWidgets import QAction

__all__ = ["QT6", "QAction", "QtCore", "QtGui", "QtWidgets", "Signal", "binding_version", "sip"]


def binding_version() -> str:
    """For diagnostics: the binding's and Qt's version."""
    name = "PyQt6" if QT6 else "PyQt5"
    return f"{name} {QtCore.PYQT_VERSION_STR}, Qt {QtCore.qVersion()}"
