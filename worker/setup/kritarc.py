"""Turning the plugin on and off in ``kritarc`` without touching any other byte of it."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from worker.setup.errors import explained
from worker.setup.places import PLUGIN

_GROUP = b"[python]"
_KEY = f"enable_{PLUGIN}".encode()


@dataclass(frozen=True)
class Edit:
    """What ``enable`` did, so that it can be taken back.

    Attributes:
        created: there was no file.
        group: the group was added, with ``gap`` (line ends) before it.
        previous: the value the entry had, or None if there was no entry.
    """

    created: bool = False
    group: bool = False
    gap: str = ""
    previous: str | None = None


def is_enabled(content: bytes) -> bool:
    """Whether Krita would load the plugin."""
    lines = content.splitlines(keepends=True)
    at = _entry(lines)
    return at is not None and _value(lines[at]).lower() == b"true"


def enable(content: bytes | None) -> tuple[bytes, Edit]:
    """The settings file with the plugin turned on (``content`` None: no file), and what was done.

    An entry that says "true" already is taken for our own and goes when the plugin goes.
    """
    if content is None:
        return _GROUP + b"\n" + _KEY + b"=true\n", Edit(created=True, group=True)
    lines = content.splitlines(keepends=True)
    end = b"\r\n" if b"\r\n" in content else b"\n"
    at = _entry(lines)
    if at is not None:
        value = _value(lines[at])
        if value.lower() == b"true":
            return content, Edit()
        line_end = lines[at][len(lines[at].rstrip(b"\r\n")) :]
        lines[at] = _KEY + b"=true" + line_end
        return b"".join(lines), Edit(previous=value.decode("utf-8", "replace"))
    header = next((i for i, line in enumerate(lines) if line.strip() == _GROUP), None)
    if header is not None and lines[header].endswith((b"\n", b"\r")):
        lines.insert(header + 1, _KEY + b"=true" + end)
        return b"".join(lines), Edit()
    if header is not None:  # the group is the last line, without a line end
        return content + end + _KEY + b"=true", Edit()
    gap = b"" if not content else end if content.endswith((b"\n", b"\r")) else end + end
    text = content + gap + _GROUP + end + _KEY + b"=true" + end
    return text, Edit(group=True, gap=gap.decode())


def disable(content: bytes, edit: Edit) -> bytes | None:
    """The settings file as it was before ``enable``, whatever Krita has changed elsewhere since.

    None means that the file was made by ``enable`` and holds nothing else.
    """
    lines = content.splitlines(keepends=True)
    at = _entry(lines)
    if at is None:
        return content
    if edit.previous is not None:
        line_end = lines[at][len(lines[at].rstrip(b"\r\n")) :]
        lines[at] = _KEY + b"=" + edit.previous.encode() + line_end
        return b"".join(lines)
    entry = lines.pop(at)
    if at == len(lines) and not entry.endswith((b"\n", b"\r")) and lines:
        lines[-1] = lines[-1].rstrip(b"\r\n")  # the line end that enable put before the entry
    if edit.group:
        lines = _without_empty_group(lines, at, edit.gap.encode())
    if edit.created and not b"".join(lines).strip():
        return None
    return b"".join(lines)


def write(path: Path, content: bytes | None) -> None:
    """Replace a settings file in one step (None deletes it); a link stays a link.

    Raises:
        SetupError: it cannot be written.
    """
    real = path.resolve()
    with explained(path):
        if content is None:
            real.unlink(missing_ok=True)
            return
        partial = real.with_name(real.name + ".aniface-part")
        partial.write_bytes(content)
        if real.exists():
            shutil.copymode(real, partial)
        os.replace(partial, real)


def read(path: Path) -> bytes | None:
    """A settings file's bytes, or None if there is none."""
    with explained(path):
        return path.read_bytes() if path.is_file() else None


def _entry(lines: list[bytes]) -> int | None:
    """Index of the plugin's entry in the group; the last one counts, as for Krita."""
    found, inside = None, False
    for i, line in enumerate(lines):
        text = line.strip()
        if text.startswith(b"["):
            inside = text == _GROUP
        elif inside and text.partition(b"=")[0].strip() == _KEY:
            found = i
    return found


def _value(line: bytes) -> bytes:
    return line.partition(b"=")[2].strip()


def _without_empty_group(lines: list[bytes], after: int, gap: bytes) -> list[bytes]:
    """``lines`` without the group's header before index ``after``, if nothing is left in it."""
    rest = next((line.strip() for line in lines[after:] if line.strip()), b"[")
    header = after - 1
    if header < 0 or lines[header].strip() != _GROUP or not rest.startswith(b"["):
        return lines
    before, behind = b"".join(lines[:header]), b"".join(lines[after:])
    if before.endswith(gap):
        before = before[: len(before) - len(gap)] if gap else before
    return [before, behind]
