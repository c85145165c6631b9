#!/usr/bin/env python3
"""Run a Python script inside a real Krita on a private X server.

SCRIPT defines ``async def run(t)``; ``t`` is a ``kritatest_driver.KritaTest``. It runs on Krita's
GUI thread with the main window up. Every --plugin folder is linked into a throw-away profile and
enabled. A fresh profile costs Krita some 10 s for its resource database; --seed keeps that
between runs (made by the first that exits cleanly), and nothing else.

Needs krita (with Python), Xvfb, xdotool for strokes, and optionally openbox.
Exit code: 0 passed, 1 failed, 2 Krita never reported (crash, hang), 3 cannot start.
OUT gets result.json, krita.log (stdout and stderr) and the screenshots.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from krita_profile import NoPlugin, environment, make_profile
from processes import NoDisplay, Processes, start_x

PASSED, FAILED, NO_REPORT, CANNOT_START = range(4)


def parse_args(argv: list[str]) -> argparse.Namespace:
    """The command line; what follows "--" goes to the script."""
    script_args: list[str] = []
    if "--" in argv:
        cut = argv.index("--")
        argv, script_args = argv[:cut], argv[cut + 1 :]
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("script", type=Path)
    parser.add_argument("--plugin", type=Path, action="append", default=[])
    parser.add_argument("--out", type=Path, help="default: a new temporary folder")
    parser.add_argument("--timeout", type=float, default=120, help="seconds for the whole run")
    parser.add_argument("--screen", default="1600x1000")
    parser.add_argument("--set", action="append", default=[], metavar="FILE:GROUP:KEY=VALUE")
    parser.add_argument("--env", action="append", default=[], metavar="K=V")
    parser.add_argument("--seed", type=Path, help="folder for the resource database")
    parser.add_argument("--krita", default="krita")
    parser.add_argument("--keep-home", action="store_true")
    parser.add_argument("-v", "--verbose", action="store_true", help="print krita.log at the end")
    args = parser.parse_args(argv)
    args.script_args = script_args
    args.out = args.out or Path(tempfile.mkdtemp(prefix="kritatest-out-"))
    return args


def run_krita(args: argparse.Namespace, home: Path) -> int | None:
    """Start everything, wait for Krita's end; its exit code, or None where it had to be killed."""
    processes = Processes()
    try:
        with open(args.out / "krita.log", "wb") as log:
            make_profile(home, args.plugin, args.seed, args.set)
            env = environment(home, args.krita)
            env.update(
                KRITATEST_SCRIPT=str(args.script.resolve()),
                KRITATEST_OUT=str(args.out.resolve()),
                KRITATEST_ARGS=json.dumps(args.script_args),
            )
            env.update(item.split("=", 1) for item in args.env)
            env["DISPLAY"] = start_x(processes, args.screen, log)
            if shutil.which("openbox"):
                processes.start("openbox", "--sm-disable", env=env, stdout=log, stderr=log)
            krita = processes.start(
                args.krita, "--nosplash", env=env, cwd=home, stdout=log, stderr=log
            )
            try:
                code = krita.wait(args.timeout)
            except subprocess.TimeoutExpired:
                return None
            if code == 0 and args.seed and not args.seed.exists():
                skip = shutil.ignore_patterns("pykrita", "backup*", "*.log", "aniface")
                shutil.copytree(home / "data" / "krita", args.seed, ignore=skip)
            return code
    finally:
        processes.stop_all()


def report(args: argparse.Namespace, code: int | None, seconds: float) -> int:
    """Print what the script noted; returns the exit code."""
    try:
        result = json.loads((args.out / "result.json").read_text())
    except (OSError, ValueError):
        state = "timed out" if code is None else f"exited with {code}"
        log = args.out / "krita.log"
        print(f"NO RESULT: Krita {state} after {seconds:.1f} s; see {log}", file=sys.stderr)
        return NO_REPORT
    for line in result["checks"]:
        print(("ok    " if line["ok"] else "FAIL  ") + line["what"])
    for key, value in result["values"].items():
        print(f"      {key} = {value}")
    if result["error"]:
        print(result["error"], file=sys.stderr)
    status = result["status"]
    if code is None:
        status = "hung on exit"
    elif code != 0:
        status += f", but Krita exited with {code}"
    print(f"{status}: Krita {result['krita']}, {seconds:.1f} s, output in {args.out}")
    return PASSED if status == "passed" else FAILED


def main(argv: list[str] | None = None) -> int:
    """The command; returns its exit code."""
    args = parse_args(sys.argv[1:] if argv is None else argv)
    for tool in ("Xvfb", args.krita):
        if not shutil.which(tool):
            print(f"{tool} not found", file=sys.stderr)
            return CANNOT_START
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / "result.json").unlink(missing_ok=True)
    home = Path(tempfile.mkdtemp(prefix="kritatest-home-"))
    started = time.monotonic()
    try:
        code = run_krita(args, home)
    except (NoDisplay, NoPlugin) as error:
        print(error, file=sys.stderr)
        return CANNOT_START
    finally:
        if args.keep_home:
            print(f"profile kept: {home}")
        else:
            shutil.rmtree(home, ignore_errors=True)
    if args.verbose:
        print((args.out / "krita.log").read_text(errors="replace"))
    return report(args, code, time.monotonic() - started)


if __name__ == "__main__":
    sys.exit(main())
