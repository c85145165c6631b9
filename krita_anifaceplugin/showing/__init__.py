"""What is shown over the sketch: which curves, in which colours, and the portrait to trace."""
