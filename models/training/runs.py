"""A whole training run of one stage, in one process or in several."""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from models.networks.generator import Generator
from models.training.configuration import Configuration, StageConfiguration, load_configuration
from models.training.data_rate import data_rate
from models.training.errors import TrainingError
from models.training.gallery import Gallery, load_gallery
from models.training.generator_loop import GeneratorStage
from models.training.loop import Budget, Stage, train
from models.training.loupe_loop import LoupeStage
from models.training.samples import load_samples
from models.training.source import PortraitSource, atelier
from models.training.stages import load_generator, load_student, load_teacher
from models.training.student_loop import StudentStage
from models.training.teacher_loop import TeacherStage, read_pictures
from models.training.team import Team, is_launched, launched_team, local_team
from models.training.warm_start import open_donor, warm_start

#: Seeds far from those that training takes, for people it never sees.
HELD_OUT = 1_000_003


@dataclass(frozen=True)
class Job:
    """What to train, and how.

    Attributes:
        stage: one of ``stages.STAGES``.
        out: folder of the run: checkpoints, logs, pictures, ``configuration.json``.
        configuration: settings of the run.
        resume: go on from the checkpoint in ``out``.
        minutes: end after this long in all, whatever the configured steps; None for the steps.
        donor: a run or a pack that gives initial weights; None begins anew.
        cache: folder for portraits made once; None for ``out/cache``.
        check_data: steps to measure the data's speed over, in place of training; 0 trains.
        make_source: who draws the portraits; must be importable by other processes.
    """

    stage: str
    out: Path
    configuration: Configuration
    resume: bool = False
    minutes: float | None = None
    donor: Path | None = None
    cache: Path | None = None
    check_data: int = 0
    make_source: Callable[[], PortraitSource] = atelier

    @property
    def cache_folder(self) -> Path:
        return self.cache or self.out / "cache"


def configure(
    out: Path, file: Path | None, *, seed: int | None = None, threads: int | None = None
) -> Configuration:
    """The configuration of a run: ``file``, else what the run has, else the defaults; it is kept
    in ``out/configuration.json``.

    Raises:
        TrainingError: the file is not one.
    """
    kept = out / "configuration.json"
    path = file or (kept if kept.exists() else None)
    configuration = load_configuration(path) if path else Configuration()
    for name, value in (("seed", seed), ("threads", threads)):
        if value is not None:
            configuration = configuration.with_(**{name: value})
    out.mkdir(parents=True, exist_ok=True)
    # In one move: another step may read it at this moment.
    partial = kept.with_suffix(f".{os.getpid()}.partial")
    partial.write_text(json.dumps(configuration.to_json(), indent=2) + "\n", encoding="utf-8")
    os.replace(partial, kept)
    return configuration


def run(job: Job, processes: int = 1) -> None:
    """Train a stage in ``processes`` processes, or in those that ``torchrun`` started.

    Raises:
        TrainingError: it cannot start, or a process of the team has ended.
    """
    if is_launched():
        with launched_team() as team:
            _together(job, team)
    elif processes > 1:
        with tempfile.TemporaryDirectory() as folder:
            meeting = Path(folder) / "meeting"
            start = multiprocessing.get_context("spawn").Process
            others = [
                start(target=_member, args=(job, rank, processes, meeting))
                for rank in range(1, processes)
            ]
            for other in others:
                other.start()
            _member(job, 0, processes, meeting)
            for other in others:
                other.join()
    else:
        _train(job, Team())


def _member(job: Job, rank: int, size: int, meeting: Path) -> None:
    with local_team(rank, size, meeting) as team:
        _together(job, team)


def _together(job: Job, team: Team) -> None:
    try:
        _train(job, team)
    except RuntimeError as error:
        if isinstance(error, TrainingError) or "Connection" not in str(error):
            raise
        raise TrainingError(
            "another process of this training has ended: see its message above, then go on with "
            f"--resume ({str(error).splitlines()[0]})"
        ) from error


def _train(job: Job, team: Team) -> None:
    torch.set_num_threads(job.configuration.threads)
    stage, settings, generator = _stage(job, team)
    if job.donor and not (job.resume and (job.out / f"{job.stage}.pt").exists()):
        taken = warm_start(stage.model, open_donor(job.donor, job.stage), generator)
        if team.leads:
            print(f"initial weights from {job.donor}\n{taken.report()}")
    if job.check_data:
        rate = data_rate(stage, settings.batch, job.check_data, team)
        if team.leads:
            print(rate)
        return
    budget = Budget(job.minutes)
    train(stage, settings, job.out, resume=job.resume, budget=budget, team=team)


def _stage(job: Job, team: Team) -> tuple[Stage, StageConfiguration, Generator | None]:
    """The stage, its settings and the generator whose styles its encoder answers."""
    source, configuration, cache = job.make_source(), job.configuration, job.cache_folder
    if job.stage == "generator":
        with team.leader_first():
            samples, unseen = (
                load_samples(source, count, configuration.seed + offset, cache)
                for count, offset in (
                    (configuration.atelier_people, 0),
                    (configuration.held_out, HELD_OUT),
                )
            )
        stage = GeneratorStage(source, configuration, samples, unseen, team)
        return stage, configuration.generator, None
    generator = load_generator(source, configuration, job.out)
    with team.leader_first():
        gallery, held_out = (
            load_gallery(
                generator,
                source,
                count,
                configuration.seed + offset,
                cache,
                pictures=pictures,
                side=configuration.picture_side,
                rare=rare,
            )
            for count, pictures, offset, rare in (
                (
                    configuration.gallery_portraits,
                    configuration.gallery_pictures,
                    0,
                    configuration.rare_people,
                ),
                (configuration.held_out, configuration.held_out, HELD_OUT, 0.0),
            )
        )
        codes = np.zeros(0, np.float32)
        if job.stage == "student":
            codes = _codes(load_teacher(generator, configuration, job.out), gallery, cache)
    if job.stage == "teacher":
        pupil = TeacherStage(generator, configuration, gallery, held_out, team)
        return pupil, configuration.teacher, generator
    if job.stage == "loupe":
        reader = load_student(generator, configuration, job.out)
        loupe = LoupeStage(generator, configuration, reader, gallery, held_out, team)
        return loupe, configuration.loupe, generator
    student = StudentStage(generator, configuration, gallery, held_out, codes, team)
    return student, configuration.student, generator


def _codes(teacher: nn.Module, gallery: Gallery, cache: Path) -> NDArray[np.float32]:
    """The teacher's readings of the gallery, kept beside it."""
    mark = hashlib.sha256(np.ascontiguousarray(gallery.styles).tobytes())
    for value in teacher.state_dict().values():
        mark.update(value.numpy().tobytes())
    path = cache / f"codes-{mark.hexdigest()[:16]}.npy"
    if not path.exists():
        np.save(path, read_pictures(teacher, gallery.pictures(0, gallery.pictured)).numpy())
    codes: NDArray[np.float32] = np.load(path, allow_pickle=False)
    return codes
