"""The card that a pack carries: what it is, what it was trained on, how good it is."""

from __future__ import annotations

from collections.abc import Mapping

_CARD = """# AniFace default pack

Draws anime portraits as vector layers, and reads rough, unfinished sketches.

* **Licence**: CC0 1.0. Use the weights, and whatever is made with them, for anything.
* **Trained on**: portraits of the project's own procedural atelier (`models/atelier`), and
  simulated drawings of them. No picture by any artist, no scraped data, no other model's output.
* **Networks**: style-based vector generator ({generator} M parameters), teacher ({teacher} M),
  student ({student} M){loupe}. `model.json` lists layer table, style vectors, hashes
  and configuration.

## Training

| stage | samples seen | minutes |
| --- | --- | --- |
{stages}

On two cores of a shared processor (AMD EPYC), without a GPU:

    aniface train generator --out RUN
    aniface train teacher --out RUN
    aniface train student --out RUN
    aniface train loupe --out RUN
    aniface train export --out RUN --pack models/packs/default

To train on from here: `aniface train unpack --out RUN`, then any stage with `--resume`
and a longer `--minutes` (it counts all sittings).

## Figures

Not measured yet: `aniface evaluate --pack PACK --card` puts them here.

## Limits

The family is the atelier's: one head and shoulders, front to three-quarter view. Sketches were
simulated, so hands unlike the simulated ones are read less well; hair that the atelier does not
know is answered with the nearest it does. Training was short; more of it still helps.
"""


def model_card(history: Mapping[str, Mapping[str, float]], millions: Mapping[str, float]) -> str:
    """The card's text from the last log line of each stage and the networks' parameters in
    millions by stage name; ``aniface evaluate --card`` adds the figures."""
    stages = [
        f"| {name} | {int(row.get('samples', 0)):,} | {row.get('minutes', 0):.0f} |"
        for name, row in history.items()
    ]
    said = {name: f"{value:.1f}" for name, value in millions.items()}
    loupe = f", loupe ({said['loupe']} M)" if "loupe" in said else ""
    return _CARD.format(stages="\n".join(stages), **{**said, "loupe": loupe})
