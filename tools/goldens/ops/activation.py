"""Activations among the ops: those of `keras.activations` have values at kinks and far out in `activations.py`."""

from golden import drawn
from ops.case import case, f32

POINTS = f32(-3.5, -1.2, -0.4, -0.1, 0.1, 0.3, 0.7, 1.4, 3.0, 7.0)

CHOICES = {
    "celu": [{}, {"alpha": 0.5}],
    "elu": [{}, {"alpha": 0.3}],
    "gelu": [{}, {"approximate": False}],
    "glu": [{}, {"axis": 0}],
    "hard_shrink": [{}, {"threshold": 1.0}],
    "hard_sigmoid": [{}],
    "hard_silu": [{}],
    "hard_tanh": [{}],
    "leaky_relu": [{}, {"negative_slope": 0.01}],
    "log_sigmoid": [{}],
    "relu": [{}],
    "relu6": [{}],
    "selu": [{}],
    "sigmoid": [{}],
    "silu": [{}],
    "soft_shrink": [{}, {"threshold": 1.0}],
    "softplus": [{}],
    "softsign": [{}],
    "sparse_plus": [{}],
    "sparse_sigmoid": [{}],
    "squareplus": [{}, {"b": 1.0}],
    "tanh_shrink": [{}],
    "threshold": [{"threshold": 0.5, "default_value": 0.25}],
}


def elementwise(unit):
    return lambda: [
        case(unit, ", ".join(f"{key} {value}" for key, value in options.items()) or "defaults", POINTS, **options)
        for options in CHOICES[unit]
    ]


def along_axis(unit):
    return lambda: [
        case(unit, "the last axis", drawn(3, 4)),
        case(unit, "axis 1 of three", drawn(2, 3, 2), axis=1),
        *(several_axes(unit) if unit != "sparsemax" else []),
    ]


def several_axes(unit):
    return [
        case(unit, "two axes", drawn(2, 3, 2), axis=(2, 0), unknown=[]),
        case(unit, "all axes", drawn(2, 3), axis=None),
    ]


UNITS = {
    **{unit: elementwise(unit) for unit in CHOICES},
    **{unit: along_axis(unit) for unit in ["log_softmax", "softmax", "sparsemax"]},
}
