"""The atelier on show: pictures, contact sheets, sweeps, exports, and how good and fast it is.

For people who work on the atelier; nothing here is needed to train or to run a model.
"""
