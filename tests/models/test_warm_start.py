"""Weights are taken over where they still mean the same, and nowhere else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import torch

from models.networks.generator import Generator
from models.networks.styles import STYLE_SIZE
from models.training.averaging import average
from models.training.checkpoints import load_checkpoint, save_checkpoint
from models.training.configuration import Configuration
from models.training.errors import TrainingError
from models.training.runs import Job, run
from models.training.stages import load_student, new_student, space_of
from models.training.style_space import READER, STYLE_SPACE, mark_of
from models.training.warm_start import Donor, open_donor, warm_start
from tests.models.toy_atelier import Toy


def _generator(toy: Toy, configuration: Configuration, seed: int = 0) -> Generator:
    torch.manual_seed(seed)
    source = toy.source()
    return Generator(source.table, source.roles, configuration.generator_size).eval()


@pytest.mark.parametrize(("polished", "kept"), [(0.0, True), (0.01, True), (100.0, False)])
def test_style_heads_are_taken_where_styles_mean_the_same(
    configuration: Configuration, polished: float, kept: bool
) -> None:
    old, new = (_generator(Toy(), configuration) for _ in range(2))
    with torch.no_grad():
        new.mapping.leave.weight += polished * torch.randn_like(new.mapping.leave.weight)
    donor, student = new_student(old, configuration), new_student(new, configuration)
    given = Donor(Path(), donor.state_dict(), space_of(old), old.state_dict())
    taken = warm_start(student, given, new)
    assert torch.equal(student.frame.weight, donor.frame.weight)
    assert torch.equal(student.encoder.body[0].weight, donor.encoder.body[0].weight)
    assert torch.equal(student.styles.rows.weight, donor.styles.rows.weight) == kept
    heads = tuple(f"{n}.rows.{kind}" for n in ("spread", "styles") for kind in ("bias", "weight"))
    assert taken.fresh == (() if kept else heads)
    assert "taken" in taken.report() and "encoder.body" in taken.report()


def test_style_heads_of_an_unknown_generator_begin_anew(configuration: Configuration) -> None:
    old, new = _generator(Toy(), configuration), _generator(Toy(), configuration, seed=1)
    donor, student = new_student(old, configuration), new_student(new, configuration)
    taken = warm_start(student, Donor(Path(), donor.state_dict(), "of another"), new)
    assert not torch.equal(student.styles.rows.weight, donor.styles.rows.weight)
    assert "styles.rows.weight" in taken.fresh


def test_a_larger_atelier_takes_what_fits(configuration: Configuration) -> None:
    old = _generator(Toy(), configuration)
    new = _generator(Toy(rings=3), configuration, seed=1)
    new.synthesis.points[0] += 0.25
    statistics = new.synthesis.points.clone()
    outputs = new.synthesis.outputs[0].weight.clone()
    taken = warm_start(new, Donor(Path(), old.state_dict(), ""))
    assert torch.equal(new.synthesis.constant, old.synthesis.constant)
    assert torch.equal(new.synthesis.points, statistics)
    assert torch.equal(new.synthesis.outputs[0].weight, outputs)
    assert "synthesis.outputs.0.weight" in taken.fresh


def test_columns_that_were_added_begin_silent(configuration: Configuration) -> None:
    old = _generator(Toy(), configuration)
    part = old.layout.parts[0]
    wider = replace(configuration.generator_size, extra_columns=(part, part))
    new = _generator(Toy(), configuration.with_(generator_size=wider), seed=1)
    warm_start(new, Donor(Path(), old.state_dict(), ""))
    styles = torch.randn(3, old.layout.count, STYLE_SIZE)
    before, after = old.synthesis(styles), new.synthesis(styles)
    for wanted, found in zip(before, after, strict=True):
        assert torch.allclose(wanted, found, atol=1e-5)
    with torch.no_grad():
        new.synthesis.outputs[0].weight[1:] = 0.1
    assert not torch.allclose(before.points, new.synthesis(styles).points, atol=1e-3)


def test_a_run_starts_from_another(configuration: Configuration, tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    job = Job("generator", first, configuration, make_source=Toy().source)
    run(job)
    unmoved = replace(configuration.generator, steps=1, rate=0.0)
    config = configuration.with_(generator=unmoved, keep_styles=True)
    run(replace(job, out=second, donor=first, configuration=config, cache=job.cache_folder))
    wanted = load_checkpoint(first / "generator.pt")["model"]
    found = load_checkpoint(second / "generator.pt")["model"]
    assert all(torch.equal(wanted[name], found[name]) for name in wanted)
    with pytest.raises(TrainingError, match="train that stage first"):
        open_donor(first, "student")


def test_an_encoder_of_another_style_space_is_refused(
    configuration: Configuration, tmp_path: Path
) -> None:
    old = _generator(Toy(), configuration)
    student = new_student(old, configuration)
    state = {"model": student.state_dict(), STYLE_SPACE: space_of(old)}
    save_checkpoint(tmp_path / "student.pt", state)
    load_student(old, configuration, tmp_path)
    with pytest.raises(TrainingError, match="another generator"):
        load_student(_generator(Toy(), configuration, seed=1), configuration, tmp_path)


def test_weights_are_averaged_within_one_style_space_only(
    configuration: Configuration, tmp_path: Path
) -> None:
    generator, other = _generator(Toy(), configuration), _generator(Toy(), configuration, seed=1)
    states = []
    for name, space in (("before", generator), ("after", generator), ("elsewhere", other)):
        states.append(new_student(generator, configuration).state_dict())
        kept = {"model": states[-1], STYLE_SPACE: space_of(space), "optimiser": {}, "step": 7}
        save_checkpoint(tmp_path / name / "student.pt", kept)
    average(tmp_path / "after", "student", tmp_path / "before", 0.25)
    found = load_checkpoint(tmp_path / "after" / "student.pt")
    mean = found["model"]["styles.rows.weight"]
    before, after = (state["styles.rows.weight"] for state in states[:2])
    assert torch.allclose(mean, 0.25 * before + 0.75 * after)
    assert not torch.equal(before, after)
    assert found["step"] == 7 and "optimiser" not in found
    load_student(generator, configuration, tmp_path / "after")
    with pytest.raises(TrainingError, match="keep_styles"):
        average(tmp_path / "after", "student", tmp_path / "elsewhere")


def test_an_averaged_loupe_corrects_the_averaged_student(tmp_path: Path) -> None:
    for name, value in (("before", 1.0), ("after", 3.0)):
        student = {"model": {"weight": torch.full((2,), value)}, STYLE_SPACE: "space"}
        save_checkpoint(tmp_path / name / "student.pt", student)
        save_checkpoint(tmp_path / name / "loupe.pt", {**student, READER: name})
    for stage in ("student", "loupe"):
        average(tmp_path / "after", stage, tmp_path / "before")
    mean = load_checkpoint(tmp_path / "after" / "student.pt")["model"]
    assert mean["weight"].tolist() == [2, 2]
    assert load_checkpoint(tmp_path / "after" / "loupe.pt")[READER] == mark_of(mean)
