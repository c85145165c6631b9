"""Putting the plugin into a Krita's folders and taking it out again."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

from worker.setup import kritarc, record
from worker.setup.errors import FolderError, explained
from worker.setup.places import PLUGIN, Home, KritaFolders

_LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.pyc", "*.desktop", "*.action")


def worker_command(krita: KritaFolders, python: Path, home: Home) -> list[str]:
    """The command by which this Krita starts the worker."""
    serve = [str(python), "-m", "worker", "serve"]
    if krita.flatpak:
        # From inside the sandbox; its own Python lacks the worker's packages.
        out = ["flatpak-spawn", "--host", "--watch-bus", f"--env=ANIFACE_HOME={home.root}"]
        return [*out, *serve]
    return serve


def install(project: Path, krita: KritaFolders, python: Path, home: Home) -> None:
    """Copy the plugin, write ``worker.json``, enable it in kritarc; harmless when repeated.

    Raises:
        SetupError: a folder cannot be written, or the project lacks the plugin.
    """
    source = project / PLUGIN
    if not (source / f"{PLUGIN}.desktop").is_file():
        raise FolderError(f"{source} holds no plugin. Fetch the project again.")
    files = _Files(krita.resources)
    content, edit = kritarc.enable(kritarc.read(krita.kritarc))
    wanted = (files.pykrita, files.actions, files.own, krita.kritarc.parent)
    record.put(home.record, record.Installed(krita, edit, _lacking(wanted)))
    with explained(krita.resources):
        for folder in wanted:
            folder.mkdir(parents=True, exist_ok=True)
        command = {"command": worker_command(krita, python, home), "home": str(home.root)}
        files.worker.write_text(json.dumps(command, indent=1) + "\n", "utf-8")
        _replace_folder(source, files.module)
        if (source / f"{PLUGIN}.action").is_file():
            shutil.copyfile(source / f"{PLUGIN}.action", files.action)
        # Krita finds the plugin by this file, so it comes after what it names.
        shutil.copyfile(source / f"{PLUGIN}.desktop", files.desktop)
    kritarc.write(krita.kritarc, content)


def uninstall(entry: record.Installed) -> None:
    """Take out what ``install`` put in; a file that is gone already is no trouble.

    Raises:
        SetupError: something cannot be deleted.
    """
    files = _Files(entry.krita.resources)
    content = kritarc.read(entry.krita.kritarc)
    if content is not None:
        restored = kritarc.disable(content, entry.edit)
        if restored != content:
            kritarc.write(entry.krita.kritarc, restored)
    with explained(entry.krita.resources):
        for path in (files.desktop, files.action):
            path.unlink(missing_ok=True)
        for folder in (files.module, files.own, *files.partial()):
            _delete(folder)
        for folder in reversed(entry.made):
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()


def is_installed(krita: KritaFolders) -> bool:
    """Whether the plugin lies in this Krita's folders."""
    files = _Files(krita.resources)
    return files.desktop.is_file() and (files.module / "__init__.py").is_file()


def differs(project: Path, krita: KritaFolders) -> bool:
    """Whether the installed plugin is another version than this project's."""
    source, module = project / PLUGIN, _Files(krita.resources).module
    names = {path.relative_to(source) for path in source.rglob("*.py")}
    have = {path.relative_to(module) for path in module.rglob("*.py")}
    return names != have or any(
        (source / name).read_bytes() != (module / name).read_bytes() for name in names
    )


def written_command(krita: KritaFolders) -> list[str]:
    """The command in the installed ``worker.json``; empty if there is none."""
    try:
        values = json.loads(_Files(krita.resources).worker.read_text("utf-8"))
        return [str(word) for word in values["command"]]
    except (OSError, ValueError, KeyError, TypeError):
        return []


class _Files:
    """Where the plugin's files lie in a resource folder."""

    def __init__(self, resources: Path) -> None:
        self.pykrita = resources / "pykrita"
        self.actions = resources / "actions"
        self.own = resources / "aniface"
        self.worker = self.own / "worker.json"
        self.module = self.pykrita / PLUGIN
        self.desktop = self.pykrita / f"{PLUGIN}.desktop"
        self.action = self.actions / f"{PLUGIN}.action"

    def partial(self) -> list[Path]:
        """Copies that an interrupted installation left."""
        return [self.pykrita / f".{PLUGIN}.{state}" for state in ("new", "old")]


def _replace_folder(source: Path, target: Path) -> None:
    """``target`` becomes a copy of ``source``; it is never half of one."""
    fresh, old = _Files(target.parent.parent).partial()
    for stale in (fresh, old):
        _delete(stale)
    shutil.copytree(source, fresh, ignore=_LEFT_OUT)
    if target.exists() or target.is_symlink():
        os.replace(target, old)
    os.replace(fresh, target)
    _delete(old)


def _delete(path: Path) -> None:
    if path.is_symlink():
        path.unlink()  # a developer's link to a source tree: only the link is ours
    elif path.exists():
        shutil.rmtree(path)


def _lacking(folders: tuple[Path, ...]) -> tuple[Path, ...]:
    """The folders, parents included, that do not exist yet, outermost first."""
    found: list[Path] = []
    for folder in folders:
        chain = [f for f in (*reversed(folder.parents), folder) if not f.exists()]
        found += [f for f in chain if f not in found]
    return tuple(found)
