"""The whole docker: every part below the other, scrolled where the docker is low."""

from __future__ import annotations

from typing import Any, Protocol

from ..qt import QtCore, QtGui, QtWidgets
from ..state import State
from ..texts.table import Texts
from ..worker_status import WorkerStatus
from . import style
from .frame_controls import FrameControls
from .guidance_controls import GuidanceControls
from .notice_bar import NoticeBar
from .options import Options
from .references import References
from .section import Section
from .status_line import StatusLine
from .suggestions import Suggestions

NARROWEST = 200


class Actions(Protocol):
    """What the panel asks for: `controller.Controller`, or a test's double."""

    @property
    def state(self) -> State:
        """The state of now."""

    def change_settings(self, **values: Any) -> None:
        """Apply choices."""

    def close_notice(self) -> None:
        """The notice was read."""

    def select(self, index: int) -> None:
        """Choose a suggestion."""

    def accept(self, index: int | None = None) -> None:
        """Insert the chosen or the given suggestion."""

    def pin(self, index: int | None = None) -> None:
        """Keep the chosen or the given suggestion in view, or let it go."""

    def more_like_this(self, index: int | None = None) -> None:
        """Variations of the chosen or the given suggestion."""

    def others(self) -> None:
        """Other suggestions for the same sketch."""

    def look_back(self) -> None:
        """Older suggestions."""

    def look_forward(self) -> None:
        """Newer suggestions."""

    def reference_from_file(self, path: str) -> None:
        """Take colours from a picture in a file."""

    def reference_from_layer(self) -> None:
        """Take colours from the active layer."""

    def reference_from_selection(self) -> None:
        """Take colours from the selection."""

    def remove_reference(self, name: str) -> None:
        """Forget a picture of the artist's own."""

    def frame_whole(self) -> None:
        """Frame: the largest square."""

    def frame_selection(self) -> bool:
        """Frame: around the selection; False where nothing is selected."""

    def restart_worker(self) -> None:
        """Start the worker afresh."""

    def diagnostics(self) -> str:
        """Text for the clipboard."""


