"""Checks of the docker's widgets alone, in a process of its own for each binding.

QT_API=pyqt5|pyqt6 QT_QPA_PLATFORM=offscreen python tests/plugin/qt_docker.py FOLDER
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from krita_anifaceplugin.connection.worker_status import READY, restarting
from krita_anifaceplugin.docker import style
from krita_anifaceplugin.docker.flowing import Flowing
from krita_anifaceplugin.docker.icon_button import IconButton
from krita_anifaceplugin.docker.icons import Icon
from krita_anifaceplugin.docker.panel import NARROWEST
from krita_anifaceplugin.docker.tile import Tile
from krita_anifaceplugin.qt import QT6, QtCore, QtGui, QtWidgets
from krita_anifaceplugin.texts.phrase import SILENCE, phrase
from krita_anifaceplugin.texts.table import LANGUAGES, Texts
from tests.plugin.qt_tools import Bench, full_bench, named, run_checks

CONTROLS = (
    QtWidgets.QAbstractButton,
    QtWidgets.QAbstractSlider,
    QtWidgets.QComboBox,
    QtWidgets.QLineEdit,
)
#: Marks every text of the table used below, so that a text from elsewhere shows.
MARK = "§"
#: What is shown as it is in any language: numbers, units, signs, names of languages.
PLAIN = {"%", "", "100 %", "70 %", *(name for name, _ in LANGUAGES.values())}


class Marked(Texts):
    """Every text between marks."""

    def __call__(self, key: str, **values: object) -> str:
        return MARK + super().__call__(key, **values)

    def name(self, kind: str, name: str, otherwise: str = "") -> str:
        return MARK + super().name(kind, name, otherwise)


def controls(bench: Bench) -> Iterator[QtWidgets.QWidget]:
    """Everything that can be operated; Qt's own parts of a control excepted."""
    for widget in bench.panel.findChildren(QtWidgets.QWidget):
        inner = isinstance(widget.parent(), (QtWidgets.QLineEdit, QtWidgets.QComboBox))
        bar = isinstance(widget, QtWidgets.QScrollBar)
        if isinstance(widget, CONTROLS) and not inner and not bar and widget.isVisible():
            yield widget


