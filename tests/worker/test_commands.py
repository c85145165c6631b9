"""The ``aniface`` commands, as an artist or the installer runs them."""

from __future__ import annotations

import json
import struct
import zlib
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from worker.cli import main
from worker.files.recording import Recording


def _png_head(width: int, height: int) -> bytes:
    """The begin of a grey PNG of that size."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))


@pytest.fixture
def strokes_file(tmp_path: Path, face_recording: Recording) -> Path:
    path = tmp_path / "face.json"
    strokes = [
        {"points": [list(point) for point in stroke.points], "width": stroke.width}
        for stroke in face_recording.strokes
    ]
    size = [face_recording.width, face_recording.height]
    path.write_text(json.dumps({"size": size, "strokes": strokes * 6}))
    return path


@pytest.mark.parametrize("kind", ["black on white", "white on black", "transparent"])
def test_suggest_reads_any_sketch(
    tmp_path: Path, pack_folder: Path, face_recording: Recording, kind: str
) -> None:
    ink = np.frombuffer(face_recording.ink(2, 200), np.uint8).reshape(200, 200)
    pictures = {
        "black on white": Image.fromarray(255 - ink),
        "white on black": Image.fromarray(ink),
        "transparent": Image.merge("LA", [Image.new("L", (200, 200)), Image.fromarray(ink)]),
    }
    sketch, out = tmp_path / "sketch.png", tmp_path / "out"
    pictures[kind].save(sketch)
    arguments = ["--out", str(out), "--size", "64", "--count", "3", "--pack", str(pack_folder)]
    assert main(["suggest", str(sketch), *arguments]) == 0
    for name in ("suggestion-1", "suggestion-3", "guidance-rough", "guidance-detailed"):
        with Image.open(out / f"{name}.png") as picture:
            assert picture.size == (64, 64)
            assert np.asarray(picture)[..., 3].max() > 60
    result = json.loads((out / "result.json").read_text())
    assert [s["file"] for s in result["suggestions"]][2:] == ["suggestion-3.png"]
    assert result["suggestions"][0]["coverage"] > 0.6


def test_suggest_on_blank_paper_hints(
    tmp_path: Path, pack_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sketch = tmp_path / "blank.png"
    Image.new("RGB", (100, 80), "white").save(sketch)
    assert main(["suggest", str(sketch), "--out", str(tmp_path), "--pack", str(pack_folder)]) == 0
    assert "Draw a stroke" in capsys.readouterr().out
    assert not list(tmp_path.glob("suggestion-*"))


@pytest.mark.parametrize(
    "arguments", [["suggest", "missing.png"], ["replay", "missing.json"]], ids=lambda a: a[0]
)
def test_a_missing_file_is_one_line_not_a_traceback(
    tmp_path: Path, pack_folder: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*arguments, "--out", str(tmp_path), "--pack", str(pack_folder)]) == 1
    error = capsys.readouterr().err
    assert "missing." in error and error.count("\n") == 1


@pytest.mark.parametrize("content", [_png_head(15_000, 15_000), b"%!PS-Adobe-3.0 EPSF-3.0"])
def test_a_hostile_picture_is_one_line(
    tmp_path: Path, pack_folder: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    sketch = tmp_path / "sketch.png"
    sketch.write_bytes(content)
    assert main(["suggest", str(sketch), "--out", str(tmp_path), "--pack", str(pack_folder)]) == 1
    assert "sketch.png cannot be read" in capsys.readouterr().err


def test_replay_writes_a_page_that_holds_together(
    tmp_path: Path, pack_folder: Path, strokes_file: Path
) -> None:
    out = tmp_path / "demo"
    arguments = ["--out", str(out), "--stages", "10", "--pack", str(pack_folder)]
    assert main(["replay", str(strokes_file), *arguments]) == 0
    html = (out / "index.html").read_text(encoding="utf-8")
    shown: set[str] = set()

    class Pictures(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            assert tag not in ("link", "iframe"), "the page needs nothing from elsewhere"
            shown.update(v for k, v in attrs if k == "src" and v is not None)

    Pictures().feed(html)
    assert shown == {path.name for path in out.glob("*.png")}
    assert len(shown) == 10 * (3 + 4) + 1
    with Image.open(out / "accepted.png") as picture:
        assert picture.size == (1024, 1024)
    result = json.loads((out / "result.json").read_text())
    assert [stage["strokes"] for stage in result["stages"]][-1] == 12
    assert [stroke["strokes"] for stroke in result["strokes"]] == list(range(1, 13))
    assert all(stroke["all_ms"] >= stroke["guidance_ms"] > 0 for stroke in result["strokes"])


def test_bench_prints_its_figures_as_json(
    pack_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["bench", "--json", "--rounds", "1", "--pack", str(pack_folder)]) == 0
    result = json.loads(capsys.readouterr().out)
    assert result["machine"] and result["calibration_ms"] > 0
    assert {"start to ready", "each further suggestion at 160"} <= {
        figure["name"] for figure in result["figures"]
    }


def test_packs_lists_them_and_reports_damage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from tests.worker import tiny_pack

    monkeypatch.setenv("ANIFACE_HOME", str(tmp_path))
    tiny_pack.write(tmp_path / "packs" / "whole")
    main(["packs"])
    assert "tiny (vector, CC0-1.0" in capsys.readouterr().out
    damaged = tiny_pack.write(tmp_path / "packs" / "broken")
    (damaged / "mean.npy").write_bytes(b"")
    assert main(["packs"]) == 1
    assert "mean.npy is damaged" in capsys.readouterr().out
