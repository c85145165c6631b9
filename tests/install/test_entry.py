"""install.py itself: old Pythons, wrong usage, the machine's missing parts."""

from __future__ import annotations

import ast
import runpy
import sys
from pathlib import Path

import pytest

from worker.setup import cli, system
from worker.setup.errors import CommandError, MissingPartError
from worker.setup.places import PROJECT

ENTRY = PROJECT / "install.py"


@pytest.mark.parametrize("version", [(3, 9, 18), (3, 14, 0)])
def test_another_python_is_named(
    version: tuple[int, int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "version_info", version)
    with pytest.raises(SystemExit) as stop:
        runpy.run_path(str(ENTRY))
    assert ".".join(map(str, version)) in str(stop.value)
    assert "3.10, 3.11, 3.12 or 3.13" in str(stop.value)


def test_old_pythons_can_read_the_entry() -> None:
    ast.parse(ENTRY.read_text("utf-8"), feature_version=(3, 4))


@pytest.mark.parametrize(
    "words",
    [
        ["--check", "--uninstall"],
        ["demo", "--resources", "x"],
        ["--out", "x"],
        ["--config", "x"],
        ["--environment"],
        ["test", "--quick"],
        ["demo", "--only", "kills"],
        ["report", "--strokes", "x"],
        ["dmeo"],
    ],
)
def test_wrong_usage_does_nothing(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        cli.main(words)
    assert stop.value.code == 2
    assert "install.py" in capsys.readouterr().err


def _absent() -> system.Part:
    packages = {"debian": "libgl1", "fedora": "libglvnd-glx"}
    return system.Part("libGL", lambda: False, packages)


@pytest.mark.parametrize(
    ("release", "command"),
    [
        ("ID=ubuntu\nID_LIKE=debian\n", "sudo apt-get install -y --no-install-recommends libgl1"),
        ('ID="fedora"\n', "sudo dnf install -y libglvnd-glx"),
        ("ID=plan9\n", ""),
    ],
)
def test_the_command_is_named(tmp_path: Path, release: str, command: str) -> None:
    (tmp_path / "os-release").write_text(release)
    assert system.command_for([_absent()], system.family(tmp_path / "os-release")) == command


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have the libraries")
def test_what_is_missing_is_installed_or_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(command: object) -> str:
        raise AssertionError("not allowed to install")

    monkeypatch.setattr(system, "may_install", lambda: False)
    with pytest.raises(MissingPartError, match="libGL"):
        system.ensure([_absent()], never, lambda line: None)

    def offline(command: object) -> str:
        raise CommandError("'apt-get update ...' failed")

    monkeypatch.setattr(system, "may_install", lambda: True)
    with pytest.raises(MissingPartError, match="apt-get failed"):
        system.ensure([_absent()], offline, lambda line: None)
