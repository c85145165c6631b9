"""``install.py demo``: recorded sketches through the real worker, as a page to look at."""

from __future__ import annotations

import os
import subprocess
import sys
import webbrowser
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from worker.setup.demo_page import overview
from worker.setup.errors import FolderError, SetupError, explained
from worker.setup.places import Home
from worker.setup.shell import Say, clean_environ


@dataclass(frozen=True)
class Sketch:
    """A recording to replay, with a caption for the page that links them."""

    path: Path
    caption: str


#: Shipped recordings, in the order in which the page shows them.
_CAPTIONS = {
    "clean": "A clean sketch, confident lines",
    "rough": "A rough one: construction lines first, every line searched for",
    "unusual_order": "Hair and clothes first, the eyes last, the head turned",
}


def shipped(project: Path) -> list[Sketch]:
    """The recordings that come with the project."""
    folder = project / "worker" / "demo" / "recordings"
    return [Sketch(folder / f"{name}.json", text) for name, text in _CAPTIONS.items()]


def replay(python: Path, home: Home, sketches: Sequence[Sketch], out: Path, say: Say) -> Path:
    """Replay the sketches; return the page to open.

    One sketch gives its page in ``out``; several give a page each, and one that links them.

    Raises:
        SetupError: the folder cannot be written, or a replay failed.
    """
    out = out.absolute()
    with explained(out):
        out.mkdir(parents=True, exist_ok=True)
    if len(sketches) == 1:
        _replay_one(python, home, sketches[0], out)
        return out / "index.html"
    replays = [(out / sketch.path.stem, sketch.caption) for sketch in sketches]
    for sketch, (folder, caption) in zip(sketches, replays, strict=True):
        say(f"\n{sketch.path.stem}: {caption}")
        _replay_one(python, home, sketch, folder)
    page = out / "index.html"
    with explained(page):
        page.write_text(overview(replays), "utf-8")
    return page


def show(page: Path, say: Say) -> None:
    """Open the page where there is a desktop; say where it lies in any case."""
    say(f"\nThe page: {page}")
    desktop = sys.platform in ("win32", "darwin") or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")
    )
    if desktop and not os.environ.get("CI"):
        webbrowser.open(page.as_uri())


def _replay_one(python: Path, home: Home, sketch: Sketch, out: Path) -> None:
    if not sketch.path.is_file():
        raise FolderError(f"There is no recording {sketch.path}.")
    command = [str(python), "-m", "worker", "replay", str(sketch.path.absolute())]
    # From AniFace's folder: in the clone, Python would take the sources there for the worker.
    done = subprocess.run(
        [*command, "--out", str(out)],
        stdin=subprocess.DEVNULL,
        cwd=home.root,
        env=clean_environ(ANIFACE_HOME=str(home.root)),
        check=False,
    )
    if done.returncode:
        raise SetupError(f"Replaying {sketch.path.name} failed; the reason stands above.")
