"""The command line of ``install.py``."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence
from pathlib import Path

from worker.setup import check, demo, environment, packs, plugin, report, system, testing, uninstall
from worker.setup.environment import Spec
from worker.setup.errors import SetupError
from worker.setup.places import PROJECT, Home, KritaFolders, aniface_home, krita_folders
from worker.setup.shell import runner


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; exit status 0 done, 1 an error that was explained, 2 wrong usage."""
    _print_anything()
    words = list(sys.argv[1:] if arguments is None else arguments)
    words, for_pytest = _split(words)
    parser = _parser()
    options = parser.parse_args(words)
    _check_usage(parser, options)
    try:
        return _run(options, for_pytest)
    except SetupError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. Run the same command again; it goes on from here.", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="install.py",
        description="Installs AniFace into Krita; with a command, shows or tests it instead.",
        epilog="ANIFACE_HOME names the folder for environment and model packs. What follows -- "
        "goes to pytest.",
    )
    parser.add_argument(
        "command",
        nargs="?",
        choices=("demo", "test", "report"),
        help="demo: replay recorded sketches into a page; test: run all tests; report: measure "
        "what is promised in a real Krita and print it",
    )
    parser.add_argument("--check", action="store_true", help="say what is installed")
    parser.add_argument("--uninstall", action="store_true", help="take everything away again")
    parser.add_argument(
        "--resources", type=Path, metavar="DIR", help="Krita's resource folder, if it is not found"
    )
    parser.add_argument(
        "--config", type=Path, metavar="DIR", help="folder of kritarc, with --resources"
    )
    parser.add_argument("--strokes", type=Path, metavar="FILE", help="demo: replay this recording")
    parser.add_argument(
        "--out",
        type=Path,
        metavar="DIR",
        help="demo, report: where it is written (default: demo, out/report)",
    )
    parser.add_argument(
        "--environment",
        action="store_true",
        help="test: only set up the Python environment and print its interpreter",
    )
    parser.add_argument(
        "--quick", action="store_true", help="report: a few strokes only, some minutes"
    )
    parser.add_argument(
        "--minutes", type=float, metavar="N", help="report: the longest that it may take"
    )
    parser.add_argument("--only", nargs="+", metavar="PART", help="report: these parts alone")
    return parser


def _check_usage(parser: argparse.ArgumentParser, options: argparse.Namespace) -> None:
    """End with exit status 2 where options do not go together."""
    if options.check + options.uninstall + bool(options.command) > 1:
        parser.error("--check, --uninstall, demo, test and report are different: choose one")
    if options.command != "demo" and options.strokes:
        parser.error("--strokes belongs to demo")
    if options.command not in ("demo", "report") and options.out:
        parser.error("--out belongs to demo and report")
    if options.command != "report" and (options.quick or options.minutes or options.only):
        parser.error("--quick, --minutes and --only belong to report")
    if options.command and (options.resources or options.config):
        parser.error(f"{options.command} touches no Krita: leave out --resources and --config")
    if options.config and not options.resources:
        parser.error("--config goes with --resources")
    if options.environment and options.command != "test":
        parser.error("--environment belongs to test")


def _run(options: argparse.Namespace, for_pytest: Sequence[str]) -> int:
    home = aniface_home()
    if options.check:
        kritas = _kritas(options) or uninstall.where_installed(home) or krita_folders()
        return 0 if check.check(PROJECT, home, kritas, _say) else 1
    if options.uninstall:
        uninstall.uninstall(home, _kritas(options) or uninstall.where_installed(home), _say)
        return 0
    if options.command == "test":
        run = runner(home.log)
        if options.environment:
            print(testing.prepare(PROJECT, home, run, _say_aside).python)
            return 0
        return testing.run_tests(PROJECT, home, for_pytest, run, _say)
    if options.command == "report":
        words = ["--quick"] if options.quick else []
        words += ["--minutes", str(options.minutes)] if options.minutes else []
        words += ["--only", *options.only] if options.only else []
        words += ["--out", str(options.out.absolute())] if options.out else []
        return report.run_report(PROJECT, home, words, runner(home.log), _say)
    python = _have_worker(home)
    if options.command == "demo":
        sketches = demo.shipped(PROJECT)
        if options.strokes:
            sketches = [demo.Sketch(options.strokes, "")]
        demo.show(demo.replay(python, home, sketches, options.out or Path("demo"), _say), _say)
        return 0
    for krita in _kritas(options) or krita_folders():
        plugin.install(PROJECT, krita, python, home)
        _say(f"Installed into {krita.label}: {krita.resources}")
        if krita.flatpak:
            _say(
                "  Allow it to start the worker outside its sandbox, once:\n"
                "    flatpak override --user --talk-name=org.freedesktop.Flatpak org.kde.krita"
            )
    _say("Start Krita (again), and turn the docker on: Settings > Dockers > AniFace.")
    return 0


def _have_worker(home: Home) -> Path:
    """Environment, libraries and the bundled pack, all in place; the environment's Python."""
    spec = Spec(home.env)
    run = runner(home.log)
    system.ensure(system.LIBRARIES, run, _say)
    if not environment.ensure(spec, PROJECT, run, _say):
        _say(f"The Python environment is up to date: {spec.folder}")
    if packs.install(PROJECT / "models" / "packs" / "default", home.packs / "default"):
        _say(f"Copied the model pack to {home.packs / 'default'}")
    return spec.python


def _kritas(options: argparse.Namespace) -> list[KritaFolders] | None:
    """The Krita that --resources names, or None."""
    if not options.resources:
        return None
    usual = krita_folders()[0].kritarc
    kritarc = options.config.absolute() / "kritarc" if options.config else usual
    return [KritaFolders("Krita", options.resources.absolute(), kritarc)]


def _split(words: list[str]) -> tuple[list[str], list[str]]:
    """The installer's words and, after "--", pytest's."""
    if "--" not in words:
        return words, []
    at = words.index("--")
    return words[:at], words[at + 1 :]


def _say(line: str) -> None:
    print(line, flush=True)


def _say_aside(line: str) -> None:
    """For commands whose output another program reads."""
    print(line, file=sys.stderr, flush=True)


def _print_anything() -> None:
    """A console with an old code page (Windows) shows "?" instead of stopping the installer."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
