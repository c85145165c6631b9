"""The style-based vector generator and the two encoders that invert it (torch).

Nothing here knows the atelier: networks are built from a layer table and the roles of z alone.
"""
