"""Activations as layers."""

from layers.case import STEPS, case, drawn


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


UNITS = {
    "Activation": activation,
    "ReLU": relu,
}
