"""A simulated artist: the lines of a finished portrait become a sketch at some stage.

``sketcher.sketch`` is the entry. Everything random comes from one generator, so a seed is a
sketch. Work is done on all strokes at once: a sketch takes a few milliseconds.
"""
