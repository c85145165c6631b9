"""Puts a pack's figures into the card that it carries."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

from worker.evaluation.errors import EvaluationError

CARD = "MODEL_CARD.md"
_SECTION = re.compile(r"^## Figures\n.*?(?=^## |\Z)", re.DOTALL | re.MULTILINE)
_FIGURES = """## Figures

By `aniface evaluate`. *Adherence* is the share of the strokes' length that lies within 1.5 % of the
frame of a line of detailed guidance of the right part.

```
{table}
```

"""


def write_figures(pack: Path, table: str) -> None:
    """Replace the card's section of figures, and its hash in the pack's description.

    Raises:
        EvaluationError: the pack has no such card.
    """
    description = pack / "model.json"
    try:
        card = (pack / CARD).read_text(encoding="utf-8")
        model = json.loads(description.read_text(encoding="utf-8"))
        listed = model["files"][CARD]
    except (OSError, ValueError, KeyError) as error:
        raise EvaluationError(f"{pack} has no card to write into: {error!r}") from error
    if not _SECTION.search(card):
        raise EvaluationError(f'{pack / CARD} has no section "Figures" to write into')
    data = _SECTION.sub(lambda _: _FIGURES.format(table=table), card, count=1).encode()
    listed.update(sha256=hashlib.sha256(data).hexdigest(), bytes=len(data))
    (pack / CARD).write_bytes(data)
    text = json.dumps(model, indent=1, ensure_ascii=False) + "\n"
    description.write_text(text, encoding="utf-8")
