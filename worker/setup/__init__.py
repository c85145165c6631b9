"""Installation: environment, system libraries, plugin, packs. Standard library only.

``install.py`` runs this with whatever Python the artist has, before anything is installed.
"""
