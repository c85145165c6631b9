"""The printed report: what AniFace promises, what a real Krita shows of it.

python -m tests.krita.report [--quick] [--out FOLDER] [--only NAME ...]

Seven parts, then a table of all that was asked and found. Each part is ended when its time is up,
so nothing that hangs can hang the report: --quick takes some six minutes on a quiet machine of two
cores and never more than 45; the whole takes some 40 minutes there and never more than two hours
and a half. What was not found in time is printed as MISSED. Milliseconds mean something on a
quiet machine only; memory, pixels and files do everywhere.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
import traceback
from pathlib import Path

from tests.krita.krita_command import ROOT
from tests.krita.report.krita_run import Clock, KritaRunner, ScriptFailed
from tests.krita.report.line import MISSED, Line
from tests.krita.report.machine import description
from tests.krita.report.plan import QUICK, WHOLE
from tests.krita.report.proofs import breakdown, hostile, kills, latency, painting, pauses, saving
from tests.krita.report.table import table

PROOFS = {
    "latency": latency, "breakdown": breakdown, "pauses": pauses, "kills": kills,
    "hostile": hostile, "saving": saving, "painting": painting,
}  # fmt: skip


def main() -> int:
    """Print the report and write it beside; 0 where every target is met, else 1."""
    options = _options()
    plan = QUICK if options.quick else WHOLE
    out = options.out.absolute()
    out.mkdir(parents=True, exist_ok=True)
    about = {"begun": time.strftime("%Y-%m-%d %H:%M"), "machine": description()}
    _say(f"AniFace in a real Krita, {about['begun']}")
    _say(f"{about['machine']}\n")
    clock, found = Clock(), dict[str, list[Line]]()
    krita, started = KritaRunner(out, clock), time.monotonic()
    for name in options.only or PROOFS:
        proof = PROOFS[name]
        _say(f"== {proof.NAME}")
        lines = found[name] = []
        begun = time.monotonic()
        clock.give(plan.part_seconds)
        try:
            for line in proof.prove(plan, krita):
                lines.append(line)
                _say(line.text())
        except ScriptFailed as error:
            lines.append(Line(proof.NAME, "", str(error), MISSED))
            _say(lines[-1].text())
        except Exception as error:  # the other parts are worth reading, too
            traceback.print_exc()
            lines.append(Line(proof.NAME, "", f"{type(error).__name__}: {error}", MISSED))
            _say(lines[-1].text())
        _say(f"({time.monotonic() - begun:.0f} s)\n")
        values = {key: [line.values() for line in lines] for key, lines in found.items()}
        (out / "report.json").write_text(json.dumps({**about, "proofs": values}, indent=1), "utf-8")
    words = table(line for lines in found.values() for line in lines)
    (out / "report.txt").write_text(f"{about['begun']}, {about['machine']}\n\n{words}\n", "utf-8")
    _say(words + "\n")
    missed = [line for lines in found.values() for line in lines if line.verdict == MISSED]
    total = sum(map(len, found.values()))
    minutes = (time.monotonic() - started) / 60
    _say(f"{total} lines, {len(missed)} missed, {minutes:.0f} minutes. {out / 'report.json'}")
    return 1 if missed else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="install.py report", description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument("--quick", action="store_true", help="few strokes, some six minutes")
    parser.add_argument("--out", type=Path, default=ROOT / "out" / "report")
    parser.add_argument("--only", nargs="+", choices=PROOFS, help="these parts alone")
    return parser.parse_args()


def _say(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    sys.exit(main())
