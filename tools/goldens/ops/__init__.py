"""Ops, one module for each family of `keras.ops`; `UNITS` there has the cases of each function."""

import importlib

from golden import write

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


def main(kind=None, unit=None):
    for one in [kind] if kind else KINDS:
        units = importlib.import_module(f"ops.{one}").UNITS
        for name in [unit] if unit else units:
            write("ops", name, units[name]())
