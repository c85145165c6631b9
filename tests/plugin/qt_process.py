"""Checks of everything that needs a Qt, run in a process of its own for each binding.

QT_API=pyqt5|pyqt6 QT_QPA_PLATFORM=offscreen python tests/plugin/qt_process.py FOLDER
"""

from __future__ import annotations

import json
import os
import shlex
import signal
import sys
import time
from dataclasses import replace
from functools import partial
from pathlib import Path

from krita_anifaceplugin.connection.worker_process import WorkerProcess
from krita_anifaceplugin.connection.worker_status import Phase
from krita_anifaceplugin.frame.guidance_frame import GuidanceFrame
from krita_anifaceplugin.geometry import Rect
from krita_anifaceplugin.guidance.curves import Curve, Guidance
from krita_anifaceplugin.guidance.painter import GuidancePainter
from krita_anifaceplugin.images import image_bytes, straight_bytes
from krita_anifaceplugin.layers.idle_gate import IdleGate
from krita_anifaceplugin.overlay.draft_tiles import DraftDrawing
from krita_anifaceplugin.overlay.on_canvas import DRAFT_MS, CanvasOverlay
from krita_anifaceplugin.overlay.scene import Scene, Trace
from krita_anifaceplugin.overlay.tiles import Drawing, Place, Tile, TileDrawing
from krita_anifaceplugin.qt import QT6, QtCore, QtGui, QtWidgets
from krita_anifaceplugin.session.session import Session
from krita_anifaceplugin.session.state import Accepted
from krita_anifaceplugin.settings import Settings
from krita_anifaceplugin.sketch.pen_track import PenTrack
from krita_anifaceplugin.sketch.watcher import Glance, Watcher
from tests.plugin.qt_tools import (
    FAKE,
    FRAME,
    INK,
    SOURCE,
    named,
    run_checks,
    shown_panel,
    wait,
    worker,
)


def check_chain(folder: Path) -> None:
    """Sketch, guidance, suggestions, accept: session, queue, process, framing and panel."""
    process = worker(folder / "chain")
    accepted: list[Accepted] = []
    session = Session(Settings(), process.send, accepted.append)
    panel = shown_panel(process, session, 220, 700)
    process.start()
    session.sketch(SOURCE, INK)
    wait(lambda: len(session.state.suggestions) == 4 and not session.state.busy, "four suggestions")
    assert session.state.guidance is not None and len(session.state.references) == 4
    tiles = panel.suggestions.findChildren(QtWidgets.QAbstractButton)
    tiles[1].click()
    assert session.state.selected == 1
    named(panel, "Guidance: Detailed").click()
    wait(lambda: session.state.guidance and session.state.guidance.mode == "detailed", "detailed")
    wait(lambda: not session.state.busy, "all of the answer")
    named(panel, "Accept the chosen suggestion as a layer").click()
    wait(lambda: accepted, "the accepted portrait")
    assert accepted[0].side == 200 and accepted[0].source == SOURCE
    panel.copy_diagnostics()
    for width in (220, 300, 520):
        panel.resize(width, 700)
        QtWidgets.QApplication.processEvents()
        content = panel.content
        assert content is not None and content.minimumSizeHint().width() <= width, width
        panel.grab().save(str(folder / f"panel_{'qt6' if QT6 else 'qt5'}_{width}.png"))
    assert process.latency_ms > 0
    process.stop()
    assert process.pid == 0 and process.status.phase is Phase.OFF


def check_restart(folder: Path) -> None:
    """A worker that is killed comes back and answers the newest sketch; one that crashes, too."""
    process = worker(folder / "restart")
    session = Session(Settings(), process.send, lambda _: None)
    process.message.connect(session.receive)
    process.start()
    wait(lambda: process.hello, "the greeting")
    os.kill(process.pid, signal.SIGKILL)
    session.sketch(SOURCE, INK)
    wait(lambda: process.status.phase is Phase.RESTARTING, "the loss is noticed")
    wait(lambda: len(session.state.suggestions) == 4, "the answer after a kill")
    assert process.starts == 2
    process.stop()
    crashing = worker(folder / "crash", "--dies-after", "1")
    session = Session(Settings(), crashing.send, lambda _: None)
    crashing.start()
    session.sketch(SOURCE, INK)
    wait(lambda: crashing.starts == 2, "a second start")
    wait(lambda: crashing.status.phase is Phase.RESTARTING, "the second loss")
    assert "2 s" in crashing.status.text, "it waits longer the second time"
    crashing.stop()
    assert "SuggestRequest" in (folder / "crash" / "fake.log").read_text()