def check_every_control_can_be_found() -> None:
    """Tooltip, accessible name and keyboard focus; the focus goes down the docker."""
    bench = full_bench()
    found = list(controls(bench))
    assert len(found) > 40
    for widget in found:
        assert widget.accessibleName(), f"no accessible name: {widget}"
        assert widget.toolTip(), f"no tooltip: {widget.accessibleName()}"
        if widget.isEnabled():
            policy = QtCore.Qt.FocusPolicy
            tab = (policy.TabFocus, policy.StrongFocus, policy.WheelFocus)
            assert widget.focusPolicy() in tab, f"no keyboard focus: {widget}"
    names = [w.accessibleName() for w in found]
    assert len(set(names)) == len(names), f"two controls of one name: {sorted(names)}"
    order, widget = [], bench.panel.status
    for _ in range(400):
        widget = widget.nextInFocusChain()
        if widget is bench.panel.status:
            break
        if widget in found:
            order.append(widget)
    assert set(order) == set(found)
    tops = [w.mapTo(bench.panel, QtCore.QPoint(0, w.height() // 2)).y() for w in order]
    for above, below, first, second in zip(tops, tops[1:], order, order[1:], strict=False):
        said = f"{second.accessibleName()} comes before {first.accessibleName()}"
        assert below > above - 20, f"the focus jumps up: {said}"


def check_every_text_is_translated() -> None:
    """Nothing that is shown or read out comes from outside the table."""
    bench = full_bench()
    marked = Marked()
    panel = bench.make_panel(marked)
    bench.panel.hide()
    panel.resize(260, 2000)
    panel.show()
    panel.show_options(True)
    panel.show_state(bench.session.state)
    panel.show_worker(restarting(2, phrase("worker.stopped", code=3)), 20.0)
    QtWidgets.QApplication.processEvents()
    for widget in panel.findChildren(QtWidgets.QWidget):
        shown = [widget.toolTip(), widget.accessibleName()]
        for name in ("text", "placeholderText"):
            get = getattr(widget, name, None)
            if get is not None and not isinstance(widget.parent(), QtWidgets.QComboBox):
                shown.append(get())
        if isinstance(widget, QtWidgets.QComboBox):
            shown += [widget.itemText(i) for i in range(widget.count())]
        for text in shown:
            plain = text in PLAIN or text.replace("/", "").isdigit()
            assert plain or text.startswith(MARK), f"not from the table: {text!r} of {widget}"


def words_of(content: QtWidgets.QWidget) -> Iterator[tuple[QtWidgets.QAbstractButton, int]]:
    """Buttons that show their text, and the pixels that they need for it."""
    for button in content.findChildren(QtWidgets.QAbstractButton):
        icon_alone = isinstance(button, IconButton) and button.sizeHint().width() < button.wide()
        if button.isVisible() and button.text() and not icon_alone:
            around = 24 if isinstance(button, QtWidgets.QCheckBox) else 6
            yield button, button.fontMetrics().horizontalAdvance(button.text()) + around


def check_every_language_fits(folder: Path) -> None:
    """At its narrowest the docker shows every language without scrolling sideways."""
    for language in LANGUAGES:
        bench = full_bench(language)
        bench.panel.resize(NARROWEST, 2000)
        QtWidgets.QApplication.processEvents()
        content = bench.panel.content
        needed = content.minimumSizeHint().width()
        parts = {
            type(part).__name__: part.minimumSizeHint().width()
            for part in content.children()
            if isinstance(part, QtWidgets.QWidget)
        }
        assert needed <= NARROWEST, f"{language}: {parts}"
        cut = {w.text(): (room, w.width()) for w, room in words_of(content) if room > w.width()}
        assert not cut, f"{language}: words without room (wanted, given): {cut}"
        bench.panel.grab().save(str(folder / f"docker_{language}_{6 if QT6 else 5}.png"))
        bench.panel.deleteLater()


def check_the_grid_reflows() -> None:
    """Two suggestions a row where it is narrow, four where it is wide; never wider than it."""
    bench = full_bench()
    for width, across in ((NARROWEST, 2), (300, 2), (520, 4)):
        bench.panel.resize(width, 2000)
        QtWidgets.QApplication.processEvents()
        tiles = bench.panel.suggestions.findChildren(Tile)[:4]
        assert len({tile.x() for tile in tiles}) == across, width
        assert all(tile.geometry().right() < width for tile in tiles)
        assert len({tile.width() for tile in tiles}) == 1 and tiles[0].width() >= 80


def check_nothing_lies_on_anything_else() -> None:
    """Made narrow and wide again, every part has the height that it needs at that width."""
    bench = full_bench()
    for width in (540, NARROWEST, 400, NARROWEST, 300):
        bench.panel.resize(width, 900)
        for _ in range(3):
            QtWidgets.QApplication.processEvents()
        for parent in bench.panel.findChildren(QtWidgets.QWidget):
            if parent.layout() is None or not parent.isVisible():
                continue
            inside = [c for c in parent.children() if isinstance(c, QtWidgets.QWidget)]
            shown = [widget for widget in inside if widget.isVisible()]
            for place, widget in enumerate(shown):
                if isinstance(widget, Flowing):
                    assert widget.height() >= widget.height_at(widget.width()), widget
                for other in shown[:place]:
                    assert not widget.geometry().intersects(other.geometry()), (widget, other)


def check_buttons_do_what_they_say() -> None:
    """More, others, back and pin reach the session."""
    bench = full_bench()
    named(bench.panel, "More like this").click()
    assert bench.sent[-1].around == "styles 0"
    bench.answer()
    named(bench.panel, "Others").click()
    bench.answer()
    place = bench.session.state.place
    named(bench.panel, "Back to earlier suggestions").click()
    assert bench.session.state.place.position == place.position - 1
    named(bench.panel, "Forward to newer suggestions").click()
    assert bench.session.state.place == place
    named(bench.panel, "Pin").click()
    assert len(bench.session.state.pinned) == 2
    named(bench.panel, "Unpin").click()
    assert len(bench.session.state.pinned) == 1
    named(bench.panel, "Pinned suggestion 1").click()
    assert bench.session.state.chosen == bench.session.state.pinned[0]
    named(bench.panel, "Close this notice").click()
    assert not bench.session.state.notice
    bench.panel.copy_diagnostics()
    assert bench.session.state.notice.key == "notice.copied"
    named(bench.panel, "Apply").click()
    assert bench.actions.calls[-1] == "restart", "the same command again: it may be mended"


def check_the_theme_is_followed_at_once() -> None:
    """After the palette has changed nothing keeps a colour of the old one."""
    bench = full_bench()
    app = QtWidgets.QApplication.instance()
    assert isinstance(app, QtWidgets.QApplication)
    old, role = app.palette(), QtGui.QPalette.ColorRole
    dark = QtGui.QPalette(QtGui.QColor(50, 50, 50), QtGui.QColor(50, 50, 50))
    for name in (role.WindowText, role.Text, role.ButtonText):
        dark.setColor(name, QtGui.QColor(230, 230, 230))
    app.setPalette(dark)
    QtWidgets.QApplication.processEvents()
    fresh = full_bench()
    focused = app.focusWidget()
    if focused is not None:
        focused.clearFocus()
    for part in ("status", "guidance", "frame"):
        live, new = (getattr(b.panel, part).grab().toImage() for b in (bench, fresh))
        assert live == new, f"{part} still shows the old theme"
    app.setPalette(old)


def check_what_is_on_can_be_seen_in_every_theme() -> None:
    """The pin of a pinned suggestion stands off the background, also where a theme's own colour
    of what is selected hardly does."""
    role = QtGui.QPalette.ColorRole
    for window, text, highlight in (  # Krita bright, dark and darker
        ("#d6d6d6", "#232323", "#5b91c1"),
        ("#464646", "#d2d2d2", "#53718c"),
        ("#2d2d2d", "#bcbcbc", "#435d74"),
    ):
        button = IconButton(Icon.PIN, "Pin")
        palette = button.palette()
        for name, color in ((role.Window, window), (role.WindowText, text)):
            palette.setColor(name, QtGui.QColor(color))
        palette.setColor(role.Highlight, QtGui.QColor(highlight))
        button.setPalette(palette)
        button.set_filled(True)
        button.resize(24, 24)
        image = button.grab().toImage()
        around = image.pixelColor(0, 0)
        strongest = max(
            style.contrast(image.pixelColor(x, y), around) for x in range(24) for y in range(24)
        )
        assert strongest >= 2.8, (window, strongest)  # 3, less what smooth edges take


def check_busy_is_said_after_a_moment() -> None:
    """A quick answer shows no busy sign; a slow one does, and its end takes it away."""
    import time

    bench = full_bench()
    labels = [w for w in bench.panel.status.findChildren(QtWidgets.QLabel) if w.isVisible()]
    said, label = [w.text() for w in labels], labels[0]
    assert said == ["Ready", "62 ms"], said
    bench.session.others()
    QtWidgets.QApplication.processEvents()
    assert label.text() == "Ready"
    end = time.monotonic() + 5
    while label.text() == "Ready" and time.monotonic() < end:
        QtWidgets.QApplication.processEvents()
        time.sleep(0.01)
    assert label.text() == "Thinking…"
    bench.answer()
    assert label.text() == "Ready"


def check_what_is_wrong_has_room() -> None:
    """The line stays one line; what must be mended is said in full at the foot, across the
    docker, and moves no tile."""
    bench = full_bench()
    bench.panel.resize(NARROWEST, 500)
    QtWidgets.QApplication.processEvents()
    tile = bench.panel.suggestions.findChildren(Tile)[0]
    before = tile.mapTo(bench.panel, QtCore.QPoint())
    reason = phrase("worker.own_unanswered", words="ssh: Could not resolve hostname studio-pc")
    bench.panel.show_worker(restarting(8, reason))
    QtWidgets.QApplication.processEvents()
    labels = [w for w in bench.panel.status.findChildren(QtWidgets.QLabel) if w.isVisible()]
    lines = labels[0].height() / labels[0].fontMetrics().height()
    assert labels[0].text() == "Restarting…" and lines < 2.2
    said = bench.panel.worker.findChildren(QtWidgets.QLabel)[0]
    assert "studio-pc" in said.text() and said.width() > 0.7 * NARROWEST
    assert said.height() >= said.heightForWidth(said.width()), "all of it is to be read"
    assert bench.panel.worker.isVisible() and tile.mapTo(bench.panel, QtCore.QPoint()) == before
    bench.panel.show_worker(READY)
    QtWidgets.QApplication.processEvents()
    assert not bench.panel.worker.isVisible()


def check_an_empty_docker_says_what_to_do() -> None:
    """In the place of the suggestions, as large as they; they come back without a jump."""
    bench = Bench()
    bench.panel.resize(260, 2000)
    bench.panel.show()
    bench.session.clear(phrase("hint.no_document"))
    QtWidgets.QApplication.processEvents()
    words = [
        label
        for label in bench.panel.suggestions.findChildren(QtWidgets.QLabel)
        if label.isVisible() and "Open a document" in label.text()
    ]
    assert len(words) == 1 and words[0].height() > 150
    top = bench.panel.guidance.y()
    bench.sketch()
    QtWidgets.QApplication.processEvents()
    tiles = bench.panel.suggestions.findChildren(Tile)[:4]
    assert not words[0].isVisible() and all(tile.isVisible() for tile in tiles)
    assert bench.panel.guidance.y() == top


def check_a_hand_meets_nothing_that_moved() -> None:
    """A notice that comes moves no tile away under the pointer."""
    bench = full_bench()
    bench.panel.resize(260, 500)
    bench.session.tell(SILENCE)
    QtWidgets.QApplication.processEvents()
    tile = bench.panel.suggestions.findChildren(Tile)[0]
    before = tile.mapTo(bench.panel, QtCore.QPoint())
    bench.session.tell(phrase("notice.closed"))
    QtWidgets.QApplication.processEvents()
    assert bench.panel.notice.isVisible() and tile.mapTo(bench.panel, QtCore.QPoint()) == before


def main() -> int:
    """Run all checks."""
    return run_checks(
        check_every_control_can_be_found,
        check_every_text_is_translated,
        partial(check_every_language_fits, Path(sys.argv[1])),
        check_the_grid_reflows,
        check_nothing_lies_on_anything_else,
        check_buttons_do_what_they_say,
        check_the_theme_is_followed_at_once,
        check_what_is_on_can_be_seen_in_every_theme,
        check_busy_is_said_after_a_moment,
        check_what_is_wrong_has_room,
        check_an_empty_docker_says_what_to_do,
        check_a_hand_meets_nothing_that_moved,
    )


if __name__ == "__main__":
    sys.exit(main())
