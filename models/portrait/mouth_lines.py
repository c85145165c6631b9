"""Names of a mouth's lines, for all who ask whether one is open."""

from __future__ import annotations

#: The part, and the layers that make a shut mouth: its line, or the two ends of a broken one.
MOUTH = "mouth"
LIPS = ("lips", "lip end")
#: The layer that only an open mouth has besides.
JAW = "jaw line"