def check_refusals(folder: Path) -> None:
    """A worker of another version, and none at all: said, not tried again and again."""
    other = worker(folder / "other", "--protocol", "99")
    other.start()
    wait(lambda: other.status.phase is Phase.REFUSED, "the refusal")
    assert "99" in other.status.text and "python3 install.py" in other.status.text
    other.start()
    assert other.starts == 1
    missing = WorkerProcess(folder / "none", dict)
    missing.start()
    assert missing.status.phase is Phase.REFUSED and "not installed" in missing.status.text
    command = json.dumps([str(folder / "no such program")])
    absent = WorkerProcess(folder / "absent", lambda: {"ANIFACE_WORKER": command})
    absent.start()
    wait(lambda: absent.status.phase is Phase.REFUSED, "a program that is not there")
    assert "python3 install.py" in absent.status.text


def check_own_command(folder: Path) -> None:
    """The artist's own command line: used at once, and named where it does not work."""
    process = WorkerProcess(folder / "own", dict)
    process.set_command(shlex.join(FAKE))
    assert process.status.phase is Phase.OFF, "it is not started before it is needed"
    process.start()
    wait(lambda: process.hello, "the greeting of the artist's own worker")
    process.set_command(str(folder / "no such program"))
    wait(lambda: process.status.phase is Phase.REFUSED, "the refusal")
    assert "worker command in the options" in process.status.text
    process.set_command(shlex.join([sys.executable, "-c", "raise SystemExit('host unknown')"]))
    wait(lambda: process.status.phase is Phase.RESTARTING, "it is tried again")
    assert "host unknown" in process.status.text, "its last words are shown"
    process.set_command(shlex.join(FAKE))
    wait(lambda: process.hello, "the greeting after it was put right")
    process.stop()


def check_watcher() -> None:
    """It tells once of each change: as soon as a stroke is over, and of what came without a
    stroke once it is stable. While Krita works, nothing is looked at."""
    now, idle = [0.0], [True]
    told: list[Glance | None] = []
    glance: list[Glance | None] = [Glance("d", "l", 1)]
    looks: list[Glance | None] = []

    def look() -> Glance | None:
        looks.append(glance[0])
        return glance[0]

    watcher = Watcher(look, lambda: idle[0], lambda: now[0])
    watcher.changed.connect(told.append)

    def polls(seconds: float) -> None:
        for _ in range(round(seconds / 0.02)):
            now[0] += 0.02
            watcher.poll()

    polls(0.5)
    assert told == [Glance("d", "l", 1)]
    idle[0] = False
    for key in range(2, 12):
        glance[0] = Glance("d", "l", key)
        polls(0.1)
    assert len(told) == 1, "nothing in the middle of a stroke"
    idle[0] = True
    polls(0.5)
    assert told[1:] == [Glance("d", "l", 11)]
    glance[0], now[0] = Glance("d", "l", 12), now[0] + 0.001
    watcher.poll()
    assert len(told) == 2, "nobody saw Krita at work: it may not be over"
    polls(0.1)
    assert told[2:] == [Glance("d", "l", 12)]
    looks.clear()
    idle[0], glance[0] = False, Glance("d", "l", 13)
    watcher.poll()
    assert watcher.working and not looks
    idle[0], now[0] = True, now[0] + 0.004
    watcher.poll()
    assert told[3:] == [Glance("d", "l", 13)] and not watcher.working
    glance[0] = None
    polls(0.1)
    assert told[4:] == [None]


def check_gate() -> None:
    """Jobs wait for rest; a newer one of the same name replaces the older."""
    idle, done = [False], []
    gate = IdleGate(lambda: idle[0])
    gate.put("a", lambda: done.append("old"))
    gate.put("a", lambda: done.append("new"))
    gate.put("b", lambda: done.append("b"))
    gate.put("c", lambda: done.append("c"))
    gate.drop("c")
    end = time.monotonic() + 0.1
    wait(lambda: time.monotonic() > end, "a moment")
    assert not done
    idle[0] = True
    wait(lambda: len(done) == 2, "the jobs")
    assert done == ["new", "b"]


