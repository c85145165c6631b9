"""A pack small enough to write in a test: a toy layer table and hand-made ONNX graphs.

Its student answers every sketch with the same face (a circle for a head, two eyes, a fringe,
shoulders), moved to where the sketch's frame output says; its synthesis adds style vectors
times fixed random numbers to that face, part by part.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from models.portrait.layer_table import Fill, Ink, Layer, LayerTable

STYLE_SIZE = 4
SIDE = 64
PICTURE_SIDE = 16
PARTS = ("face", "eyes", "bangs", "body")
COLORS = ("hair", "eyes", "skin")
ROLES = (
    "layout",
    *(f"{part}.shape" for part in PARTS),
    *(f"{part}.detail" for part in PARTS),
    *(f"colour.{name}" for name in COLORS),
)
STRUCTURE = 1 + 2 * len(PARTS)


def _shape(part: str, fill: str, *slots: str) -> Layer:
    """A filled layer whose shapes are closed outlines of four cubics."""
    return Layer(part, part, "flat", slots, 4, fill=Fill(fill), inks=(Ink("line", 0.006),))


TABLE = LayerTable(
    parts=PARTS,
    paints={"paper": "skin", "skin": "skin", "line": "hair", "hair": "hair", "iris": "eyes"},
    layers=(
        Layer("light", "face", "guide", ("light.direction",), 1, closed=False),
        _shape("body", "hair", "body.bust"),
        _shape("face", "skin", "face.shape"),
        _shape("eyes", "iris", "eyes.left", "eyes.right"),
        _shape("bangs", "hair", "bangs.front"),
    ),
)


def ellipse(cx: float, cy: float, rx: float, ry: float) -> NDArray[np.float32]:
    """[13, 2] control points of a closed ellipse of four cubics."""
    k = 0.5523
    quarter = np.array([[1, 0], [1, k], [k, 1], [0, 1], [-k, 1], [-1, k], [-1, 0]])
    points = np.concatenate([quarter, -quarter[1:]])
    return (points * [rx, ry] + [cx, cy]).astype(np.float32)


FACE = np.concatenate(
    [
        np.array([[0, 0], [0.003, 0.003], [0.006, 0.006], [0.01, 0.01]], np.float32),
        ellipse(0.5, 1.0, 0.35, 0.2),
        ellipse(0.5, 0.5, 0.22, 0.27),
        ellipse(0.41, 0.52, 0.05, 0.06),
        ellipse(0.59, 0.52, 0.05, 0.06),
        ellipse(0.5, 0.3, 0.2, 0.08),
    ]
)
PAINTS = np.array(
    [[0.97, 0.97, 1], [1, 0.88, 0.8], [0.2, 0.1, 0.1], [0.5, 0.35, 0.3], [0.3, 0.5, 0.8]],
    np.float32,
)


def write(folder: Path, *, teacher: bool = False, **changes: object) -> Path:
    """Write the pack into ``folder``; ``changes`` replace entries of model.json.

    With a ``teacher`` it reads pictures: colour by colour what the mean of the picture is.
    """
    folder.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(1)
    _save(folder / "student.onnx", _student(rng))
    _save(folder / "synthesis.onnx", _synthesis(rng))
    np.save(folder / "mean.npy", np.zeros((len(ROLES), STYLE_SIZE), np.float32))
    references = rng.standard_normal((2, len(ROLES), STYLE_SIZE)).astype(np.float32)
    np.save(folder / "references.npy", references)
    names = ["student.onnx", "synthesis.onnx", "mean.npy", "references.npy"]
    graphs = {"student": "student.onnx", "synthesis": "synthesis.onnx"}
    if teacher:
        _save(folder / "teacher.onnx", _teacher())
        names.append("teacher.onnx")
        graphs["teacher"] = "teacher.onnx"
        changes = {"picture_side": PICTURE_SIDE, **changes}
    model = {
        "format": "aniface-pack",
        "version": 1,
        "name": "tiny",
        "kind": "vector",
        "licence": "CC0-1.0",
        "table": TABLE.to_json(),
        "styles": list(ROLES),
        "style_size": STYLE_SIZE,
        "sketch_side": SIDE,
        "files": {name: entry(folder / name) for name in names},
        "graphs": graphs,
        "references": [{"id": "rose", "label": "Rose"}, {"id": "mint", "label": "Mint"}],
    }
    (folder / "model.json").write_text(json.dumps({**model, **changes}), encoding="utf-8")
    return folder


def entry(path: Path) -> dict[str, object]:
    """A file as model.json lists it."""
    data = path.read_bytes()
    return {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}


def _student(rng: np.random.Generator) -> onnx.GraphProto:
    """Constant styles and spread; the frame is still. The sketch is used, so that it must come."""
    spread = np.full((1, STRUCTURE, STYLE_SIZE), 0.5, np.float32)
    constants = {
        "zero_styles": np.zeros((1, STRUCTURE, STYLE_SIZE), np.float32),
        "constant_spread": spread,
        "zero_frame": np.zeros((1, 4), np.float32),
        "nothing": np.zeros((), np.float32),
    }
    nodes = [helper.make_node("ReduceMean", ["sketch"], ["ink"], keepdims=0)]
    nodes.append(helper.make_node("Mul", ["ink", "nothing"], ["still"]))
    outputs = [("zero_styles", "styles"), ("constant_spread", "spread"), ("zero_frame", "frame")]
    nodes += [helper.make_node("Add", [a, "still"], [b]) for a, b in outputs]
    return helper.make_graph(
        nodes,
        "student",
        [_value("sketch", [1, 1, SIDE, SIDE])],
        [
            _value("styles", [1, STRUCTURE, STYLE_SIZE]),
            _value("spread", [1, STRUCTURE, STYLE_SIZE]),
            _value("frame", [1, 4]),
        ],
        [numpy_helper.from_array(value, name) for name, value in constants.items()],
    )


def _teacher() -> onnx.GraphProto:
    """Every style vector is (red, green, blue, 1) of the picture's mean."""
    constants = {
        "one": np.ones((1, 1), np.float32),
        "many": np.ones((1, len(ROLES), 1), np.float32),
        "flat": np.array([1, 1, STYLE_SIZE], np.int64),
    }
    nodes = [
        helper.make_node("ReduceMean", ["picture"], ["mean"], axes=[2, 3], keepdims=0),
        helper.make_node("Concat", ["mean", "one"], ["four"], axis=1),
        helper.make_node("Reshape", ["four", "flat"], ["row"]),
        helper.make_node("Mul", ["row", "many"], ["styles"]),
    ]
    return helper.make_graph(
        nodes,
        "teacher",
        [_value("picture", [1, 3, PICTURE_SIDE, PICTURE_SIDE])],
        [_value("styles", [1, len(ROLES), STYLE_SIZE])],
        [numpy_helper.from_array(value, name) for name, value in constants.items()],
    )


