"""Where things are worn on the hair's dome.

An ellipse, simpler than the outline that hair itself follows (``hair.skull.silhouette``): what is
worn sinks into the hair a little.
"""

from __future__ import annotations

import numpy as np

from models.atelier.head import RIM, Head
from models.atelier.scores import Values
from models.atelier.shapes import Knots, Value, path


def on_dome(head: Head, angle: Value, *, out: Value = 0.0, depth: Value = 0.0) -> Knots:
    """The point [N, 1, 2] of the dome ``angle`` radians to the right of the crown, on the turned
    head; ``out`` beyond it, ``depth`` towards the viewer. Past a quarter turn it goes on downwards
    and inwards, as the back of the head does."""
    x, y = dome_point(head, angle, out)
    return head.turn(path([(x, y, depth)]))


def dome_point(head: Head, angle: Value, out: Value = 0.0) -> tuple[Values, Values]:
    """x and y [N] of that point on an upright, frontal head."""
    w, high = head.hair_half_width + out, RIM - head.hair_top + out
    return w * np.sin(angle), RIM - high * np.cos(angle)
