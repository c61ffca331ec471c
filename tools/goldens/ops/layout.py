"""Ops that move elements."""

from ops.case import case, drawn, i32


def concatenate():
    unit = "concatenate"
    return [
        case(unit, "first axis", [drawn(2, 3), drawn(1, 3)], unknown=[0, 1]),
        case(unit, "last axis", [drawn(2, 3), drawn(2, 1)], axis=-1),
        case(unit, "ints and floats", [i32([1, 2], [3, 4]), drawn(2, 1)], axis=1),
    ]


UNITS = {"concatenate": concatenate}
