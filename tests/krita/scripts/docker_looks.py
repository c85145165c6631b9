"""Pictures of the docker, at a width and in a theme."""

from __future__ import annotations

from typing import Any

from docker_hand import AniFace
from PyQt5.QtCore import QPoint, Qt
from PyQt5.QtGui import QGuiApplication, QImage
from PyQt5.QtWidgets import QAction, QWidget

#: Krita's name of a theme, and ours in a file's name.
THEMES = (("Krita bright", "light"), ("Krita dark", "dark"))


#: Round the docker's parts, in pixels.
MARGIN = 8


def whole(t: Any, ani: AniFace, name: str) -> None:
    """The docker with all that scrolling would show, as Krita draws it."""
    panel, content = ani.panel, ani.panel.content
    banners = [banner for banner in (panel.worker, panel.notice) if banner.isVisible()]
    foot = sum(banner.height() + MARGIN for banner in banners) + MARGIN if banners else 0
    head = panel.status.geometry().bottom() + 4
    shot = QImage(panel.width(), head + content.height() + foot, QImage.Format.Format_RGB32)
    shot.fill(panel.palette().window().color())
    panel.status.render(shot, panel.status.pos())
    content.render(shot, QPoint(0, head))
    top = head + content.height() + MARGIN
    for banner in banners:
        banner.render(shot, QPoint(MARGIN, top))
        top += banner.height() + MARGIN
    shot.save(str(t.out / f"{name}.png"))


def seen(t: Any, ani: AniFace, name: str) -> None:
    """What the screen shows of the docker."""
    at, size = ani.docker.mapToGlobal(QPoint(0, 0)), ani.docker.size()
    screen = QGuiApplication.primaryScreen()
    screen.grabWindow(0, at.x(), at.y(), size.width(), size.height()).save(
        str(t.out / f"{name}.png")
    )


async def alone(t: Any, ani: AniFace, width: int) -> None:
    """The docker at a width; Krita's layers, which want more, make room."""
    await ani.open(width=width)
    next(d for d in t.krita.dockers() if d.objectName() == "KisLayerBox").hide()
    t.main_window().resizeDocks([ani.docker], [width], Qt.Orientation.Horizontal)
    await t.wait(0.4)
    await t.wait_until(lambda: _laid_out(ani.panel), 5, what="the docker is laid out")


def _laid_out(content: QWidget) -> bool:
    """Whether nothing lies on anything else, and all that is to be seen has its height."""
    for parent in (content, *content.findChildren(QWidget)):
        if parent.layout() is None or not parent.isVisible():
            continue
        inside = [w for w in parent.children() if isinstance(w, QWidget) and w.isVisible()]
        for place, widget in enumerate(inside):
            if widget.hasHeightForWidth() and widget.height() < widget.heightForWidth(
                widget.width()
            ):
                return False
            if any(widget.geometry().intersects(w.geometry()) for w in inside[:place]):
                return False
    return True


async def in_theme(t: Any, name: str) -> None:
    """Choose an entry of Settings > Themes."""
    found = [a for a in t.main_window().findChildren(QAction) if a.text().replace("&", "") == name]
    t.check(found, f"there is a theme {name}")
    found[0].trigger()
    await t.wait(0.6)
