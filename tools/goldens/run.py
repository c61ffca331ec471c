"""Makes the goldens named on the command line, or all."""

import importlib
import sys

KINDS = [
    "activations",
    "losses",
    "layers",
    "optimizers",
    "training",
    "files",
    "metrics",
    "initializers",
    "regularizers",
]

for kind in sys.argv[1:] or KINDS:
    if kind not in KINDS:
        sys.exit(f"unknown kind {kind}: expected some of {', '.join(KINDS)}")
    importlib.import_module(kind).main()
