"""The demo's page of pages, and tests left out where there is no Krita."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from types import SimpleNamespace

import pytest

from worker.setup import environment, system, testing
from worker.setup.demo_page import overview
from worker.setup.errors import MissingPartError
from worker.setup.places import PROJECT, Home


def test_the_page_links_every_replay(tmp_path: Path) -> None:
    folder = tmp_path / "rough"
    folder.mkdir()
    stages = [{"sketch": "stage-01-sketch.png", "strokes": 7}]
    (folder / "result.json").write_text(json.dumps({"stages": stages, "accepted": "a.png"}))
    page = overview([(folder, "Circles & crosses")])
    assert 'href="rough/index.html"' in page and 'src="rough/a.png"' in page
    assert "Circles &amp; crosses" in page and "7 strokes" in page


def test_without_krita_its_tests_are_left_out_and_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[list[str]] = []
    said: list[str] = []

    def ensure(parts: object, *_: object) -> None:
        if parts is system.KRITA_TESTS:
            raise MissingPartError("This machine lacks Krita.")

    def run(command: list[str], **_: object) -> SimpleNamespace:
        ran.append(command)
        return SimpleNamespace(returncode=3)

    monkeypatch.setattr(system, "ensure", ensure)
    monkeypatch.setattr(environment, "ensure", lambda *_: False)
    monkeypatch.setattr(subprocess, "run", run)
    assert testing.run_tests(PROJECT, Home(tmp_path), [], lambda _: "", said.append) == 3
    assert ran[0][-3:] == ["--ignore", "tests/krita", "tests"]
    assert "lacks Krita" in said[-1]
