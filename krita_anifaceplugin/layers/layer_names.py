"""Names of the layers that AniFace makes; what begins with one of OURS is never read."""

GUIDANCE_NAME = "AniFace guidance"
#: What is kept is the artist's own, and may be read as a sketch.
KEPT_NAME = "Guidance"
PORTRAIT_NAME = "AniFace portrait"
OURS = (GUIDANCE_NAME, PORTRAIT_NAME)
