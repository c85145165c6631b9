"""Graphs that read their weights from the safetensors file beside them.

A pack would hold every weight twice: in a graph, to be run, and by name, to be trained on. ONNX
lets a weight be a stretch of another file of the folder ("external data"), and safetensors is
plain enough for that: eight bytes with the length of a JSON header, the header, the arrays.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, numpy_helper

#: What ``graphs.write_graph`` appends to the names of weights in half precision.
HALF = ".half"
_EXACT = "synthesis.points"
_LENGTH_BYTES = 8


def is_halved(name: str) -> bool:
    """Whether a large weight of this name is stored in half precision. Where the average
    portrait's points lie is not: half precision knows a place in the frame to a 4000th only."""
    return not name.endswith(_EXACT)


def share_weights(graph: Path, weights: Path) -> None:
    """Replace every weight of a graph that lies in ``weights``, byte for byte and under its name,
    by a reference to there. Both files lie in one folder."""
    model = onnx.load(str(graph))
    whole = weights.read_bytes()
    start = _LENGTH_BYTES + int.from_bytes(whole[:_LENGTH_BYTES], "little")
    places = json.loads(whole[_LENGTH_BYTES:start])
    for weight in model.graph.initializer:
        place = _place(places, weight.name.removesuffix(HALF))
        if place is None:
            continue
        first, last = (start + offset for offset in place)
        if whole[first:last] == _raw(weight):
            _refer(weight, weights.name, first, last - first)
    # Not by onnx.save, which would write the file that is referred to.
    graph.write_bytes(model.SerializeToString())


def _place(places: dict[str, dict[str, list[int]]], name: str) -> list[int] | None:
    """First and last byte of a weight, whose name in a graph may have its network's before it."""
    for known in (name, name.partition(".")[2]):
        if known in places:
            return places[known]["data_offsets"]
    return None


def _raw(weight: TensorProto) -> bytes:
    values: np.ndarray = numpy_helper.to_array(weight)
    return values.tobytes()


def _refer(weight: TensorProto, file: str, offset: int, length: int) -> None:
    for kind in ("raw_data", "float_data", "int32_data", "int64_data"):
        weight.ClearField(kind)
    weight.data_location = TensorProto.EXTERNAL
    for key, value in (("location", file), ("offset", str(offset)), ("length", str(length))):
        entry = weight.external_data.add()
        entry.key, entry.value = key, value
