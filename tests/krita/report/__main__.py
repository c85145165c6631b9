"""The printed report: what AniFace promises, what a real Krita shows of it.

python -m tests.krita.report [--quick] [--minutes N] [--out FOLDER] [--only NAME ...]

Eleven parts, then a table of all that was asked and found. First those whose milliseconds need the
machine for themselves, then two rows of parts side by side, for which it does not matter. Each
part is ended when its time is up, and none begins that the --minutes do not suffice for: nothing
that hangs or crashes takes more than its own lines from the table. SHORT is what lies within its
goal as far as it came. Milliseconds mean something on a quiet machine only; memory, pixels and
files do everywhere.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.krita.krita_command import ROOT
from tests.krita.report.krita_run import Clock, KritaRunner
from tests.krita.report.line import MET, MISSED, NOTED
from tests.krita.report.machine import description, yield_to_others
from tests.krita.report.plan import QUICK, WHOLE
from tests.krita.report.proofs import (
    breakdown,
    formats,
    hostile,
    kills,
    latency,
    painting,
    pauses,
    pictures,
    qt6,
    rest,
    saving,
)  # fmt: skip
from tests.krita.report.written import Part, Written

#: One after the other, with nothing beside them.
ALONE: Mapping[str, Part] = {
    "latency": latency,
    "pauses": pauses,
    "painting": painting,
    "breakdown": breakdown,
    "rest": rest,
}
#: Two rows side by side; the second yields to the first, which looks at pauses of the window.
ROWS: tuple[Mapping[str, Part], ...] = (
    {"kills": kills},
    {"hostile": hostile, "formats": formats, "saving": saving, "qt6": qt6, "pictures": pictures},
)
NAMES = [*ALONE, *(name for row in ROWS for name in row)]


def main() -> int:
    """Print the report and write it beside; 0 where every target is met, else 1."""
    options = _options()
    plan = QUICK if options.quick else WHOLE
    out, begun = options.out.absolute(), time.monotonic()
    out.mkdir(parents=True, exist_ok=True)
    last = begun + 60 * (options.minutes or plan.minutes)
    written = Written(out, NAMES, time.strftime("%Y-%m-%d %H:%M"), description())

    def run(row: Mapping[str, Part], yields: bool = False) -> None:
        if yields:
            yield_to_others()
        clock = Clock(last)
        krita = KritaRunner(out, clock)
        for name, part in row.items():
            if name in (options.only or NAMES):
                clock.give(plan.seconds[name])
                written.add(name, part.NAME, part.prove(plan, krita))

    run(ALONE)
    with ThreadPoolExecutor(len(ROWS)) as pool:
        list(pool.map(run, ROWS, (False, True)))
    written.end(time.monotonic() - begun)
    verdicts = {line.verdict for line in written.lines()}
    bad = {MISSED} if options.quick else verdicts - {MET, NOTED}
    return 1 if bad & verdicts else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="install.py report", description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument("--quick", action="store_true", help="few strokes, some six minutes")
    parser.add_argument(
        "--minutes", type=float, help="the longest it may take; what is left then is NOT RUN"
    )
    parser.add_argument("--out", type=Path, default=ROOT / "out" / "report")
    parser.add_argument("--only", nargs="+", choices=NAMES, help="these parts alone")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
