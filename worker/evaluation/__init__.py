"""What a pack is worth to an artist, measured on people that training never saw.

Models make packs and the worker runs them; what comes out can only be judged by looking at both, so
this stands beside them: it imports either, and nothing imports it but ``aniface evaluate``. It
needs no torch.
"""
