"""``aniface suggest``: portraits for one sketch in a file."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from worker.commands.options import Subparsers, add_pack, whole


def add_to(commands: Subparsers) -> None:
    """Declare the command."""
    text = "write portraits and guidance for a sketch (its largest centred square)"
    parser = commands.add_parser("suggest", help=text, description=text)
    parser.add_argument("sketch", type=Path, metavar="SKETCH.png")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument("--count", type=whole(1, 8), default=4, help="default: %(default)s")
    parser.add_argument(
        "--reference", default="", metavar="NAME",
        help="who lends the colours (default: another for each suggestion)",
    )  # fmt: skip
    parser.add_argument(
        "--size", type=whole(16, 4096), default=1024, help="pixels (default: %(default)s)"
    )
    parser.add_argument("--seed", type=whole(0, 2**31), default=0, help="default: %(default)s")
    add_pack(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write suggestion-N.png, guidance-rough.png, guidance-detailed.png and result.json."""
    from krita_anifaceplugin.protocol import (
        Done,
        GuidanceReply,
        RenderRequest,
        SuggestionReply,
        SuggestRequest,
    )
    from worker.files.picture_files import read_ink, write_bgra
    from worker.home import find_pack
    from worker.packs.pack import load
    from worker.serving.engine import Engine

    side, ink = read_ink(arguments.sketch)
    engine = Engine(load(find_pack(arguments.pack)), arguments.threads)
    out: Path = arguments.out
    out.mkdir(parents=True, exist_ok=True)
    suggestions: list[dict[str, Any]] = []
    result: dict[str, Any] = {"sketch": str(arguments.sketch), "suggestions": suggestions}
    for mode, count in (("rough", arguments.count), ("detailed", 0)):
        request = SuggestRequest(
            id=0,
            width=side,
            height=side,
            ink=ink,
            guidance=mode,
            guidance_side=arguments.size,
            count=count,
            reference=arguments.reference,
            seed=arguments.seed,
        )
        for reply in engine.answer(request):
            if isinstance(reply, GuidanceReply):
                write_bgra(out / f"guidance-{mode}.png", reply.side, reply.pixels)
            elif isinstance(reply, SuggestionReply):
                name = f"suggestion-{reply.index + 1}.png"
                drawn = engine.render(RenderRequest(0, arguments.size, reply.portrait, True))
                write_bgra(out / name, drawn.side, drawn.pixels)
                suggestions.append({"file": name, "coverage": reply.coverage, "seed": reply.seed})
            elif isinstance(reply, Done):
                result["hint"] = reply.hint
                result[f"milliseconds_{mode}"] = reply.times
    (out / "result.json").write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    print(result["hint"] or f"{len(suggestions)} suggestions in {out}")
    return 0
