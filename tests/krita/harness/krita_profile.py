"""A throw-away Krita profile: configuration, linked plugins and environment variables."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

HERE = Path(__file__).resolve().parent

#: {file: {group: {key: value}}}; "" is the head of a file, which belongs to no group.
BASE_CONFIG = {
    "kritadisplayrc": {"General": {"OpenGLRenderer": "none", "canvasState": "OPENGL_SUCCESS"}},
    "kritarc": {
        "": {
            "useOpenGL": "false",
            "HideSplashScreen": "true",
            "FirstRun": "false",
            "showRootLayer": "false",
            "EnableHiDPI": "false",
            "AutoSaveInterval": "0",
        },
        "theme": {"Theme": "Krita dark"},
        "MainWindow": {"ToolBarsMovable": "Disabled"},
    },
}
#: Variables of this process that would change what Krita loads or shows.
NOT_PASSED_ON = ("PYTHON", "QT_", "XDG_", "LD_", "WAYLAND", "DBUS_", "PYENV")


class NoPlugin(Exception):
    """A folder given as a plugin holds none."""


def plugin_names(folder: Path) -> list[str]:
    """Names of the plugins whose ``NAME.desktop`` lies in a folder or in ``folder/NAME``."""
    found = [p.stem for p in sorted(folder.glob("*.desktop")) if (folder / p.stem).is_dir()]
    found += [p.stem for p in sorted(folder.glob("*/*.desktop")) if p.stem == p.parent.name]
    if not found:
        raise NoPlugin(f"{folder}: no NAME.desktop with a package NAME")
    return found


def make_profile(
    home: Path, plugins: Iterable[Path], seed: Path | None, settings: Iterable[str]
) -> None:
    """Write the profile into an empty folder.

    Args:
        plugins: folders with plugins; they are linked, not copied.
        seed: a resource database kept from an earlier run.
        settings: "FILE:GROUP:KEY=VALUE" each.
    """
    pykrita = home / "data" / "krita" / "pykrita"
    for folder in (home / "config", pykrita, home / "cache", home / "run"):
        folder.mkdir(parents=True)
    (home / "run").chmod(0o700)
    if seed is not None and seed.is_dir():
        shutil.copytree(seed, home / "data" / "krita", dirs_exist_ok=True)
    enabled = {}
    for folder in (HERE, *plugins):
        for name in plugin_names(folder.resolve()):
            _link(folder.resolve(), name, pykrita)
            enabled[f"enable_{name}"] = "true"
    config = {f: {g: dict(kv) for g, kv in groups.items()} for f, groups in BASE_CONFIG.items()}
    config["kritarc"]["python"] = enabled
    for item in settings:
        target, value = item.split("=", 1)
        file, group, key = target.split(":")
        config.setdefault(file, {}).setdefault(group, {})[key] = value
    for file, groups in config.items():
        (home / "config" / file).write_text(_ini(groups))


def environment(home: Path, krita: str) -> dict[str, str]:
    """Environment variables for a Krita that knows nothing but this profile."""
    program = shutil.which(krita)
    env = {k: v for k, v in os.environ.items() if not k.startswith(NOT_PASSED_ON)}
    env.update(
        HOME=str(home),
        XDG_CONFIG_HOME=str(home / "config"),
        XDG_DATA_HOME=str(home / "data"),
        XDG_CACHE_HOME=str(home / "cache"),
        XDG_RUNTIME_DIR=str(home / "run"),
        QT_QPA_PLATFORM="xcb",
        QT_ACCESSIBILITY="0",
        NO_AT_BRIDGE="1",
        LIBGL_ALWAYS_SOFTWARE="1",
        LC_ALL="C.UTF-8",
        LANGUAGE="en_US",
        PYTHONDONTWRITEBYTECODE="1",
    )
    if program is not None:
        # An embedded Python takes its prefix from the first python3 on PATH: a pyenv or conda
        # in front would hide the PyQt that Krita was built with.
        env["PATH"] = os.pathsep.join([str(Path(program).parent), env.get("PATH", "")])
    return env


def _link(folder: Path, name: str, pykrita: Path) -> None:
    (pykrita / name).symlink_to(folder / name)
    for desktop in (folder / f"{name}.desktop", folder / name / f"{name}.desktop"):
        if desktop.exists():
            (pykrita / desktop.name).symlink_to(desktop)
            return


def _ini(groups: dict[str, dict[str, str]]) -> str:
    lines = []
    for group in sorted(groups):  # "" sorts first, as the head must
        if group:
            lines.append(f"[{group}]")
        lines += [f"{key}={value}" for key, value in groups[group].items()]
    return "\n".join(lines) + "\n"
