"""The atelier: a procedural anime portrait, drawn from named normal scores as vector layers.

``parameters`` names the scores, ``people`` draws them at random or by looks, ``portraits`` turns
them into shapes and paints. Each part of a portrait has a package or a file that draws its slots
(``face``, ``eyes``, ``hair``, ``tied``, ``extras``, ``body``, ``clothes``) on what all of them
share: the turned ``head``, the ``torso``, the hair's ``dome``, curves (``shapes``). ``layers``
declares every slot, bottom to top; ``palette`` mixes the paints.
"""
