"""The atelier: a procedural anime portrait, drawn from named normal scores as vector layers."""
