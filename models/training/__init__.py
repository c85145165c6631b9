"""Training of the bundled models: generator, then teacher, then student, then a pack.

``aniface train --help`` lists the commands.
"""
