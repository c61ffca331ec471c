"""Layers of several inputs."""

from golden import bools, drawn, np
from layers.case import STEPS, case


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


def of_two(unit):
    return [
        case("two", unit, {}, drawn(2, 3), drawn(2, 3), merge=True),
        case("lengths of one on both sides", unit, {}, drawn(2, 3, 1), drawn(2, 1, 4), merge=True),
        case("ranks 3 and 2", unit, {}, drawn(2, 3, 3), drawn(2, 3), merge=True),
        case("the same twice", unit, {}, *[np.float32([[1, -2], [3, 4]])] * 2, merge=True),
        case("masks", unit, {}, *[drawn(2, 3, 4)] * 2, merge=True, masks=[STEPS, ~STEPS[::-1]]),
        case("nothing counts", unit, {}, *[drawn(2, 3, 2)] * 2, merge=True, masks=[STEPS & False] * 2),
        case("one mask", unit, {}, *[drawn(2, 3, 4)] * 2, merge=True, masks=[STEPS, None]),
    ]


def of_many(unit):
    three = [drawn(2, 3, 2)] * 3
    masks = [STEPS, STEPS[::-1], bools([0, 1, 0], [0, 0, 0])]
    return [
        *of_two(unit),
        case("three", unit, {}, *three, merge=True),
        case("three masks", unit, {}, *three, merge=True, masks=masks),
        case("a mask in the middle", unit, {}, *three, merge=True, masks=[None, STEPS, None]),
    ]


def dot():
    unit = "Dot"
    cosine = {"normalize": True}
    return [
        case("vectors", unit, {"axes": 1}, drawn(2, 3), drawn(2, 3), merge=True),
        case("vectors as cosines", unit, {"axes": -1, **cosine}, drawn(2, 3), drawn(2, 3), merge=True),
        case("sequences", unit, {"axes": (2, 1)}, drawn(2, 3, 4), drawn(2, 4, 2), merge=True),
        case("steps of sequences", unit, {"axes": 1}, drawn(2, 3, 4), drawn(2, 3, 2), merge=True),
        case("cosines of sequences", unit, {"axes": 2, **cosine}, drawn(2, 3, 4), drawn(2, 2, 4), merge=True),
        case("sequence and vector", unit, {"axes": (1, -1)}, drawn(2, 3, 4), drawn(2, 3), merge=True),
        case("vector and sequence", unit, {"axes": (1, 2)}, drawn(2, 3), drawn(2, 4, 3), merge=True),
        case("images", unit, {"axes": (-2, 3)}, drawn(2, 2, 3, 2), drawn(2, 2, 2, 3), merge=True),
        case("size 1", unit, {"axes": 2}, drawn(2, 3, 1), drawn(2, 2, 1), merge=True),
        case("masks", unit, {"axes": 2}, *[drawn(2, 3, 4)] * 2, merge=True, masks=[STEPS, STEPS]),
    ]


UNITS = {
    "Add": add,
    "Subtract": lambda: of_two("Subtract"),
    "Multiply": lambda: of_many("Multiply"),
    "Average": lambda: of_many("Average"),
    "Maximum": lambda: of_many("Maximum"),
    "Minimum": lambda: of_many("Minimum"),
    "Concatenate": concatenate,
    "Dot": dot,
}
