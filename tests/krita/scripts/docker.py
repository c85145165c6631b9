"""The docker in the artist's hands: actions, history, pins, references, languages, themes."""

from __future__ import annotations

from typing import Any

from docker_hand import AniFace
from docker_looks import THEMES, alone, in_theme, seen, whole
from painting import blank, paint
from PyQt5.QtCore import QPoint
from PyQt5.QtGui import QImage
from stroke import Canvas

from krita_anifaceplugin.texts.phrase import SILENCE

STROKES = 16
WIDTHS = ((200, "narrow"), (300, "middle"), (540, "wide"))


async def act(t: Any, ani: AniFace, name: str) -> None:
    """Trigger one of our actions as a shortcut would, and wait for the answer."""
    action = t.krita.action(f"aniface_{name}")
    t.check(action is not None, f"Krita has the action aniface_{name}")
    t.check(action.shortcut().isEmpty(), f"aniface_{name} takes no key by itself")
    action.trigger()
    await t.wait(0.1)
    await ani.settled()


async def by_actions(t: Any, ani: AniFace) -> None:
    """Everything that Krita's shortcut editor offers."""
    first = ani.state.suggestions
    await act(t, ani, "next")
    t.check(ani.state.selected == 1, "the second suggestion is chosen")
    await act(t, ani, "pin")
    t.check(ani.state.pinned == (first[1],), "it is pinned")
    await act(t, ani, "more")
    t.check(ani.state.place.count >= 2, "variations came")
    t.check(ani.state.suggestions[0].styles == first[1].styles, "the chosen one leads them")
    await act(t, ani, "others")
    t.check(ani.state.suggestions[1:] != first[1:], "others came")
    await act(t, ani, "previous")
    await act(t, ani, "mode")
    t.check(ani.state.settings.guidance == "detailed", "guidance is detailed")
    await act(t, ani, "guidance")
    t.check(ani.state.settings.guidance == "off", "guidance is off")
    await act(t, ani, "guidance")
    t.check(ani.state.settings.guidance == "detailed", "and back as it was")
    await act(t, ani, "toggle")
    t.check(not ani.state.settings.on and not ani.state.suggestions, "AniFace rests")
    await act(t, ani, "toggle")
    await t.wait_until(lambda: ani.state.suggestions, 10, what="suggestions are back")
    await ani.settled()


async def by_hand(t: Any, ani: AniFace) -> None:
    """History and pins with the real pointer."""
    await act(t, ani, "others")
    place, shown = ani.state.place, ani.state.suggestions
    await ani.press(ani.named("Back to earlier suggestions"))
    t.check(ani.state.place.position == place.position - 1, "a step back")
    await ani.press(ani.named("Forward to newer suggestions"))
    t.check(ani.state.suggestions == shown, "and forward again")
    await ani.press(ani.named("Pinned suggestion 1"))
    t.check(ani.state.chosen == ani.state.pinned[0], "a pinned one can be chosen")
    settings, slider = ani.state.settings, ani.named("Opacity of the guidance")
    at = slider.mapToGlobal(slider.rect().center())
    high = slider.mapTo(ani.panel, QPoint()).y()
    await t.call("xdotool", "mousemove", at.x(), at.y(), "click", 5, "sleep", 0.1, "click", 5)
    await t.wait(0.3)
    t.check(ani.state.settings == settings, "the wheel over a slider leaves it alone")
    t.check(slider.mapTo(ani.panel, QPoint()).y() < high, "and scrolls the docker")


async def layers_kept(t: Any, ani: AniFace, doc: Any) -> None:
    """Accept and keep guidance by their actions: two layers more, the sketch stays active."""
    active = doc.activeNode().uniqueId()
    count = len(doc.rootNode().childNodes())
    await act(t, ani, "accept")
    await act(t, ani, "keep")
    await t.wait_until(
        lambda: len(doc.rootNode().childNodes()) == count + 2, 10, what="two new layers"
    )
    await t.wait(0.6)
    t.check(doc.activeNode().uniqueId() == active, "the sketch is still the active layer")


async def own_references(t: Any, ani: AniFace, doc: Any) -> None:
    """Colours from the accepted portrait's layer, and from a selection round it."""
    sketch = doc.activeNode()
    if not ani.state.picture_side:
        button = ani.named("Take colours from a picture of your own")
        t.check(not button.isEnabled(), "a model that reads no pictures says so")
        return
    portrait = next(n for n in doc.rootNode().childNodes() if "portrait" in n.name())
    doc.setActiveNode(portrait)
    await t.wait(0.3)
    ani.controller.references.from_layer()
    await t.wait_until(lambda: own(ani) == 1, 30, what="colours read from a layer")
    doc.setActiveNode(sketch)
    t.krita.action("select_all").trigger()
    took = await t.wait_until(ani.state_document().selection_bounds, 10, what="all is selected")
    t.value("selecting all took, s", round(took, 2))
    ani.controller.references.from_selection()
    await t.wait_until(lambda: own(ani) == 2, 30, what="colours read from the selection")
    t.krita.action("deselect").trigger()
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(0xD04060)
    image.save(str(t.out / "reference.jpg"))
    ani.controller.references.from_file(str(t.out / "reference.jpg"))
    await t.wait_until(lambda: own(ani) == 3, 30, what="colours read from a file")
    ani.controller.references.from_file(str(t.out / "krita.log"))
    await t.wait(0.3)
    t.check(ani.state.notice.key == "notice.no_picture", "a file that is no picture is named so")
    seen(t, ani, "notice")
    ani.controller.tell(SILENCE)
    for reference in ani.state.references[:2]:
        (t.out / f"{reference.id}.png").write_bytes(reference.thumbnail)
    ani.controller.change_settings(favourites=("rose",), reference=ani.state.references[-1].id)
    await t.wait(0.3)
    await ani.settled()


def own(ani: AniFace) -> int:
    return sum(bool(reference.colors) for reference in ani.state.references)


async def looks(t: Any, ani: AniFace, canvas: Canvas) -> None:
    """Every width in every theme, and every language at its narrowest."""
    await t.call("xdotool", "mousemove", *canvas.to_screen(500, 950))
    for theme, name in THEMES:
        await in_theme(t, theme)
        for width, kind in WIDTHS:
            await alone(t, ani, width)
            whole(t, ani, f"{kind}_{name}")
            t.check(ani.panel.width() <= width + 10, f"{width} px are enough for the docker")
        t.screenshot(f"window_{name}")
    await alone(t, ani, 200)
    for language in ("de", "es", "fr", "ja", "zh_CN", ""):
        ani.controller.change_settings(language=language)
        await t.wait(0.3)
        t.check(not language or ani.panel.texts.language == language, f"speaks {language}")
        whole(t, ani, f"language_{language or 'krita'}")


async def run(t: Any) -> None:
    ani = AniFace(t)
    await ani.open(width=300)
    doc, _, canvas = await blank(t)
    await paint(canvas, most=STROKES)
    await t.wait_until(lambda: ani.state.suggestions, 20, what="suggestions follow the strokes")
    await ani.settled()
    t.value("latency ms", round(ani.controller.worker.latency_ms))
    await by_actions(t, ani)
    await by_hand(t, ani)
    await layers_kept(t, ani, doc)
    await own_references(t, ani, doc)
    await looks(t, ani, canvas)
    text = ani.controller.diagnostics()
    (t.out / "diagnostics.txt").write_text(text)
    t.check("/home/" not in text and "kritatest-home" not in text, "diagnostics name no folder")
