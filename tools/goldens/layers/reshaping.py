"""Layers that only move values."""

from layers.case import case, drawn


def flatten():
    unit = "Flatten"
    return [
        case("rank 4", unit, {}, drawn(2, 3, 2, 4)),
        case("rank 3", unit, {}, drawn(2, 3, 4)),
        case("rank 2", unit, {}, drawn(3, 4)),
        case("rank 1", unit, {}, drawn(5)),
        case("channels first", unit, {"data_format": "channels_first"}, drawn(2, 3, 2, 4)),
        case("channels first of rank 3", unit, {"data_format": "channels_first"}, drawn(2, 3, 4)),
        case("batch of one", unit, {}, drawn(1, 2, 3)),
    ]


def reshape():
    unit = "Reshape"
    return [
        case("to an image", unit, {"target_shape": (3, 4, 1)}, drawn(2, 12)),
        case("one length left open", unit, {"target_shape": (-1, 2)}, drawn(2, 3, 4)),
        case("open length last", unit, {"target_shape": (2, -1)}, drawn(3, 8)),
        case("to one axis", unit, {"target_shape": (-1,)}, drawn(2, 3, 2)),
        case("same shape", unit, {"target_shape": (3, 2)}, drawn(4, 3, 2)),
    ]


UNITS = {
    "Flatten": flatten,
    "Reshape": reshape,
}
