"""A double of Krita's scripting interface: one window, one document, as much as AniFace asks.

It stands in for a Krita that cannot be had here (Krita 6 with PyQt6): what is tested with it is
that the plugin runs under that binding, not that Krita behaves like this.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

if os.environ.get("QT_API") == "pyqt5":
    from PyQt5 import QtCore, QtGui, QtWidgets
    from PyQt5.QtCore import pyqtSignal as Signal
    from PyQt5.QtWidgets import QAction
else:
    from PyQt6 import QtCore, QtGui, QtWidgets
    from PyQt6.QtCore import pyqtSignal as Signal
    from PyQt6.QtGui import QAction

WIDTH, HEIGHT = 256, 192


class DockWidget(QtWidgets.QDockWidget):
    """Krita's class of dockers."""


class Extension(QtCore.QObject):
    """Krita's class of extensions."""

    def __init__(self, parent: Any) -> None:
        super().__init__()


class DockWidgetFactoryBase:
    """Where dockers go."""

    class DockPosition:
        DockRight = 2


class DockWidgetFactory:
    """Name and class of a docker."""

    def __init__(self, name: str, area: int, docker: Callable[[], DockWidget]) -> None:
        self.name, self.docker = name, docker


class Node:
    """A layer: an image of the size of the document."""

    def __init__(self, name: str, kind: str = "paintlayer") -> None:
        self._name, self._kind, self._id = name, kind, QtCore.QUuid.createUuid()
        self.image = QtGui.QImage(WIDTH, HEIGHT, QtGui.QImage.Format.Format_ARGB32)
        self.image.fill(0)
        self.parent: Node | None = None
        self.nodes: list[Node] = []
        self._thumbnail = QtGui.QImage(self.image)

    def draw(self, x: int, y: int, width: int, height: int) -> None:
        """A black bar, as a stroke would be."""
        painter = QtGui.QPainter(self.image)
        painter.fillRect(x, y, width, height, QtGui.QColor(0, 0, 0))
        painter.end()
        self._thumbnail = self.image.copy()

    def uniqueId(self) -> QtCore.QUuid:
        return self._id

    def name(self) -> str:
        return self._name

    def type(self) -> str:
        return self._kind

    def visible(self) -> bool:
        return True

    def setVisible(self, visible: bool) -> None:
        pass

    def colorLabel(self) -> int:
        return 0

    def colorModel(self) -> str:
        return "RGBA"

    def colorDepth(self) -> str:
        return "U8"

    def setColorSpace(self, model: str, depth: str, profile: str) -> bool:
        return True

    def parentNode(self) -> Node | None:
        return self.parent

    def childNodes(self) -> list[Node]:
        return list(self.nodes)

    def addChildNode(self, node: Node, above: Node | None) -> bool:
        place = len(self.nodes) if above is None else self.nodes.index(above) + 1
        self.nodes.insert(place, node)
        node.parent = self
        return True

    def setPassThroughMode(self, on: bool) -> None:
        """A group's children lie on what is below it."""

    def setChildNodes(self, nodes: list[Node]) -> None:
        self.nodes = list(nodes)
        for node in nodes:
            node.parent = self

    def remove(self) -> bool:
        if self.parent is not None:
            self.parent.nodes.remove(self)
        self.parent = None
        return True

    def setLocked(self, locked: bool) -> None:
        pass

    def bounds(self) -> QtCore.QRect:
        return QtGui.QRegion(QtGui.QBitmap.fromImage(self.image.createAlphaMask())).boundingRect()

    def thumbnail(self, width: int, height: int) -> QtGui.QImage:
        return self._thumbnail

    def pixelData(self, x: int, y: int, width: int, height: int) -> QtCore.QByteArray:
        part = self.image.copy(x, y, width, height)
        bits = part.constBits()
        bits.setsize(part.sizeInBytes())
        return QtCore.QByteArray(bytes(bits))

    def setPixelData(self, data: QtCore.QByteArray, x: int, y: int, w: int, h: int) -> bool:
        part = QtGui.QImage(data.data(), w, h, 4 * w, QtGui.QImage.Format.Format_ARGB32)
        painter = QtGui.QPainter(self.image)
        painter.setCompositionMode(QtGui.QPainter.CompositionMode.CompositionMode_Source)
        painter.drawImage(x, y, part)
        painter.end()
        return True


