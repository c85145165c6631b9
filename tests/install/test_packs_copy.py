"""Packs are copied whole or not at all, and every file is checked."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from worker.setup import packs
from worker.setup.errors import PackFilesError


def test_a_pack_with_a_wrong_hash_is_refused_and_named(tmp_path: Path) -> None:
    source, target = tmp_path / "source", tmp_path / "packs" / "default"
    write_pack(source, b"weights")
    assert packs.install(source, target) and not packs.install(source, target)
    (target / "student.onnx").write_bytes(b"bit rot")
    assert packs.install(source, target), "a damaged copy is mended"
    (source / "student.onnx").write_bytes(b"cut")
    with pytest.raises(PackFilesError, match="student.onnx is damaged"):
        packs.install(source, target)
    assert (target / "student.onnx").read_bytes() == b"weights"


def test_a_pack_names_no_file_outside_itself(tmp_path: Path) -> None:
    write_pack(tmp_path / "source", b"x")
    manifest = {"files": {"../evil": {"sha256": "0"}}}
    (tmp_path / "source" / "model.json").write_text(json.dumps(manifest))
    with pytest.raises(PackFilesError, match="outside"):
        packs.install(tmp_path / "source", tmp_path / "target")


def test_a_pack_copy_cut_short_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, target = tmp_path / "source", tmp_path / "packs" / "default"
    write_pack(source, b"old")
    packs.install(source, target)
    write_pack(source, b"new")
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(packs.os, "replace", _stop)
        packs.install(source, target)
    assert (target / "student.onnx").read_bytes() == b"old"
    assert packs.install(source, target)
    assert (target / "student.onnx").read_bytes() == b"new"
    assert [path.name for path in target.parent.iterdir()] == ["default"]


def _stop(*_: object) -> None:
    raise KeyboardInterrupt


def write_pack(folder: Path, content: bytes) -> None:
    """A pack of one file."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "student.onnx").write_bytes(content)
    entry = {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
    (folder / "model.json").write_text(json.dumps({"files": {"student.onnx": entry}}))
