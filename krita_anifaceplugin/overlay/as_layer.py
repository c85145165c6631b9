"""Guidance as a layer of the document: on top, locked, and gone before anything is saved.

Krita lets nobody add or remove a layer without an undo entry, so turning this on and off costs
one each (two in a large document); what is drawn into the layer in between costs none. An entry
at the wrong moment would take the artist's redo away: while this is on, the layer is emptied and
not removed, and one that the artist's undo took away is not added again.

A new picture is drawn tile by tile while Krita rests, and between Krita's own turns; the tiles that
differ from those before are written at once, and shown anew all together. Many curves come as a
draft first. What takes a draft's place, or completes an answer that is shown, follows once the
artist has made a pause.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

from ..geometry import Rect
from ..krita_api import application
from ..krita_api.document import Document
from ..krita_api.overlay_group import OverlayGroup
from ..layers.idle_gate import IdleGate
from ..layers.layer_focus import keep_active
from ..layers.layer_names import GUIDANCE_NAME
from ..qt import QtCore
from .draft_tiles import DraftDrawing
from .layer_sheet import LayerSheet
from .scene import Scene
from .tiles import Place, Tile, TileDrawing

#: Longest time to draw and write without giving Krita a turn.
TURN_S = 0.008
#: How long the artist must have made a pause for the whole picture to follow.
PAUSE_MS = 1500


@dataclass
class _Update:
    """A picture on its way into a document's layer; ``follows`` one of the same answer.

    ``target`` is where it goes, once that was looked for; ``drawn`` the tiles that it has.
    """

    document: Document
    scene: Scene
    steps: Iterator[Tile | None]
    follows: bool = False
    target: tuple[OverlayGroup, LayerSheet] | None = None
    drawn: set[Place] = field(default_factory=set)


class LayerOverlay:
    """The guidance layers, at most one in each document."""

    def __init__(self, gate: IdleGate) -> None:
        self._gate = gate
        self._sheets: dict[str, LayerSheet] = {}
        self._updates: dict[str, _Update] = {}
        #: By document, what takes the place of what is shown, or on its way, after a pause.
        self._later: dict[str, Scene] = {}
        #: When new guidance was last asked to be shown, by time.monotonic().
        self.painted_at = 0.0

    def lost_in(self, document: Document) -> bool:
        """Whether the artist's undo took the layer away; guidance then needs another place."""
        sheet = self._sheets.get(document.id)
        return sheet is not None and sheet.lost

    def found_again(self, document: Document) -> bool:
        """Whether a redo brought back the layer that an undo took; it is ours again then."""
        sheet = self._sheets.get(document.id)
        if sheet is None or not sheet.lost or _found(document, sheet) is None:
            return False
        sheet.lost = False
        return True

    def expect(self, document: Document) -> None:
        """New guidance was asked for: Krita may make ready to show it."""
        held = self._held(document)
        if held is not None:
            held[0].wake()

    def show(self, document: Document, scene: Scene) -> None:
        """Show a scene in the layer, made where it is needed, once Krita rests."""
        within = Rect(0, 0, *document.size)
        draft = DraftDrawing.of(scene, within)
        self._later.pop(document.id, None)
        if draft is not None:
            self._later[document.id] = scene
        drawing = draft or TileDrawing(scene, within)
        update = self._updates[document.id] = _Update(document, scene, drawing.steps())
        self._put(update)

    def complete(self, document: Document, scene: Scene) -> None:
        """Show a scene that adds to the one shown last, which is still drawn: tiles are not written
        twice while the artist draws on."""
        self._later[document.id] = scene
        if document.id not in self._updates:
            self._after_pause(document)

    def remove_all(self) -> None:
        """Take the layers away as soon as Krita rests."""
        for document_id in list(self._sheets):
            document = application.find_document(document_id)
            if document is not None:
                self._gate.put(_job(document), partial(remove_guidance, document))
        self._sheets.clear()
        self._forget_pictures()

    def leave_before_save(self) -> None:
        """Take the layers out of every document at once; the next guidance adds them again."""
        for document in application.documents():
            self._gate.drop(_job(document))
            if has_guidance(document):
                remove_guidance(document)
                document.settle()  # Krita begins at once, and would fall over what is half gone
        self._sheets.clear()
        self._forget_pictures()

    def blank(self) -> None:
        """Empty the layers at once, without an undo entry; what shows is not touched."""
        for document in application.documents():
            self._gate.drop(_job(document))
            held = self._held(document)
            if held is not None:
                group, sheet = held
                sheet.blank(group, set(sheet.tiles))
                sheet.changed(group)
        self._forget_pictures()

    def sweep(self, document: Document) -> None:
        """Take out a layer that a crash left in a file, once Krita rests."""
        if document.id not in self._sheets and has_guidance(document):
            self._gate.put(_job(document), partial(remove_guidance, document))

    def _held(self, document: Document) -> tuple[OverlayGroup, LayerSheet] | None:
        """The layer in a document that this has put there, if the document still holds it."""
        sheet = self._sheets.get(document.id)
        group = None if sheet is None else _found(document, sheet)
        return None if sheet is None or group is None else (group, sheet)

    # ---- one picture's way into the layer

    def _put(self, update: _Update) -> None:
        """Go on with a picture once Krita rests."""
        self._gate.put(_job(update.document), lambda: self._go_on(update))

    def _current(self, update: _Update) -> bool:
        return self._updates.get(update.document.id) is update and update.document.is_open

    def _forget_pictures(self) -> None:
        self._updates.clear()
        self._later.clear()

    def _after_pause(self, document: Document) -> None:
        """Put what is to come later into the layer when Krita rests, but not at once."""
        scene = self._later[document.id]
        QtCore.QTimer.singleShot(PAUSE_MS, lambda: self._draw_whole(document, scene))

    def _draw_whole(self, document: Document, scene: Scene) -> None:
        if self._later.get(document.id) is not scene or not document.is_open:
            return
        del self._later[document.id]
        whole = TileDrawing(scene, Rect(0, 0, *document.size))
        update = self._updates[document.id] = _Update(document, scene, whole.steps(), follows=True)
        self._turn(update)

    def _turn(self, update: _Update) -> None:
        """Go on with a picture after Krita's turn; it may not rest any more."""
        if not self._current(update):
            return
        if self._gate.idle():
            self._go_on(update)
        elif update.follows:  # the artist draws on, and the next answer comes in a moment
            self._updates.pop(update.document.id)
            self._later[update.document.id] = update.scene
            self._after_pause(update.document)
        else:
            self._put(update)

    def _go_on(self, update: _Update) -> None:
        """Draw and write some of a picture; Krita rests."""
        if not self._current(update):
            return
        target = update.target = update.target or self._begin(update.document)
        if target is None:
            self._end_update(update.document)
            return
        group, sheet = target
        sheet.look(group)
        done = _draw_some(update, group, sheet)
        sheet.changed(group)
        if done:
            self._finish(update, group, sheet)
        else:
            QtCore.QTimer.singleShot(0, lambda: self._turn(update))

    def _begin(self, document: Document) -> tuple[OverlayGroup, LayerSheet] | None:
        """Find or make the layer; None where the artist's undo took it."""
        sheet = self._sheets.get(document.id)
        if sheet is not None and sheet.lost:
            return None
        group = _found(document, sheet)
        if group is not None:
            if sheet is None:  # a crash or an undo left it
                sheet = self._sheets[document.id] = LayerSheet(group.group.id)
            return group, sheet
        if sheet is not None:
            sheet.lost = True
            return None
        group = OverlayGroup.create(document, GUIDANCE_NAME)
        # Kept once the layer is added: until then it may go.
        return group, LayerSheet(group.group.id, new=True)

    def _finish(self, update: _Update, group: OverlayGroup, sheet: LayerSheet) -> None:
        document = update.document
        if sheet.new and sheet.tiles:
            sheet.new = False
            artists = document.active_layer()
            self._sheets[document.id] = sheet
            document.add_on_top(group.group)
            if artists is not None:
                keep_active(document, artists, instead_of=group.group)
            # In any colour space but the picture's own Krita adds a group without looking inside.
            first = partial(self._look, document, group)
            self._gate.put(f"first look at {_job(document)}", first)
        elif not sheet.new:
            sheet.show_anew(group)
        if not update.follows:
            self.painted_at = time.monotonic()
        self._end_update(document)

    def _end_update(self, document: Document) -> None:
        """The picture is in the layer, or there is nothing to do; what is to come later may."""
        self._updates.pop(document.id, None)
        if document.id in self._later:
            self._after_pause(document)

    def _look(self, document: Document, group: OverlayGroup) -> None:
        sheet = self._sheets.get(document.id)
        if sheet is not None and document.is_open and has_guidance(document):
            sheet.show_anew(group)
            sheet.changed(group)  # by adding it to the document