class Document:
    """The one document: a root with a sketch layer."""

    def __init__(self) -> None:
        self.root, self.sketch = Node("root", "grouplayer"), Node("Sketch")
        self.root.addChildNode(self.sketch, None)
        self.active, self._modified = self.sketch, False
        self._annotations: dict[str, QtCore.QByteArray] = {}

    def rootNode(self) -> Node:
        return self.root

    def topLevelNodes(self) -> list[Node]:
        return self.root.childNodes()

    def activeNode(self) -> Node:
        return self.active

    def setActiveNode(self, node: Node) -> None:
        self.active = node

    def width(self) -> int:
        return WIDTH

    def height(self) -> int:
        return HEIGHT

    def colorModel(self) -> str:
        return "RGBA"

    def colorDepth(self) -> str:
        return "U8"

    def colorProfile(self) -> str:
        return "sRGB"

    def fileName(self) -> str:
        return ""

    def save(self) -> bool:
        return True

    def saveAs(self, name: str) -> bool:
        return True

    def exportImage(self, name: str, how: Any) -> bool:
        return True

    def clone(self) -> Document:
        return self

    def modified(self) -> bool:
        return self._modified

    def setModified(self, modified: bool) -> None:
        self._modified = modified

    def tryBarrierLock(self) -> bool:
        return True

    def unlock(self) -> None:
        pass

    def selection(self) -> Any:
        return None

    def annotationTypes(self) -> list[str]:
        return list(self._annotations)

    def annotation(self, name: str) -> QtCore.QByteArray:
        return self._annotations[name]

    def setAnnotation(self, name: str, description: str, data: QtCore.QByteArray) -> None:
        self._annotations[name] = data

    def removeAnnotation(self, name: str) -> None:
        self._annotations.pop(name)

    def createNode(self, name: str, kind: str) -> Node:
        return Node(name, kind)

    def createGroupLayer(self, name: str) -> Node:
        return Node(name, "grouplayer")

    def projection(self, x: int, y: int, width: int, height: int) -> QtGui.QImage:
        image = QtGui.QImage(width, height, QtGui.QImage.Format.Format_ARGB32)
        image.fill(QtCore.Qt.GlobalColor.white)
        return image

    def refreshProjection(self) -> None:
        pass


class Window:
    """The main window; it shows no canvas."""

    def __init__(self) -> None:
        self.widget = QtWidgets.QMainWindow()
        self.actions: dict[str, QAction] = {}

    def qwindow(self) -> QtWidgets.QMainWindow:
        return self.widget

    def activeView(self) -> Any:
        return None

    def createAction(self, name: str, text: str, menu: str) -> QAction:
        self.actions[name] = QAction(text, self.widget)
        return self.actions[name]


class Notifier(QtCore.QObject):
    """Tells of what is saved; nobody tells it to."""

    imageSaved = Signal(str)

    def setActive(self, active: bool) -> None:
        pass


class Krita:
    """The application."""

    _one: Krita | None = None

    def __init__(self) -> None:
        self.document = Document()
        self._window: Window | None = None
        self.factories: list[DockWidgetFactory] = []
        self.extensions: list[Any] = []
        self._notifier = Notifier()
        self._dockers: list[DockWidget] = []

    @classmethod
    def instance(cls) -> Krita:
        cls._one = cls._one or Krita()
        return cls._one

    def open_window(self) -> Window:
        """As Krita does at its start: extensions, dockers, then the first view."""
        window = self._window = Window()
        for extension in self.extensions:
            extension.setup()
        for factory in self.factories:
            docker = factory.docker()
            docker.setObjectName(factory.name)
            window.widget.addDockWidget(QtCore.Qt.DockWidgetArea.RightDockWidgetArea, docker)
            self._dockers.append(docker)
        for extension in self.extensions:
            extension.createActions(window)
        window.widget.show()
        for docker in self._dockers:
            docker.canvasChanged(None)
        return window

    def version(self) -> str:
        return "6.0.0"

    def notifier(self) -> Notifier:
        return self._notifier

    def activeDocument(self) -> Document:
        return self.document

    def documents(self) -> list[Document]:
        return [self.document]

    def activeWindow(self) -> Window | None:
        return self._window

    def dockers(self) -> list[DockWidget]:
        return self._dockers

    def addDockWidgetFactory(self, factory: DockWidgetFactory) -> None:
        self.factories.append(factory)

    def addExtension(self, extension: Any) -> None:
        self.extensions.append(extension)

    def action(self, name: str) -> Any:
        return None
