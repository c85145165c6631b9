"""What the artist chose, kept in a JSON file in Krita's resource folder."""

from __future__ import annotations

import json
import os
import re
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from .protocol import GUIDANCE_MODES
from .texts.phrase import SILENCE, Phrase, phrase

PALETTES = ("bright", "safe")
INK_KINDS = ("auto", "alpha", "dark", "light")
_CHOICES = {"guidance": GUIDANCE_MODES, "palette": PALETTES, "ink": INK_KINDS}
_SHARES = ("opacity", "trace_opacity")
#: Krita's colour labels, none included.
LABELS = 9
_COLOR = re.compile(r"(#[0-9a-fA-F]{6})?")


@dataclass(frozen=True)
class Settings:
    """Choices that outlive a session.

    Attributes:
        on: whether AniFace follows the sketch.
        guidance: one of the protocol's GUIDANCE_MODES.
        opacity: of the guidance, 0 to 1.
        as_layer: show guidance in a layer of its own and not on the canvas.
        reference: id of the reference portrait, "" for colours that vary.
        parts: which parts' guidance is shown: "" all, a group of `guidance.parts`, or one part.
        only_undrawn: leave out guidance for what is drawn already.
        palette: one of PALETTES, for the colours of the parts.
        trace: lay the chosen suggestion over the canvas.
        trace_opacity: how strong, 0 to 1.
        ink: one of INK_KINDS, how pixels are read as ink.
        ignore_label: colour label of layers that are no sketch, 0 for none.
        ignore_color: "#rrggbb" of lines that are no sketch, "" for none.
        accept_under: insert portraits under the sketch and not over it.
        accept_hides_sketch: hide the sketch in the same step.
        favourites: ids of references that are shown first.
        folded: names of the docker's sections of which only the heading is shown.
        language: of the docker, a key of ``texts.table.LANGUAGES``; "" for Krita's.
        worker_command: a command line that replaces the installed worker, "" for none.
    """

    on: bool = True
    guidance: str = "rough"
    opacity: float = 0.7
    as_layer: bool = False
    reference: str = ""
    parts: str = ""
    only_undrawn: bool = False
    palette: str = "bright"
    trace: bool = False
    trace_opacity: float = 0.35
    ink: str = "auto"
    ignore_label: int = 0
    ignore_color: str = ""
    accept_under: bool = False
    accept_hides_sketch: bool = False
    favourites: tuple[str, ...] = ()
    folded: tuple[str, ...] = ("sketch",)
    language: str = ""
    worker_command: str = ""

    def with_values(self, /, **values: Any) -> Settings:
        """A copy with other values; one of a wrong kind is left as it was."""
        known = {item.name: getattr(self, item.name) for item in fields(self)}
        values = {k: tuple(v) if isinstance(v, list) else v for k, v in values.items()}
        good = {k: v for k, v in values.items() if k in known and _fits(k, known[k], v)}
        return replace(self, **good)


def _fits(name: str, old: Any, new: Any) -> bool:
    if name in _CHOICES:
        return new in _CHOICES[name]
    if name == "ignore_label":
        return type(new) is int and 0 <= new < LABELS
    if name == "ignore_color":
        return isinstance(new, str) and _COLOR.fullmatch(new) is not None
    if name in _SHARES:
        return isinstance(new, (int, float)) and not isinstance(new, bool) and 0 <= new <= 1
    if isinstance(old, tuple):
        return isinstance(new, tuple) and all(isinstance(item, str) for item in new)
    return type(new) is type(old)


class SettingsFile:
    """Reads and writes Settings; never raises, for painting must go on.

    ``trouble`` says what went wrong last (SILENCE for nothing); a file that cannot be read is kept
    beside the new one with ``.broken`` added to its name.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.trouble: Phrase = SILENCE

    def load(self) -> Settings:
        """The stored settings, or the defaults."""
        try:
            values = json.loads(self.path.read_text("utf-8"))
            if not isinstance(values, dict):
                raise ValueError("not a JSON object")
        except FileNotFoundError:
            return Settings()
        except (OSError, ValueError, RecursionError) as error:
            self._put_aside(error)
            return Settings()
        return Settings().with_values(**values)

    def save(self, settings: Settings) -> None:
        """Store the settings; an interrupted write leaves the old file whole."""
        self.trouble = SILENCE
        partial = self.path.with_name(self.path.name + ".part")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            partial.write_text(json.dumps(asdict(settings), indent=1), "utf-8")
            os.replace(partial, self.path)
        except OSError as error:
            self.trouble = phrase("notice.settings_unsaved", error=str(error))

    def _put_aside(self, error: Exception) -> None:
        broken = self.path.with_name(self.path.name + ".broken")
        self.trouble = phrase("notice.settings_damaged", file=broken.name)
        try:
            os.replace(self.path, broken)
        except OSError:
            self.trouble = phrase("notice.settings_unreadable", error=str(error))
