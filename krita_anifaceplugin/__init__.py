"""AniFace for Krita: portraits that fit a rough sketch, suggested while the artist draws.

Krita imports this package at start-up. The worker and the tests import parts of it where there
is no Krita at all, so nothing here may need one.
"""

import importlib.util

if importlib.util.find_spec("krita") is not None:
    from .start import register

    register()
