"""Saved, exported and autosaved files hold the artist's layers and no pixel of ours.

Guidance is in a layer and a suggestion laid over it, everything that could get into a file.
Krita must save by itself every few seconds. Argument: a folder to save to.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docker_hand import AniFace
from kra import layer_names
from krita import InfoObject
from menus import answered, export, save_by_keys
from PyQt5.QtCore import QTimer
from PyQt5.QtGui import QImage
from sheet import Sheet

SIDE = 600
#: Strokes after which the guidance layer must be there: it stays away for a while after a save.
MOST = 8
ARTISTS = ["Sketch", "Background"]
GUIDANCE = "AniFace guidance"


async def shown(t: Any, ani: AniFace, sheet: Sheet, row: float) -> None:
    """Paint until guidance lies in its layer."""
    for number in range(MOST):
        before, y = ani.state.guidance, row + 8 * number
        await sheet.paint([(150.0, y), (450.0, y + 4)])
        await t.wait_until(lambda: ani.state.guidance is not before, 15, what="guidance")  # noqa: B023
        await ani.settled()
        for _ in range(40):  # Krita may be busy saving, and takes its time on a slow machine
            if GUIDANCE in [node.name() for node in sheet.doc.topLevelNodes()]:
                return
            await t.wait(0.05)
    t.check(False, f"the guidance layer is there after {MOST} strokes")


def is_bare(picture: QImage) -> bool:
    """Whether an exported picture shows nothing but black strokes on white paper."""
    grey = [
        abs(c.red() - c.green()) + abs(c.green() - c.blue()) <= 6
        for x in range(0, SIDE, 3)
        for y in range(0, SIDE, 3)
        for c in (picture.pixelColor(x, y),)
    ]
    return all(grey)


async def run(t: Any) -> None:
    folder = Path(t.args[0])
    ani = AniFace(t)
    await ani.open(width=260)
    sheet = await Sheet.of(t, SIDE)
    file = folder / "saved.kra"
    sheet.doc.setFileName(str(file))
    ani.controller.change_settings(as_layer=True, guidance="detailed", trace=True)
    await shown(t, ani, sheet, 100.0)
    t.screenshot("before")
    await save_by_keys(t, sheet.canvas, file)
    await t.wait(1.5)
    t.check(layer_names(file) == ARTISTS, f"Ctrl+S: {layer_names(file)}")

    await t.wait(3.2)
    await shown(t, ani, sheet, 200.0)
    sheet.doc.save()
    t.check(layer_names(file) == ARTISTS, f"a save by a script: {layer_names(file)}")

    await t.wait(3.2)
    await shown(t, ani, sheet, 300.0)
    auto = file.with_name(file.name + "-autosave.kra")
    await t.wait_until(auto.exists, 30, step=0.05, what="an autosave")
    await t.wait(1.0)
    t.check(layer_names(auto) == ARTISTS, f"autosave: {layer_names(auto)}")

    await t.wait(3.2)
    await shown(t, ani, sheet, 400.0)
    picture = folder / "exported.png"
    await export(t, picture)
    await t.wait(1.0)
    t.check(is_bare(QImage(str(picture))), "File > Export: strokes only")
    picture.unlink()

    await t.wait(3.2)
    await shown(t, ani, sheet, 480.0)
    sheet.doc.exportImage(str(picture), InfoObject())
    await t.wait_until(picture.exists, 20, what="the exported picture")
    await t.wait(3.2)
    t.check(is_bare(QImage(str(picture))), "an export by a script: strokes only")
    picture.unlink()

    await shown(t, ani, sheet, 530.0)
    QTimer.singleShot(0, lambda: t.krita.action("file_export_file").trigger())
    await answered(t, picture)
    await t.wait(3.2)
    t.check(is_bare(QImage(str(picture))), "the action triggered by a script: strokes only")
    picture.unlink()

    ani.controller.change_settings(as_layer=False)
    await t.wait(1.0)
    held = vars(type(sheet.doc))["exportImage"]
    t.check(not hasattr(held, "__wrapped__"), "with no layer, Krita's methods are its own")
    sheet.doc.exportImage(str(picture), InfoObject())
    await t.wait(1.5)
    t.check(is_bare(QImage(str(picture))), "exported with guidance on the canvas: strokes only")
    t.check(bool(ani.state.guidance), "guidance was there all the time")
    sheet.close()
