"""Layers of several inputs."""

from golden import np
from layers.case import STEPS, case, drawn


def add():
    unit = "Add"
    return [
        case("two", unit, {}, drawn(2, 3), drawn(2, 3), merge=True),
        case("three", unit, {}, drawn(2, 3, 2), drawn(2, 3, 2), drawn(2, 3, 2), merge=True),
        case("lengths of one", unit, {}, drawn(2, 3, 4), drawn(2, 1, 4), merge=True),
        case("lengths of one on both sides", unit, {}, drawn(2, 3, 1), drawn(2, 1, 4), merge=True),
        case("ranks 3 and 2", unit, {}, drawn(2, 3, 3), drawn(2, 3), merge=True),
        case("the same twice", unit, {}, *[np.float32([[1, -2], [3, 4]])] * 2, merge=True),
        case("masks", unit, {}, *[drawn(2, 3, 4)] * 2, merge=True, masks=[STEPS, ~STEPS[::-1]]),
        case("one mask", unit, {}, *[drawn(2, 3, 4)] * 2, merge=True, masks=[STEPS, None]),
    ]


def concatenate():
    unit = "Concatenate"
    return [
        case("last axis", unit, {}, drawn(2, 3), drawn(2, 4), merge=True),
        case("three", unit, {}, drawn(2, 1), drawn(2, 2), drawn(2, 3), merge=True),
        case("axis 1 of rank 3", unit, {"axis": 1}, drawn(2, 3, 2), drawn(2, 1, 2), merge=True),
        case("axis -2 of rank 4", unit, {"axis": -2}, drawn(2, 2, 1, 3), drawn(2, 2, 2, 3), merge=True),
        case("axis 1 of images", unit, {"axis": 1}, drawn(1, 2, 3, 2), drawn(1, 1, 3, 2), merge=True),
        case("masks", unit, {}, *[drawn(2, 3, 4)] * 2, merge=True, masks=[STEPS, STEPS[::-1]]),
        case("one mask", unit, {}, *[drawn(2, 3, 4)] * 2, merge=True, masks=[None, STEPS]),
        case("masks, axis 1", unit, {"axis": 1}, *[drawn(2, 3, 4)] * 2, merge=True, masks=[STEPS, None]),
    ]


UNITS = {
    "Add": add,
    "Concatenate": concatenate,
}