def _follows() -> NDArray[np.float32]:
    """[styles, points] 1 where a style's number may move a point: those of layout move all, those
    of a part its own."""
    owner = [PARTS[i] for i in TABLE.part_of_point]
    rows = [
        [role == "layout" or role.partition(".")[0] == part for part in owner] for role in ROLES
    ]
    return np.repeat(np.repeat(np.array(rows, np.float32), STYLE_SIZE, axis=0), 2, axis=1)


def _synthesis(rng: np.random.Generator) -> onnx.GraphProto:
    """points = face + styles @ random; presence and width constant; paints follow the colours."""
    flat = len(ROLES) * STYLE_SIZE
    slots = len(TABLE.slots)
    shape_weights = rng.standard_normal((flat, FACE.size)).astype(np.float32) * 0.003
    shape_weights *= _follows()
    paint_weights = rng.standard_normal((flat, PAINTS.size)).astype(np.float32) * 0.1
    paint_weights[: STRUCTURE * STYLE_SIZE] = 0
    constants = {
        "flat_shape": np.array([0, flat], np.int64),
        "points_shape": np.array([0, *FACE.shape], np.int64),
        "paints_shape": np.array([0, *PAINTS.shape], np.int64),
        "face": FACE.reshape(1, -1),
        "paint": PAINTS.reshape(1, -1),
        "shape_weights": shape_weights,
        "paint_weights": paint_weights,
        "no_weights": np.zeros((flat, slots), np.float32),
        "one": np.ones((1, slots), np.float32),
    }
    node = helper.make_node
    nodes = [
        node("Reshape", ["styles", "flat_shape"], ["flat"]),
        node("Gemm", ["flat", "shape_weights", "face"], ["flat_points"]),
        node("Reshape", ["flat_points", "points_shape"], ["points"]),
        node("Gemm", ["flat", "paint_weights", "paint"], ["flat_paints"]),
        node("Reshape", ["flat_paints", "paints_shape"], ["paints"]),
        node("Gemm", ["flat", "no_weights", "one"], ["presence"]),
        node("Gemm", ["flat", "no_weights", "one"], ["width"]),
    ]
    return helper.make_graph(
        nodes,
        "synthesis",
        [_value("styles", ["N", len(ROLES), STYLE_SIZE])],
        [
            _value("points", ["N", *FACE.shape]),
            _value("presence", ["N", slots]),
            _value("width", ["N", slots]),
            _value("paints", ["N", *PAINTS.shape]),
        ],
        [numpy_helper.from_array(value, name) for name, value in constants.items()],
    )


def _value(name: str, shape: list[int | str]) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)


def _save(path: Path, graph: onnx.GraphProto) -> None:
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    onnx.save(model, str(path))
