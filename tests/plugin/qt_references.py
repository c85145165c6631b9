"""Checks of the colours' part of the docker, in a process of its own for each binding.

QT_API=pyqt5|pyqt6 QT_QPA_PLATFORM=offscreen python tests/plugin/qt_references.py FOLDER
"""

from __future__ import annotations

import base64
import sys

from krita_anifaceplugin.docker.menu import Menu
from krita_anifaceplugin.docker.tile import Tile
from krita_anifaceplugin.images import png_image
from krita_anifaceplugin.protocol import Hello
from krita_anifaceplugin.qt import QAction, QtCore, QtGui
from tests.plugin.fake_worker import COLORS, png
from tests.plugin.qt_tools import Bench, full_bench, named, run_checks


def check_colours_are_chosen_for_all_or_vary() -> None:
    """What was chosen is asked for, and favourites stand after the tile that chooses nothing."""
    bench = full_bench()
    named(bench.panel, "Colours of Sky").click()
    assert bench.sent[-1].reference == "sky"
    named(bench.panel, "Varied colours").click()
    assert bench.sent[-1].reference == ""
    bench.panel.references.favoured.emit("sky")
    assert bench.session.state.settings.favourites == ("mint", "sky")
    tiles = bench.panel.references.findChildren(Tile)
    names = [tile.accessibleName() for tile in sorted(tiles, key=lambda t: (t.y(), t.x()))]
    assert names[:2] == ["Varied colours", "Colours of Sky, a favourite"], names
    assert names[3] == "Colours of Picture 1", names


def check_one_palette_cannot_vary() -> None:
    """Where the pack has one reference, it is the chosen one."""
    bench = Bench()
    picture = base64.b64encode(png(24, COLORS[0])).decode()
    bench.session.receive(Hello(2, "w", "pack", [], [["rose", "Rose", picture]], 1, 16))
    tiles = bench.panel.references.findChildren(Tile)
    assert [tile.accessibleName() for tile in tiles if tile.isVisibleTo(bench.panel)] == [
        "Colours of Rose"
    ]


def check_colours_are_taken_from_a_suggestion() -> None:
    """By its menu, unless all wear them already."""
    bench = full_bench()
    entry = "These colours for all"
    assert entry in menu_of(bench, 2)
    menu_of(bench, 2)[entry].trigger()
    assert bench.sent[-1].reference == "honey"
    assert entry not in menu_of(bench, 2) and entry in menu_of(bench, 0)


def menu_of(bench: Bench, place: int) -> dict[str, QAction]:
    """The entries of a suggestion's menu, which is closed again."""
    bench.panel.suggestions.menu_wanted.emit(place, QtCore.QPoint(0, 0))
    menu = bench.panel.findChildren(Menu)[-1]
    entries = {entry.text(): entry for entry in menu.actions()}
    menu.hide()
    return entries


def check_a_pack_that_reads_no_pictures() -> None:
    """The button is disabled and says why."""
    bench = Bench(picture_side=0)
    button = named(bench.panel, "Take colours from a picture of your own")
    assert not button.isEnabled() and "cannot read pictures" in button.toolTip()


def check_a_pack_by_a_stranger() -> None:
    """Its names are shown as they are, and only small PNGs are taken for thumbnails."""
    bench = full_bench()
    label = "<img src='//elsewhere/x.png'>"
    bench.session.receive(Hello(2, "w", "pack", [], [["evil", label, ""]]))
    tile = named(bench.panel, f"Colours of {label}")
    shown = QtGui.QTextDocument()
    shown.setHtml(tile.toolTip())
    assert label in shown.toPlainText()
    small = png_image(png(24, COLORS[0]), 64)
    assert small is not None and small.width() == 24
    large = png(128, COLORS[0])
    svg = b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"
    for refused in (large, svg, large[:60], b""):
        assert png_image(refused, 64) is None


def main() -> int:
    """Run all checks."""
    return run_checks(
        check_colours_are_chosen_for_all_or_vary,
        check_one_palette_cannot_vary,
        check_colours_are_taken_from_a_suggestion,
        check_a_pack_that_reads_no_pictures,
        check_a_pack_by_a_stranger,
    )


if __name__ == "__main__":
    sys.exit(main())
