"""The ink, kept: after a stroke only what the pen went over is read anew.

That is a guess, for some brushes paint elsewhere. So the rest is read a little at a time once the
artist pauses, and where the guess was wrong all is read again.
"""

from __future__ import annotations

from ..frame.guidance_frame import GuidanceFrame
from ..geometry import Rect
from .ink import Ink
from .ink_reading import Pixels, Reading, cell_of, on_paper, patched, read_ink

#: Pixels that are checked at a time: two or three milliseconds.
CHECKED = 500_000


class KeptInk:
    """The ink of the sheet that was read last."""

    def __init__(self) -> None:
        self._sheet: object = None
        self._frame: GuidanceFrame | None = None
        self._ink: Ink | None = None
        #: The ink that is read a second time, and the document's row that comes next in it.
        self._second: Ink | None = None
        self._row = 0

    @property
    def unsure(self) -> bool:
        """Whether some of it was not looked at after the last stroke."""
        return self._second is not None

    def read(
        self, sheet: object, pixels: Pixels, frame: GuidanceFrame, reading: Reading,
        part: Rect | None,
    ) -> Ink:  # fmt: skip
        """The ink inside the frame.

        Args:
            sheet: equal values stand for the same layer, read in the same way.
            part: all that changed since the last time, None where it is not known.

        Raises:
            UnreadableLayer: a colour model or depth that is not known.
        """
        old, known = self._ink, (self._sheet, self._frame) == (sheet, frame)
        self._second = None
        if part is not None and old is not None and known and old.opacity:
            self._second, self._row = patched(old, pixels, frame, part), frame.y
        ink = self._second
        if ink is None or on_paper(ink.data, ink.side):
            ink, self._second = read_ink(pixels, frame, reading), None
        self._sheet, self._frame, self._ink = sheet, frame, ink
        return ink

    def check_some(self, pixels: Pixels) -> bool:
        """Read a little more of what is unsure; False where the ink turned out to be wrong.

        Raises:
            UnreadableLayer: a colour model or depth that is not known.
        """
        frame = self._frame
        if self._second is None or frame is None:
            return True
        cell = cell_of(frame)
        rows = max(1, CHECKED // frame.side // cell) * cell
        strip = Rect(frame.x, self._row, frame.side + cell, rows)
        self._second = patched(self._second, pixels, frame, strip)
        self._row += rows
        if self._row < frame.y + frame.side + cell:
            return True
        right = self._second == self._ink
        self._second = None
        if not right:
            self.forget()
        return right

    def forget(self) -> None:
        """Read all of it the next time."""
        self._sheet = self._second = None
