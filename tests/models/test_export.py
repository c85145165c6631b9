"""All stages, then a pack: its graphs compute what the networks compute, its hashes are true."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
import torch

from models.networks.loupe import look_closely
from models.networks.second_look import look_twice
from models.portrait.layer_table import LayerTable
from models.training.checkpoints import load_checkpoint, save_checkpoint
from models.training.configuration import Configuration, load_configuration
from models.training.errors import TrainingError
from models.training.export import export_pack
from models.training.gallery import Gallery, load_gallery
from models.training.generator_loop import GeneratorStage
from models.training.graphs import FeaturesGraph, StudentGraph, SynthesisGraph, TeacherGraph
from models.training.loop import train
from models.training.loupe_loop import LoupeStage
from models.training.pack_networks import load_pack_networks
from models.training.samples import load_samples
from models.training.source import PortraitSource
from models.training.stages import load_generator, load_student, load_teacher, load_trained
from models.training.student_loop import StudentStage
from models.training.teacher_loop import TeacherStage, read_pictures
from models.training.unpack import unpack
from worker.errors import PackError
from worker.packs.inference import Networks
from worker.packs.pack import load


@pytest.fixture(scope="module")
def pack(
    source: PortraitSource, configuration: Configuration, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    run: Path = tmp_path_factory.mktemp("run")
    samples = load_samples(source, configuration.atelier_people, 0, run, processes=1)
    train(GeneratorStage(source, configuration, samples, samples), configuration.generator, run)
    generator = load_generator(source, configuration, run)
    gallery: Gallery = load_gallery(
        generator, source, 8, 0, run, pictures=8, side=configuration.picture_side, processes=1
    )
    train(TeacherStage(generator, configuration, gallery, gallery), configuration.teacher, run)
    teacher = load_teacher(generator, configuration, run)
    codes = read_pictures(teacher, gallery.pictures(0, gallery.pictured)).numpy()
    student = StudentStage(generator, configuration, gallery, gallery, codes)
    train(student, configuration.student, run)
    assert (run / "pictures" / "student-000004.png").exists()
    _see_every_head_elsewhere(run / "student.pt")
    reader = load_student(generator, configuration, run)
    train(LoupeStage(generator, configuration, reader, gallery, gallery), configuration.loupe, run)
    _change_much(run / "loupe.pt")
    export_pack(source, configuration, run, run / "packs" / "toy")
    return run / "packs" / "toy"


def _see_every_head_elsewhere(checkpoint: Path) -> None:
    """After four steps a student sees every head where it should be, and a second look is none."""
    state = load_checkpoint(checkpoint)
    state["model"]["frame.bias"] += torch.tensor([0.6, -0.4, 0.5, 0.4])
    save_checkpoint(checkpoint, state)


def _change_much(checkpoint: Path) -> None:
    """After four steps a loupe agrees with its student."""
    state = load_checkpoint(checkpoint)
    for name, weight in state["model"].items():
        if name.startswith(("change", "surer")):
            weight *= 50
    save_checkpoint(checkpoint, state)


def _run(path: Path, inputs: Mapping[str, np.ndarray]) -> list[np.ndarray]:
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    found: list[np.ndarray] = session.run(None, dict(inputs))
    return found


def test_every_file_has_its_hash(pack: Path) -> None:
    model = json.loads((pack / "model.json").read_text())
    files = {p.relative_to(pack).as_posix() for p in pack.rglob("*") if p.is_file()}
    assert set(model["files"]) == files - {"model.json"}
    for name, told in model["files"].items():
        data = (pack / name).read_bytes()
        assert told == {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}
    assert LayerTable.from_json(model["table"]).point_count
    assert {"MODEL_CARD.md", "mean.npy", "references.npy"} <= files
    rows = np.load(pack / "references.npy", allow_pickle=False)
    assert rows.shape == (len(model["references"]), len(model["styles"]), 32)


def test_graphs_compute_what_the_networks_do(pack: Path) -> None:
    trained = load_pack_networks(pack)
    generator, teacher, student = trained.generator, trained.teacher, trained.student
    torch.manual_seed(3)
    styles = torch.randn(3, generator.layout.count, 32)
    with torch.no_grad():
        wanted = SynthesisGraph(generator)(styles)
        found = _run(pack / "synthesis.onnx", {"styles": styles.numpy()})
        for name, a, b in zip(
            ("points", "presence", "width", "paints"), wanted, found, strict=True
        ):
            np.testing.assert_allclose(a.numpy(), b, atol=2e-3, err_msg=name)
        features = json.loads((pack / "model.json").read_text())["features"]
        assert features == ["eyes"], "what the loupe looks at"
        for a, b in zip(
            FeaturesGraph(generator, features)(styles),
            _run(pack / "features.onnx", {"styles": styles.numpy()}),
            strict=True,
        ):
            np.testing.assert_allclose(a.numpy(), b, atol=2e-3)
        sketch = torch.rand(1, 1, student.side, student.side)
        for a, b in zip(
            StudentGraph(student)(sketch),
            _run(pack / "student.onnx", {"sketch": sketch.numpy()}),
            strict=True,
        ):
            np.testing.assert_allclose(a.numpy(), b, atol=5e-3)
            assert b.shape == a.shape
        z = torch.randn(2, len(generator.roles))
        picture = torch.rand(1, 3, teacher.side, teacher.side)
        (read,) = _run(pack / "teacher.onnx", {"picture": picture.numpy()})
        np.testing.assert_allclose(TeacherGraph(teacher)(picture).numpy(), read, atol=5e-3)
        assert json.loads((pack / "model.json").read_text())["picture_side"] == teacher.side
        (mapped,) = _run(pack / "mapping.onnx", {"z": z.numpy()})
        np.testing.assert_allclose(generator.mapping(z).numpy(), mapped, atol=5e-3)


def test_graphs_hold_no_weight_twice(pack: Path) -> None:
    """What a graph needs lies in the safetensors; what stays in it is small, or rounded there."""
    for graph, file in (
        ("student", "student"), ("synthesis", "generator"), ("features", "generator"),
        ("loupe", "loupe"),
    ):  # fmt: skip
        whole = onnx.load(str(pack / f"{graph}.onnx"), load_external_data=False)
        shared = [
            w for w in whole.graph.initializer if w.data_location == onnx.TensorProto.EXTERNAL
        ]
        own = [w for w in whole.graph.initializer if w not in shared]
        assert shared and all(w.external_data[0].value == f"{file}.safetensors" for w in shared)
        large = [w.name for w in own if np.prod(w.dims) >= 1024 and w.data_type != w.INT64]
        assert not large
    damaged = pack.with_name("damaged")
    shutil.copytree(pack, damaged)
    with (damaged / "student.safetensors").open("r+b") as weights:
        weights.seek(-1, 2)
        weights.write(b"\x7f")
    with pytest.raises(PackError, match=r"student\.safetensors is damaged"):
        load(damaged)


def test_the_worker_looks_as_often_as_training_does(pack: Path) -> None:
    trained = load_pack_networks(pack)
    student, loupe = trained.student, trained.loupe
    assert loupe
    sketch = torch.zeros(1, 1, student.side, student.side)
    sketch[..., student.side // 3, 4:-4] = 1
    with torch.no_grad():
        once, twice = student(sketch), look_twice(student, sketch)
        points, _, _ = trained.generator.synthesis.structure(twice.styles)
        closely = look_closely(loupe, sketch, points, twice)
    assert (once.frame - twice.frame).abs().max() > 0.02
    assert (closely.styles - twice.styles).abs().max() > 0.02
    assert (closely.log_spread - twice.log_spread).abs().max() > 0.02
    opened = load(pack)
    for pack_read, wanted in ((opened, closely), (replace(opened, loupe=None), twice)):
        read = Networks(pack_read).read(sketch[0, 0].numpy())
        np.testing.assert_allclose(read.styles, wanted.styles[0].numpy(), atol=5e-3)
        np.testing.assert_allclose(read.frame.as_array(), wanted.frame[0].numpy(), atol=5e-3)
        spread = (wanted.log_spread.exp() * student.live)[0].numpy()
        np.testing.assert_allclose(read.spread, spread, atol=5e-3)


def test_a_loupe_is_not_packed_beside_another_student(
    pack: Path, source: PortraitSource, configuration: Configuration, tmp_path: Path
) -> None:
    for checkpoint in pack.parent.parent.glob("*.pt"):
        shutil.copy(checkpoint, tmp_path)
    assert load_trained(source, configuration, tmp_path).loupe
    _see_every_head_elsewhere(tmp_path / "student.pt")
    with pytest.raises(TrainingError, match="another student"):
        load_trained(source, configuration, tmp_path)


def test_the_loupe_leaves_alone_what_it_does_not_look_at(pack: Path) -> None:
    trained = load_pack_networks(pack)
    loupe, layout = trained.loupe, trained.generator.layout
    assert loupe
    side = loupe.side
    said = torch.randn(2, layout.structure_count, 32) * loupe.live
    with torch.no_grad():
        seen = torch.rand(2, len(loupe.glimpses), side, side)
        styles, _, _ = loupe(seen, said, torch.zeros_like(said))
    changed = (styles != said).flatten(2).any(0).any(-1)
    corrected = {layout.names[i] for i in torch.nonzero(changed).flatten().tolist()}
    assert {role.partition(".")[0] for role in corrected} == {"eyes", "bangs"}
    assert loupe.live[~changed].any()


def test_spread_is_above_zero_everywhere(pack: Path) -> None:
    model = json.loads((pack / "model.json").read_text())
    side = model["sketch_side"]
    _, spread, _ = _run(pack / "student.onnx", {"sketch": np.zeros((1, 1, side, side), np.float32)})
    assert (spread > 0).all()


def test_training_goes_on_from_a_pack(
    pack: Path, source: PortraitSource, configuration: Configuration, tmp_path: Path
) -> None:
    unpack(pack, tmp_path)
    assert load_configuration(tmp_path / "configuration.json") == configuration
    packed, unpacked = (
        load_pack_networks(pack).generator,
        load_generator(source, configuration, tmp_path),
    )
    for name, value in packed.state_dict().items():
        assert torch.equal(value, unpacked.state_dict()[name])
    samples = load_samples(source, configuration.atelier_people, 0, tmp_path, processes=1)
    longer = replace(configuration.generator, steps=configuration.generator.steps + 2)
    stage = GeneratorStage(source, configuration, samples, samples)
    train(stage, longer, tmp_path, resume=True)
    reached = load_checkpoint(tmp_path / "generator.pt")
    assert reached["step"] == longer.steps and "optimiser" in reached
    with pytest.raises(TrainingError, match="holds checkpoints already"):
        unpack(pack, tmp_path)
