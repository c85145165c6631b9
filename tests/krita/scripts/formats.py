"""A sketch, guidance, a portrait accepted and taken back in documents of every kind.

Also that guidance as a layer is seen in each and goes again. No arguments.
"""

from __future__ import annotations

from typing import Any

from docker_hand import AniFace
from painting import blank
from stroke import Canvas

SIDE = 400
STROKE = [(150.0, 120.0), (250.0, 160.0)]
#: Colour models and depths in Krita's words.
FORMATS = (
    ("RGBA", "U8"),
    ("RGBA", "U16"),
    ("GRAYA", "U8"),
    ("CMYKA", "U8"),
    ("LABA", "U16"),
    ("RGBA", "F16"),
    ("RGBA", "F32"),
)


def seen(doc: Any) -> bytes:
    """The picture that all layers make."""
    return bytes(doc.pixelData(0, 0, SIDE, SIDE))


async def run(t: Any) -> None:
    ani, done = AniFace(t), []
    await ani.open(width=230)
    for model, depth in FORMATS:
        doc, layer, canvas = await blank(t, SIDE, 1.0, 8.0, (model, depth))
        await accepted_and_undone(t, ani, doc, layer, canvas)
        t.check(True, f"{model} {depth}: guidance, accept and one undo; the sketch untouched")
        await as_a_layer(t, ani, doc)
        t.check(True, f"{model} {depth}: guidance as a layer is seen, and gone again")
        done.append(f"{model} {depth}")
        t.value("formats", done)
        doc.setModified(False)
        doc.close()


async def accepted_and_undone(
    t: Any, ani: AniFace, doc: Any, layer: Any, canvas: Canvas
) -> None:  # fmt: skip
    """The portrait lies in the document's own colours; undo leaves what was there before it."""
    await canvas.stroke(STROKE)
    await ani.answered(None)
    await ani.settled()
    sketch = bytes(layer.pixelData(0, 0, SIDE, SIDE))
    count = len(doc.rootNode().childNodes())
    ani.controller.accept(0)
    await t.wait_until(lambda: len(doc.rootNode().childNodes()) == count + 1, what="a new layer")
    await t.wait(0.5)
    portrait = doc.topLevelNodes()[-1]
    own = (portrait.colorModel(), portrait.colorDepth(), portrait.colorProfile())
    space = (doc.colorModel(), doc.colorDepth(), doc.colorProfile())
    t.check(own == space, f"the portrait is {own}")
    await canvas.key("ctrl+z")
    await t.wait_until(lambda: len(doc.rootNode().childNodes()) == count, what="one undo")
    same = bytes(layer.pixelData(0, 0, SIDE, SIDE)) == sketch
    t.check(same, "the sketch is untouched")


async def as_a_layer(t: Any, ani: AniFace, doc: Any) -> None:
    """Guidance in a layer changes the picture, and taken away leaves it as it was."""
    bare = seen(doc)
    ani.controller.change_settings(as_layer=True)
    await t.wait_until(lambda: seen(doc) != bare, what="guidance as a layer is seen")
    ani.controller.change_settings(as_layer=False)
    await t.wait_until(lambda: seen(doc) == bare, what="and is gone again")
