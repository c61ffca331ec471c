"""Metrics, one module for each kind; `UNITS` there names the cases of each class."""

from functools import partial

from golden import write_units

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

main = partial(write_units, "metrics", KINDS)
