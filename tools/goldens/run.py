"""Makes the goldens named on the command line, or all: `layers`, `layers.pooling`, or `layers.pooling.MaxPooling2D`."""

import importlib
import sys

KINDS = [
    "activations",
    "losses",
    "layers",
    "optimizers",
    "schedules",
    "training",
    "files",
    "metrics",
    "initializers",
    "regularizers",
    "ops",
    "constraints",
    "transformations",
    "bounding_boxes",
]

for given in sys.argv[1:] or KINDS:
    kind, *part = given.split(".")
    if kind not in KINDS:
        sys.exit(f"unknown kind {kind}: expected some of {', '.join(KINDS)}")
    importlib.import_module(kind).main(*part)
