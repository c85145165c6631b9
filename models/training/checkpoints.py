"""Checkpoints: written whole or not at all, with everything that decides the next step."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import torch

from models.training.errors import TrainingError


def save_checkpoint(path: Path, state: dict[str, Any]) -> None:
    """Replace the checkpoint in one move, so that a crash leaves the old one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(path.suffix + ".partial")
    torch.save(state, partial)
    os.replace(partial, path)


def load_checkpoint(path: Path) -> dict[str, Any]:
    """Read a checkpoint; only tensors and plain data are accepted.

    Raises:
        TrainingError: it is missing or is no checkpoint.
    """
    try:
        state = torch.load(path, map_location="cpu", weights_only=True)
    except FileNotFoundError as error:
        raise TrainingError(f"{path} is missing: train that stage first") from error
    except Exception as error:
        raise TrainingError(f"{path} is not a checkpoint of this project: {error}") from error
    if not isinstance(state, dict) or "model" not in state:
        raise TrainingError(f"{path} is not a checkpoint of this project")
    return state
