"""Layers that do something in training only."""

from layers.case import STEPS, case, drawn


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


UNITS = {
    "Dropout": dropout,
}
