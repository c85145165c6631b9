"""Pictures of the artist's own whose colours the suggestions can take, kept between sessions."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Collection
from pathlib import Path

from ..session.state import Reference

#: More than this many are shown by nobody; the oldest that is no favourite goes first.
MOST = 12
OWN = "own-"


class OwnReferences:
    """One JSON file a picture, named by its content. A file that cannot be read is passed over.

    What was read from a picture fits one pack only, so each file names its pack.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, pack: str) -> tuple[Reference, ...]:
        """Those that were made with a pack, the newest first."""
        found: list[tuple[float, Reference]] = []
        for path in self._files():
            try:
                values = json.loads(path.read_text("utf-8"))
                if values["pack"] == pack:
                    picture = base64.b64decode(values["thumbnail"])
                    reference = Reference(path.stem, "", picture, str(values["colors"]))
                    found.append((path.stat().st_mtime, reference))
            except (OSError, ValueError, KeyError, TypeError, RecursionError):
                continue
        found.sort(key=lambda item: item[0], reverse=True)
        return tuple(reference for _, reference in found)

    def add(
        self, pack: str, thumbnail: bytes, colors: str, favourites: Collection[str]
    ) -> Reference:
        """Keep a picture; the oldest others go where there are too many.

        Raises:
            OSError: it cannot be written.
        """
        name = OWN + hashlib.sha256(thumbnail + pack.encode()).hexdigest()[:16]
        values = {
            "pack": pack,
            "thumbnail": base64.b64encode(thumbnail).decode("ascii"),
            "colors": colors,
        }
        self._folder.mkdir(parents=True, exist_ok=True)
        (self._folder / f"{name}.json").write_text(json.dumps(values), "utf-8")
        loose = sorted(
            (p for p in self._files() if p.stem not in favourites),
            key=lambda path: path.stat().st_mtime,
        )
        for path in loose[:-MOST]:
            path.unlink(missing_ok=True)
        return Reference(name, "", thumbnail, colors)

    def remove(self, name: str) -> None:
        """Forget a picture.

        Raises:
            OSError: its file cannot be deleted.
        """
        if name.startswith(OWN) and Path(name).name == name:
            (self._folder / f"{name}.json").unlink(missing_ok=True)

    def _files(self) -> list[Path]:
        return list(self._folder.glob(f"{OWN}*.json"))
