"""Layers, one module for each folder of packages/layers/src; `UNITS` there names the cases of each class."""

import importlib

from golden import write

KINDS = [
    "core",
    "activation",
    "pooling",
    "reshaping",
    "regularization",
    "convolution",
    "normalization",
    "attention",
    "merging",
    "recurrent",
    "preprocessing",
    "image_preprocessing",
]


def main(kind=None, unit=None):
    for one in [kind] if kind else KINDS:
        units = importlib.import_module(f"layers.{one}").UNITS
        for name in [unit] if unit else units:
            write("layers", name, units[name]())
