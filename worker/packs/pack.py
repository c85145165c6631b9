"""Reads a model pack: ``model.json``, its checks, and the arrays that inference needs."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from krita_anifaceplugin.protocol import MAX_PICTURE_SIDE, MAX_SKETCH_SIDE
from models.portrait.layer_table import LayerTable
from worker.errors import PackError
from worker.home import MODEL_FILE
from worker.packs.files import lies_inside, sha256

FORMAT = "aniface-pack"
VERSION = 1
REQUIRED_GRAPHS = ("student", "synthesis")
_MEAN = "mean.npy"
_REFERENCES = "references.npy"
#: Bytes. Names and thumbnails go into the greeting, whose header the plugin reads up to 4 MiB.
_LARGEST_MODEL_FILE = 1 << 20
_LARGEST_THUMBNAILS = 512 << 10
#: Of a portrait's frame.
_WIDEST_GLIMPSE = 2.0
_MOST_GLIMPSES = 64


@dataclass(frozen=True)
class Reference:
    """A portrait of the pack that lends its colours; ``thumbnail`` is a PNG, b"" for none."""

    id: str
    label: str
    thumbnail: bytes


@dataclass(frozen=True)
class Glimpse:
    """A square that the loupe looks at: ``width`` wide in a portrait's frame, ``shift`` (right,
    down) from the middle of its control points ``first`` to ``last``."""

    first: int
    last: int
    width: float
    mirrored: bool
    shift: tuple[float, float]


@dataclass(frozen=True)
class Loupe:
    """What the loupe looks at, each in ``side`` times ``side`` pixels."""

    side: int
    glimpses: tuple[Glimpse, ...]


@dataclass(frozen=True, eq=False)
class Pack:
    """A checked pack, ready for inference.

    Attributes:
        styles: roles of the K style vectors of w+, in order.
        structure_count: how many of them, from the first, decide shape; the others are colours.
        sketch_side: pixels of the sketch that the student reads.
        picture_side: pixels of the picture that the teacher reads, 0 where the pack has none.
        mean_styles: [K, D] the generator's average w+.
        reference_styles: [R, K, D] of the references, in their order.
        loupe: what it looks at, None where the pack has none.
        features: the parts that it looks at, which a graph of their own draws as well; none where
            the pack has no such graph.
    """

    folder: Path
    name: str
    kind: str
    licence: str
    table: LayerTable
    styles: tuple[str, ...]
    structure_count: int
    sketch_side: int
    graphs: Mapping[str, Path]
    references: tuple[Reference, ...]
    mean_styles: NDArray[np.float32]
    reference_styles: NDArray[np.float32]
    picture_side: int = 0
    loupe: Loupe | None = None
    features: tuple[str, ...] = ()


def load(folder: Path, *, verify_all: bool = False) -> Pack:
    """Read the pack in ``folder``.

    Args:
        verify_all: check also the files that no network reads.

    Raises:
        PackError: unknown version, a file missing or with another hash, or contents that do not
            fit together. The message names the file.
    """
    model_file = folder / MODEL_FILE
    model = _read_model(model_file)
    try:
        files: Mapping[str, Mapping[str, Any]] = model["files"]
        graphs = {str(k): str(v) for k, v in model["graphs"].items()}
        listed = [(str(r["id"]), str(r["label"]), r.get("thumbnail")) for r in model["references"]]
        missing = [name for name in REQUIRED_GRAPHS if name not in graphs]
        if missing:
            raise PackError(f"{model_file} names no {' and no '.join(missing)} graph")
        # Graphs read their weights from those files.
        weights = {str(name) for name in model.get("weights", ())}
        thumbs = {thumbnail for _, _, thumbnail in listed if thumbnail}
        needed = {*graphs.values(), *weights, _MEAN, _REFERENCES, *thumbs}
        _verify(folder, files, set(files) | needed if verify_all else needed)
        thumbnails = _thumbnails(folder, [thumbnail for _, _, thumbnail in listed])
        table = LayerTable.from_json(model["table"])
        styles = tuple(str(role) for role in model["styles"])
        shape = (len(styles), int(model["style_size"]))
        return Pack(
            folder=folder,
            name=str(model["name"]),
            kind=str(model["kind"]),
            licence=str(model["licence"]),
            table=table,
            styles=styles,
            structure_count=sum(not role.startswith("colour.") for role in styles),
            sketch_side=_side(model, "sketch_side", MAX_SKETCH_SIDE),
            graphs={name: folder / path for name, path in graphs.items()},
            references=tuple(
                Reference(id_, label, thumbnail)
                for (id_, label, _), thumbnail in zip(listed, thumbnails, strict=True)
            ),
            mean_styles=_array(folder / _MEAN, shape),
            reference_styles=_array(folder / _REFERENCES, (len(listed), *shape)),
            picture_side=(
                _side(model, "picture_side", MAX_PICTURE_SIDE) if "teacher" in graphs else 0
            ),
            loupe=_loupe(model["loupe"], table) if "loupe" in graphs else None,
            features=_features(model["features"], table) if "features" in graphs else (),
        )
    except (KeyError, TypeError, AttributeError, ValueError, OverflowError) as error:
        raise PackError(f"{model_file} is not a complete pack description: {error!r}") from error


def _read_model(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > _LARGEST_MODEL_FILE:
            raise PackError(f"{path} is too large for a description of a pack")
        model = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError) as error:
        raise PackError(f"{path} cannot be read: {error}") from error
    if not isinstance(model, dict) or model.get("format") != FORMAT:
        raise PackError(f"{path} does not describe an AniFace pack")
    if model.get("version") != VERSION:
        raise PackError(
            f"{path} has format version {model.get('version')!r}; this worker reads version "
            f"{VERSION}. Update AniFace, or choose a pack made for it."
        )
    return model


def _verify(folder: Path, files: Mapping[str, Mapping[str, Any]], needed: Collection[str]) -> None:
    """Check that each needed file is listed, lies inside the folder and has its hash."""
    for name in sorted(needed):
        path = folder / name
        if name not in files:
            raise PackError(f"{path} is not listed in the pack's {MODEL_FILE}")
        if not lies_inside(folder, name):
            raise PackError(f"{name!r} in {folder / MODEL_FILE} lies outside the pack")
        try:
            digest = sha256(path)
        except OSError as error:
            raise PackError(f"{path} cannot be read: {error}") from error
        if digest != files[name]["sha256"]:
            raise PackError(
                f"{path} is damaged or was changed: its hash is not the one in {MODEL_FILE}. "
                "Run install.py again to restore the pack."
            )


def _thumbnails(folder: Path, names: Sequence[str | None]) -> list[bytes]:
    """The files' contents, b"" for None."""
    paths = [folder / name if name else None for name in names]
    if sum(path.stat().st_size for path in paths if path) > _LARGEST_THUMBNAILS:
        most = _LARGEST_THUMBNAILS >> 10
        raise PackError(f"the references' thumbnails in {folder} are over {most} KB together")
    return [path.read_bytes() if path else b"" for path in paths]