def remove_guidance(document: Document) -> None:
    """Take every guidance layer out of a document, one left by a crash included."""
    if not document.is_open:
        return
    for layer in document.top_layers():
        if OverlayGroup.is_one(layer, GUIDANCE_NAME):
            active = document.active_layer()
            document.remove(layer)
            if active is not None and active.id != layer.id:
                keep_active(document, active)


def has_guidance(document: Document) -> bool:
    """Whether a document has a guidance layer now."""
    return any(OverlayGroup.is_one(layer, GUIDANCE_NAME) for layer in document.top_layers())


def _found(document: Document, sheet: LayerSheet | None) -> OverlayGroup | None:
    """The layer that is there already: ours, or one that an undo or a crash left."""
    return OverlayGroup.find(document, GUIDANCE_NAME, "" if sheet is None else sheet.layer)


def _job(document: Document) -> str:
    return f"guidance layer of {document.id}"


def _draw_some(update: _Update, group: OverlayGroup, sheet: LayerSheet) -> bool:
    """Draw and write for a moment; whether the layer holds all of it then."""
    end = time.monotonic() + TURN_S
    for tile in update.steps:
        if tile is not None:
            update.drawn.add(tile.place)
            sheet.write(group, tile)
        if time.monotonic() > end:
            return False
    sheet.blank(group, sheet.tiles.keys() - update.drawn)
    return True