class Panel(QtWidgets.QScrollArea):
    """Shows states; sends what the artist does to ``actions``."""

    def __init__(self, actions: Actions, texts: Texts) -> None:
        super().__init__()
        self._actions, self.texts = actions, texts
        self.setWidgetResizable(True)
        self.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(NARROWEST)
        self.status = StatusLine(texts)
        self.notice = NoticeBar(texts)
        self.suggestions = Suggestions(texts)
        self.guidance = GuidanceControls(texts)
        self.references = References(texts)
        self.frame = FrameControls(texts)
        self.options = Options(texts)
        content = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(content)
        column.setContentsMargins(style.MARGIN, style.MARGIN, style.MARGIN, style.MARGIN)
        column.setSpacing(style.GAP)
        self._parts = (
            self.status,
            self.notice,
            self.suggestions,
            self.guidance,
            self.references,
            self.frame,
            self.options,
        )
        for part in self._parts:
            column.addWidget(part)
        column.addStretch(1)
        self._content = content
        self.setWidget(content)
        self._tiles: object = None
        self._sections: list[Section] = []
        self._folded: tuple[str, ...] = ()
        self._connect()

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
        dialog.fileSelected.connect(self._actions.reference_from_file)
        dialog.open()

    def _order_focus(self) -> None:
        """Tab goes down the docker; Qt would put tiles that came later at its end."""
        policy = QtCore.Qt.FocusPolicy
        chain = [
            widget
            for widget in self._content.findChildren(QtWidgets.QWidget)
            if widget.focusPolicy() in (policy.TabFocus, policy.StrongFocus, policy.WheelFocus)
            and widget.window() is self.window()
        ]
        for first, second in zip(chain, chain[1:], strict=False):
            QtWidgets.QWidget.setTabOrder(first, second)

    # ---- what the parts ask for

    def add_section(self, section: Section, above: Section) -> None:
        """Put a section above one that is there."""
        column = self._content.layout()
        assert isinstance(column, QtWidgets.QVBoxLayout)
        place = column.indexOf(above)
        column.insertWidget(place, section)
        for later in self._parts:
            if column.indexOf(later) > place:
                later.raise_()  # children in the order in which they are seen: so goes the focus
        self._let_fold(section)

    def _let_fold(self, section: Section) -> None:
        self._sections.append(section)
        section.set_folded(section.name in self._folded)
        section.folded.connect(lambda folded: self._fold(section.name, folded))

    def _fold(self, name: str, folded: bool) -> None:
        others = tuple(n for n in self._actions.state.settings.folded if n != name)
        self._actions.change_settings(folded=(*others, name) if folded else others)

    def _connect(self) -> None:
        actions = self._actions
        self.status.toggled.connect(lambda on: actions.change_settings(on=on))
        self.status.menu_wanted.connect(self._open_menu)
        self.notice.closed.connect(actions.close_notice)
        self.suggestions.selected.connect(actions.select)
        self.suggestions.accepted.connect(lambda i: actions.accept(None if i < 0 else i))
        self.suggestions.menu_wanted.connect(self._open_suggestion_menu)
        bar = self.suggestions.bar
        bar.back.connect(actions.look_back)
        bar.forward.connect(actions.look_forward)
        bar.more.connect(lambda: actions.more_like_this())
        bar.others.connect(actions.others)
        bar.pinned.connect(lambda: actions.pin())
        for section in (self.guidance, self.references, self.frame):
            self._let_fold(section)
        for part in (self.guidance, self.options):
            part.changed.connect(lambda name, value: actions.change_settings(**{name: value}))
        self.references.chosen.connect(lambda name: actions.change_settings(reference=name))
        self.references.favoured.connect(self._favour)
        self.references.removed.connect(actions.remove_reference)
        self.references.wanted.connect(self._take_reference)
        self.frame.whole.connect(actions.frame_whole)
        self.frame.selection.connect(self._frame_selection)

    def _favour(self, name: str) -> None:
        """A favourite no more if it was one."""
        old = self._actions.state.settings.favourites
        new = tuple(n for n in old if n != name) if name in old else (*old, name)
        self._actions.change_settings(favourites=new)

    def _take_reference(self, place: str) -> None:
        if place == "file":
            self.choose_reference_file()
        elif place == "layer":
            self._actions.reference_from_layer()
        else:
            self._actions.reference_from_selection()

    def _frame_selection(self) -> None:
        if not self._actions.frame_selection():
            self.frame.say(self.texts("frame.no_selection"))

    def _open_menu(self, at: QtCore.QPoint) -> None:
        menu = self._menu()
        options = menu.addAction(self.texts("menu.options"))
        assert options is not None
        options.setCheckable(True)
        options.setChecked(self.options_shown)
        options.toggled.connect(self._open_options)
        menu.addSeparator()
        self._add(menu, "menu.diagnostics", self.copy_diagnostics)
        self._add(menu, "menu.restart", self._actions.restart_worker)
        menu.popup(at)

    def _open_options(self, shown: bool) -> None:
        self.show_options(shown)
        if shown:  # they are at the end, perhaps out of sight; laid out in a moment
            QtCore.QTimer.singleShot(0, lambda: self.ensureWidgetVisible(self.options))

    def _open_suggestion_menu(self, place: int, at: QtCore.QPoint) -> None:
        shown = self._actions.state.shown
        if not 0 <= place < len(shown):
            return
        pinned = shown[place] in self._actions.state.pinned
        menu = self._menu()
        self._add(menu, "accept.text", lambda: self._actions.accept(place))
        self._add(menu, "more.text", lambda: self._actions.more_like_this(place))
        self._add(menu, "unpin.text" if pinned else "pin.text", lambda: self._actions.pin(place))
        menu.popup(at)

    def _menu(self) -> QtWidgets.QMenu:
        menu = QtWidgets.QMenu(self)
        menu.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _add(self, menu: QtWidgets.QMenu, key: str, run: Any) -> None:
        entry = menu.addAction(self.texts(key))
        assert entry is not None
        entry.triggered.connect(lambda _checked=False: run())
