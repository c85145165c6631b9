"""A portrait's other forms look as its picture does: SVG, layers, strokes."""

from __future__ import annotations

import io
import re
import zipfile
from itertools import groupby
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
import resvg_py
from PIL import Image

from models.atelier.layers import TABLE
from models.atelier.portraits import portraits
from models.portrait.draw import draw
from models.portrait.svg import svg
from models.studio.crowd import crowd
from models.studio.forms import forms
from worker.files.recording import load

LABEL = "{http://www.inkscape.org/namespaces/inkscape}label"
PORTRAITS = list(portraits(crowd(4, seed=4)))


@pytest.mark.parametrize("number", range(len(PORTRAITS)))
def test_another_renderer_draws_the_same_from_the_svg(number: int) -> None:
    text = svg(TABLE, PORTRAITS[number])
    png = bytes(resvg_py.svg_to_bytes(svg_string=text, width=512, height=512))
    theirs = np.asarray(Image.open(io.BytesIO(png)).convert("RGB")).astype(int)
    ours = draw(TABLE, PORTRAITS[number], 512)[..., :3].astype(int)
    difference = np.abs(theirs - ours).max(axis=-1)
    assert difference.mean() < 0.6, "levels of 255"
    assert (difference > 32).mean() < 0.002, "a shape is missing or lies elsewhere"


def test_the_svgs_groups_are_named_by_part_and_layer() -> None:
    root = ElementTree.fromstring(svg(TABLE, PORTRAITS[0]))
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(set(ids)) == len(ids)
    layers = {layer.name: layer for layer in TABLE.layers}
    parts = [group for group in root if str(group.get("id")).startswith("part-")]
    assert {"face", "eyes", "mouth", "bangs", "body"} <= {group.get(LABEL) for group in parts}
    found = []
    for group in parts:
        for layer in group:
            name = str(layer.get(LABEL))
            assert layers[name].part == re.sub(r" \d+$", "", str(group.get(LABEL)))
            found.append(name)
    assert found == [name for name in layers if name in found], "bottom to top"


def test_the_layers_of_the_file_add_up_to_the_picture(tmp_path: Path) -> None:
    forms(200)["layers"](PORTRAITS[1], tmp_path / "one")
    with zipfile.ZipFile(tmp_path / "one.ora") as file:
        assert file.infolist()[0].filename == "mimetype"
        stack = ElementTree.fromstring(file.read("stack.xml"))
        whole = Image.new("RGBA", (200, 200))
        for layer in reversed(list(stack.iter("layer"))):
            one = Image.open(io.BytesIO(file.read(str(layer.get("src")))))
            whole.alpha_composite(one, (int(str(layer.get("x"))), int(str(layer.get("y")))))
    picture = draw(TABLE, PORTRAITS[1], 200)
    assert np.abs(np.asarray(whole).astype(int) - picture).max() <= 8
    assert np.abs(np.asarray(whole).astype(int) - picture).mean() < 0.1


def test_the_strokes_are_a_recording_in_an_artists_order(tmp_path: Path) -> None:
    forms(400)["strokes"](PORTRAITS[2], tmp_path / "one")
    path = tmp_path / "one.strokes.json"
    recording = load(path)
    parts = re.findall(r'"part": "(\w+)"', path.read_text())
    assert len(parts) == len(recording.strokes)
    order = [part for part, _ in groupby(parts)]
    assert order[0] == "face" and len(set(order)) == len(order), "one part after the other"
    ink = np.frombuffer(recording.ink(len(parts), 400), np.uint8).reshape(400, 400)
    lines = draw(TABLE, PORTRAITS[2], 400)[..., :3].astype(int).sum(-1)
    drawn = ink > 128
    dark = _darkest_nearby(lines)[drawn] < np.median(lines)
    assert drawn.sum() > 2000 and dark.mean() > 0.9, "strokes lie where the picture has lines"


def _darkest_nearby(values: np.ndarray) -> np.ndarray:
    padded = np.pad(values, 2, mode="edge")
    windows = np.lib.stride_tricks.sliding_window_view(padded, (5, 5))
    return windows.min(axis=(2, 3))
