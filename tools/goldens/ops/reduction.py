"""Ops that fold axes."""

from ops.case import case, drawn, f32, i32


def sum():
    unit = "sum"
    return [
        case(unit, "all", drawn(2, 3)),
        case(unit, "an axis", drawn(2, 3, 2), axis=1),
        case(unit, "axes, kept", drawn(2, 3, 2), axis=[0, -1], keepdims=True),
        case(unit, "ints", i32([1, -2], [3, 4]), axis=0),
        case(unit, "bools", i32([1, 0], [1, 1]) > 0, axis=-1),
        case(unit, "a scalar", f32(2.0)[0]),
    ]


UNITS = {"sum": sum}
