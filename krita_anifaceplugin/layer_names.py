"""Names of the layers that AniFace makes; what begins with one is never read as a sketch."""

GUIDANCE_NAME = "AniFace guidance"
KEPT_NAME = "AniFace kept guidance"
PORTRAIT_NAME = "AniFace portrait"
OURS = (GUIDANCE_NAME, KEPT_NAME, PORTRAIT_NAME)
