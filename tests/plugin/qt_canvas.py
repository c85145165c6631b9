"""The controls of canvas and layers, and the frame's editor, under one binding.

QT_API=pyqt5|pyqt6 QT_QPA_PLATFORM=offscreen python tests/plugin/qt_canvas.py FOLDER
"""

from __future__ import annotations

import importlib
import sys
from functools import partial
from pathlib import Path
from typing import Any

from krita_anifaceplugin.docker import style
from krita_anifaceplugin.docker.panel import NARROWEST
from krita_anifaceplugin.frame.editor import FrameEditor
from krita_anifaceplugin.frame.guidance_frame import GuidanceFrame
from krita_anifaceplugin.overlay.scene import Scene
from krita_anifaceplugin.overlay.tracing import Tracer
from krita_anifaceplugin.qt import QT6, QtCore, QtGui, QtWidgets
from krita_anifaceplugin.session.state import State
from krita_anifaceplugin.texts.table import LANGUAGES
from tests.plugin.qt_tools import FRAME, Bench, named, run_checks


def check_controls(folder: Path) -> None:
    """Every control changes what it says, fits a narrow docker in every language, has a name."""
    for language in LANGUAGES:
        bench = Bench(language)
        panel, layers = bench.panel, bench.actions.layers
        bench.session.change_settings(guidance="detailed", ignore_color="#ff8800", folded=())
        bench.sketch()
        layers.pinned.emit("A layer with rather a long name, and more")
        bench.panel.resize(215, 1500)
        bench.panel.show()
        QtWidgets.QApplication.processEvents()
        parts = (panel.guidance.choice, panel.suggestions.trace, panel.frame.editing, panel.sketch)
        needed = {type(part).__name__: part.minimumSizeHint().width() for part in parts}
        assert max(needed.values()) <= NARROWEST - 2 * style.MARGIN, f"{language}: {needed}"
        bench.panel.grab().save(str(folder / f"canvas_{'qt6' if QT6 else 'qt5'}_{language}.png"))
        kinds = (QtWidgets.QAbstractButton, QtWidgets.QComboBox, QtWidgets.QSlider)
        ours = [w for part in parts for kind in kinds for w in part.findChildren(kind)]
        assert len(ours) == 15 and all(w.accessibleName() and w.toolTip() for w in ours)
    bench = Bench()
    bench.session.change_settings(guidance="detailed")
    bench.sketch()

    def settings() -> Any:
        return bench.session.state.settings

    named(bench.panel, "Guidance only for what is not drawn").click()
    named(bench.panel, "Lay the chosen suggestion over the canvas").click()
    named(bench.panel, "Hide the sketch when accepting").click()
    named(bench.panel, "Ignore lines in the current colour").click()
    assert settings().only_undrawn and settings().trace and settings().accept_hides_sketch
    assert settings().ignore_color == "#0000ff"
    named(bench.panel, "Ignore lines in the current colour").click()
    assert settings().ignore_color == ""
    boxes = {b.accessibleName(): b for b in bench.panel.findChildren(QtWidgets.QComboBox)}
    for name, place in (
        ("Where an accepted portrait goes", 1),
        ("Colours that stand for the parts", 1),
        ("What counts as ink on the sketch layer", 3),
        ("Layers with this colour label are construction lines", 6),
        ("Show guidance for these parts only", 1),
    ):
        boxes[name].activated.emit(place)
    now = settings()
    assert (now.accept_under, now.palette, now.ink, now.ignore_label) == (True, "safe", "light", 6)
    assert now.parts == "group:hair"
    for name in (
        "Edit the guidance frame on the canvas", "Fit the guidance frame to the sketch",
        "Pin the sketch layer",
    ):  # fmt: skip
        named(bench.panel, name).click()
    assert bench.actions.frame.calls == ["edit True", "fit"]
    assert bench.actions.layers.calls == ["pin True"]


