"""Losses, one module for each kind; `UNITS` there names the cases of each class."""

import importlib

from golden import write

KINDS = ["regression", "probabilistic", "hinge", "segmentation", "similarity", "sequence"]


def main(kind=None, unit=None):
    for one in [kind] if kind else KINDS:
        units = importlib.import_module(f"losses.{one}").UNITS
        for name in [unit] if unit else units:
            write("losses", name, units[name]())
