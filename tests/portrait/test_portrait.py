"""Layer table, portrait bytes, drawing and visible lines, on a toy portrait of two squares."""

import json
from dataclasses import replace

import numpy as np
import pytest

from models.portrait.draw import draw
from models.portrait.layer_table import Fill, Ink, Layer, LayerTable, LayerTableError
from models.portrait.lines import visible_lines
from models.portrait.portrait import Portrait, PortraitError
from models.portrait.topmost import topmost_shapes


def _square(x: float, y: float, size: float) -> np.ndarray:
    corners = np.array([(x, y), (x + size, y), (x + size, y + size), (x, y + size), (x, y)])
    steps = np.array([0, 1 / 3, 2 / 3])[:, None]
    sides = [a + (b - a) * steps for a, b in zip(corners[:-1], corners[1:], strict=True)]
    return np.concatenate([*sides, corners[-1:]]).astype(np.float32)


def _table() -> LayerTable:
    ink = (Ink("ink", 0.01, (0.0, 0.0)),)
    return LayerTable(
        parts=("below", "above"),
        paints={"paper": "colour", "red": "colour", "ink": "colour"},
        layers=(
            Layer("light", "below", "guide", ("light.direction",), 1, closed=False),
            Layer("back", "below", "flat", ("back",), 4, fill=Fill("red"), inks=ink),
            Layer("front", "above", "flat", ("front",), 4, fill=Fill("paper"), inks=ink),
            Layer("echo", "above", "shade", fill=Fill("ink", opacity=0.5), source=("back",),
                  clip=("front",), cast=True),
        ),
    )  # fmt: skip


def _portrait() -> Portrait:
    light = np.linspace((0, 0), (0.1, 0.1), 4, dtype=np.float32)
    points = np.concatenate([light, _square(0.2, 0.2, 0.4), _square(0.4, 0.4, 0.4)])
    paints = np.array([(1, 1, 1), (1, 0, 0), (0, 0, 0)], np.float32)
    return Portrait(points, np.ones(3, np.float32), np.ones(3, np.float32), paints)


def test_table_survives_json() -> None:
    table = _table()
    again = LayerTable.from_json(json.loads(json.dumps(table.to_json())))
    assert again == table
    assert again.slots == table.slots


def test_table_names_the_layer_that_is_wrong() -> None:
    with pytest.raises(LayerTableError, match="lonely"):
        LayerTable(("a",), {"paper": "c"}, (Layer("lonely", "b", "flat", ("s",), 1),))
    with pytest.raises(LayerTableError):
        LayerTable.from_json({"parts": []})


def test_tables_of_older_packs_are_understood() -> None:
    data = _table().to_json()
    for layer in data["layers"]:
        layer["cast"] = bool(layer["cast"])
        del layer["outside"]
    assert LayerTable.from_json(data) == _table()


def test_portrait_survives_bytes_and_refuses_others() -> None:
    portrait = _portrait()
    data = portrait.to_bytes()
    again = Portrait.from_bytes(data)
    assert np.abs(again.points - portrait.points).max() < 1 / 20000
    assert again.to_bytes() == data
    for bad in (b"", data[:-1], b"XXXX" + data[4:]):
        with pytest.raises(PortraitError):
            Portrait.from_bytes(bad)


def test_drawing_stacks_clips_and_casts() -> None:
    picture = draw(_table(), _portrait(), 200)
    assert tuple(picture[60, 60]) == (255, 0, 0, 255), "the back square is red"
    assert tuple(picture[150, 150]) == (255, 255, 255, 255), "the front one lies over it"
    assert 100 < picture[110, 110, 0] < 150, "the cast shadow falls inside the front square only"
    assert tuple(picture[30, 30]) == (255, 255, 255, 255)
    bare = draw(_table(), _portrait(), 200, background=False)
    assert bare[20, 20, 3] == 0 and bare[60, 60, 3] == 255


def test_a_cast_may_be_short_go_to_the_light_and_leave_a_rim() -> None:
    def lightness(cast: float, outside: bool) -> np.ndarray:
        *below, echo = _table().layers
        changed = replace(echo, source=("front",), cast=cast, outside=outside)
        table = replace(_table(), layers=(*below, changed))
        return draw(table, _portrait(), 200)[85:155, 85:155, 0]  # well inside the front square

    # The front square reaches from 80 to 160; the offset is 20 pixels along both axes.
    toward_light = lightness(-1.0, False)
    assert (toward_light[:50, :50] < 200).all() and (toward_light[60:, 60:] == 255).all()
    rim = lightness(0.5, True)
    assert (rim[:4, :] < 200).all() and (rim[:, :4] < 200).all() and (rim[8:, 8:] == 255).all()


def test_an_absent_shape_is_not_drawn() -> None:
    portrait = _portrait()
    portrait.presence[2] = 0.4
    assert tuple(draw(_table(), portrait, 200)[150, 150][:3]) == (255, 255, 255)
    assert {line.part for line in visible_lines(_table(), portrait)} == {"below"}


def test_hundreds_of_shapes_hide_each_other() -> None:
    names = tuple(f"s{k}" for k in range(600))
    layers = [
        Layer("light", "below", "guide", ("light.direction",), 1, closed=False),
        Layer("heap", "below", "flat", names, 4, fill=Fill("red"), inks=(Ink("ink", 0.01),)),
    ]
    table = replace(_table(), layers=tuple(layers))
    squares = [_square(0.3 + 0.0002 * k, 0.3, 0.2) for k in range(599)] + [_square(0.2, 0.2, 0.5)]
    light = np.zeros((4, 2), np.float32)
    ones = np.ones(601, np.float32)
    heap = Portrait(np.concatenate([light, *squares]), ones, ones, _portrait().paints)
    order = topmost_shapes(table, heap, 100)
    assert (order[30, 21:69] == 601).all() and order[30, 5] == 0
    assert {line.slot for line in visible_lines(table, heap)} == {600}, "the last hides all others"


def test_hidden_stretches_are_no_lines() -> None:
    lines = visible_lines(_table(), _portrait())
    below = np.concatenate([line.points for line in lines if line.part == "below"])
    hidden = (below > 0.42).all(axis=1)
    assert not hidden.any(), "what lies under the front square is left out"
    assert below[:, 0].min() < 0.21 and below[:, 0].max() > 0.58
    above = np.concatenate([line.points for line in lines if line.part == "above"])
    assert np.ptp(above, axis=0).min() > 0.39, "the front square is whole"
