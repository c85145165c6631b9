"""Judges pictures by a detector that was trained on real anime: is there a face, and is it whole?

``detector.whole_faces`` is the entry. The detector, nagadomi's animeface, runs in a process and a
Python environment of its own, because it finds nothing with a newer Pillow and says nothing.
"""
