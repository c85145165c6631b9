"""Networks as ONNX graphs, small enough to ship."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from models.networks.generator import Generator
from models.networks.loupe import Loupe
from models.networks.mapping import Mapping as MappingNetwork
from models.networks.student import LOG_SPREAD, Student
from models.networks.teacher import Teacher
from models.training.shared_weights import HALF, is_halved, share_weights

_OPSET = 17
#: Weights larger than this are stored in half precision.
_LARGE = 1024
#: Spread of numbers that mean nothing: a spread has to be above 0.
_NO_SPREAD = 1e-4


class StudentGraph(nn.Module):
    """sketch [1, 1, side, side] to styles, spread (standard deviation) and frame."""

    def __init__(self, student: Student) -> None:
        super().__init__()
        self.student = student

    def forward(self, sketch: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        reading = self.student(sketch)
        spread = reading.log_spread.exp() * self.student.live + _NO_SPREAD
        return reading.styles, spread, reading.frame


class TeacherGraph(nn.Module):
    """picture [1, 3, side, side], RGB, 0 to 1, to styles [1, K, 32]."""

    def __init__(self, teacher: Teacher) -> None:
        super().__init__()
        self.teacher = teacher

    def forward(self, picture: Tensor) -> Tensor:
        styles: Tensor = self.teacher(picture)
        return styles


class LoupeGraph(nn.Module):
    """seen [1, G, side, side] and what the student read, said and unsure [1, Ks, 32], to styles
    and spread, and the chance [1, E] that each eye is open."""

    def __init__(self, loupe: Loupe) -> None:
        super().__init__()
        self.loupe = loupe

    def forward(self, seen: Tensor, said: Tensor, unsure: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        log_spread = (unsure - _NO_SPREAD).clamp(min=math.exp(LOG_SPREAD[0])).log()
        styles, log_spread, lids = self.loupe(seen, said, log_spread)
        return styles, log_spread.exp() * self.loupe.live + _NO_SPREAD, lids.sigmoid()


class SynthesisGraph(nn.Module):
    """styles [N, K, 32] to points, presence (0 to 1), width and paints (inside sRGB)."""

    def __init__(self, generator: Generator) -> None:
        super().__init__()
        self.synthesis = generator.synthesis
        self.live = generator.live

    def forward(self, styles: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        drawn = self.synthesis(styles * self.live)
        width = drawn.width.clamp(min=0.0)
        return drawn.points, drawn.presence.sigmoid(), width, drawn.paints.clamp(0.0, 1.0)


class FeaturesGraph(nn.Module):
    """styles [N, K, 32] to points, presence (0 to 1) and width of some ``parts`` alone, part after
    part."""

    def __init__(self, generator: Generator, parts: Sequence[str]) -> None:
        super().__init__()
        self.synthesis = generator.synthesis
        self.live = generator.live
        self._parts = tuple(parts)

    def forward(self, styles: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        drawn = self.synthesis.structure_of(styles * self.live, self._parts)
        points, presence, width = drawn[:3]
        return points, presence.sigmoid(), width.clamp(min=0.0)


class MappingGraph(nn.Module):
    """z [N, D] to styles [N, K, 32]."""

    def __init__(self, network: MappingNetwork) -> None:
        super().__init__()
        self.mapping = network

    def forward(self, z: Tensor) -> Tensor:
        styles: Tensor = self.mapping(z)
        return styles


def write_graph(
    module: nn.Module,
    examples: Mapping[str, Tensor],
    outputs: Sequence[str],
    path: Path,
    *,
    weights: Path,
    batched: bool,
) -> None:
    """Export a module; ``examples`` are of its inputs, by name and in order. Weights are stored in
    half precision, arithmetic stays single; what lies in ``weights``, a safetensors file in the
    same folder, is read from there. ``batched`` leaves the first axis open."""
    axes = {name: {0: "batch"} for name in (*examples, *outputs)} if batched else None
    torch.onnx.export(
        module.eval(),
        tuple(examples.values()),
        str(path),
        input_names=list(examples),
        output_names=list(outputs),
        opset_version=_OPSET,
        dynamic_axes=axes,
        do_constant_folding=False,
        dynamo=False,
    )
    graph = onnx.load(str(path))
    _halve(graph)
    onnx.checker.check_model(graph)
    onnx.save(graph, str(path))
    share_weights(path, weights)


def _halve(model: onnx.ModelProto) -> None:
    """Store large weights as half precision with a cast after them, which ONNX Runtime folds
    when it loads the graph."""
    casts = []
    for weight in model.graph.initializer:
        values = numpy_helper.to_array(weight)
        small = values.dtype != np.float32 or values.size < _LARGE
        if small or not is_halved(weight.name):
            continue
        name = weight.name
        weight.CopyFrom(numpy_helper.from_array(values.astype(np.float16), f"{name}{HALF}"))
        casts.append(helper.make_node("Cast", [f"{name}{HALF}"], [name], to=TensorProto.FLOAT))
    nodes = [*casts, *model.graph.node]
    del model.graph.node[:]
    model.graph.node.extend(nodes)
