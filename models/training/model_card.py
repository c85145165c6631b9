"""The card that a pack carries: what it is, what it was trained on, how good it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_CARD = """# AniFace default pack

Draws anime portraits as vector layers, and reads rough, unfinished sketches.

* **Licence**: CC0 1.0. Use the weights, and whatever is made with them, for anything.
* **Trained on**: portraits of the project's own procedural atelier (`models/atelier`), and
  simulated drawings of them. No picture by any artist, no scraped data, no other model's output.
* **Networks**: style-based vector generator ({generator} M parameters), teacher ({teacher} M),
  student ({student} M). `model.json` lists layer table, style vectors, hashes and configuration.

## Training

| stage | samples seen | minutes |
| --- | --- | --- |
{stages}

On two cores of a shared processor (AMD EPYC), without a GPU:

    python -m models.training generator --out RUN
    python -m models.training teacher --out RUN
    python -m models.training student --out RUN
    python -m models.training export --out RUN --pack models/packs/default

To train on from here: `python -m models.training unpack --out RUN`, then any stage with `--resume`
and a longer `--minutes` (it counts all sittings).

## Figures

On {people} people that training never saw (`python -m models.training evaluate --pack
models/packs/default`). Generator against the atelier: control points are off by
{point_error} % of the frame on average, {presence} % of presences are right.

Student on simulated sketches, hand effects and wrong proportions included; mean distance of all
control points (drawn or not) in percent of the frame, beside always answering the average portrait:

| strokes drawn | student | average portrait | true style within the 80 % band |
| --- | --- | --- | --- |
{rows}

## Limits

The family is the atelier's: one head and shoulders, front to three-quarter view. Sketches were
simulated, so hands unlike the simulated ones are read less well; hair that the atelier does not
know is answered with the nearest it does. Training was short; more of it still helps.
"""


def model_card(
    figures: Mapping[str, Any],
    history: Mapping[str, Mapping[str, float]],
    millions: Mapping[str, float],
) -> str:
    """The card's text from ``evaluate``'s figures, the last log line of each stage, and the
    networks' parameters in millions by stage name."""
    stages = [
        f"| {name} | {int(row.get('samples', 0)):,} | {row.get('minutes', 0):.0f} |"
        for name, row in history.items()
    ]
    rows = [
        f"| {completion} % | {row['error_percent']:.2f} | {row['average_portrait_percent']:.2f} "
        f"| {row['within_80_band_percent']:.0f} % |"
        for completion, row in figures["student"].items()
    ]
    return _CARD.format(
        stages="\n".join(stages),
        rows="\n".join(rows),
        people=figures["people"],
        point_error=figures["generator"]["point_error_percent"],
        presence=figures["generator"]["presence_right_percent"],
        **{name: f"{value:.1f}" for name, value in millions.items()},
    )
