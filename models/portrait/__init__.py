"""What a portrait is: layer table, control points, drawing. numpy and skia only, never torch.

The worker and the training code both stand on this package; it stands on neither.
"""
