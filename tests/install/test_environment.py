"""The environment: made once, completed after an interruption, every failure a sentence."""

from __future__ import annotations

import errno
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from worker.setup import environment
from worker.setup.environment import Spec
from worker.setup.errors import DiskFullError, FolderError, NetworkError, SetupError
from worker.setup.places import PROJECT
from worker.setup.shell import runner
from worker.setup.source import stage


class Machine:
    """Stands for venv and pip: notes the commands, and can fail at one of them."""

    def __init__(self, spec: Spec) -> None:
        self.spec = spec
        self.commands: list[list[str]] = []
        self.fail_at_pip: BaseException | None = None

    def __call__(self, command: Sequence[str]) -> str:
        self.commands.append(list(command))
        if "venv" in command:
            self.spec.python.parent.mkdir(parents=True)
            self.spec.python.touch()
        elif self.fail_at_pip:
            raise self.fail_at_pip
        return ""

    def ensure(self, project: Path) -> bool:
        self.commands = []
        return environment.ensure(self.spec, project, self, lambda line: None)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the sources that an environment gets."""
    folder = tmp_path / "project"
    stage(PROJECT, folder)
    return folder


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(Spec(tmp_path / "home" / "env", room=0))


def test_made_once(machine: Machine, project: Path) -> None:
    assert machine.ensure(project) and len(machine.commands) == 2
    assert not machine.ensure(project) and machine.commands == []


@pytest.mark.parametrize("how", [KeyboardInterrupt(), NetworkError("no network")])
def test_an_interrupted_one_is_made_anew(
    machine: Machine, project: Path, how: BaseException
) -> None:
    machine.fail_at_pip = how
    with pytest.raises(type(how)):
        machine.ensure(project)
    assert environment.read_stamp(machine.spec) is None
    machine.fail_at_pip = None
    assert machine.ensure(project)
    assert "venv" in machine.commands[0] and environment.read_stamp(machine.spec)


def test_new_sources_replace_only_the_project(machine: Machine, project: Path) -> None:
    machine.ensure(project)
    (project / "worker" / "cli.py").write_text("# newer")
    assert machine.ensure(project)
    (pip,) = machine.commands
    assert "--no-deps" in pip


def test_other_requirements_make_it_anew(machine: Machine, project: Path) -> None:
    machine.ensure(project)
    text = (project / "pyproject.toml").read_text()
    (project / "pyproject.toml").write_text(text.replace('"tqdm', '"attrs", "tqdm'))
    assert machine.ensure(project) and "venv" in machine.commands[0]


def test_a_tools_setting_changes_nothing(machine: Machine, project: Path) -> None:
    machine.ensure(project)
    text = (project / "pyproject.toml").read_text()
    (project / "pyproject.toml").write_text(text.replace("line-length = 100", "line-length = 99"))
    assert not machine.ensure(project)


def test_a_folder_of_someone_else_is_left_alone(machine: Machine, project: Path) -> None:
    machine.spec.folder.mkdir(parents=True)
    (machine.spec.folder / "thesis.odt").touch()
    with pytest.raises(FolderError, match="left alone"):
        machine.ensure(project)
    assert (machine.spec.folder / "thesis.odt").exists()


def test_a_full_disk_is_a_sentence(machine: Machine, project: Path) -> None:
    machine.fail_at_pip = OSError(errno.ENOSPC, "No space left on device")
    with pytest.raises(DiskFullError, match="disk is full"):
        machine.ensure(project)
    roomless = Spec(machine.spec.folder, room=1 << 60)
    with pytest.raises(DiskFullError, match="MB needed"):
        environment.ensure(roomless, project, machine, lambda line: None)


@pytest.mark.parametrize(
    ("output", "kind"),
    [
        ("Failed to establish a new connection: [Errno -2]", NetworkError),
        ("ERROR: Could not install packages: [Errno 28] No space left on device", DiskFullError),
        ("ERROR: something else", SetupError),
    ],
)
def test_what_pip_says_becomes_advice(tmp_path: Path, output: str, kind: type[SetupError]) -> None:
    run = runner(tmp_path / "install.log")
    with pytest.raises(kind) as caught:
        run([sys.executable, "-c", f"print({output!r}); raise SystemExit(1)"])
    assert type(caught.value) is kind or kind is SetupError
    assert output in (tmp_path / "install.log").read_text()


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX process groups")
def test_an_interrupted_command_leaves_nothing_running(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign = tmp_path / "written-by-a-grandchild"
    late = f"import pathlib, time; time.sleep(1); pathlib.Path({str(sign)!r}).touch()"
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {late!r}])"

    def interrupted(*_: object) -> None:
        time.sleep(0.5)
        raise KeyboardInterrupt

    monkeypatch.setattr(subprocess.Popen, "communicate", interrupted)
    with pytest.raises(KeyboardInterrupt):
        runner(tmp_path / "install.log")([sys.executable, "-c", child])
    time.sleep(1)
    assert not sign.exists()


def test_the_worker_gets_no_training_code_and_no_docker(project: Path) -> None:
    names = {path.relative_to(project).as_posix() for path in project.rglob("*.py")}
    assert {"worker/cli.py", "models/portrait/portrait.py"} <= names
    assert "krita_anifaceplugin/protocol/encoding.py" in names
    assert not [n for n in names if n.startswith(("models/training", "models/networks", "tests"))]
    run = runner(project / "log", folder=project)
    run([sys.executable, "-c", "import worker.cli, krita_anifaceplugin.protocol"])
