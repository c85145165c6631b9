"""What a run tells while it goes: a bar with speed and losses, and a CSV of its evaluations."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tqdm import tqdm


class ProgressBar:
    """Samples done, samples a second, time left, and the losses."""

    def __init__(self, name: str, batch: int, step: int, shown: bool) -> None:
        self._batch = batch
        self._bar = tqdm(
            desc=name,
            initial=step * batch,
            unit=" samples",
            unit_scale=True,
            disable=not shown,
            smoothing=0.05,
        )

    def advance(self, step: int, progress: float, losses: Mapping[str, float]) -> None:
        """``progress`` is the share of the run that is done, by steps or by time."""
        if step % 20 == 0:
            self._bar.total = round(step * self._batch / max(progress, 1e-6))
            self._bar.set_postfix({n: f"{v:.3f}" for n, v in losses.items()}, refresh=False)
        self._bar.update(self._batch)

    def close(self) -> None:
        self._bar.close()


class EvaluationLog:
    """One row for every evaluation."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def add(self, row: Mapping[str, float]) -> None:
        """Append a row, and show it. A figure that earlier rows do not have gets a column."""
        names, rows = self._read() if self._path.exists() else ([], [])
        if set(row) <= set(names):
            with self._path.open("a", newline="", encoding="utf-8") as file:
                csv.DictWriter(file, names).writerow(row)
        else:
            self._write([*names, *(name for name in row if name not in names)], [*rows, dict(row)])
        tqdm.write(" ".join(f"{name} {value:.5g}" for name, value in row.items()))

    def forget_after(self, step: int) -> None:
        """Drop the rows of steps that were lost since the checkpoint of ``step``: they come
        again."""
        if not self._path.exists():
            return
        names, rows = self._read()
        kept = [row for row in rows if float(row["step"]) <= step]
        if len(kept) < len(rows):
            self._write(names, kept)

    def _read(self) -> tuple[list[str], list[dict[str, Any]]]:
        with self._path.open(newline="", encoding="utf-8") as file:
            reader = csv.DictReader(file)
            return list(reader.fieldnames or []), list(reader)

    def _write(self, names: list[str], rows: list[dict[str, Any]]) -> None:
        with self._path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, names, restval="")
            writer.writeheader()
            writer.writerows(rows)
