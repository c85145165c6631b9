"""The loop: an interrupted run ends where an uninterrupted one does; stages run end to end."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from models.training.checkpoints import load_checkpoint
from models.training.configuration import Configuration, load_configuration
from models.training.errors import TrainingError
from models.training.generator_loop import GeneratorStage
from models.training.loop import train
from models.training.samples import Samples, load_samples
from models.training.schedule import rate_factor
from models.training.source import PortraitSource


def _samples(source: PortraitSource, configuration: Configuration, folder: Path) -> Samples:
    return load_samples(source, configuration.atelier_people, 0, folder, processes=1)


def test_resuming_gives_the_same_weights_and_the_same_curve(
    source: PortraitSource, configuration: Configuration, tmp_path: Path
) -> None:
    samples = _samples(source, configuration, tmp_path)

    def run(out: Path, steps: int, resume: bool) -> None:
        # The schedule is that of the whole run; only the moment of stopping differs.
        settings = replace(configuration.generator, steps=steps, cooldown=1e-6, evaluate_every=1)
        stage = GeneratorStage(source, configuration, samples, samples)
        train(stage, settings, out, resume=resume)

    def curve(out: Path) -> list[dict[str, str]]:
        rows = list(csv.DictReader((out / "generator.csv").open()))
        return [{n: v for n, v in row.items() if n != "minutes"} for row in rows]

    whole, parts = tmp_path / "whole", tmp_path / "parts"
    run(whole, 4, False)
    run(parts, 2, False)
    checkpoint = (parts / "generator.pt").read_bytes()
    run(parts, 3, True)
    # Cut off without a warning after step 3: the last checkpoint is that of step 2.
    (parts / "generator.pt").write_bytes(checkpoint)
    run(parts, 4, True)
    wanted, found = (load_checkpoint(out / "generator.pt")["model"] for out in (whole, parts))
    assert all(torch.equal(wanted[name], found[name]) for name in wanted)
    assert len(curve(whole)) == 4 and curve(whole) == curve(parts)


def test_a_run_is_not_overwritten_by_chance(
    source: PortraitSource, configuration: Configuration, tmp_path: Path
) -> None:
    samples = _samples(source, configuration, tmp_path)
    stage = GeneratorStage(source, configuration, samples, samples)
    train(stage, configuration.generator, tmp_path)
    with pytest.raises(TrainingError, match="--resume"):
        train(stage, configuration.generator, tmp_path)
    with pytest.raises(TrainingError, match="train that stage first"):
        load_checkpoint(tmp_path / "student.pt")


def test_samples_come_from_the_cache_the_second_time(
    source: PortraitSource, configuration: Configuration, tmp_path: Path
) -> None:
    first = _samples(source, configuration, tmp_path)
    files = sorted(tmp_path.iterdir())
    second = _samples(source, configuration, tmp_path)
    assert np.array_equal(first.points, second.points)
    assert sorted(tmp_path.iterdir()) == files


def test_rate_rises_stays_and_falls() -> None:
    factors = [rate_factor(step, step / 100, 10, 0.5) for step in range(101)]
    assert factors[0] == pytest.approx(0.1)
    assert factors[10:50] == pytest.approx([1.0] * 40)
    assert factors[100] < 0.01


def test_configuration_file_is_checked(tmp_path: Path) -> None:
    path = tmp_path / "c.json"
    path.write_text(
        json.dumps({"seed": 3, "student": {"steps": 5}, "student_size": {"feature": 7}})
    )
    read = load_configuration(path)
    assert (read.seed, read.student.steps, read.student_size.feature) == (3, 5, 7)
    path.write_text(json.dumps({"student": {"speed": 5}}))
    with pytest.raises(TrainingError, match="speed"):
        load_configuration(path)


def test_training_on_can_keep_the_style_space(
    source: PortraitSource, configuration: Configuration, tmp_path: Path
) -> None:
    samples = _samples(source, configuration, tmp_path)
    settings = replace(configuration.generator, steps=2)
    train(GeneratorStage(source, configuration, samples, samples), settings, tmp_path)
    before = load_checkpoint(tmp_path / "generator.pt")["model"]
    kept = configuration.with_(keep_styles=True)
    train(
        GeneratorStage(source, kept, samples, samples),
        replace(settings, steps=4),
        tmp_path,
        resume=True,
    )
    after = load_checkpoint(tmp_path / "generator.pt")["model"]
    assert all(torch.equal(before[n], after[n]) for n in before if n.startswith("mapping."))
    assert not torch.equal(before["synthesis.constant"], after["synthesis.constant"])


def test_some_parts_can_learn_while_the_others_rest(
    source: PortraitSource, configuration: Configuration, tmp_path: Path
) -> None:
    size = replace(configuration.generator_size, extra_columns=("bangs",))
    settings = configuration.with_(
        keep_styles=True, generator_size=size, generator_parts=("bangs", "face")
    )
    samples = load_samples(source, 12, 0, tmp_path, processes=1)
    stage = GeneratorStage(source, settings, samples, samples)
    table, z = source.table, torch.randn(5, len(source.roles))
    styles = stage.model.mapping.eval()(z).detach()
    with torch.no_grad():
        stage.model.synthesis.outputs[2].weight.normal_()  # the added column is heard
        before = stage.model.synthesis(styles)
        points, presence, width, own, slots = stage.model.synthesis.structure_of(
            styles, ("bangs", "face")
        )
    assert torch.allclose(points, before.points[:, own], atol=1e-6)
    assert torch.allclose(presence, before.presence[:, slots], atol=1e-6)
    assert torch.allclose(width, before.width[:, slots], atol=1e-6)
    train(stage, settings.generator, tmp_path)
    after = stage.model.synthesis(styles)
    part = table.part_of_point
    eyes = torch.from_numpy(part == table.parts.index("eyes"))
    assert torch.equal(after.points[:, eyes], before.points[:, eyes])
    assert not eyes[own].any() and len(own) == int((~eyes).sum())
    assert not torch.allclose(after.points[:, own], before.points[:, own], atol=1e-6)
    assert torch.equal(after.paints, before.paints)
    elsewhere = GeneratorStage(source, settings.with_(generator_parts=()), samples, samples)
    with pytest.raises(TrainingError, match="other parts"):
        train(elsewhere, settings.generator, tmp_path, resume=True)
