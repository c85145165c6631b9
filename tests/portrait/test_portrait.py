"""Layer table, portrait bytes, drawing and visible lines, on a toy portrait of two squares."""

import json

import numpy as np
import pytest

from models.portrait.draw import draw
from models.portrait.layer_table import Fill, Ink, Layer, LayerTable, LayerTableError
from models.portrait.lines import visible_lines
from models.portrait.portrait import Portrait, PortraitError


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


def test_an_absent_shape_is_not_drawn() -> None:
    portrait = _portrait()
    portrait.presence[2] = 0.4
    assert tuple(draw(_table(), portrait, 200)[150, 150][:3]) == (255, 255, 255)
    assert {line.part for line in visible_lines(_table(), portrait)} == {"below"}


def test_hidden_stretches_are_no_lines() -> None:
    lines = visible_lines(_table(), _portrait())
    below = np.concatenate([line.points for line in lines if line.part == "below"])
    hidden = (below > 0.42).all(axis=1)
    assert not hidden.any(), "what lies under the front square is left out"
    assert below[:, 0].min() < 0.21 and below[:, 0].max() > 0.58
    above = np.concatenate([line.points for line in lines if line.part == "above"])
    assert np.ptp(above, axis=0).min() > 0.39, "the front square is whole"
