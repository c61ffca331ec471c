"""Layers, one module for each folder of packages/layers/src; `UNITS` there names the cases of each class."""

from functools import partial

from golden import write_units

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

main = partial(write_units, "layers", KINDS)
