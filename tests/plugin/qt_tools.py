"""What the scripts that run under both bindings share."""

from __future__ import annotations

import base64
import gc
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from krita_anifaceplugin.connection.worker_process import WorkerProcess
from krita_anifaceplugin.connection.worker_status import READY
from krita_anifaceplugin.docker.panel import Panel
from krita_anifaceplugin.frame.guidance_frame import GuidanceFrame
from krita_anifaceplugin.protocol import (
    Done,
    Hello,
    Message,
    PictureReply,
    RenderReply,
    SuggestionReply,
)
from krita_anifaceplugin.qt import QT6, QtCore, QtWidgets, Signal
from krita_anifaceplugin.session.session import Session
from krita_anifaceplugin.session.state import Reference, Source, State
from krita_anifaceplugin.settings import Settings
from krita_anifaceplugin.sketch.ink import Ink
from krita_anifaceplugin.texts.phrase import Phrase, phrase
from krita_anifaceplugin.texts.table import Texts
from tests.plugin.fake_worker import COLORS, PARTS, picture, png

FAKE = [sys.executable, str(Path(__file__).with_name("fake_worker.py"))]
FRAME = GuidanceFrame(100, 50, 200)
SOURCE = Source("doc", "layer", FRAME)
INK = Ink(16, bytes(112) + bytes([255]) * 32 + bytes(112))


def shown_panel(process: WorkerProcess, session: Session, width: int, height: int) -> Panel:
    """A docker of that size on the screen, joined to a session and its worker as in Krita."""
    panel = Panel(Actions(session), Texts())
    panel.resize(width, height)
    panel.show()
    session.subscribe(panel.show_state)
    process.message.connect(session.receive)
    process.status_changed.connect(panel.show_worker)
    return panel


def wait(condition: Callable[[], Any], what: str, seconds: float = 15.0) -> None:
    """Run the event loop until something is so."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"not within {seconds} s: {what}"
        QtWidgets.QApplication.processEvents()
        time.sleep(0.002)


def worker(folder: Path, *options: str) -> WorkerProcess:
    """A worker process that runs the fake worker."""
    folder.mkdir(parents=True, exist_ok=True)
    command = [*FAKE, *options, "--log", str(folder / "fake.log")]
    return WorkerProcess(folder, lambda: {**os.environ, "ANIFACE_WORKER": json.dumps(command)})


def named(panel: QtWidgets.QWidget, name: str) -> QtWidgets.QAbstractButton:
    """The button with an accessible name."""
    buttons = panel.findChildren(QtWidgets.QAbstractButton)
    return next(b for b in buttons if b.accessibleName() == name)


def run_checks(*checks: Callable[[], None]) -> int:
    """Run checks inside an application and say so; any failure ends with a traceback."""
    app = QtWidgets.QApplication(sys.argv[:1])
    font = app.font()
    font.setPointSizeF(10)  # as large as Krita's, whatever this platform has
    app.setFont(font)
    for check in checks:
        check()
        clear_away(app)
    print("ok", "PyQt6" if QT6 else "PyQt5")
    return 0


def clear_away(app: QtWidgets.QApplication) -> None:
    """Delete every widget that is left, before the application goes.

    Panel, session and the functions that join them refer to each other, so they outlive the
    function that made them. PyQt6 deletes what is left of them when it lets go of an application
    of Python's own, in a walk over its table of wrappers that does not stand a widget's children
    going with it: a crash at exit, in about one run in ten. Krita's application is not Python's.
    """
    for widget in app.topLevelWidgets():
        widget.close()
        widget.deleteLater()
    gc.collect()
    app.sendPostedEvents(None, QtCore.QEvent.Type.DeferredDelete)
    app.processEvents()
    gc.collect()
    left = [type(widget).__name__ for widget in app.topLevelWidgets()]
    assert not left, f"still there: {left}"


class Actions:
    """What the panel asks for, done by a session without Krita."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.frame, self.layers, self.references = FrameVerbs(), LayerVerbs(), ReferenceVerbs()
        self.change_settings = session.change_settings
        self.select, self.accept = session.select, session.accept
        self.pin, self.more_like_this = session.pin, session.more_like_this
        self.others = session.others
        self.calls: list[str] = []

    @property
    def state(self) -> State:
        return self.session.state

    def look_back(self) -> None:
        self.session.look(-1)

    def look_forward(self) -> None:
        self.session.look(1)

    def tell(self, notice: Phrase) -> None:
        self.calls.append(f"tell {notice.key}")
        self.session.tell(notice)

    def restart_worker(self) -> None:
        self.calls.append("restart")

    def diagnostics(self) -> str:
        return "diagnostics"


