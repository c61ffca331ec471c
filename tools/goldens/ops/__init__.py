"""Ops, one module for each family of `keras.ops`; `UNITS` there has the cases of each function."""

from functools import partial

from golden import write_units

KINDS = [
    "elementwise",
    "reduction",
    "layout",
    "activation",
    "nn",
    "math",
    "core",
    "linalg",
    "image",
    "sorting",
    "product",
    "creation",
    "fourier",
]

main = partial(write_units, "ops", KINDS)
