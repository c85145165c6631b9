"""Krita plugin that runs one test script and quits; see run_in_krita.py.

The script defines ``async def run(t)`` with ``t`` a KritaTest. Between its awaits control is
back in Krita's own event loop. It must be: Krita postpones the bookkeeping of added and removed
layers (layer docker, active layer) for as long as a nested event loop runs, so a script, or a
plugin, that spins a QEventLoop sees half of Krita standing still.
"""

from krita import Krita

from .driver import KritaTestDriver

Krita.instance().addExtension(KritaTestDriver(Krita.instance()))
