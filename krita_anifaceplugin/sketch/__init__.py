"""From Krita's layers to ink: which layer is the sketch, when it changed, what is drawn on it."""
