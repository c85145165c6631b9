"""Fixtures of the model tests: a toy artist and networks small enough to train in seconds."""

from __future__ import annotations

from dataclasses import replace

import pytest
import torch

from models.networks.encoder import EncoderSize
from models.networks.generator import Generator, GeneratorSize
from models.training.configuration import Configuration, StageConfiguration
from models.training.source import PortraitSource
from tests.models.toy_atelier import Toy

torch.set_num_threads(1)


@pytest.fixture(scope="session")
def source() -> PortraitSource:
    return Toy().source()


@pytest.fixture
def generator(source: PortraitSource) -> Generator:
    torch.manual_seed(0)
    return Generator(source.table, source.roles, GeneratorSize(16, 1, 8)).eval()


@pytest.fixture(scope="session")
def configuration() -> Configuration:
    stage = StageConfiguration(steps=4, batch=4, rate=1e-3, warmup=2, evaluate_every=4)
    tiny = EncoderSize(channels=(4, 8), blocks=(0, 1), squeeze=4, feature=16)
    return replace(
        Configuration(),
        data_workers=0,
        atelier_people=12,
        gallery_portraits=8,
        gallery_pictures=8,
        held_out=8,
        sketch_side=32,
        picture_side=16,
        glimpse_side=12,
        generator_size=GeneratorSize(16, 1, 8),
        teacher_size=tiny,
        student_size=tiny,
        loupe_size=tiny,
        generator=replace(stage, batch=8),
        teacher=stage,
        student=stage,
        loupe=stage,
    )
