"""Ops of elements at the same place."""

from golden import np
from ops.case import case, drawn, f32, i32

NAN, INF = np.nan, np.inf


def add():
    unit = "add"
    return [
        case(unit, "floats", drawn(2, 3), drawn(2, 3)),
        case(unit, "a row", drawn(2, 3), drawn(3)),
        case(unit, "a column and a row", drawn(2, 1), drawn(1, 3), unknown=[0]),
        case(unit, "ints", i32(1, -2), i32(3, 4)),
        case(unit, "ints and floats", i32(1, -2), f32(0.5, NAN)),
        case(unit, "a whole number", i32(1, -2), 2),
        case(unit, "a float", i32([1], [-2]), 0.5),
    ]


UNITS = {"add": add}
