"""The whole plugin inside a double of Krita, in a process of its own for each binding.

QT_API=pyqt5|pyqt6 QT_QPA_PLATFORM=offscreen python tests/plugin/qt_plugin.py FOLDER
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent


def installed(folder: Path) -> None:
    """Krita's resource folder with the plugin in it, before anything of it is imported."""
    pykrita = folder / "resources" / "pykrita"
    pykrita.mkdir(parents=True)
    shutil.copytree(HERE.parents[1] / "krita_anifaceplugin", pykrita / "krita_anifaceplugin")
    settings = folder / "resources" / "aniface" / "settings.json"
    settings.parent.mkdir()
    settings.write_text("{damaged")
    sys.path[:0] = [str(HERE / "fake_krita"), str(pykrita)]
    os.environ["ANIFACE_WORKER"] = json.dumps([sys.executable, str(HERE / "fake_worker.py")])


def run(folder: Path) -> None:
    """Start, sketch, actions, language, colours, accept, diagnostics, end."""
    from krita import Krita

    from krita_anifaceplugin.qt import QtCore, QtWidgets
    from tests.plugin.qt_tools import wait

    window = Krita.instance().open_window()
    docker: Any = next(d for d in Krita.instance().dockers() if d.objectName() == "aniface")
    controller = docker.controller
    assert controller is not None and docker.widget() is not None
    assert controller.state.notice.key == "notice.settings_damaged", "said, and not lost"
    document = Krita.instance().document
    document.sketch.draw(60, 80, 90, 8)
    wait(lambda: len(controller.state.suggestions) == 4, "suggestions follow the stroke")
    wait(lambda: not controller.state.busy, "the whole answer")
    window.actions["aniface_next"].trigger()
    assert controller.state.selected == 1
    window.actions["aniface_guidance"].trigger()
    assert controller.state.settings.guidance == "off"
    window.actions["aniface_guidance"].trigger()
    assert controller.state.settings.guidance == "rough"
    window.actions["aniface_more"].trigger()
    wait(lambda: controller.state.place.count > 1 and not controller.state.busy, "variations")
    old = docker.widget()
    controller.change_settings(language="de")
    assert docker.widget() is not old and docker.widget().texts.language == "de"
    controller.references.from_layer()
    wait(lambda: controller.state.settings.reference.startswith("own-"), "colours of a layer")
    own = controller.state.settings.reference
    controller.change_settings(favourites=("mint", own))
    controller.references.from_selection()
    assert controller.state.notice.key == "notice.no_selection"
    wait(lambda: not controller.state.busy, "the answer in those colours")
    window.actions["aniface_accept"].trigger()
    wait(lambda: len(document.root.nodes) == 2, "the portrait's layer")
    assert document.root.nodes[1].name().startswith("AniFace portrait")
    controller.references.remove(own)
    assert controller.state.settings.favourites == ("mint",), "nothing is left of it"
    an_answer_goes_on(controller, document)
    assert "Krita 6.0.0" in controller.diagnostics()
    window.actions["aniface_toggle"].trigger()
    assert not controller.state.suggestions and not controller.lookout.watcher.running
    app = QtCore.QCoreApplication.instance()
    assert app is not None
    app.aboutToQuit.emit() if hasattr(app.aboutToQuit, "emit") else None
    kept = json.loads((folder / "resources" / "aniface" / "settings.json").read_text())
    assert kept["language"] == "de" and kept["on"] is False
    assert (folder / "resources" / "aniface" / "settings.json.broken").exists()
    controller.worker.stop()
    QtWidgets.QApplication.processEvents()


def an_answer_goes_on(controller: Any, document: Any) -> None:
    """A best guess is in the layer at once; what blends with it, once the artist makes a pause."""
    from krita_anifaceplugin.overlay.as_layer import PAUSE_MS
    from krita_anifaceplugin.protocol import GuidanceReply
    from tests.plugin.qt_tools import wait

    def picture() -> bytes:
        top = document.root.nodes[-1]
        if top.type() != "grouplayer":
            return b""
        return bytes(top.nodes[0].pixelData(0, 0, document.width(), document.height()))

    controller.change_settings(as_layer=True)
    wait(lambda: picture().strip(b"\0"), "guidance in a layer")
    old = picture()
    document.sketch.draw(60, 120, 90, 8)
    wait(lambda: picture() != old, "guidance for the new stroke")
    wait(lambda: not controller.state.busy, "the whole answer")
    best, held = controller.state.guidance, picture()
    line = {"part": "face", "color": "#ff0000", "alpha": 1.0, "width": 0.02}
    (circle,) = best.curves
    more = [dict(line, points=circle.points), dict(line, points=(0.1, 0.1, 0.9, 0.9))]
    asked = time.monotonic()
    controller.session.receive(GuidanceReply(best.request, "rough", more))
    wait(lambda: len(controller.display.scene.curves.guidance.curves) == 2, "it is to be shown")
    assert picture() == held, "tiles are not written twice while the artist draws on"
    wait(lambda: picture() != held, "it is shown")
    assert time.monotonic() - asked > 0.9 * PAUSE_MS / 1000
    controller.change_settings(as_layer=False)
    wait(lambda: document.root.nodes[-1].type() != "grouplayer", "no layer is left")


class Rest:
    """Krita, asked whether it rests: it does for so many ``turns`` more."""

    def __init__(self, turns: int = 0) -> None:
        self.turns = turns

    def __call__(self) -> bool:
        self.turns -= 1
        return self.turns >= 0


