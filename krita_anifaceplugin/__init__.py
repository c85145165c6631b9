"""AniFace for Krita: portraits that fit a rough sketch, suggested while the artist draws.

``plugin`` is what Krita sees: a docker and actions. ``controller`` joins the parts for one window:
``sketch`` notices a stroke and reads it, ``session`` asks the worker through ``connection`` and
keeps what is known, ``docker`` shows that, ``overlay`` lays ``guidance`` over the canvas, and
``layers`` makes layers of what the artist accepts. ``krita_api`` alone touches Krita.

Krita imports this package at start-up. The worker and the tests import parts of it where there
is no Krita at all, so nothing here may need one.
"""

import importlib.util

if importlib.util.find_spec("krita") is not None:
    from .start import register

    register()
