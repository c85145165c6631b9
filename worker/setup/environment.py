"""The worker's Python environment: made once, remade when what it needs has changed.

A stamp file is written last. An environment without one was interrupted and is made anew; one
whose stamp names other requirements too; one with older sources of the project only gets those.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from worker.setup import system
from worker.setup.errors import (
    CommandError,
    DiskFullError,
    FolderError,
    MissingPartError,
    SetupError,
    explained,
)
from worker.setup.shell import Run, Say
from worker.setup.source import requirements_text, stage, stage_requirements

STAMP = "aniface-stamp.json"
#: A folder the installer may delete holds this file; it is the first thing put in.
MARK = "made-by-aniface"
#: Never compiled from source on an artist's machine: without a wheel, say so.
_WHEELS_ONLY = "numpy,onnxruntime,Pillow,skia-python"


@dataclass(frozen=True)
class Spec:
    """What an environment shall hold.

    Attributes:
        folder: where it lies.
        extras: of pyproject.toml, besides the requirements.
        constraints: a pip constraints file, or None.
        with_project: install the project's own packages too.
        room: free bytes it takes while it is made.
    """

    folder: Path
    extras: tuple[str, ...] = ()
    constraints: Path | None = None
    with_project: bool = True
    room: int = 600 << 20

    @property
    def python(self) -> Path:
        """Its interpreter."""
        if sys.platform == "win32":
            return self.folder / "Scripts" / "python.exe"
        return self.folder / "bin" / "python"


@dataclass(frozen=True)
class Stamp:
    """What an environment was made of: hashes of its requirements and of the project's sources."""

    requirements: str
    source: str


def wanted(spec: Spec, project: Path) -> Stamp:
    """The stamp that an up-to-date environment bears."""
    parts = [requirements_text(project), sys.version.split()[0], *spec.extras]
    if spec.constraints:
        parts.append(spec.constraints.read_text("utf-8"))
    requirements = hashlib.sha256("\0".join(parts).encode()).hexdigest()
    source = ""
    if spec.with_project:
        with tempfile.TemporaryDirectory() as folder:
            source = stage(project, Path(folder))
    return Stamp(requirements, source)


def read_stamp(spec: Spec) -> Stamp | None:
    """The stamp of a finished environment, or None."""
    try:
        values = json.loads((spec.folder / STAMP).read_text("utf-8"))
        return Stamp(str(values["requirements"]), str(values["source"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def ensure(spec: Spec, project: Path, run: Run, say: Say) -> bool:
    """Have the environment, finished and up to date; False if it was so already.

    Raises:
        SetupError: it could not be made; running again goes on from there.
    """
    stamp, found = wanted(spec, project), read_stamp(spec)
    if found == stamp and spec.python.exists():
        return False
    with explained(spec.folder):
        if found and found.requirements == stamp.requirements and spec.python.exists():
            say("Updating the project in its Python environment ...")
            (spec.folder / STAMP).unlink()
            _install_project(spec, project, run, again=True)
        else:
            _check_room(spec)
            say(f"Making a Python environment in {spec.folder} (a minute or two) ...")
            _make(spec, run, say)
            _install_project(spec, project, run, again=False)
        (spec.folder / STAMP).write_text(json.dumps(asdict(stamp)), "utf-8")
    return True


def remove(folder: Path) -> bool:
    """Delete an environment; False if there is none.

    Raises:
        FolderError: the folder was not made by the installer, or cannot be deleted.
    """
    if not folder.exists():
        return False
    if any(folder.iterdir()) and not (folder / MARK).exists():
        raise FolderError(
            f"{folder} was not made by this installer and is left alone. Move it away, or set "
            "ANIFACE_HOME to another folder."
        )
    with explained(folder):
        # The mark goes last, so that a deletion cut short can be taken up again.
        for item in folder.iterdir():
            if item.name != MARK:
                shutil.rmtree(item) if item.is_dir() and not item.is_symlink() else item.unlink()
        shutil.rmtree(folder)
    return True


def _make(spec: Spec, run: Run, say: Say) -> None:
    """An empty environment with pip."""
    remove(spec.folder)
    spec.folder.mkdir(parents=True)
    (spec.folder / MARK).touch()
    _need_venv(run, say)
    run([sys.executable, "-m", "venv", str(spec.folder)])


def _need_venv(run: Run, say: Say) -> None:
    """Debian and Ubuntu split ``venv`` off their Python; have it."""
    if importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip"):
        return
    package = f"python3.{sys.version_info.minor}-venv"
    if system.may_install():
        say(f"Installing {package} with apt-get ...")
        system.apt_install([package], run)
        return
    raise MissingPartError(
        f"This Python ({sys.executable}) cannot make environments: its venv module is missing. "
        f"On Debian and Ubuntu install it with:\n    sudo apt-get install -y {package}\n"
        "and run this again."
    )


def _install_project(spec: Spec, project: Path, run: Run, *, again: bool) -> None:
    """Requirements, and the project's packages copied in, so that the clone can be deleted."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder)
        (stage if spec.with_project else stage_requirements)(project, tree)
        extras = f"[{','.join(spec.extras)}]" if spec.extras else ""
        options: Sequence[str] = ("--only-binary", _WHEELS_ONLY)
        if again:
            options = ("--no-deps", "--force-reinstall")
        if spec.constraints:
            options = (*options, "-c", str(spec.constraints))
        pip = [str(spec.python), "-m", "pip", "install", "--no-input", "--quiet"]
        try:
            run([*pip, "--disable-pip-version-check", *options, f"{tree}{extras}"])
        except CommandError as error:
            raise _explained_pip(error) from error


def _explained_pip(error: CommandError) -> SetupError:
    if "No matching distribution found" in error.output:
        lines = error.output.splitlines()
        line = next(line for line in lines if "No matching distribution found" in line)
        return SetupError(
            f"{line.strip()}\nEither the package index cannot be reached (check the network and "
            "run this again), or there is no ready-made package for this computer's Python "
            f"({sys.version.split()[0]}, {sys.platform}); Python 3.11 or 3.12 has the most."
        )
    return error


def _check_room(spec: Spec) -> None:
    place = next(folder for folder in (spec.folder, *spec.folder.parents) if folder.exists())
    free = shutil.disk_usage(place).free
    if free < spec.room:
        raise DiskFullError(
            f"Not enough room in {place}: {free >> 20} MB free, {spec.room >> 20} MB needed. Free "
            "some space, or set ANIFACE_HOME to a folder on another disk, and run this again."
        )
