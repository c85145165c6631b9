"""The language Krita runs in."""

from __future__ import annotations

from ..qt import QtCore
from .table import Texts, choose


def texts_for(wanted: str) -> Texts:
    """Texts in the artist's choice of language; "" for Krita's own.

    Krita makes its language Qt's default locale; where it has set none, the system's counts.
    """
    own, system = QtCore.QLocale(), QtCore.QLocale.system()
    known = [own.name(), *([] if own == system else own.uiLanguages())]
    return Texts(choose(wanted, known if own.name() != "C" else system.uiLanguages()))
