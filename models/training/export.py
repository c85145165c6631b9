"""From a run's checkpoints to a pack that the worker can use."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image
from safetensors.torch import save_file
from torch import Tensor

from models.networks.generator import Generator, portraits
from models.networks.loupe import Loupe
from models.networks.styles import STYLE_SIZE
from models.portrait.draw import draw
from models.portrait.layer_table import LayerTable
from models.training.configuration import Configuration
from models.training.graphs import (
    FeaturesGraph,
    LoupeGraph,
    MappingGraph,
    StudentGraph,
    SynthesisGraph,
    TeacherGraph,
    write_graph,
)
from models.training.model_card import model_card
from models.training.references import PALETTES, reference_styles
from models.training.shared_weights import is_halved
from models.training.source import PortraitSource
from models.training.stages import STAGES, load_trained
from models.training.trained import Trained

PACK_VERSION = 1
_THUMBNAIL = 128
_GRAPHS = {
    n: f"{n}.onnx" for n in ("student", "loupe", "teacher", "synthesis", "features", "mapping")
}
_WEIGHTS = "{}.safetensors"


def export_pack(
    source: PortraitSource,
    configuration: Configuration,
    run: Path,
    pack: Path,
    notes: str = "",
) -> None:
    """Write the pack folder anew from the checkpoints in ``run``; complete or not at all.

    ``notes`` end the card; its figures are for ``aniface evaluate --card`` to add.

    Raises:
        TrainingError: a stage has not been trained.
    """
    trained = load_trained(source, configuration, run)
    fresh = pack.with_name(pack.name + ".partial")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    _write_weights(trained, fresh)
    _write_graphs(trained, fresh)
    references = _write_references(trained.generator, source, fresh)
    history = _history(run)
    millions = {
        name: sum(p.numel() for p in network.parameters()) / 1e6
        for name, network in trained.by_name.items()
    }
    card = model_card(history, millions)
    whole = "\n".join([card, notes.strip(), ""]) if notes.strip() else card
    (fresh / "MODEL_CARD.md").write_text(whole, encoding="utf-8")
    _write_model(trained, configuration, references, history, fresh)
    old = pack.with_name(pack.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if pack.exists():
        os.replace(pack, old)
    os.replace(fresh, pack)
    shutil.rmtree(old, ignore_errors=True)


def _write_graphs(trained: Trained, folder: Path) -> None:
    generator, student, teacher = trained.generator, trained.student, trained.teacher
    structure = (1, generator.layout.structure_count, STYLE_SIZE)
    write_graph(
        StudentGraph(student),
        {"sketch": torch.rand(1, 1, student.side, student.side)},
        ("styles", "spread", "frame"),
        folder / _GRAPHS["student"],
        weights=folder / _WEIGHTS.format("student"),
        batched=False,
    )
    if trained.loupe:
        write_graph(
            LoupeGraph(trained.loupe),
            {
                "seen": torch.rand(
                    1, len(trained.loupe.glimpses), trained.loupe.side, trained.loupe.side
                ),
                "said": torch.randn(structure),
                "unsure": torch.ones(structure),
            },
            ("styles", "spread", "eyes"),
            folder / _GRAPHS["loupe"],
            weights=folder / _WEIGHTS.format("loupe"),
            batched=False,
        )
    write_graph(
        TeacherGraph(teacher),
        {"picture": torch.rand(1, 3, teacher.side, teacher.side)},
        ("styles",),
        folder / _GRAPHS["teacher"],
        weights=folder / _WEIGHTS.format("teacher"),
        batched=False,
    )
    write_graph(
        SynthesisGraph(generator),
        {"styles": torch.randn(2, generator.layout.count, STYLE_SIZE)},
        ("points", "presence", "width", "paints"),
        folder / _GRAPHS["synthesis"],
        weights=folder / _WEIGHTS.format("generator"),
        batched=True,
    )
    if trained.loupe:
        write_graph(
            FeaturesGraph(generator, _features(trained.loupe, generator.table)),
            {"styles": torch.randn(2, generator.layout.count, STYLE_SIZE)},
            ("points", "presence", "width"),
            folder / _GRAPHS["features"],
            weights=folder / _WEIGHTS.format("generator"),
            batched=True,
        )
    write_graph(
        MappingGraph(generator.mapping),
        {"z": torch.randn(2, len(generator.roles))},
        ("styles",),
        folder / _GRAPHS["mapping"],
        weights=folder / _WEIGHTS.format("generator"),
        batched=True,
    )


def _write_weights(trained: Trained, folder: Path) -> None:
    for name, model in trained.by_name.items():
        path = folder / _WEIGHTS.format(name)
        save_file({key: _stored(key, value) for key, value in model.state_dict().items()}, path)
        path.chmod(0o644)  # as the other files; it is made private


def _stored(name: str, value: Tensor) -> Tensor:
    """A weight as the pack has it."""
    if value.is_floating_point() and value.ndim > 1 and is_halved(name):
        value = value.half()
    return value.clone(memory_format=torch.contiguous_format)


def _write_references(
    generator: Generator, source: PortraitSource, folder: Path
) -> list[dict[str, str]]:
    styles = reference_styles(generator, source)
    np.save(folder / "references.npy", styles.numpy().astype(np.float32))
    np.save(folder / "mean.npy", generator.mean_styles().numpy().astype(np.float32))
    (folder / "references").mkdir()
    found = []
    with torch.no_grad():
        sitters = portraits(generator.synthesis(styles))
    for palette, sitter in zip(PALETTES, sitters, strict=True):
        thumbnail = f"references/{palette.id}.png"
        picture = Image.fromarray(draw(generator.table, sitter, 4 * _THUMBNAIL))
        picture.convert("RGB").resize((_THUMBNAIL, _THUMBNAIL), Image.Resampling.LANCZOS).save(
            folder / thumbnail
        )
        found.append({"id": palette.id, "label": palette.label, "thumbnail": thumbnail})
    return found


def _write_model(
    trained: Trained,
    configuration: Configuration,
    references: list[dict[str, str]],
    history: Mapping[str, Any],
    folder: Path,
) -> None:
    generator = trained.generator
    model = {
        "format": "aniface-pack",
        "version": PACK_VERSION,
        "name": "default",
        "kind": "vector",
        "licence": "CC0-1.0",
        "table": generator.table.to_json(),
        "styles": list(generator.layout.names),
        "style_size": STYLE_SIZE,
        "sketch_side": configuration.sketch_side,
        "picture_side": trained.teacher.side,
        "graphs": {n: file for n, file in _GRAPHS.items() if (folder / file).exists()},
        "weights": [_WEIGHTS.format(n) for n in trained.by_name],
        **(_what_is_seen(trained.loupe, generator.table) if trained.loupe else {}),
        "references": references,
        "roles": list(generator.roles),
        "training": {"configuration": configuration.to_json(), "stages": history},
        "files": _files(folder),
    }
    text = json.dumps(model, indent=1, ensure_ascii=False) + "\n"
    (folder / "model.json").write_text(text, encoding="utf-8")


def _what_is_seen(loupe: Loupe, table: LayerTable) -> dict[str, Any]:
    glimpses = [asdict(g) for g in loupe.glimpses]
    return {
        "loupe": {"side": loupe.side, "glimpses": glimpses},
        "features": _features(loupe, table),
    }


def _features(loupe: Loupe, table: LayerTable) -> list[str]:
    """The parts where the loupe looks."""
    slots = table.slot_of_point[[g.first for g in loupe.glimpses]]
    return [table.parts[number] for number in np.unique(table.part_of_slot[slots])]


def _files(folder: Path) -> dict[str, dict[str, Any]]:
    """Hash and size of every file of the pack but ``model.json``."""
    return {
        path.relative_to(folder).as_posix(): {
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
            "bytes": path.stat().st_size,
        }
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _history(run: Path) -> dict[str, Any]:
    """The last line of each stage's log: samples seen, minutes, figures."""
    found = {}
    for name in STAGES:
        log = run / f"{name}.csv"
        if log.exists():
            with log.open(encoding="utf-8") as file:
                rows = list(csv.DictReader(file))
            found[name] = (
                {key: float(value) for key, value in rows[-1].items() if value} if rows else {}
            )
    return found
