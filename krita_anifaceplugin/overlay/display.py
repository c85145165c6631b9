"""Puts the guidance where the artist wants it: on the canvas or in a layer."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple

from ..frame.guidance_frame import GuidanceFrame
from ..guidance.choosing import chosen_guidance
from ..guidance.curves import Guidance
from ..guidance.painter import GuidancePainter
from ..guidance.paper import WHITE
from ..krita_api import application
from ..krita_api.document import Document
from ..krita_api.merge_guard import MergeGuard
from ..krita_api.save_guard import SaveGuard
from ..krita_api.script_saves import listen, unlisten
from ..krita_api.undo_history import can_redo
from ..krita_api.view import CanvasView
from ..layers.idle_gate import IdleGate
from ..qt import QtCore, sip
from ..session.state import State
from ..timers import single_shot
from .as_layer import LayerOverlay, has_guidance
from .canvas_sheet import put_away, still_there
from .on_canvas import CanvasOverlay
from .scene import Scene
from .tracing import Render, Tracer

#: A save that was announced is over by then, or was called off.
SAVE_S = 3.0
SAVE_AGAIN_MS = 2500
#: An autosave has copied the document by then.
AUTOSAVE_MS = 1500


class _Chosen(NamedTuple):
    """What curves were chosen from, and all that decided which, and their colours."""

    guidance: Guidance | None
    choice: object


class GuidanceDisplay(QtCore.QObject):
    """Shows a state's guidance in one main window."""

    def __init__(self, window: Any, gate: IdleGate, render: Render) -> None:
        """``render`` asks the worker for a portrait's picture."""
        super().__init__(window)
        self._window, self._gate = window, gate
        self._layer = LayerOverlay(gate)
        self._overlay: CanvasOverlay | None = None
        self._tracer = Tracer(render, lambda: self.show(self.state))
        self._painter: GuidancePainter | None = None
        self._chosen_from: _Chosen | None = None
        self._in_layer: tuple[str, Scene, _Chosen | None] | None = None
        self._next = single_shot(self, self._prepare)
        #: The colour of what guidance lies on; it counts from the next ``show`` on.
        self.paper = WHITE
        #: What is shown now, None for nothing.
        self.scene: Scene | None = None
        self._as_layer = False
        self.state = State()
        self._wanted: object = None
        self._announced = -SAVE_S
        self._guard: SaveGuard | None = None
        self._saving = False

    @property
    def painted_at(self) -> float:
        """When new guidance was last shown, by time.monotonic()."""
        on_canvas = 0.0 if self._overlay is None else self._overlay.painted_at
        return max(on_canvas, self._layer.painted_at)

    def show(self, state: State) -> None:
        """Show this state's guidance, or none."""
        asked = state.busy and state.ink is not self.state.ink
        self.state = state
        settings = state.settings
        as_layer = settings.as_layer and settings.on
        as_layer = as_layer and (settings.guidance != "off" or settings.trace)
        if not as_layer and self._as_layer:
            self._layer.remove_all()
            unlisten(self._before_save)
        if as_layer and not self._as_layer and self._resting():
            # Asked for just after a save: no new guidance may come to bring the layer then.
            QtCore.QTimer.singleShot(round(1000 * SAVE_S), self._show_again)
        self._as_layer = as_layer
        self.scene = scene = self._scene(state)
        document = self._layer_document() if as_layer else None
        if asked and document is not None:
            self._layer.expect(document)
        wanted = (scene, document.id if document else "")
        if wanted == self._wanted:
            return
        self._wanted = wanted
        if document is not None and scene is not None:
            listen(self._before_save)
            if self._guard is None:  # not before: Krita's actions come after its dockers
                self._guard = SaveGuard(
                    self._window, self._before_save, self._before_autosave, self._after_save
                )
                MergeGuard(self._window, self._before_save)
            self._show_in_layer(document, scene)
            self._on_canvas(None)
        else:
            self._in_layer = None
            self._on_canvas(scene)

    def _show_in_layer(self, document: Document, scene: Scene) -> None:
        """Show a scene at once, or after a pause where it has more of the answer that is shown."""
        before, now = self._in_layer, (document.id, replace(scene, curves=None), self._chosen_from)
        self._in_layer = now
        if before is not None and before[:2] == now[:2] and _more_of(before[2], now[2]):
            self._layer.complete(document, scene)
        else:
            self._layer.show(document, scene)

    def _scene(self, state: State) -> Scene | None:
        """What is to be seen of a state, None without a sketch."""
        if state.source is None:
            return None
        settings = state.settings
        if state.guidance is None:
            self._painter = self._chosen_from = None
        elif self._wanted_curves() != self._chosen_from and not self._next.isActive():
            self._next.start(0)
        return Scene(
            state.source.frame, self._painter, settings.opacity,
            self._tracer.trace(state), settings.trace_opacity,
        )  # fmt: skip

    def _wanted_curves(self) -> _Chosen:
        """All that decides which curves are shown, and in which colours."""
        state, settings = self.state, self.state.settings
        ink = state.ink if settings.only_undrawn else None
        shown = (settings.parts, settings.palette, settings.only_undrawn)
        return _Chosen(state.guidance, (shown, ink, self.paper))

    def _prepare(self) -> None:
        """Make new curves ready, and draw them a turn later: a brush that moves on meanwhile
        waits for one step of it and not for all."""
        state, wanted = self.state, self._wanted_curves()
        if state.source is None or state.guidance is None:
            return
        if wanted == self._chosen_from:
            self.show(state)
            return
        self._chosen_from = wanted
        chosen = chosen_guidance(state.guidance, state.settings, state.ink, self.paper)
        self._painter = GuidancePainter(chosen)
        self._next.start(0)

    def _show_again(self) -> None:
        self.show(self.state)

    def after_redo(self, document: Document, sketch: str) -> bool:
        """Where a redo made our layer the active one, put the sketch back; True if it did."""
        layer = document.find(sketch)
        if layer is None or not self._layer.found_again(document):
            return False
        document.activate(layer)
        return True

    def outline(self, frame: GuidanceFrame | None) -> None:
        """Show the guidance frame for a moment, or no longer."""
        overlay = self._sheet(wanted=frame is not None)
        if overlay is not None:
            overlay.outline(frame)

    def view_changed(self) -> None:
        """Another view is in front: the sheet must lie over that one."""
        self._drop_sheet()
        self._wanted = None
        document = application.active_document()
        if document is not None:
            self._layer.sweep(document)

    def _resting(self) -> bool:
        """Whether the layer stays away because Krita saves, or has just saved."""
        return self._saving or time.monotonic() - self._announced < SAVE_S

    def _layer_document(self) -> Document | None:
        """The sketch's document, if a guidance layer may be in it now."""
        source = self.state.source
        if source is None or self._resting():
            return None
        document = application.find_document(source.document)
        return None if document is None or self._layer.lost_in(document) else document

    def _on_canvas(self, scene: Scene | None) -> None:
        overlay = self._sheet(wanted=scene is not None and not scene.empty)
        if overlay is not None:
            try:
                overlay.show_scene(scene)
            except RuntimeError:  # its view was closed, and the sheet is about to go
                self._overlay = None

    def _sheet(self, wanted: bool) -> CanvasOverlay | None:
        """The sheet over the view in front; where there is none, it is made if it is wanted."""
        self._overlay = still_there(self._overlay)
        view = CanvasView.active(self._window) if wanted and self._overlay is None else None
        if view is not None:
            self._overlay = CanvasOverlay(view, self._gate.idle)
        return self._overlay

    def _drop_sheet(self) -> None:
        overlay, self._overlay = self._overlay, None
        put_away(overlay)

    # ---- saving

    def _before_save(self) -> None:
        """Krita may save now: take the layer out; until then the canvas shows the guidance."""
        if sip.isdeleted(self):  # a script saves, and this window is closed
            unlisten(self._before_save)
            return
        self._announced = time.monotonic()
        if self._as_layer:
            self._layer.leave_before_save()
            self.show(self.state)

    def _before_autosave(self) -> None:
        """Krita saves by itself in a moment. Taking the layer out is one more undo entry and
        would end the artist's redo: where there is something to redo, it is emptied instead."""
        document = application.active_document()
        if document is None or not document.is_idle():
            return  # Krita puts the autosave off and announces it again
        if not can_redo(self._window):
            self._before_save()
        elif self._as_layer:
            self._layer.blank()
            self._wanted = None
            QtCore.QTimer.singleShot(AUTOSAVE_MS, self._show_again)

    def _after_save(self, file_name: str) -> None:
        """Something was saved; if unannounced, it may hold our layer: save it without."""
        document = application.active_document()
        ours, self._saving = self._saving, False
        if ours or document is None or time.monotonic() - self._announced < SAVE_S:
            return
        if document.file_name == file_name and has_guidance(document):
            self._saving = True  # no layer until that is over
            self._before_save()
            # Not at once: Krita 5.1 crashes over its list of recent files when one is saved
            # again while that list still draws the file's icon.
            QtCore.QTimer.singleShot(SAVE_AGAIN_MS, partial(self._save_again, document))

    def _save_again(self, document: Document) -> None:
        self._saving = document.is_open and document.save()


def _more_of(before: _Chosen | None, now: _Chosen | None) -> bool:
    """Whether these are curves of the same answer, chosen alike, and what differs is that it goes
    on: the worker sends its best guess before what blends with it."""
    if before is None or now is None or before.guidance is None or now.guidance is None:
        return False
    same = before.guidance.request == now.guidance.request and before.choice == now.choice
    return same and before.guidance != now.guidance
