"""Conditions the student's answer on the strokes, within what the generator can draw.

The student reads a sketch at a glance; here its style vectors are corrected until the portrait's
lines run where the strokes do. ``ensemble`` says, once for a pack, how lines follow style numbers
and which shapes come together; ``eye_signs`` and ``mouth_reading`` settle what strokes say by
themselves, before lines are matched; ``kalman`` turns distances between strokes and lines into a
correction with a spread (Evensen 2003); ``missing_shapes`` finds what was drawn and not predicted.
What is left after that is for ``worker.fit``, which may leave what the generator can draw.
"""

from worker.conditioning.conditioned import Conditioned, condition
from worker.conditioning.ensemble import Ensemble

__all__ = ["Conditioned", "Ensemble", "condition"]
