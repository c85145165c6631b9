"""Pulls a predicted portrait's lines onto the strokes that were drawn.

Three steps, repeated from wide to narrow: ``matching`` pairs strokes with lines, ``belief`` weighs
how far the pairs may be trusted, ``field`` turns them into a smooth displacement of everything.
At last ``strain`` sees to it that a face stays one.
"""

from worker.fit.deformation import Deformation
from worker.fit.lines import LineSamples
from worker.fit.strain import bearable
from worker.fit.stroke_fit import fit

__all__ = ["Deformation", "LineSamples", "bearable", "fit"]