class TestGeometry:
    """A view that shows document pixels moved by (-100, -50)."""

    def image_to_widget(self) -> QtGui.QTransform:
        return QtGui.QTransform.fromTranslate(-100, -50)


class TestView:
    """A canvas widget of 200 x 200."""

    def __init__(self) -> None:
        self.widget = QtWidgets.QWidget()
        self.widget.resize(200, 200)
        self.widget.setStyleSheet("background: white")
        self._geometry = TestGeometry()
        self.with_brush = True

    def geometry(self) -> TestGeometry:
        return self._geometry

    def brush_size(self) -> float:
        return 20.0

    def paints_under_the_pen(self) -> bool:
        return self.with_brush


def check_overlays() -> None:
    """The same curve on the canvas and in a layer, where it belongs."""
    line = Curve("face", "#ff0000", 1.0, 0.05, (0.25, 0.5, 0.75, 0.5))
    painter = GuidancePainter(Guidance(1, "rough", (line,)))
    view = TestView()
    view.widget.show()
    idle = [True]
    overlay = CanvasOverlay(view, lambda: idle[0])
    overlay.show_scene(Scene(FRAME, painter))
    wait(lambda: overlay.painted_at > 0, "the overlay is painted")
    shot = view.widget.grab().toImage()
    assert shot.pixelColor(100, 100).red() > 250 > 5 >= shot.pixelColor(100, 100).green()
    assert shot.pixelColor(100, 80).green() > 250 and shot.pixelColor(20, 100).green() > 250
    many = tuple(
        Curve("face", "#ff0000", 0.2, 0.05, tuple(0.25 + 0.5 * t / 400 for t in range(800)))
        for _ in range(10)
    )
    idle[0], overlay.painted_at = False, 0.0
    overlay.show_scene(Scene(FRAME, GuidancePainter(Guidance(2, "rough", many))))
    wait(lambda: overlay.painted_at > 0, "a draft, though a brush is in use")
    draft = view.widget.grab().toImage()
    assert draft.pixelColor(100, 100).green() < 60
    end = time.monotonic() + 2.5 * DRAFT_MS / 1000
    wait(lambda: time.monotonic() > end, "a moment")
    assert view.widget.grab().toImage() == draft, "under a brush the draft stays"
    idle[0] = True
    wait(lambda: view.widget.grab().toImage() != draft, "the whole picture")
    assert view.widget.grab().toImage().pixelColor(100, 100).green() < 60
    blue = QtGui.QImage(8, 8, QtGui.QImage.Format.Format_ARGB32)
    blue.fill(QtCore.Qt.GlobalColor.blue)
    inside = GuidanceFrame(150, 100, 100)
    overlay.show_scene(Scene(inside, None, 1.0, Trace(blue), 1.0))
    shot = view.widget.grab().toImage()
    assert [shot.pixelColor(at, at).red() for at in (45, 55, 145, 155)] == [255, 0, 0, 255]
    overlay.show_scene(None)
    assert view.widget.grab().toImage().pixelColor(100, 100).green() > 250
    tiles = all_of(TileDrawing(Scene(FRAME, painter), Rect(0, 0, 1000, 1000)))
    assert set(tiles) == {(0, 0), (1, 0)}
    middle = 4 * (150 * 256 + 200)
    assert tiles[0, 0].pixels[middle : middle + 4] == bytes((0, 0, 255, 255))
    check_drafts_in_a_layer(many)
    check_tiles_know_themselves(many)


