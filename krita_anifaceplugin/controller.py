"""Joins lookout, session, worker and displays for one main window. Owns no widget."""

from __future__ import annotations

import time
from typing import Any

from . import diagnostics
from .connection.request_queue import Request
from .connection.worker_process import WorkerProcess
from .frame.frame_actions import FrameActions
from .guidance.paper import Rgb
from .krita_api import application, host
from .layers.idle_gate import IdleGate
from .layers.insertions import Insertions
from .layers.layer_actions import LayerActions
from .layers.sketch_hiding import SketchHiding
from .overlay.display import GuidanceDisplay
from .protocol import Message, SuggestRequest
from .qt import QtCore, Signal
from .references.own_references import OwnReferences
from .references.reference_actions import ReferenceActions
from .session.session import Session
from .session.state import HINT_NO_DOCUMENT, Accepted, State
from .settings import SettingsFile
from .settings_keeper import SettingsKeeper
from .sketch.lookout import Lookout
from .sketch.watcher import Glance
from .state_teller import StateTeller
from .texts.phrase import SILENCE, Phrase
from .workplace import Workplace

#: Settings that decide what is read as the sketch.
READ_ANEW = {"ink", "ignore_label", "ignore_color"}


class Controller(QtCore.QObject):
    """What the docker's buttons do, and what happens without them.

    Signals:
        state_changed: new States; pictures that come under a brush are told of after the stroke.
        worker_changed: every new WorkerStatus.
    """

    state_changed = Signal(object)
    worker_changed = Signal(object)

    def __init__(
        self,
        window: Any,
        worker: WorkerProcess,
        settings: SettingsFile,
        own_references: OwnReferences,
    ) -> None:
        super().__init__(window)
        self.worker = worker
        self.session = Session(settings.load(), self._send, self._accepted, self._picture_read)
        self._keeper = SettingsKeeper(
            settings, lambda: self.state.settings, self.session.tell, parent=self
        )
        self.references = ReferenceActions(self.session, own_references, self.change_settings)
        self._pack = ""
        self.lookout = Lookout(window, lambda: self.state.settings, self)
        self.lookout.found.connect(self.session.sketch)
        self.lookout.lost.connect(self.session.clear)
        self.lookout.troubled.connect(self._troubled)
        self.lookout.aside.connect(self._aside)
        self.lookout.front.connect(self._came_to_front)
        reader = self.lookout.reader
        self._gate = IdleGate(reader.idle, parent=self)
        self.display = GuidanceDisplay(window, self._gate, self.session.render)
        self._insertions = Insertions(
            self._gate, SketchHiding(self), self.session.tell, self.session.inserted
        )
        work = Workplace(window, reader, self.display, self.lookout.look_again)
        self.frame = FrameActions(work)
        self.layers = LayerActions(work, self._gate)
        for actions in (self.frame, self.layers):
            actions.told.connect(self.session.tell)
        self.state_changed.connect(self.frame.state_changed)
        self._seen = False
        self._teller = StateTeller(lambda: self.state, reader.idle, parent=self)
        self._teller.told.connect(self.state_changed)
        self._asked_at = 0.0
        #: The guidance to come back to where it is off.
        self.last_guidance = "rough"
        self.session.subscribe(self._show)
        if settings.trouble:
            self.session.tell(settings.trouble)
        worker.set_command(self.state.settings.worker_command)
        worker.message.connect(self._receive)
        worker.status_changed.connect(self.worker_changed)
        if worker.hello is not None:  # another window's docker has started it
            self.session.receive(worker.hello)

    @property
    def state(self) -> State:
        return self.session.state

    # ---- the docker

    def set_visible(self, visible: bool) -> None:
        """The docker came into view or left it; out of view, AniFace does nothing."""
        self._seen = visible
        if not visible:
            self.frame.edit(False)  # the button that ends it is out of reach
        self._follow()

    def change_settings(self, **values: Any) -> None:
        """Apply choices of the artist."""
        if READ_ANEW & set(values):
            self.lookout.look_again()
        self.session.change_settings(**values)
        self.worker.set_command(self.state.settings.worker_command)
        self._keeper.save_soon()
        self._follow()

    def select(self, index: int) -> None:
        """Choose a suggestion."""
        self.session.select(index)

    def accept(self, index: int | None = None) -> None:
        """Insert the selected (or given) suggestion as a layer."""
        self.session.accept(index)

    def pin(self, index: int | None = None) -> None:
        """Keep a suggestion in view, or let it go."""
        self.session.pin(index)

    def more_like_this(self, index: int | None = None) -> None:
        """Variations of a suggestion."""
        self.session.more_like_this(index)

    def others(self) -> None:
        """Other suggestions for the same sketch."""
        self.session.others()

    def look_back(self) -> None:
        """The suggestions before."""
        self.session.look(-1)

    def look_forward(self) -> None:
        """The suggestions after."""
        self.session.look(1)

    def tell(self, notice: Phrase) -> None:
        """Show a notice; SILENCE closes it."""
        self.session.tell(notice)

    def restart_worker(self) -> None:
        """Start the worker afresh and ask again."""
        self.worker.restart()
        self.session.ask_again()

    def diagnostics(self) -> str:
        """The text for *Copy diagnostics*."""
        document = application.active_document()
        about = "" if document is None else document.description
        ms = 1000 * (self.display.painted_at - self._asked_at)
        latency = f"{ms:.0f} ms" if ms > 0 else "not on the canvas"
        krita = host.version()
        return diagnostics.report(self.state, self.worker, krita, about, latency)

    def view_changed(self) -> None:
        """Another view is in front."""
        document, source = application.active_document(), self.state.source
        if source is not None and (document is None or document.id != source.document):
            self.session.clear(SILENCE)  # not even for a moment over another document
            self.lookout.look_again()
        self.lookout.view_changed()
        self.frame.edit(False)  # what was edited in the old view stays as it is
        self.layers.tell_pinned()
        self.display.view_changed()
        self.display.show(self.state)

    # ---- inside

    def _follow(self) -> None:
        """Watch while the docker is seen and on; otherwise stand still and show nothing."""
        if self._seen and self.state.settings.on:
            self.worker.start()
            self.lookout.start()
            if application.active_document() is None:  # none was there, none went: nobody tells
                self.session.clear(HINT_NO_DOCUMENT)
        else:
            self.lookout.stop()
            if self.state.source is not None:
                self.session.clear(SILENCE)

    def _came_to_front(self) -> None:
        """Another of Krita's windows was: it may have asked the worker, who then drops what this
        one waits for."""
        self.view_changed()
        if self.state.busy:
            self.session.ask_again()

    def _troubled(self, glance: Glance) -> None:
        if not self._after_redo(glance):
            self.session.clear(glance.trouble)

    def _after_redo(self, glance: Glance) -> bool:
        document, sketch = application.active_document(), self.lookout.sketch
        if document is None or sketch is None or sketch.document != glance.document:
            return False
        return glance.document == document.id and self.display.after_redo(document, sketch.layer)

    def _aside(self, paper: Rgb | None) -> None:
        """What may have changed besides: the paper, on which guidance is shown, and the pinned
        layer, which may be deleted or renamed."""
        if paper is not None and paper != self.display.paper:
            self.display.paper = paper
            self.display.show(self.state)
        self.layers.tell_pinned()

    def _show(self, state: State) -> None:
        if state.pack != self._pack:
            self._pack = state.pack
            self.references.offer()
            state = self.state
        self.display.show(state)
        if state.settings.guidance != "off":
            self.last_guidance = state.settings.guidance
        self._teller.changed()

    def _receive(self, message: Message) -> None:
        """A message of the worker; none comes any more once the window is closed."""
        self.session.receive(message)

    def _send(self, request: Request) -> None:
        if isinstance(request, SuggestRequest):
            self._asked_at = time.monotonic()
        self.worker.send(request)

    def _accepted(self, accepted: Accepted) -> None:
        self._insertions.begin(accepted)

    def _picture_read(self, thumbnail: bytes, colors: str) -> None:
        self.references.keep(thumbnail, colors)
