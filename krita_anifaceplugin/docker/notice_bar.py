"""What went wrong, said until the artist has read it."""

from __future__ import annotations

from ..qt import Signal
from ..session.state import State
from ..texts.table import Texts
from .banner import Banner
from .icon_button import IconButton
from .icons import Icon

WARNING = "#e0a030"


class NoticeBar(Banner):
    """Emits ``closed`` when the artist closes it."""

    closed = Signal()

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        close = IconButton(Icon.CLOSE, texts("notice.close"))
        super().__init__(WARNING, close)
        close.clicked.connect(lambda: self.closed.emit())

    def show_state(self, state: State) -> None:
        """Show a state's notice."""
        self.say(self._texts.of(state.notice))
