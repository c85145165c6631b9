"""Runs under kritarunner, without a window: reading, ink and layers against Krita's own API.

kritarunner -s kritarunner_check -f check RESULT-FILE
"""

from __future__ import annotations

import sys
import traceback
from pathlib import Path


def check(arguments: list[str]) -> None:
    """Write "ok" or a traceback into the file named by the first argument."""
    result = Path(arguments[0])
    try:
        _check()
        result.write_text("ok")
    except BaseException:
        result.write_text(traceback.format_exc())


def _check() -> None:
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    from krita import Krita

    from krita_anifaceplugin.frame.guidance_frame import GuidanceFrame
    from krita_anifaceplugin.geometry import Rect
    from krita_anifaceplugin.krita_api.document import Document
    from krita_anifaceplugin.krita_api.overlay_group import OverlayGroup
    from krita_anifaceplugin.layers.layer_names import GUIDANCE_NAME
    from krita_anifaceplugin.overlay.as_layer import has_guidance, remove_guidance
    from krita_anifaceplugin.sketch.ink_reading import read_ink

    raw = Krita.instance().createDocument(640, 480, "check", "RGBA", "U8", "", 72.0)
    document = Document(raw)
    assert document.size == (640, 480) and document.is_idle() and document.is_open
    frame = GuidanceFrame.largest(*document.size)
    mark = Rect(200, 100, 40, 60)
    ink = bytes((10, 10, 10, 255)) * (mark.width * mark.height)
    sketch = document.blank_layer("Sketch")
    sketch.write(mark, ink)
    document.add_on_top(sketch)
    read = read_ink(sketch, frame)
    assert read.side == 480 and read.data.count(255) == mark.width * mark.height
    assert read.data[480 * 100 + 200 - frame.x] == 255 and read.data[0] == 0

    key = sketch.change_key()
    assert sketch.change_key() == key, "a layer at rest keeps its key"
    sketch.write(Rect(300, 300, 1, 1), bytes((0, 0, 0, 255)))
    assert sketch.change_key() != key, "one pixel changes it"
    for wrong in (b"", bytes(3), bytes(8)):
        try:
            sketch.write(Rect(0, 0, 1, 1), wrong)
        except ValueError:
            continue
        raise AssertionError("a buffer of the wrong length was written")

    background = next(layer for layer in document.layers() if layer.id != sketch.id)
    assert read_ink(background, frame).empty, "white paper holds no ink"
    background.write(mark, ink)
    assert read_ink(background, frame).data.count(0) == 480 * 480 - mark.width * mark.height

    guidance = OverlayGroup.create(document, GUIDANCE_NAME)
    guidance.picture.write(mark, ink)
    document.add_on_top(guidance.group)
    assert has_guidance(document) and guidance.group.is_ours and guidance.picture.is_ours
    found = OverlayGroup.find(document, GUIDANCE_NAME)
    assert found is not None and found.picture.id == guidance.picture.id
    remove_guidance(document)
    assert not has_guidance(document)
    assert sorted(layer.name for layer in document.layers()) == ["Background", "Sketch"]
    raw.close()
    assert not document.is_open
