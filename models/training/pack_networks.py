"""The networks of a finished pack, to measure them or to train on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file

from models.networks.encoder import EncoderSize
from models.networks.generator import Generator, GeneratorSize
from models.networks.student import Student
from models.networks.teacher import Teacher
from models.portrait.layer_table import LayerTable, LayerTableError
from models.training.errors import TrainingError


def load_pack_networks(pack: Path) -> tuple[Generator, Teacher, Student]:
    """Generator, teacher and student of a pack, in evaluation mode.

    Raises:
        TrainingError: the folder is not a pack of this version, or was made by other networks.
    """
    try:
        model = json.loads((pack / "model.json").read_text(encoding="utf-8"))
        settings = model["training"]["configuration"]
        generator = Generator(
            LayerTable.from_json(model["table"]),
            model["roles"],
            GeneratorSize(**settings["generator_size"]),
        )
        structure = generator.live[: generator.layout.structure_count]
        teacher = Teacher(generator.live, settings["picture_side"], _size(settings["teacher_size"]))
        student = Student(structure, settings["sketch_side"], _size(settings["student_size"]))
        for name, network in (("generator", generator), ("teacher", teacher), ("student", student)):
            weights = load_file(pack / f"{name}.safetensors")
            whole = {
                key: value.float() if value.dtype == torch.float16 else value
                for key, value in weights.items()
            }
            network.load_state_dict(whole)
            network.eval().requires_grad_(False)
    except (OSError, ValueError, KeyError, TypeError, RuntimeError, LayerTableError) as error:
        raise TrainingError(f"{pack} is not a pack that can be trained on: {error}") from error
    return generator, teacher, student


def _size(data: dict[str, Any]) -> EncoderSize:
    return EncoderSize(
        channels=tuple(data["channels"]),
        blocks=tuple(data["blocks"]),
        squeeze=data["squeeze"],
        feature=data["feature"],
    )
