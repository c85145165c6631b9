"""Packs that are damaged, foreign or hostile are refused by the name of the file."""

from __future__ import annotations

import io
import json
import math
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest

from tests.worker import tiny_pack
from worker import home
from worker.errors import PackError
from worker.packs.inference import Networks
from worker.packs.pack import load
from worker.serving.engine import Engine


def edit(folder: Path, change: Callable[[dict[str, Any]], Any]) -> None:
    path = folder / "model.json"
    model = json.loads(path.read_text())
    change(model)
    path.write_text(json.dumps(model))


def write_with_hash(folder: Path, name: str, data: bytes) -> None:
    """Replace a file and list it with its new hash, as a careless or hostile maker would."""
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)
    edit(folder, lambda m: m["files"].update({name: tiny_pack.entry(folder / name)}))


def test_a_pack_loads(pack_folder: Path) -> None:
    pack = load(pack_folder, verify_all=True)
    assert pack.name == "tiny" and pack.table == tiny_pack.TABLE
    assert pack.structure_count == tiny_pack.STRUCTURE
    portraits = Networks(pack).synthesise(np.stack([pack.mean_styles] * 2))
    assert len(portraits) == 2 and portraits[0] == portraits[1]


@pytest.mark.parametrize(
    ("named", "damage"),
    [
        ("student.onnx", lambda f: (f / "student.onnx").write_bytes(b"other")),
        ("mean.npy", lambda f: (f / "mean.npy").unlink()),
        ("version 2", lambda f: edit(f, lambda m: m.update(version=2))),
        ("model.json", lambda f: edit(f, lambda m: m.update(format="zip"))),
        ("model.json", lambda f: (f / "model.json").write_bytes(b"\xff{")),
        ("model.json", lambda f: edit(f, lambda m: m.pop("table"))),
        ("model.json", lambda f: edit(f, lambda m: m.update(files=[]))),
        ("model.json", lambda f: edit(f, lambda m: m["table"].update(layers=[{}]))),
        ("not listed", lambda f: edit(f, lambda m: m["files"].pop("references.npy"))),
        ("synthesis", lambda f: edit(f, lambda m: m["graphs"].pop("synthesis"))),
        ("mean.npy", lambda f: write_with_hash(f, "mean.npy", pickle.dumps(print))),
        ("mean.npy", lambda f: write_with_hash(f, "mean.npy", _announced(10**12))),
        ("mean.npy", lambda f: write_with_hash(f, "mean.npy", _archive())),
        ("sketch_side", lambda f: edit(f, lambda m: m.update(sketch_side=10**9))),
        ("model.json", lambda f: edit(f, lambda m: m.update(style_size=math.inf))),
        ("model.json", lambda f: edit(f, lambda m: m.update(name="x" * (1 << 20)))),
        ("thumbnails", lambda f: _large_thumbnail(f)),
        ("lips", lambda f: edit(f, lambda m: _layer(m).update(clip=["lips"]))),
        ("segments", lambda f: edit(f, lambda m: _layer(m).update(segments=10**9))),
        ("segments", lambda f: edit(f, lambda m: _layer(m).update(segments="4"))),
        ("loupe", lambda f: edit(f, lambda m: m["graphs"].update(loupe="student.onnx"))),
        ("loupe", lambda f: _loupe(f, width=-1)),
        ("loupe", lambda f: _loupe(f, width=math.nan)),
        ("loupe", lambda f: _loupe(f, last=10**9)),
        ("loupe", lambda f: _loupe(f, shift=[0, math.nan])),
        ("loupe", lambda f: _loupe(f, times=0)),
        ("loupe", lambda f: _loupe(f, times=10**4)),
        ("side", lambda f: _loupe(f, side=10**9)),
        ("model.json", lambda f: _features(f, None)),
        ("features", lambda f: _features(f, [])),
        ("features", lambda f: _features(f, ["eyes", "eyes"])),
        ("features", lambda f: _features(f, ["gills"])),
        ("outside the pack", lambda f: _point_outside(f)),
        ("outside the pack", lambda f: _link_outside(f)),
    ],
)
def test_a_bad_pack_is_refused_in_words(
    tmp_path: Path, named: str, damage: Callable[[Path], Any]
) -> None:
    folder = tiny_pack.write(tmp_path / "tiny")
    damage(folder)
    with pytest.raises(PackError, match=named):
        load(folder)


