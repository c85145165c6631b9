"""The whole docker: a line on the worker on top, what went wrong at the foot, all else between.

What is between scrolls where the docker is low; words that come at the foot move nothing of it, so
that a click does not land on something else.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from ..connection.worker_status import WorkerStatus
from ..qt import QtCore, QtGui, QtWidgets
from ..session.state import State
from ..texts.phrase import SILENCE, phrase
from ..texts.table import Texts
from . import style
from .actions import Actions
from .frame_controls import FrameControls
from .guidance_controls import GuidanceControls
from .menu import Menu
from .notice_bar import NoticeBar
from .options import Options
from .references import References
from .scrolled import Scrolled
from .section import Section
from .sketch_controls import SketchControls
from .status_line import StatusLine
from .suggestions import Suggestions
from .worker_banner import WorkerBanner

NARROWEST = 200
COPIED = phrase("notice.copied")


class Panel(QtWidgets.QWidget):
    """Shows states; sends what the artist does to ``actions``."""

    def __init__(self, actions: Actions, texts: Texts) -> None:
        super().__init__()
        self._actions, self.texts = actions, texts
        self.setMinimumWidth(NARROWEST)
        self.status = StatusLine(texts)
        self.worker = WorkerBanner(texts)
        self.notice = NoticeBar(texts)
        self.suggestions = Suggestions(texts)
        self.guidance = GuidanceControls(texts)
        self.references = References(texts)
        self.sketch = SketchControls(texts)
        self.frame = FrameControls(texts)
        self.options = Options(texts)
        between = (
            self.suggestions, self.guidance, self.references, self.sketch, self.frame, self.options,
        )  # fmt: skip
        self._parts = (self.status, *between, self.notice)
        #: What scrolls.
        self.content = QtWidgets.QWidget()
        inside = _column(between, top=style.GAP // 2)
        inside.addStretch(1)
        self.content.setLayout(inside)
        self._scrolled = Scrolled(self.content)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(_column((self.status,), bottom=style.GAP // 2))
        column.addWidget(self._scrolled, 1)
        column.addLayout(_column((self.worker, self.notice)))
        self._tiles: object = None
        self._sections: tuple[Section, ...] = (
            self.guidance, self.references, self.sketch, self.frame,
        )  # fmt: skip
        self._folded: tuple[str, ...] = ()
        self._connect_settings()
        self._connect_verbs()

    def show_state(self, state: State) -> None:
        """Show a state."""
        for part in self._parts:
            part.show_state(state)
        if state.settings.folded != self._folded:
            self._folded = state.settings.folded
            for section in self._sections:
                section.set_folded(section.name in self._folded)
        tiles = (len(state.pinned), state.references, state.settings.favourites)
        if tiles != self._tiles:
            self._tiles = tiles
            self._order_focus()

    def show_worker(self, status: WorkerStatus, latency_ms: float = 0.0) -> None:
        """Show where the worker stands and how long its last answer took."""
        self.status.show_worker(status, latency_ms)
        self.worker.show_worker(status)

    def bring_into_view(self, widget: QtWidgets.QWidget) -> None:
        """Scroll to where a widget of the docker is seen."""
        if self.content.isAncestorOf(widget):
            self._scrolled.ensureWidgetVisible(widget)

    @property
    def options_shown(self) -> bool:
        """Whether the options are open."""
        return not self.options.isHidden()

    def show_options(self, shown: bool) -> None:
        """Open or close the options."""
        self.options.setVisible(shown)

    def copy_diagnostics(self) -> None:
        """Put the diagnostics on the clipboard."""
        clipboard = QtWidgets.QApplication.clipboard()
        if clipboard is not None:
            clipboard.setText(self._actions.diagnostics())
            self._actions.tell(COPIED)

    def choose_reference_file(self) -> None:
        """Let the artist choose a picture. The dialog is no nested loop, for Krita suffers none."""
        kinds = " ".join(
            f"*.{bytes(kind.data()).decode()}"
            for kind in QtGui.QImageReader.supportedImageFormats()
        )
        dialog = QtWidgets.QFileDialog(
            self, self.texts("references.choose_file"), "",
            f"{self.texts('references.file_kinds')} ({kinds})",
        )  # fmt: skip
        dialog.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QtWidgets.QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._actions.references.from_file)
        dialog.open()

    def _order_focus(self) -> None:
        """Tab goes down the docker; Qt would put tiles that came later at its end."""
        policy = QtCore.Qt.FocusPolicy
        chain = [
            widget
            for widget in self.findChildren(QtWidgets.QWidget)
            if widget.focusPolicy() in (policy.TabFocus, policy.StrongFocus, policy.WheelFocus)
            and widget.window() is self.window()
        ]
        for first, second in zip(chain, chain[1:], strict=False):
            QtWidgets.QWidget.setTabOrder(first, second)

    # ---- what the parts ask for

    def _connect_settings(self) -> None:
        """What only changes a setting."""
        change = self._actions.change_settings
        self.status.toggled.connect(lambda on: change(on=on))
        for part in (self.suggestions, self.guidance, self.sketch, self.options):
            part.changed.connect(lambda name, value: change(**{name: value}))
        self.references.chosen.connect(lambda name: change(reference=name))
        self.references.favoured.connect(self._favour)
        for section in self._sections:
            section.folded.connect(partial(self._fold, section.name))

    def _connect_verbs(self) -> None:
        """What does something."""
        actions, frame, layers = self._actions, self._actions.frame, self._actions.layers
        self.status.menu_wanted.connect(self._open_menu)
        self.notice.closed.connect(lambda: actions.tell(SILENCE))
        self.suggestions.selected.connect(actions.select)
        self.suggestions.accepted.connect(lambda i: actions.accept(None if i < 0 else i))
        self.suggestions.menu_wanted.connect(self._open_suggestion_menu)
        bar = self.suggestions.bar
        bar.back.connect(actions.look_back)
        bar.forward.connect(actions.look_forward)
        bar.more.connect(lambda: actions.more_like_this())
        bar.others.connect(actions.others)
        bar.pinned.connect(lambda: actions.pin())
        self.guidance.kept.connect(layers.keep_guidance)
        self.references.removed.connect(actions.references.remove)
        self.references.wanted.connect(self._take_reference)
        self.sketch.pin_wanted.connect(layers.pin)
        self.sketch.color_wanted.connect(self._ignore_color)
        layers.pinned.connect(self.sketch.show_pinned)
        self.frame.whole.connect(frame.whole)
        self.frame.selection.connect(self._frame_selection)
        self.frame.edited.connect(frame.edit)
        self.frame.fitted.connect(frame.fit)
        frame.editing.connect(self.frame.editing.show_editing)
        self.options.applied.connect(self._apply_command)

    def _fold(self, name: str, folded: bool) -> None:
        others = tuple(n for n in self._actions.state.settings.folded if n != name)
        self._actions.change_settings(folded=(*others, name) if folded else others)

    def _favour(self, name: str) -> None:
        """A favourite no more if it was one."""
        old = self._actions.state.settings.favourites
        new = tuple(n for n in old if n != name) if name in old else (*old, name)
        self._actions.change_settings(favourites=new)

    def _take_reference(self, place: str) -> None:
        if place == "file":
            self.choose_reference_file()
        elif place == "layer":
            self._actions.references.from_layer()
        else:
            self._actions.references.from_selection()

    def _apply_command(self, line: str) -> None:
        """The same command once more: something was mended over there."""
        if line == self._actions.state.settings.worker_command:
            self._actions.restart_worker()
        else:
            self._actions.change_settings(worker_command=line)

    def _ignore_color(self) -> None:
        self._actions.change_settings(ignore_color=self._actions.layers.ignored_color())

    def _frame_selection(self) -> None:
        if not self._actions.frame.selection():
            self.frame.say(self.texts("frame.no_selection"))

    def _open_menu(self, at: QtCore.QPoint) -> None:
        menu = Menu(self)
        shown = self.options_shown
        options = menu.add(self.texts("menu.options"), lambda: self._open_options(not shown))
        options.setCheckable(True)
        options.setChecked(shown)
        menu.addSeparator()
        menu.add(self.texts("menu.diagnostics"), self.copy_diagnostics)
        menu.add(self.texts("menu.restart"), self._actions.restart_worker)
        menu.popup(at)

    def _open_options(self, shown: bool) -> None:
        self.show_options(shown)
        if shown:  # they are at the end, perhaps out of sight; laid out in a moment
            QtCore.QTimer.singleShot(0, lambda: self.bring_into_view(self.options))

    def _open_suggestion_menu(self, place: int, at: QtCore.QPoint) -> None:
        shown = self._actions.state.shown
        if not 0 <= place < len(shown):
            return
        pinned = shown[place] in self._actions.state.pinned
        actions, texts = self._actions, self.texts
        menu = Menu(self)
        menu.add(texts("accept.text"), lambda: actions.accept(place))
        menu.add(texts("more.text"), lambda: actions.more_like_this(place))
        worn = shown[place].reference
        if worn and worn != actions.state.settings.reference:
            menu.add(texts("suggestion.colors"), lambda: actions.change_settings(reference=worn))
        menu.add(texts("unpin.text" if pinned else "pin.text"), lambda: actions.pin(place))
        menu.popup(at)


def _column(
    widgets: Iterable[QtWidgets.QWidget], top: int = style.MARGIN, bottom: int = style.MARGIN
) -> QtWidgets.QVBoxLayout:
    column = QtWidgets.QVBoxLayout()
    column.setContentsMargins(style.MARGIN, top, style.MARGIN, bottom)
    column.setSpacing(style.GAP)
    for widget in widgets:
        column.addWidget(widget)
    return column