def _loupe(data: Mapping[str, Any], table: LayerTable) -> Loupe:
    glimpses = tuple(_glimpse(g) for g in data["glimpses"])
    for g in glimpses:
        near = (
            all(abs(way) <= _WIDEST_GLIMPSE for way in g.shift) and 0 < g.width <= _WIDEST_GLIMPSE
        )
        if not (near and 0 <= g.first < g.last <= table.point_count):
            raise ValueError(f"the loupe cannot look at {g}")
    if not 1 <= len(glimpses) <= _MOST_GLIMPSES:
        raise ValueError(f"the loupe cannot look at {len(glimpses)} things")
    return Loupe(_side(data, "side", MAX_PICTURE_SIDE), glimpses)


def _features(names: Sequence[Any], table: LayerTable) -> tuple[str, ...]:
    found = tuple(str(name) for name in names)
    if not found or len(set(found)) < len(found) or not set(found) <= set(table.parts):
        raise ValueError(f"there are no features {', '.join(found)}")
    return found


def _glimpse(data: Mapping[str, Any]) -> Glimpse:
    # Packs from before a loupe looked at fringes tell of no shift.
    right, down = map(float, data.get("shift", (0.0, 0.0)))
    first, last, width = int(data["first"]), int(data["last"]), float(data["width"])
    return Glimpse(first, last, width, bool(data["mirrored"]), (right, down))


def _side(model: Mapping[str, Any], key: str, most: int) -> int:
    """A picture's side in pixels, from 1 to ``most``."""
    side = int(model[key])
    if not 1 <= side <= most:
        raise ValueError(f"{key} must be from 1 to {most}, not {side}")
    return side


def _array(path: Path, shape: tuple[int, ...]) -> NDArray[np.float32]:
    try:
        # Mapped, for its head may announce far more than the file, or the memory, holds.
        array = np.load(path, mmap_mode="r", allow_pickle=False)
    except (OSError, ValueError, EOFError) as error:
        raise PackError(f"{path} cannot be read: {error}") from error
    if not isinstance(array, np.memmap):
        raise PackError(f"{path} is an archive, not one array")
    if array.shape != shape or array.dtype != np.float32 or not np.isfinite(array).all():
        raise PackError(f"{path} holds {array.dtype}{array.shape}, not finite float32{shape}")
    return np.array(array)