def lines_to(*ends: float) -> Any:
    """A scene of lines from the upper left to the right, each down to one of these heights."""
    from krita_anifaceplugin.frame.guidance_frame import GuidanceFrame
    from krita_anifaceplugin.guidance.curves import Curve, Guidance
    from krita_anifaceplugin.guidance.painter import GuidancePainter
    from krita_anifaceplugin.overlay.scene import Scene

    curves = (Curve("face", "#ff0000", 1.0, 0.02, (0.1, 0.1, 0.9, end)) for end in ends)
    painter = GuidancePainter(Guidance(1, "detailed", tuple(curves)))
    return Scene(GuidanceFrame(0, 0, 180), painter)


def a_new_layer_outlives_an_autosave() -> None:
    """Emptied while it was on its way into the document, the guidance layer still gets there."""
    from krita import Krita

    from krita_anifaceplugin.krita_api.document import Document
    from krita_anifaceplugin.layers.idle_gate import IdleGate
    from krita_anifaceplugin.overlay import as_layer
    from tests.plugin.qt_tools import wait

    rest = Rest()
    overlay = as_layer.LayerOverlay(IdleGate(rest))
    document = Document(Krita.instance().document)
    before = len(document.top_layers())
    turn, as_layer.TURN_S = as_layer.TURN_S, 0.0  # a step at a time: the curve, its tile, the end
    overlay.show(document, lines_to(0.9))
    rest.turns = 2
    for _ in range(20):
        wait_a_moment()
    assert len(document.top_layers()) == before, "it is on its way"
    overlay.blank()
    as_layer.TURN_S, rest.turns = turn, 1000
    overlay.show(document, lines_to(0.9))
    wait(lambda: len(document.top_layers()) > before, "the guidance layer")
    assert as_layer.has_guidance(document) and not overlay.lost_in(document)


def what_follows_gives_way() -> None:
    """What completes an answer stops where the artist draws on, and begins again after a pause."""
    from krita import Krita

    from krita_anifaceplugin.krita_api.document import Document
    from krita_anifaceplugin.layers.idle_gate import IdleGate
    from krita_anifaceplugin.overlay import as_layer
    from tests.plugin.qt_tools import wait

    def picture() -> bytes:
        (group,) = (n for n in Krita.instance().document.root.nodes if n.type() == "grouplayer")
        return bytes(group.nodes[0].pixelData(0, 0, 180, 180))

    rest = Rest(1000)
    overlay = as_layer.LayerOverlay(IdleGate(rest))
    document = Document(Krita.instance().document)
    before = as_layer.TURN_S, as_layer.PAUSE_MS
    overlay.show(document, lines_to(0.9))
    wait(lambda: as_layer.has_guidance(document), "the guidance layer")
    as_layer.TURN_S, as_layer.PAUSE_MS = 0.0, 200  # a step at a time: two curves, their tile
    held = picture()
    overlay.complete(document, lines_to(0.9, 0.2))
    wait_a_moment()
    rest.turns = 2
    wait(lambda: rest.turns < 0, "it has begun, and a brush is in use")
    rest.turns = 1000
    resumed = time.monotonic()
    while time.monotonic() - resumed < 0.1:
        wait_a_moment()
    assert picture() == held, "it is not written as soon as the pen is lifted"
    wait(lambda: picture() != held, "it is written after a pause")
    as_layer.TURN_S, as_layer.PAUSE_MS = before
    overlay.remove_all()
    wait(lambda: not as_layer.has_guidance(document), "no layer is left")


def layers_of_the_same_name_are_left_alone() -> None:
    """In a document by somebody else a layer may be called as ours is; it is not taken out."""
    from krita import Krita, Node

    from krita_anifaceplugin.krita_api.document import Document
    from krita_anifaceplugin.layers.layer_names import GUIDANCE_NAME
    from krita_anifaceplugin.overlay.as_layer import has_guidance, remove_guidance

    krita_document = Krita.instance().document
    kept = list(krita_document.root.nodes)
    painting, group = Node(GUIDANCE_NAME), Node(GUIDANCE_NAME, "grouplayer")
    group.setChildNodes([Node("Hours of work")])
    krita_document.root.nodes = [painting, group]
    document = Document(krita_document)
    assert not has_guidance(document)
    remove_guidance(document)
    assert krita_document.root.nodes == [painting, group]
    krita_document.root.nodes = kept


def what_scripts_write_is_told_of() -> None:
    """Before it is written, to each listener once; with nobody left Krita's class is as it was."""
    from krita import Document, Krita

    from krita_anifaceplugin.krita_api import script_saves

    told: list[str] = []
    first, second = (lambda: told.append("first")), (lambda: told.append("second"))
    own = dict(vars(Document))
    document = Krita.instance().document
    for listener in (first, first, second):
        script_saves.listen(listener)
    assert document.exportImage("a.png", None) and told == ["first", "second"]
    script_saves.unlisten(first)
    assert document.save() and document.clone() is document and told[2:] == ["second", "second"]
    script_saves.unlisten(second)
    script_saves.unlisten(second)
    assert document.saveAs("b.kra") and len(told) == 4
    assert dict(vars(Document)) == own


def wait_a_moment() -> None:
    """One turn of the event loop."""
    from krita_anifaceplugin.qt import QtWidgets

    QtWidgets.QApplication.processEvents()
    time.sleep(0.005)


def main() -> int:
    """Run it."""
    installed(Path(sys.argv[1]))
    from tests.plugin.qt_tools import run_checks

    def check() -> None:
        run(Path(sys.argv[1]))
        a_new_layer_outlives_an_autosave()
        what_follows_gives_way()
        layers_of_the_same_name_are_left_alone()
        what_scripts_write_is_told_of()

    return run_checks(check)  # Krita's window is there until the end


if __name__ == "__main__":
    sys.exit(main())