def check_pen_track() -> None:
    """What a brush went over since last asked; nothing is claimed of what nobody saw."""
    view, track, kind = TestView(), PenTrack(), QtCore.QEvent.Type
    track.watch(view)
    lifted: list[bool] = []
    track.lifted.connect(lambda: lifted.append(True))

    def pointer(what: QtCore.QEvent.Type, x: float, y: float) -> None:
        at, left = QtCore.QPointF(x, y), QtCore.Qt.MouseButton.LeftButton
        event = QtGui.QMouseEvent(what, at, at, left, left, QtCore.Qt.KeyboardModifier.NoModifier)
        QtWidgets.QApplication.sendEvent(view.widget, event)

    pointer(kind.MouseMove, 5, 5)
    assert track.take() is None, "nothing is pressed"
    pointer(kind.MouseButtonPress, 50, 60)
    pointer(kind.MouseMove, 90, 40)
    assert not lifted
    pointer(kind.MouseButtonRelease, 70, 80)
    assert lifted == [True]
    pointer(kind.MouseMove, 199, 199)
    found = track.take()
    assert found is not None and track.take() is None, "told once"
    brush = Rect(150, 90, 40, 40)  # document pixels are moved by (100, 50)
    assert found.intersected(brush) == brush
    assert found.width < 100 and found.height < 100
    pointer(kind.MouseButtonPress, 50, 60)
    view.with_brush = False
    assert track.take() is None, "another tool, or mirrored"
    view.with_brush = True
    pointer(kind.MouseButtonPress, 50, 60)
    view._geometry = TestGeometry()
    assert track.take() is None, "the view was moved meanwhile"


def all_of(drawing: Drawing) -> dict[Place, Tile]:
    """A drawing's tiles by their place."""
    return {tile.place: tile for tile in drawing.tiles()}


def check_tiles_know_themselves(many: tuple[Curve, ...]) -> None:
    """Tiles drawn from the same have the same check sum; those whose looks differ another."""
    sheet, scene = Rect(0, 0, 1000, 1000), Scene(FRAME, GuidancePainter(Guidance(1, "rough", many)))
    known = {place: tile.check for place, tile in all_of(TileDrawing(scene, sheet)).items()}
    again = replace(scene, curves=GuidancePainter(Guidance(2, "rough", many)))
    assert {p: tile.check for p, tile in all_of(TileDrawing(again, sheet)).items()} == known
    paler = (*many[:-1], replace(many[-1], alpha=0.3))
    edged = Guidance(3, "rough", many, casing="#80ffffff")
    others = (
        replace(scene, opacity=0.5),
        replace(scene, frame=replace(FRAME, x=FRAME.x + 1)),
        replace(scene, curves=GuidancePainter(Guidance(1, "rough", paler))),
        replace(scene, curves=GuidancePainter(edged)),
        replace(scene, trace=Trace(QtGui.QImage(8, 8, QtGui.QImage.Format.Format_ARGB32))),
    )
    for other in others:
        for place, tile in all_of(TileDrawing(other, sheet)).items():
            assert tile.check != known.get(place), (place, other)


def check_drafts_in_a_layer(many: tuple[Curve, ...]) -> None:
    """The draft of many curves lies where the whole picture does; few or vast ones need none.
    What a layer gets is what Qt would make of the picture in one go."""
    sheet = Rect(0, 0, 1000, 1000)
    curves = GuidancePainter(Guidance(3, "rough", many))
    scene = Scene(FRAME, curves, 0.5)
    small = DraftDrawing.of(scene, sheet)
    assert small is not None
    whole, draft = all_of(TileDrawing(scene, sheet)), all_of(small)
    assert set(draft) == set(whole)
    for place, tile in whole.items():
        inked, drafted = sum(tile.pixels[3::4]), sum(draft[place].pixels[3::4])
        assert abs(inked - drafted) < 0.15 * inked, (place, inked, drafted)
    drawn = QtGui.QImage(301, 213, QtGui.QImage.Format.Format_ARGB32_Premultiplied)
    drawn.fill(0)
    painter = QtGui.QPainter(drawn)
    curves.paint(painter, QtGui.QTransform.fromScale(300, 200))
    painter.end()
    at_once = drawn.convertToFormat(QtGui.QImage.Format.Format_ARGB32)
    assert straight_bytes(drawn) == image_bytes(at_once) != bytes(4 * 301 * 213)
    few = Scene(FRAME, GuidancePainter(Guidance(4, "rough", many[:1])))
    assert DraftDrawing.of(few, sheet) is None
    assert DraftDrawing.of(scene, Rect(0, 0, 4000, 4000)) is None


def main() -> int:
    """Run all checks."""
    folder = Path(sys.argv[1])
    with_folder = (check_chain, check_restart, check_refusals, check_own_command)
    return run_checks(
        check_watcher,
        check_gate,
        check_pen_track,
        check_overlays,
        *(partial(c, folder) for c in with_folder),
    )


if __name__ == "__main__":
    sys.exit(main())
