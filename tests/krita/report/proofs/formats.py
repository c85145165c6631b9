"""Every kind of document: colour models, depths, and the largest."""

from __future__ import annotations

from collections.abc import Iterator

from tests.krita.krita_command import worker_command
from tests.krita.report.krita_run import KritaRunner
from tests.krita.report.line import MET, Line
from tests.krita.report.plan import Plan

NAME = "Every kind of document"
ASKED = "sketch, guidance, accept, undo"
#: As the script names them, and what an artist calls them.
FORMATS = {
    "RGBA U8": "8-bit", "RGBA U16": "16-bit", "GRAYA U8": "grey", "CMYKA U8": "CMYK",
    "LABA U16": "Lab", "RGBA F16": "16-bit float", "RGBA F32": "32-bit float",
}  # fmt: skip
FOUND = (
    "guidance came, the portrait lay in the document's own colours and profile, one undo took it "
    "away, the sketch was the same to the byte; guidance as a layer was seen and gone again"
)


def prove(plan: Plan, krita: KritaRunner) -> Iterator[Line]:
    """With the real worker; the scripts' own checks compare pixels and layers."""
    found = krita.outcome("formats", worker_command(), seconds=300)
    for key, name in FORMATS.items():
        if key in found.values.get("formats", ()):
            yield Line(f"a document in {name}", ASKED, FOUND, MET)
        else:
            yield Line.not_found(f"a document in {name}", ASKED)
    yield from found.trouble(NAME)
    if plan.huge:
        krita.run("huge", worker_command(), seconds=300)
        words = (
            "guidance came after each stroke, what was read of the layer is what is there, the "
            "portrait filled its frame, one undo took it away, the sketch lay where it was"
        )
        yield Line("a document of 10,000 x 10,000", ASKED, words, MET)
