"""``install.py --check``: what is installed, what is missing, whether the worker answers."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from worker.setup import environment, kritarc, packs, plugin, probe, system
from worker.setup.environment import Spec
from worker.setup.errors import SetupError
from worker.setup.places import Home, KritaFolders
from worker.setup.shell import Say


def check(project: Path, home: Home, kritas: Sequence[KritaFolders], say: Say) -> bool:
    """Report every part, one line each; whether all is well."""
    say(f"AniFace's folder: {home.root}")
    spec = Spec(home.env)
    results = [
        _line(say, "system libraries", not system.missing(system.LIBRARIES), _libraries()),
        _line(say, "Python environment", *_environment(spec, project)),
        _line(say, "model pack", *_pack(home)),
    ]
    for krita in kritas:
        say(f"{krita.label}: {krita.resources}")
        there = plugin.is_installed(krita)
        other = there and plugin.differs(project, krita)
        state = "not installed" if not there else "another version" if other else "installed"
        results.append(_line(say, "plugin", there and not other, state))
        on = kritarc.is_enabled(kritarc.read(krita.kritarc) or b"")
        results.append(_line(say, "kritarc", on, "enabled" if on else "not enabled"))
    results.append(_line(say, "worker", *_worker(spec, home)))
    if not all(results):
        say(f"Mend it with:  {Path(sys.executable).name} install.py")
    return all(results)


def _line(say: Say, name: str, good: bool, detail: str) -> bool:
    say(f"  {'ok     ' if good else 'MISSING'}  {name}: {detail}")
    return good


def _libraries() -> str:
    lacking = system.missing(system.LIBRARIES)
    if not lacking:
        return "there"
    command = system.command_for(lacking, system.family())
    names = ", ".join(part.name for part in lacking)
    return f"{names} (install with: {command})" if command else names


def _environment(spec: Spec, project: Path) -> tuple[bool, str]:
    stamp = environment.read_stamp(spec)
    if stamp is None or not spec.python.exists():
        return False, "not made, or interrupted"
    if stamp != environment.wanted(spec, project):
        return False, "of another version"
    megabytes = sum(f.stat().st_size for f in spec.folder.rglob("*") if not f.is_symlink()) / 1e6
    return True, f"complete, {megabytes:.0f} MB"


def _pack(home: Home) -> tuple[bool, str]:
    try:
        count = len(packs.verify(home.packs / "default"))
    except SetupError as error:
        return False, str(error)
    return True, f"default, {count} files, all hashes right"


def _worker(spec: Spec, home: Home) -> tuple[bool, str]:
    if not spec.python.exists():
        return False, "no environment to run it in"
    try:
        answer = probe.ask(spec.python, home)
    except SetupError as error:
        return False, str(error)
    return True, (
        f"version {answer.worker} answers after {answer.seconds:.1f} s "
        f"(protocol {answer.protocol}, pack {answer.pack}, {answer.references} references)"
    )
