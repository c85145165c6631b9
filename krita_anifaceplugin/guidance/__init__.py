"""Guidance as curves: checked, chosen by part, recoloured, cut to what is missing, and painted."""
