"""Training of the bundled models: generator, then teacher, then student, then a pack.

``python -m models.training --help`` lists the commands.
"""
