"""One module per command: ``add_to(subparsers)`` declares it, ``run`` does it.

What is slow to import (ONNX Runtime, skia) is imported where it is used, so that ``--help`` and
the commands that do without it start at once.
"""
