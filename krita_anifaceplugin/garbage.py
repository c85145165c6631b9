"""Python's garbage collector in the same thread as the artist's brush."""

from __future__ import annotations

import gc
from functools import lru_cache


@lru_cache(maxsize=1)
def leave_out_what_stays() -> None:
    """Take everything that is loaded by now out of the collector's rounds; only the first call
    does anything.

    Every fifteenth answer or so brings a round over all objects of Krita's Python. Modules,
    bindings and widgets are most of them and never go, yet looking at them all takes 25 ms, in
    which no stroke can be seen to move.
    """
    gc.collect()
    gc.freeze()
