"""Activations as layers."""

from golden import bools, drawn, keras, np
from layers.case import STEPS, L, case


def activation():
    unit = "Activation"
    return [
        case("relu", unit, {"activation": "relu"}, drawn(3, 4)),
        case("softmax of rank 3", unit, {"activation": "softmax"}, drawn(2, 3, 4)),
        case("none", unit, {"activation": None}, drawn(3, 4)),
        case("linear", unit, {"activation": "linear"}, drawn(3, 4)),
        case("alias", unit, {"activation": "swish"}, drawn(3, 4)),
        case("rank 1", unit, {"activation": "tanh"}, drawn(5)),
        case("mask", unit, {"activation": "relu"}, drawn(2, 3, 4), masks=[STEPS]),
    ]


def relu():
    unit = "ReLU"
    options = {"max_value": 1.5, "negative_slope": 0.1, "threshold": 0.25}
    return [
        case("plain", unit, {}, drawn(3, 4)),
        case("largest value", unit, {"max_value": 1.0}, drawn(3, 4)),
        case("slope", unit, {"negative_slope": 0.25}, drawn(3, 4)),
        case("threshold", unit, {"threshold": 0.5}, drawn(3, 4)),
        case("all options", unit, options, drawn(2, 3, 4)),
        case("largest value 0", unit, {"max_value": 0.0, "negative_slope": 0.5}, drawn(3, 4)),
        case("mask", unit, {}, drawn(2, 3, 4), masks=[STEPS]),
    ]


def leaky_relu():
    unit = "LeakyReLU"
    return [
        case("plain", unit, {}, drawn(3, 4)),
        case("slope", unit, {"negative_slope": 1.5}, drawn(2, 3, 2)),
        case("no slope", unit, {"negative_slope": 0.0}, drawn(4)),
        case("zero, tiny and large", unit, {}, SPECIAL),
        case("mask", unit, {"name": "leak"}, drawn(2, 3, 4), masks=[STEPS]),
    ]


def prelu():
    unit = "PReLU"
    return [
        case("plain", unit, {}, drawn(3, 4)),
        case("rank 1", unit, {}, drawn(3, 1)),
        case("images", unit, {"shared_axes": [1, 2]}, drawn(2, 3, 2, 3)),
        case("one shared axis", unit, {"shared_axes": 2}, drawn(2, 3, 2)),
        case("all axes shared", unit, {"shared_axes": [1, 2]}, drawn(2, 3, 2)),
        case("zero, tiny and large", unit, {}, SPECIAL),
        case("mask", unit, {"shared_axes": [1]}, drawn(2, 3, 4), masks=[STEPS]),
        case(
            "penalty, initializer and name",
            unit,
            {"alpha_regularizer": L.L2(0.1), "alpha_initializer": keras.initializers.Constant(0.25), "name": "p"},
            drawn(3, 2),
        ),
        case("frozen", unit, {"trainable": False}, drawn(3, 2)),
    ]


def elu():
    unit = "ELU"
    return [
        case("plain", unit, {}, drawn(3, 4)),
        case("alpha", unit, {"alpha": 0.5}, drawn(2, 3, 2)),
        case("whole alpha", unit, {"alpha": 2.0}, drawn(4)),
        case("zero, tiny and large", unit, {}, SPECIAL),
        case("mask", unit, {}, drawn(2, 3, 4), masks=[STEPS]),
    ]


def softmax():
    unit = "Softmax"
    return [
        case("plain", unit, {}, drawn(3, 4)),
        case("axis 1", unit, {"axis": 1}, drawn(2, 3, 4)),
        case("a list of one axis", unit, {"axis": [-1]}, drawn(2, 3)),
        case("two axes", unit, {"axis": [1, 2]}, drawn(2, 3, 2)),
        case("axes that are not side by side", unit, {"axis": [-1, 1]}, drawn(2, 3, 2, 2)),
        case("far from zero", unit, {}, drawn(2, 3, scale=100.0)),
        case("one element", unit, {}, drawn(2, 1)),
        # The first example has a mask in the middle, the last sees nothing.
        case("mask", unit, {}, drawn(3, 4), masks=[bools([1, 0, 0, 1], [0, 1, 1, 1], [0, 0, 0, 0])]),
        case("mask that broadcasts", unit, {}, drawn(2, 3, 4), masks=[bools([[1, 1, 0, 1]], [[0, 0, 1, 0]])]),
        case("mask over two axes", unit, {"axis": [1, 2]}, drawn(2, 3, 2), masks=[np.ones((2, 3, 2), bool)]),
    ]


SPECIAL = np.float32([[0.0, 1e-30, -1e-30], [1e4, -1e4, -50]])

UNITS = {
    "Activation": activation,
    "LeakyReLU": leaky_relu,
    "PReLU": prelu,
    "ELU": elu,
    "ReLU": relu,
    "Softmax": softmax,
}
