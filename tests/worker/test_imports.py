"""Arrows between the project's packages point one way; private names stay at home."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("krita_anifaceplugin", "worker", "models")
FILES = sorted(p for package in PACKAGES for p in (ROOT / package).rglob("*.py"))
NAMES = [path.relative_to(ROOT).as_posix() for path in FILES]
#: Commands that run in the project's folder only, say so elsewhere, and import what makes or
#: measures packs when they run.
COMMANDS_OF_THE_PROJECT = {
    f"worker/commands/{name}.py" for name in ("atelier", "train", "evaluate")
}
WIRE = "krita_anifaceplugin.protocol"


def imports(path: Path) -> Iterator[tuple[str, str]]:
    """(module, imported name or "") of every import in a file, nested ones included."""
    package = path.relative_to(ROOT).parent.as_posix().replace("/", ".")
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1]
            base = ".".join([*above, node.module or ""] if node.level else [node.module or ""])
            yield from ((base.rstrip("."), alias.name) for alias in node.names)


def within(module: str, package: str) -> bool:
    return module == package or module.startswith(package + ".")


def is_allowed(importer: str, module: str, name: str) -> bool:
    """Whether the file ``importer`` (a path) may import ``module`` (and ``name`` from it)."""
    whole = f"{module}.{name}" if name else module
    if within(module, "krita"):
        return importer.startswith("krita_anifaceplugin/krita_api/")
    if importer.startswith("krita_anifaceplugin/protocol/"):
        return module.partition(".")[0] in sys.stdlib_module_names or within(module, WIRE)
    if importer.startswith("krita_anifaceplugin/"):
        top = module.partition(".")[0]
        own = ("krita_anifaceplugin", "PyQt5", "PyQt6")
        return top in sys.stdlib_module_names or top in own
    if importer.startswith("worker/evaluation/"):
        return not within(module, "krita_anifaceplugin") or within(whole, WIRE)
    of_project = within(module, "models") or within(module, "worker.evaluation")
    if importer in COMMANDS_OF_THE_PROJECT and of_project:
        return True
    if importer.startswith("worker/"):
        if within(module, "krita_anifaceplugin"):
            return within(whole, WIRE)
        if within(module, "models"):
            return within(whole, "models.portrait")
        heavy = ("torch", "scipy", "onnx", "PyQt5", "worker.evaluation")
        return not any(within(module, package) for package in heavy)
    if any(within(module, user) for user in ("worker", "krita_anifaceplugin")):
        return False
    if importer.startswith("models/portrait/"):
        light = ("numpy", "skia", "models.portrait")
        known = module.partition(".")[0] in sys.stdlib_module_names
        return known or any(within(module, package) for package in light)
    return True


#: Modules of the distributions that are called otherwise.
MODULES = {"Pillow": "PIL", "skia-python": "skia"}
#: Asked for by the project's user; nothing that runs without a network imports it.
ASKED_FOR = {"requests"}


def test_the_worker_asks_for_what_it_imports_and_nothing_else() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = text.partition("\ndependencies = [")[2].partition("]")[0]
    asked = {MODULES.get(name, name) for name in re.findall(r'"([\w-]+)', block)}
    own = {"worker", "models", "krita_anifaceplugin", *sys.stdlib_module_names}
    of_project = ("worker/evaluation/", *COMMANDS_OF_THE_PROJECT)
    needed = {
        module.partition(".")[0]
        for path, name in zip(FILES, NAMES, strict=True)
        if name.startswith(("worker/", "models/portrait/")) and not name.startswith(of_project)
        for module, _ in imports(path)
    }
    assert needed - own == asked - ASKED_FOR


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_imports_point_the_right_way(path: Path) -> None:
    importer = path.relative_to(ROOT).as_posix()
    for module, name in imports(path):
        assert is_allowed(importer, module, name), f"{importer} imports {name} from {module}"
        top = module.partition(".")[0]
        private = name.startswith("_") and not name.startswith("__") and top in PACKAGES
        assert not private, f"{importer} imports the private {name} from {module}"
