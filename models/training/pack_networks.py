"""The networks of a finished pack, to measure them or to train on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file

from models.networks.encoder import EncoderSize
from models.networks.generator import Generator, GeneratorSize
from models.networks.loupe import Loupe
from models.networks.student import Student
from models.networks.teacher import Teacher
from models.portrait.layer_table import LayerTable, LayerTableError
from models.training.errors import TrainingError
from models.training.trained import Trained


def load_pack_networks(pack: Path) -> Trained:
    """The networks of a pack, frozen.

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
        layout, live = generator.layout, generator.live
        structure = live[: layout.structure_count]
        trained = Trained(
            generator,
            Teacher(live, settings["picture_side"], _size(settings["teacher_size"])),
            Student(structure, settings["sketch_side"], _size(settings["student_size"])),
            Loupe(
                generator.table,
                layout,
                structure,
                settings["glimpse_side"],
                _size(settings["loupe_size"]),
            )
            if "loupe" in model["graphs"]
            else None,
        )
        for name, network in trained.by_name.items():
            weights = load_file(pack / f"{name}.safetensors")
            network.load_state_dict(
                {k: v.float() if v.dtype == torch.float16 else v for k, v in weights.items()}
            )
            network.eval().requires_grad_(False)
    except (OSError, ValueError, KeyError, TypeError, RuntimeError, LayerTableError) as error:
        raise TrainingError(f"{pack} is not a pack that can be trained on: {error}") from error
    return trained


def _size(data: dict[str, Any]) -> EncoderSize:
    return EncoderSize(
        channels=tuple(data["channels"]),
        blocks=tuple(data["blocks"]),
        squeeze=data["squeeze"],
        feature=data["feature"],
    )
