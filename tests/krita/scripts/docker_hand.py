"""The AniFace docker as a test sees it, and a hand that presses its buttons."""

from __future__ import annotations

import time
from typing import Any

from PyQt5.QtCore import QPoint, Qt
from PyQt5.QtWidgets import QDockWidget, QWidget

from krita_anifaceplugin.texts.table import Texts

#: Guidance that is known is painted by then.
PAINTED_S = 0.25
KEEP = ("aniface", "KisLayerBox", "ToolBox")


class AniFace:
    """The docker of one of Krita's windows."""

    def __init__(self, t: Any, window: Any = None) -> None:
        """``window`` is a QMainWindow; the one in front, if not given."""
        self.t = t
        self.window = window or t.main_window()
        self._dockers: list[QDockWidget] = self.window.findChildren(QDockWidget)
        self.docker = next(d for d in self._dockers if d.objectName() == "aniface")

    @property
    def controller(self) -> Any:
        return self.docker.controller

    @property
    def state(self) -> Any:
        return self.controller.state

    @property
    def hint(self) -> str:
        """What the docker tells the artist to do, in English."""
        return str(Texts().of(self.state.hint))

    @property
    def panel(self) -> Any:
        return self.docker.widget()

    def state_document(self) -> Any:
        """The document in front, as the plugin wraps it."""
        from krita_anifaceplugin.krita_api import application

        return application.active_document()

    async def open(self, width: int = 300) -> None:
        """Show the docker beside the layers only, and wait for the worker."""
        self.show(width)
        await self.t.wait_until(
            lambda: self.controller.worker.hello is not None, 30, what="the worker is ready"
        )

    def show(self, width: int) -> None:
        """Show the docker beside the layers only."""
        for docker in self._dockers:
            if docker.objectName() not in KEEP:
                docker.hide()
        window = self.window
        layers = next(d for d in self._dockers if d.objectName() == "KisLayerBox")
        for docker in (layers, self.docker):
            window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, docker)
            docker.show()
        window.resizeDocks([layers, self.docker], [200, 650], Qt.Orientation.Vertical)
        window.resizeDocks([self.docker], [width], Qt.Orientation.Horizontal)
        self.docker.raise_()

    async def close(self) -> None:
        """Hide the docker: AniFace rests."""
        self.docker.hide()
        await self.t.wait(0.3)

    async def answered(
        self, before: Any, timeout: float = 15.0, since: float | None = None, step: float = 0.002
    ) -> float:
        """Wait for guidance other than ``before`` on the canvas; when it was painted. ``since``
        (monotonic seconds) is when it may have been painted first: now, if not given. Every
        ``step`` seconds that is looked for."""
        if since is None and self.state.guidance not in (None, before):
            await self.t.wait(PAINTED_S)  # it was faster than the hand that comes back
            return float(self.controller.display.painted_at)
        since = time.monotonic() if since is None else since

        def there() -> bool:
            guidance = self.state.guidance
            painted = self.controller.display.painted_at
            return guidance is not None and guidance is not before and painted >= since

        await self.t.wait_until(there, timeout, step=step, what="guidance follows the stroke")
        return float(self.controller.display.painted_at)

    async def settled(self) -> None:
        """Wait until nothing is asked of the worker any more."""
        await self.t.wait(0.15)
        await self.t.wait_until(lambda: not self.state.busy, 20, what="all suggestions are there")

    async def press(self, widget: Any) -> None:
        """Press a widget with the real pointer."""
        self.panel.bring_into_view(widget)
        await self.t.wait(0.1)
        at = widget.mapToGlobal(QPoint(widget.width() // 2, widget.height() // 2))
        await self.t.call("xdotool", "mousemove", at.x(), at.y(), "sleep", 0.05, "click", 1)
        await self.t.wait(0.2)

    def named(self, name: str) -> Any:
        """The widget in the docker with an accessible name."""
        found = [w for w in self.panel.findChildren(QWidget) if w.accessibleName() == name]
        self.t.check(len(found) == 1, f"one control is named “{name}”")
        return found[0]
