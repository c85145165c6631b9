"""The suggestions: four pictures, one chosen, those pinned, and the button that accepts one."""

from __future__ import annotations

from ..images import bgra_image
from ..qt import QtCore, QtGui, QtWidgets, Signal
from ..session.state import COUNT, State, Suggestion
from ..texts.phrase import phrase
from ..texts.table import Texts
from . import style
from .buttons import PrimaryButton
from .suggestion_bar import SuggestionBar
from .tile import Tile
from .tile_grid import TileGrid
from .trace_controls import TraceControls

HINT_OFF = phrase("hint.off")
#: A pinned one is shown this large at most.
PINNED_SIDE = 86


class Suggestions(QtWidgets.QWidget):
    """Signals:
    selected: place of the suggestion that was pressed.
    accepted: place of the one to insert, -1 for the chosen one.
    menu_wanted: place of a suggestion, and where on the screen its menu shall open.
    changed: name and value of a setting.
    """

    selected = Signal(int)
    accepted = Signal(int)
    menu_wanted = Signal(int, object)
    changed = Signal(str, object)

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._state = State()
        self._grid = TileGrid(lambda width: 4 if width >= 440 else 2, largest=260)
        self._grid.set_tiles([self._tile() for _ in range(COUNT)])
        self._hint = QtWidgets.QLabel()
        self._hint.setWordWrap(True)
        self._hint.setAlignment(QtCore.Qt.AlignmentFlag.AlignCenter)
        self._hint.setFont(style.small_font(self))
        self.bar = SuggestionBar(texts)
        self._accept = PrimaryButton(texts("accept.text"))
        self._accept.setToolTip(texts("accept.tip"))
        self._accept.setAccessibleName(texts("accept.name"))
        self._accept.clicked.connect(lambda: self.accepted.emit(-1))
        self._pinned_title = QtWidgets.QLabel(texts("pinned.title"))
        self._pinned_title.setFont(style.small_font(self))
        self._pinned = TileGrid(lambda width: max(3, width // PINNED_SIDE), largest=PINNED_SIDE)
        self.trace = TraceControls(texts)
        self.trace.changed.connect(self.changed)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GAP)
        for widget in (
            self._grid, self._hint, self.bar, self._pinned_title, self._pinned, self._accept,
            self.trace,
        ):  # fmt: skip
            column.addWidget(widget)
        self.show_state(self._state)

    def show_state(self, state: State) -> None:
        """Show a state's suggestions, hint and choice."""
        self._state = state
        for index, tile in enumerate(self._grid.tiles):
            new = state.suggestions[index] if index < len(state.suggestions) else None
            values = {"number": index + 1, "count": COUNT, "percent": _percent(new)}
            name = self._texts("suggestion.empty" if new is None else "suggestion.name", **values)
            self._show(tile, new, name)
            tile.set_pinned(new is not None and new in state.pinned)
            tile.set_selected(new is not None and index == state.selected)
        self._show_pinned(state)
        hint = self._texts.of(state.hint if state.settings.on else HINT_OFF)
        self._grid.show_empty("" if state.suggestions else hint)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint and state.suggestions))
        self._accept.setEnabled(
            state.chosen is not None and state.source is not None and not state.accepting
        )
        self._accept.setText(self._texts("accept.busy" if state.accepting else "accept.text"))
        self.bar.show_state(state)
        self.trace.show_state(state)

    def _show_pinned(self, state: State) -> None:
        missing = len(state.pinned) - len(self._pinned.tiles)
        if missing > 0:
            self._pinned.set_tiles([*self._pinned.tiles, *(self._tile() for _ in range(missing))])
        elif missing < 0:
            self._pinned.set_tiles(self._pinned.tiles[:missing])
        first = len(state.suggestions)
        for index, tile in enumerate(self._pinned.tiles):
            self._show(tile, state.pinned[index], self._texts("pinned.name", number=index + 1))
            tile.set_pinned(True)
            tile.set_selected(first + index == state.selected)
        self._pinned_title.setVisible(bool(state.pinned))
        self._pinned.setVisible(bool(state.pinned))

    def _show(self, tile: Tile, new: Suggestion | None, name: str) -> None:
        if tile.content is not new or not tile.accessibleName():
            tile.content = new
            tile.set_picture(None if new is None else _pixmap(new))
            percent = _percent(new)
            tile.set_caption(
                "" if new is None else self._texts("suggestion.caption", percent=percent)
            )
            tile.setToolTip(self._texts("suggestion.tip") if new is not None else name)
        tile.setAccessibleName(name)

    def _tile(self) -> Tile:
        tile = Tile(enlarges=True)
        tile.clicked.connect(lambda: self.selected.emit(self._place(tile)))
        tile.accepted.connect(lambda: self.accepted.emit(self._place(tile)))
        tile.menu_wanted.connect(lambda at: self.menu_wanted.emit(self._place(tile), at))
        tile.setEnabled(False)
        return tile

    def _place(self, tile: Tile) -> int:
        """Where a tile's suggestion stands among all that are shown."""
        if tile in self._grid.tiles:
            return self._grid.tiles.index(tile)
        return len(self._state.suggestions) + self._pinned.tiles.index(tile)


def _pixmap(suggestion: Suggestion) -> QtGui.QPixmap:
    return QtGui.QPixmap.fromImage(bgra_image(suggestion.side, suggestion.pixels))


def _percent(suggestion: Suggestion | None) -> int:
    return 0 if suggestion is None else round(100 * suggestion.coverage)
