"""Layers that do something in training only."""

from golden import drawn
from layers.case import STEPS, case


def dropout():
    unit = "Dropout"
    return [
        case("inference", unit, {"rate": 0.5}, drawn(3, 4)),
        case("rate 0 in training", unit, {"rate": 0.0}, drawn(3, 4), training=True),
        case("rate 0, whole number", unit, {"rate": 0}, drawn(3, 4)),
        case(
            "noise shape and seed",
            unit,
            {"rate": 0.25, "noise_shape": (None, 1, 4), "seed": 5},
            drawn(2, 3, 4),
        ),
        # Everything is dropped, so that chance decides nothing.
        case("rate 1 in training", unit, {"rate": 1.0}, drawn(3, 4), training=True),
        case("mask", unit, {"rate": 0.5}, drawn(2, 3, 4), masks=[STEPS]),
        case("mask in training", unit, {"rate": 1.0}, drawn(2, 3, 4), training=True, masks=[STEPS]),
    ]


def spatial_dropout(unit, *shape):
    formats = [] if unit == "SpatialDropout1D" else ["channels_first", "channels_last"]
    return [
        case("inference", unit, {"rate": 0.5}, drawn(*shape)),
        case("rate 0 in training", unit, {"rate": 0.0}, drawn(*shape), training=True),
        # Everything is dropped, so that chance decides nothing.
        case("rate 1 in training, seed", unit, {"rate": 1.0, "seed": 5}, drawn(*shape), training=True),
        case("name", unit, {"rate": 0.25, "name": "drop"}, drawn(*shape)),
        *[case(given, unit, {"rate": 0.5, "data_format": given}, drawn(*shape)) for given in formats],
        *([] if formats else [case("mask", unit, {"rate": 0.5}, drawn(2, 3, 2), masks=[STEPS])]),
    ]


def gaussian_noise():
    unit = "GaussianNoise"
    return [
        case("inference", unit, {"stddev": 0.5}, drawn(3, 4)),
        case("no noise in training", unit, {"stddev": 0.0}, drawn(3, 4), training=True),
        case("seed and name", unit, {"stddev": 1.0, "seed": 5, "name": "noise"}, drawn(2)),
        case("mask", unit, {"stddev": 0.25}, drawn(2, 3, 4), masks=[STEPS]),
    ]


def gaussian_dropout():
    unit = "GaussianDropout"
    return [
        case("inference", unit, {"rate": 0.5}, drawn(3, 4)),
        case("rate 0 in training", unit, {"rate": 0.0}, drawn(3, 4), training=True),
        case("rate 1, seed and name", unit, {"rate": 1.0, "seed": 5, "name": "noise"}, drawn(2)),
        case("mask", unit, {"rate": 0.25}, drawn(2, 3, 4), masks=[STEPS]),
    ]


def alpha_dropout():
    unit = "AlphaDropout"
    return [
        case("inference", unit, {"rate": 0.5}, drawn(3, 4)),
        case("rate 0 in training", unit, {"rate": 0.0}, drawn(3, 4), training=True),
        case("rate 1", unit, {"rate": 1.0}, drawn(2)),
        case("noise shape and seed", unit, {"rate": 0.25, "noise_shape": (None, 1, 4), "seed": 5}, drawn(2, 3, 4)),
        case("mask", unit, {"rate": 0.5}, drawn(2, 3, 4), masks=[STEPS]),
    ]


def activity_regularization():
    unit = "ActivityRegularization"
    return [
        case("neither", unit, {}, drawn(3, 4)),
        case("l1", unit, {"l1": 0.5}, drawn(3, 4), training=True),
        case("l2", unit, {"l2": 1.0}, drawn(2, 3, 2)),
        case("both, one row", unit, {"l1": 0.1, "l2": 0.01, "name": "small"}, drawn(1, 3)),
        case("mask", unit, {"l1": 0.1}, drawn(2, 3, 4), masks=[STEPS]),
    ]


UNITS = {
    "Dropout": dropout,
    "SpatialDropout1D": lambda: spatial_dropout("SpatialDropout1D", 2, 3, 2),
    "SpatialDropout2D": lambda: spatial_dropout("SpatialDropout2D", 2, 2, 3, 2),
    "SpatialDropout3D": lambda: spatial_dropout("SpatialDropout3D", 2, 2, 1, 3, 2),
    "GaussianNoise": gaussian_noise,
    "GaussianDropout": gaussian_dropout,
    "AlphaDropout": alpha_dropout,
    "ActivityRegularization": activity_regularization,
}