def _point_outside(folder: Path) -> None:
    (folder.parent / "evil.onnx").write_bytes(b"evil")
    write_with_hash(folder, "../evil.onnx", b"evil")
    edit(folder, lambda m: m["graphs"].update(student="../evil.onnx"))


def _link_outside(folder: Path) -> None:
    (folder.parent / "evil.onnx").write_bytes(b"evil")
    (folder / "linked.onnx").symlink_to(folder.parent / "evil.onnx")
    edit(
        folder,
        lambda m: m["files"].update({"linked.onnx": tiny_pack.entry(folder / "linked.onnx")}),
    )
    edit(folder, lambda m: m["graphs"].update(student="linked.onnx"))


def _announced(count: int) -> bytes:
    """An array's file that announces ``count`` rows and holds none."""
    file = io.BytesIO()
    head = {"descr": "<f4", "fortran_order": False, "shape": (count, 4)}
    np.lib.format.write_array_header_1_0(file, head)
    return file.getvalue()


def _archive() -> bytes:
    file = io.BytesIO()
    np.savez(file, mean=np.zeros(3, np.float32))
    return file.getvalue()


def _large_thumbnail(folder: Path) -> None:
    write_with_hash(folder, "rose.png", bytes(1 << 20))
    edit(folder, lambda m: m["references"][0].update(thumbnail="rose.png"))


def _loupe(folder: Path, side: int = 32, times: int = 1, **changes: object) -> None:
    glimpse: dict[str, object] = {"first": 0, "last": 4, "width": 0.2, "mirrored": False}
    glimpse |= {"shift": [0.0, 0.1], **changes}
    edit(folder, lambda m: m["graphs"].update(loupe="student.onnx"))
    edit(folder, lambda m: m.update(loupe={"side": side, "glimpses": [glimpse] * times}))


def _features(folder: Path, names: object) -> None:
    edit(folder, lambda m: m["graphs"].update(features="synthesis.onnx"))
    edit(folder, lambda m: m.update(features=names))


def _layer(model: dict[str, Any]) -> dict[str, Any]:
    layer: dict[str, Any] = model["table"]["layers"][1]
    return layer


def test_weights_outside_the_pack_are_not_read(tmp_path: Path) -> None:
    folder = tiny_pack.write(tmp_path / "tiny")
    model = onnx.load(folder / "student.onnx")
    (tmp_path / "secret").write_bytes(bytes(4 * model.graph.initializer[0].dims[1] * 4))
    weights = model.graph.initializer[0]
    weights.ClearField("raw_data")
    weights.data_location = onnx.TensorProto.EXTERNAL
    weights.external_data.add(key="location", value="../secret")
    write_with_hash(folder, "student.onnx", model.SerializeToString())
    with pytest.raises(PackError, match=r"student\.onnx"):
        Networks(load(folder))


@pytest.mark.parametrize(
    "change",
    [
        lambda m: m.update(sketch_side=tiny_pack.SIDE // 2),
        lambda m: m["table"].update(shadow="nowhere"),
        lambda m: _layer(m).update(segments=5),
        lambda m: _layer(m)["inks"][0].update(width="wide"),
    ],
    ids=["sketch side", "shadow", "segments", "ink"],
)
def test_a_pack_that_does_not_fit_together_is_refused(
    tmp_path: Path, change: Callable[[dict[str, Any]], Any]
) -> None:
    folder = tiny_pack.write(tmp_path / "tiny")
    edit(folder, change)
    with pytest.raises(PackError, match="tiny"):
        Engine(load(folder)).warm_up()


def test_a_graph_that_is_none_is_refused(tmp_path: Path) -> None:
    folder = tiny_pack.write(tmp_path / "tiny")
    write_with_hash(folder, "student.onnx", b"no graph")
    pack = load(folder)
    with pytest.raises(PackError, match="student.onnx"):
        Networks(pack)


def test_installed_packs_come_before_those_of_the_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANIFACE_HOME", str(tmp_path))
    folder = tiny_pack.write(tmp_path / "packs" / "tiny")
    assert home.find_pack("tiny") == folder
    assert folder in list(home.installed_packs())
    assert home.find_pack(str(folder)) == folder
    with pytest.raises(PackError, match=r"nowhere.*model\.json"):
        home.find_pack("nowhere")