class Geometry:
    """Document pixels at twice their size, moved."""

    def image_to_widget(self) -> QtGui.QTransform:
        return QtGui.QTransform.fromScale(2, 2).translate(-50, -25)


class Canvas(QtWidgets.QWidget):
    """Notes what reaches it through the editor."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(600, 500)
        self.seen: list[Any] = []
        self.widget = self

    def geometry(self) -> Any:
        return Geometry()

    def mousePressEvent(self, event: QtGui.QMouseEvent | None) -> None:
        assert event is not None
        self.seen.append(event.button())


def check_editor(folder: Path) -> None:
    """Left button and keys are the editor's, other buttons Krita's; Escape and Return end it."""
    test = importlib.import_module(f"PyQt{6 if QT6 else 5}.QtTest").QTest
    left = QtCore.Qt.MouseButton.LeftButton
    canvas = Canvas()
    canvas.show()
    editor = FrameEditor(canvas, GuidanceFrame(100, 60, 150))
    changes: list[Any] = []
    ends: list[bool] = []
    editor.changed.connect(changes.append)
    editor.finished.connect(ends.append)

    def drag(start: tuple[float, float], end: tuple[float, float]) -> None:
        to_widget = Geometry().image_to_widget()
        a, b = (to_widget.map(QtCore.QPointF(*p)).toPoint() for p in (start, end))
        test.mousePress(editor, left, QtCore.Qt.KeyboardModifier.NoModifier, a)
        test.mouseMove(editor, b)
        QtWidgets.QApplication.processEvents()
        _move(editor, b)
        editor.grab().save(str(folder / f"editor_{'qt6' if QT6 else 'qt5'}.png"))
        test.mouseRelease(editor, left, QtCore.Qt.KeyboardModifier.NoModifier, b)

    drag((170, 130), (180, 120))
    assert changes[-1] == GuidanceFrame(110, 50, 150)
    drag((260, 200), (285, 225))
    assert changes[-1] == GuidanceFrame(110, 50, 175), changes[-1]
    count = len(changes)
    test.mouseClick(editor, QtCore.Qt.MouseButton.MiddleButton)
    assert canvas.seen == [QtCore.Qt.MouseButton.MiddleButton] and len(changes) == count
    test.keyClick(editor, QtCore.Qt.Key.Key_Escape)
    test.keyClick(editor, QtCore.Qt.Key.Key_Return)
    assert ends == [False, True]


def _move(editor: FrameEditor, at: QtCore.QPoint) -> None:
    """A move with the left button held; QTest's own has none."""
    left = QtCore.Qt.MouseButton.LeftButton
    event = QtGui.QMouseEvent(
        QtCore.QEvent.Type.MouseMove, QtCore.QPointF(at), QtCore.QPointF(editor.mapToGlobal(at)),
        QtCore.Qt.MouseButton.NoButton, left, QtCore.Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QtWidgets.QApplication.sendEvent(editor, event)


def check_tracing() -> None:
    """A thumbnail at once, then the sharp picture, asked for once and one at a time."""
    bench = Bench()
    asked: list[Any] = []
    tracer = Tracer(lambda portrait, side, done: asked.append((portrait, side, done)), lambda: None)
    bench.session.change_settings(trace=True)
    bench.sketch()
    state = bench.session.state
    first = tracer.trace(state)
    assert first is not None and first.image.width() == 32 and tracer.trace(state) is first
    assert len(asked) == 1 and asked[0][1] == FRAME.side
    asked[0][2](8, bytes(4 * 64))
    sharp = tracer.trace(state)
    assert sharp is not None and sharp.image.width() == 8 and len(asked) == 1
    assert Scene(FRAME, trace=sharp).extent == FRAME.rect
    bench.session.change_settings(trace=False)
    assert tracer.trace(bench.session.state) is None and tracer.trace(State()) is None


def main() -> int:
    """Run all checks."""
    folder = Path(sys.argv[1])
    return run_checks(partial(check_controls, folder), partial(check_editor, folder), check_tracing)


if __name__ == "__main__":
    sys.exit(main())
