"""Training, one module for each kind of model; `UNITS` there names the cases of each file."""

from functools import partial

from golden import write_units

main = partial(write_units, "training", ["tables", "networks", "outputs", "sequences"])
