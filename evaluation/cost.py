"""What a pack costs: parameters, multiplications, milliseconds, megabytes."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
import onnx
from onnx import numpy_helper, shape_inference

from evaluation.answers import Subject
from evaluation.sketching import SIDE, Case
from worker import render
from worker.engine import Engine
from worker.inference import Networks
from worker.sketch import prepare

_THUMBNAIL = 160


def cost(subject: Subject, case: Case, rounds: int = 7) -> dict[str, Any]:
    """Figures of the student, the synthesis and the worker's steps on one finished sketch."""
    files = [p for p in subject.pack.folder.rglob("*") if p.is_file()]
    return {
        "megabytes": sum(p.stat().st_size for p in files) / 1e6,
        "networks": {
            name: _network(subject.pack.graphs[name]) for name in ("student", "synthesis")
        },
        "milliseconds": _times(subject, case, rounds),
    }


def _network(path: Path) -> dict[str, float]:
    """Parameters and multiply-accumulates of one input, in millions and billions."""
    graph = onnx.load(str(path))
    for value in graph.graph.input:
        for axis in value.type.tensor_type.shape.dim:
            if axis.dim_param:
                axis.Clear()
                axis.dim_value = 1
    inferred = shape_inference.infer_shapes(graph, data_prop=True).graph
    shapes = {
        value.name: [axis.dim_value for axis in value.type.tensor_type.shape.dim]
        for value in (*inferred.value_info, *inferred.input, *inferred.output)
    }
    weights = {w.name: list(w.dims) for w in inferred.initializer}
    shapes |= weights
    macs = 0
    for node in inferred.node:
        made = shapes.get(node.output[0], [])
        if node.op_type == "Conv":
            # Every output number is the sum over one filter: inputs of its group times kernel.
            macs += int(np.prod(made)) * int(np.prod(shapes[node.input[1]][1:]))
        elif node.op_type in ("MatMul", "Gemm"):
            first = shapes.get(node.input[0], [])
            macs += int(np.prod(made)) * (first[-1] if first else 0)
    whole = sum(int(np.prod(d)) for n, d in weights.items() if _is_weight(inferred, n))
    return {"millions": whole / 1e6, "gmac": macs / 1e9}


def _is_weight(graph: onnx.GraphProto, name: str) -> bool:
    weight = next(w for w in graph.initializer if w.name == name)
    return bool(numpy_helper.to_array(weight).dtype.kind == "f")


def _times(subject: Subject, case: Case, rounds: int) -> dict[str, list[float]]:
    found: dict[str, list[float]] = {}
    ink = case.ink
    for threads in (1, 2):
        networks = Networks(subject.pack, threads)
        engine = Engine(subject.pack, threads)
        engine.warm_up()
        sketch = prepare(ink, SIDE, subject.pack.sketch_side)
        styles = subject.pack.mean_styles[None]
        (portrait,) = networks.synthesise(styles)
        timed = Subject(subject.pack, engine, networks)
        steps = [timed.answer(ink).times for _ in range(rounds)]
        row = {
            "encoder": _milliseconds(partial(networks.read, sketch), rounds),
            "generator": _milliseconds(partial(networks.synthesise, styles), rounds),
            "fit": median(step.get("fit", 0.0) for step in steps),
            f"drawing at {_THUMBNAIL}": _milliseconds(
                partial(render.bgra, subject.pack.table, portrait, _THUMBNAIL, background=True),
                rounds,
            ),
            "guidance and four suggestions": _milliseconds(partial(timed.answer, ink), rounds),
        }
        for name, value in row.items():
            found.setdefault(name, []).append(value)
    return found


def _milliseconds(work: Callable[[], object], rounds: int) -> float:
    work()
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return median(times)