class FrameVerbs(QtCore.QObject):
    """What the controls of the frame ask for."""

    editing = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[str] = []

    def edit(self, on: bool) -> None:
        self.calls.append(f"edit {on}")

    def fit(self) -> None:
        self.calls.append("fit")

    def whole(self) -> None:
        self.calls.append("whole")

    def selection(self) -> bool:
        self.calls.append("selection")
        return False


class LayerVerbs(QtCore.QObject):
    """What the controls of layers ask for."""

    pinned = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[str] = []

    def pin(self, on: bool) -> None:
        self.calls.append(f"pin {on}")

    def keep_guidance(self) -> None:
        self.calls.append("keep")

    def ignored_color(self) -> str:
        return "#0000ff"


class ReferenceVerbs:
    """What is asked for with pictures of the artist's own."""

    def __init__(self) -> None:
        self.calls: list[str] = []

    def from_file(self, path: str) -> None:
        self.calls.append(f"file {path}")

    def from_layer(self) -> None:
        self.calls.append("layer")

    def from_selection(self) -> None:
        self.calls.append("selection")

    def remove(self, name: str) -> None:
        self.calls.append(f"remove {name}")


class Bench:
    """A panel over a session whose worker answers when it is told to."""

    def __init__(self, language: str = "en", picture_side: int = 16) -> None:
        self.sent: list[Any] = []
        self.session = Session(Settings(), self.sent.append, lambda accepted: None)
        self.actions = Actions(self.session)
        self.panel = self.make_panel(Texts(language))
        self.session.subscribe(self.panel.show_state)
        references = [
            [name, name, base64.b64encode(png(24, color)).decode()]
            for name, color in zip(("rose", "sky", "honey", "mint"), COLORS, strict=True)
        ]
        self.session.receive(Hello(2, "w", "pack", PARTS, references, 1, picture_side))

    def make_panel(self, texts: Texts) -> Panel:
        """Another panel over the same session."""
        return Panel(self.actions, texts)

    def sketch(self) -> None:
        """A sketch and its whole answer."""
        self.session.sketch(SOURCE, INK)
        self.answer()

    def answer(self) -> None:
        """Everything the worker answers to the last request."""
        request = self.sent[-1].id
        replies: list[Message] = [
            SuggestionReply(
                request, index, 32, picture(32, index), b"p", 0, 0.9,
                f"styles {index}", ("rose", "sky", "honey", "mint")[index],
            )
            for index in range(4)
        ]  # fmt: skip
        for reply in [*replies, Done(request, "", {"all": 1.0})]:
            self.session.receive(reply)

    def receive(self, message: PictureReply | RenderReply) -> None:
        """One more answer."""
        self.session.receive(message)


def full_bench(language: str = "en") -> Bench:
    """A panel with something in every corner of it."""
    bench = Bench(language)
    bench.panel.resize(260, 2000)
    bench.panel.show()
    bench.panel.show_worker(READY, 62.0)
    bench.sketch()
    bench.session.others()
    bench.answer()
    bench.session.pin(1)
    bench.session.set_own_references((Reference("own-1", "", b"", "colours"),))
    bench.session.change_settings(guidance="detailed", favourites=("mint",), folded=())
    bench.answer()
    bench.session.tell(phrase("notice.closed"))
    bench.panel.show_options(True)
    QtWidgets.QApplication.processEvents()
    return bench
