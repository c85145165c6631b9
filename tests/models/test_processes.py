"""Two processes that share a batch take the step of one process on the whole of it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from models.networks.generator import Generator
from models.training.checkpoints import load_checkpoint, save_checkpoint
from models.training.configuration import Configuration
from models.training.errors import TrainingError
from models.training.gallery import load_gallery
from models.training.generator_loop import GeneratorStage
from models.training.loop import Stage
from models.training.loupe_loop import LoupeStage
from models.training.runs import Job, run
from models.training.samples import load_samples
from models.training.source import PortraitSource
from models.training.stages import STAGES
from models.training.student_loop import StudentStage
from models.training.teacher_loop import TeacherStage, read_pictures
from models.training.team import Team, local_team
from tests.models.toy_atelier import Toy


def _stage(
    name: str, source: PortraitSource, settings: Configuration, folder: Path, team: Team
) -> Stage:
    torch.manual_seed(7)
    generator = Generator(source.table, source.roles, settings.generator_size).eval()
    if name == "generator":
        samples = load_samples(source, settings.atelier_people, 0, folder, processes=1)
        return GeneratorStage(source, settings, samples, samples, team)
    gallery = load_gallery(
        generator, source, 8, 1, folder, pictures=6, side=settings.picture_side, processes=1
    )
    teacher = TeacherStage(generator, settings, gallery, gallery, team)
    if name == "teacher":
        return teacher
    codes = read_pictures(teacher.model.eval(), gallery.pictures(0, 6)).numpy()
    student = StudentStage(generator, settings, gallery, gallery, codes, team)
    if name == "student":
        return student
    return LoupeStage(generator, settings, student.model.eval(), gallery, gallery, team)


def _gradients(stage: Stage, team: Team) -> dict[str, torch.Tensor]:
    """Of one step, and what the step leaves in the buffers."""
    stage.model.train()
    losses = torch.stack(list(stage.losses(0).values()))
    losses.sum().backward()
    found = {"losses": team.join(list(stage.model.parameters()), losses.detach())}
    found |= {n: p.grad for n, p in stage.model.named_parameters() if p.grad is not None}
    return found | {f"buffer {n}": b.clone() for n, b in stage.model.named_buffers()}


def _member(rank: int, settings: Configuration, folder: Path) -> None:
    torch.set_num_threads(1)
    with local_team(rank, 2, folder / "meeting") as team:
        for name in STAGES:
            found = _gradients(_stage(name, Toy().source(), settings, folder, team), team)
            if team.leads:
                save_checkpoint(folder / f"{name}.shared", {"model": found})


def test_gradients_of_two_processes_are_those_of_the_joined_batch(
    source: PortraitSource, configuration: Configuration, tmp_path: Path
) -> None:
    alone = {
        name: _gradients(_stage(name, source, configuration, tmp_path, Team()), Team())
        for name in STAGES
    }
    start = multiprocessing.get_context("spawn").Process
    pair = [start(target=_member, args=(rank, configuration, tmp_path)) for rank in (0, 1)]
    for process in pair:
        process.start()
    for process in pair:
        process.join(120)
        assert process.exitcode == 0
    for name in STAGES:
        shared = load_checkpoint(tmp_path / f"{name}.shared")["model"]
        assert shared.keys() == alone[name].keys() and len(shared) > 10
        for key, wanted in alone[name].items():
            np.testing.assert_allclose(
                shared[key].numpy(), wanted.numpy(), rtol=2e-3, atol=2e-6, err_msg=f"{name} {key}"
            )


def test_a_pair_trains_and_writes_one_checkpoint(
    configuration: Configuration, tmp_path: Path
) -> None:
    job = Job("generator", tmp_path, configuration, make_source=Toy().source)
    run(job, processes=2)
    reached = load_checkpoint(tmp_path / "generator.pt")
    assert reached["step"] == configuration.generator.steps
    assert len((tmp_path / "generator.csv").read_text().splitlines()) == 2
    alone = replace(job, out=tmp_path / "alone", cache=job.cache_folder)
    run(alone)
    for name, value in load_checkpoint(tmp_path / "alone" / "generator.pt")["model"].items():
        torch.testing.assert_close(reached["model"][name], value, rtol=1e-2, atol=1e-4)


def test_a_batch_must_be_shared_equally() -> None:
    assert Team(1, 2).share(6) == slice(3, 6)
    with pytest.raises(TrainingError, match="--processes"):
        Team(0, 2).share(5)


def _endless(out: Path, settings: Configuration) -> None:
    torch.set_num_threads(1)
    stage = replace(settings.generator, steps=10_000_000, evaluate_every=5)
    run(Job("generator", out, settings.with_(generator=stage), make_source=Toy().source))


def test_ctrl_c_saves(configuration: Configuration, tmp_path: Path) -> None:
    process = multiprocessing.get_context("spawn").Process(
        target=_endless, args=(tmp_path, configuration)
    )
    process.start()
    deadline = time.monotonic() + 120
    while not (tmp_path / "generator.csv").exists():  # written at the first evaluation
        assert process.is_alive() and time.monotonic() < deadline
        time.sleep(0.05)
    assert process.pid
    os.kill(process.pid, signal.SIGINT)
    process.join(60)
    assert process.exitcode == 0
    assert load_checkpoint(tmp_path / "generator.pt")["step"] >= 5
