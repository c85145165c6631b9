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
import onnxruntime
from onnx import numpy_helper

from worker.answering import render
from worker.evaluation.answers import Subject
from worker.evaluation.sketching import SIDE, Case
from worker.packs.inference import Networks
from worker.reading.sketch import prepare
from worker.serving.engine import Engine

_THUMBNAIL = 160


def cost(subject: Subject, case: Case, rounds: int = 7) -> dict[str, Any]:
    """Figures of the networks of an answer, and of the worker's steps, on one finished sketch."""
    files = [p for p in subject.pack.folder.rglob("*") if p.is_file()]
    return {
        "megabytes": sum(p.stat().st_size for p in files) / 1e6,
        "networks": {
            name: _network(subject.pack.graphs[name])
            for name in ("student", "loupe", "synthesis")
            if name in subject.pack.graphs
        },
        "milliseconds": _times(subject, case, rounds),
    }


def _network(path: Path) -> dict[str, float]:
    """Parameters in millions, and billions of multiply-accumulates for one input."""
    model = onnx.load(str(path))
    nodes = list(model.graph.node)
    weights = {w.name: numpy_helper.to_array(w) for w in model.graph.initializer}
    shapes = {name: weight.shape for name, weight in weights.items()} | _shapes(model)
    macs = 0
    for node in nodes:
        made = int(np.prod(shapes[node.output[0]]))
        if node.op_type == "Conv":
            # Every number put out is the sum over one filter: inputs of its group times kernel.
            macs += made * int(np.prod(shapes[node.input[1]][1:]))
        elif node.op_type in ("MatMul", "Gemm"):
            macs += made * shapes[node.input[0]][-1]
    whole = sum(w.size for w in weights.values() if w.dtype.kind == "f")
    return {"millions": whole / 1e6, "gmac": macs / 1e9}


def _shapes(model: onnx.ModelProto) -> dict[str, tuple[int, ...]]:
    """Shape of everything that is computed, found by computing it once."""
    graph = model.graph
    known = {value.name for value in graph.output}
    names = [n for node in graph.node for n in node.output if n]
    graph.output.extend(onnx.ValueInfoProto(name=n) for n in names if n not in known)
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    session = onnxruntime.InferenceSession(
        model.SerializeToString(), options, providers=["CPUExecutionProvider"]
    )
    blank = {
        given.name: np.zeros([a if isinstance(a, int) else 1 for a in given.shape], np.float32)
        for given in session.get_inputs()
    }
    values = session.run(names, blank)
    return {name: value.shape for name, value in zip(names, values, strict=True)}


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
