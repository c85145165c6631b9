"""``aniface serve``: answer a plugin's requests on stdin and stdout."""

from __future__ import annotations

import argparse
import sys

from worker.commands.options import Subparsers, add_pack


def add_to(commands: Subparsers) -> None:
    """Declare the command."""
    text = "answer the Krita plugin's requests (frames on stdin and stdout)"
    parser = commands.add_parser("serve", help=text, description=text)
    add_pack(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Serve until stdin ends."""
    from worker.serving import process_manners, standard_streams

    pipes = standard_streams.claim()
    process_manners.leave_interrupts_to_parent()
    process_manners.end_with_parent()
    process_manners.lower_priority()

    from krita_anifaceplugin.protocol import ErrorReply, encode
    from worker.errors import PackError
    from worker.home import find_pack
    from worker.packs.pack import load
    from worker.serving.engine import Engine
    from worker.serving.server import Server

    try:
        engine = Engine(load(find_pack(arguments.pack)), arguments.threads)
        engine.warm_up()
        process_manners.keep_what_is_there()
    except PackError as error:
        print(f"worker: {error}", file=sys.stderr)
        pipes.write(encode(ErrorReply(0, "pack", str(error))))
        return 1
    Server(engine, pipes).run()
    return 0
