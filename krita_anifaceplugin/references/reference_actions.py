"""What the artist does with pictures of their own: take colours from one, forget one."""

from __future__ import annotations

from collections.abc import Callable

from ..krita_api import pictures
from ..qt import QtGui
from ..session.session import Session
from ..texts.phrase import phrase
from .own_references import OwnReferences
from .picture_files import NoPicture, prepared, read_picture


class ReferenceActions:
    """Reads pictures through the session and keeps what was read."""

    def __init__(
        self, session: Session, own: OwnReferences, change_settings: Callable[..., None]
    ) -> None:
        self._session, self._own, self._change_settings = session, own, change_settings

    def from_file(self, path: str) -> None:
        """Take colours from a picture in a file."""
        self._take(lambda: read_picture(path))

    def from_layer(self) -> None:
        """Take colours from the active layer."""
        self._take(pictures.active_layer)

    def from_selection(self) -> None:
        """Take colours from what is selected."""
        self._take(pictures.selection)

    def remove(self, name: str) -> None:
        """Forget a picture; it is no favourite any more either."""
        try:
            self._own.remove(name)
        except OSError as error:
            self._tell(error)
            return
        favourites = self._session.state.settings.favourites
        self._change_settings(favourites=tuple(f for f in favourites if f != name))
        self.offer()

    def offer(self) -> None:
        """Offer what is kept for the pack of now."""
        self._session.set_own_references(self._own.load(self._session.state.pack))

    def keep(self, thumbnail: bytes, colors: str) -> None:
        """Keep a picture (a PNG) and what the worker read from it, and take its colours."""
        state = self._session.state
        try:
            new = self._own.add(state.pack, thumbnail, colors, state.settings.favourites)
        except OSError as error:
            self._tell(error)
            return
        self.offer()
        self._change_settings(reference=new.id)

    def _take(self, take: Callable[[], QtGui.QImage]) -> None:
        side = self._session.state.picture_side
        if not side:
            self._session.tell(phrase("notice.no_pictures"))
            return
        try:
            pixels, thumbnail = prepared(take(), side)
        except NoPicture as error:
            self._session.tell(error.phrase)
        else:
            self._session.read_picture(pixels, thumbnail)

    def _tell(self, error: OSError) -> None:
        self._session.tell(phrase("notice.reference_unsaved", error=str(error)))
