"""When Krita has drawn what was written to the guidance layer.

In a large document it does so in the background: it is at rest when it is asked to, begins a tenth
of a second later, and goes on tile by tile. So the picture of all layers is looked at, here and
there, until nothing of it changes any more.
"""

from __future__ import annotations

import time
import zlib
from typing import Any

from krita import Krita

from krita_anifaceplugin.geometry import Rect
from krita_anifaceplugin.krita_api.overlay_group import OverlayGroup

#: Rows of the document from one that is looked at to the next: one in each of Krita's tiles, for
#: looking takes time from what is measured.
EVERY = 64
#: So long it is looked at, in seconds; what follows after a pause of the artist comes later.
PATIENCE_S = 0.65


class LayerDrawn:
    """Notes what of which document the plugin asks Krita to show anew."""

    def __init__(self) -> None:
        self._asked: tuple[Any, Rect] | None = None
        self._before: list[int] = []
        self._at = 0.0
        show_anew = OverlayGroup.show_anew

        def noting(group: Any, rect: Rect) -> None:
            self._asked = Krita.instance().activeDocument(), rect
            self._before, self._at = self._seen(), time.monotonic()
            show_anew(group, rect)

        OverlayGroup.show_anew = noting  # type: ignore[method-assign]

    async def last_change(self, t: Any, since: float) -> float:
        """When the picture changed last, by time.monotonic(); ``since``, where nothing was asked
        for after that."""
        last, before = since, self._before
        while self._asked is not None and self._at >= since:
            now = self._seen()
            moment = time.monotonic()
            if now != before:
                last, before = moment, now
            if moment - self._at > PATIENCE_S:
                break
            await t.wait(0.015)
        return last

    def _seen(self) -> list[int]:
        assert self._asked is not None
        document, rect = self._asked
        return [
            zlib.crc32(bytes(document.pixelData(rect.x, y, rect.width, 1)))
            for y in range(rect.y, rect.bottom, EVERY)
        ]
