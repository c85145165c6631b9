"""Over the sketch: guidance and a portrait to trace, on the canvas or in a layer of their own."""
