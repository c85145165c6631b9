"""A file opened by Krita itself: which layers does it hold? Argument: the file."""

from __future__ import annotations

from typing import Any


async def run(t: Any) -> None:
    doc = t.krita.openDocument(t.args[0])
    t.check(doc is not None, "Krita opens it")
    t.krita.activeWindow().addView(doc)
    await t.wait(1.0)
    layer = doc.nodeByName("Sketch")
    t.check(layer is not None, "there is a sketch")
    t.value("layers", [node.name() for node in doc.topLevelNodes()])
    t.value("ink", any(bytes(layer.pixelData(0, 0, doc.width(), doc.height()))))
    doc.setModified(False)
    doc.close()
