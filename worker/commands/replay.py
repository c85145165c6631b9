"""``aniface replay``: a recorded sketch, stroke by stroke, through a real worker process."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from worker.commands.options import Subparsers, add_pack, whole

if TYPE_CHECKING:
    from worker.replaying.stages import Stage, StrokeTimes
    from worker.serving.client import WorkerClient


def add_to(commands: Subparsers) -> None:
    """Declare the command."""
    text = "replay recorded strokes through the worker and write a page about it"
    parser = commands.add_parser("replay", help=text, description=text)
    parser.add_argument("strokes", type=Path, metavar="STROKES.json")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument("--stages", type=whole(1, 1000), default=10, help="default: %(default)s")
    parser.add_argument(
        "--reference", default="", metavar="NAME",
        help="who lends the colours (default: another for each suggestion)",
    )  # fmt: skip
    add_pack(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write index.html, a PNG per stage and kind, accepted.png and result.json."""
    from tqdm import tqdm

    from worker.files import recording
    from worker.replaying.stages import accept, replay, stroke_counts
    from worker.serving.client import WorkerClient, serve_command

    strokes = recording.load(arguments.strokes)
    counts = stroke_counts(len(strokes.strokes), arguments.stages)
    out: Path = arguments.out
    out.mkdir(parents=True, exist_ok=True)
    stages: list[Stage] = []
    times: list[StrokeTimes] = []
    with WorkerClient(serve_command(arguments.pack, arguments.threads)) as client:
        answers = replay(strokes, client, out, counts, arguments.reference)
        for stroke, stage in tqdm(
            answers, total=len(strokes.strokes), desc="replay", unit="stroke"
        ):
            times.append(stroke)
            stages += [stage] if stage else []
            tqdm.write(
                f"stroke {stroke.strokes:4}: guidance {stroke.guidance_ms:6.1f} ms, "
                f"first suggestion {stroke.first_ms:6.1f} ms, all {stroke.all_ms:6.1f} ms"
            )
        accepted = accept(client, stages[-1], out) if stages[-1].portrait else ""
        _write(arguments, client, stages, times, accepted)
    print(f"page: {(out / 'index.html').resolve()}")
    return 0


def _write(
    arguments: argparse.Namespace,
    client: WorkerClient,
    stages: list[Stage],
    times: list[StrokeTimes],
    accepted: str,
) -> None:
    """index.html and result.json."""
    from worker.measuring.machine import machine_line, resident_megabytes
    from worker.replaying.page import PageFacts, page

    facts = PageFacts(
        title="Recording: " + arguments.strokes.stem.replace("_", " ").replace("-", " "),
        pack=client.hello.pack,
        parts=client.hello.parts,
        ready_seconds=round(client.ready_seconds, 3),
        machine=machine_line(),
        accepted=accepted,
    )
    result = {
        "recording": arguments.strokes.name,
        **asdict(facts),
        "resident_megabytes": resident_megabytes(client.process.pid),
        "strokes": [asdict(stroke) for stroke in times],
        "stages": [
            {key: value for key, value in asdict(stage).items() if key != "portrait"}
            for stage in stages
        ],
    }
    out: Path = arguments.out
    (out / "result.json").write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    (out / "index.html").write_text(page(stages, times, facts), encoding="utf-8")
