"""Metrics, one module for each kind; `UNITS` there names the cases of each class."""

import importlib

from golden import write

KINDS = [
    "reduction",
    "regression",
    "accuracy",
    "probabilistic",
    "hinge",
    "confusion",
    "f_score",
    "iou",
    "correlation",
]


def main(kind=None, unit=None):
    for one in [kind] if kind else KINDS:
        units = importlib.import_module(f"metrics.{one}").UNITS
        for name in [unit] if unit else units:
            write("metrics", name, units[name]())
