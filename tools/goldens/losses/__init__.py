"""Losses, one module for each kind; `UNITS` there names the cases of each class."""

from functools import partial

from golden import write_units

KINDS = ["regression", "probabilistic", "hinge", "segmentation", "similarity", "sequence"]

main = partial(write_units, "losses", KINDS)
