"""``aniface train`` from the command line, and what it says where it cannot."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from worker.cli import main

TINY = {
    "atelier_people": 8,
    "held_out": 4,
    "generator_size": {"hidden": 8, "layers_per_style": 1, "mapping_hidden": 4},
    "generator": {"steps": 2, "batch": 4, "rate": 0.001, "evaluate_every": 2},
}


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "tiny.json"
    path.write_text(json.dumps(TINY))
    return path


def test_a_stage_is_trained_and_its_settings_kept(
    config: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    monkeypatch.setattr("os.nice", lambda step: 19)  # the other tests are in this process
    out = tmp_path / "run"
    command = ["train", "generator", "--config", str(config), "--out", str(out), "--seed", "5"]
    assert main(command) == 0
    assert (out / "generator.pt").exists() and list((out / "pictures").glob("*.png"))
    kept = json.loads((out / "configuration.json").read_text())
    assert kept["seed"] == 5 and kept["generator"]["batch"] == 4
    assert main(command) == 1
    assert "--resume" in capsys.readouterr().err
    assert main([*command, "--resume", "--check-data", "1"]) == 0
    assert "ratio" in capsys.readouterr().out


def test_without_the_extra_it_says_what_to_install(
    config: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    monkeypatch.setitem(sys.modules, "models.training.runs", None)
    assert main(["train", "student", "--config", str(config)]) == 1
    assert ".[train]" in capsys.readouterr().err


def test_a_wrong_setting_is_named(
    config: Path, tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    config.write_text('{"student": {"velocity": 3}}')
    assert main(["train", "student", "--config", str(config), "--out", str(tmp_path)]) == 1
    assert "velocity" in capsys.readouterr().err
