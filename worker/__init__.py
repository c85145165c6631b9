"""The process beside Krita: sketches in, portraits and guidance out. No torch, no Krita."""

import os

__version__ = "0.1.0"

# NumPy's linear algebra would start a thread for every core, and while Krita keeps those busy its
# threads wait for each other: ten times slower than one thread. Read when NumPy is first imported.
for _library in ("OPENBLAS", "MKL", "OMP", "VECLIB_MAXIMUM"):
    os.environ.setdefault(f"{_library}_NUM_THREADS", "1")
