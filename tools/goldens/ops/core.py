"""Ops of `keras.ops.core` that compute."""

from golden import drawn
from ops.case import case, f32, i32


def cast():
    unit = "cast"
    return [case(unit, dtype, f32(-1.7, 0, 2.5), dtype=dtype) for dtype in ["int32", "bool", "float32"]]



def saturate_cast():
    return [case("saturate_cast", "far", f32(-1e10, 1.7, -1.7, 5e8), dtype="int32")]


def scatter():
    unit = "scatter"
    return [
        case(unit, "elements", i32([0, 1], [2, 0], [0, 1]), drawn(3), unknown=[], shape=(3, 2)),
        case(unit, "rows", i32([1], [1], [3]), drawn(3, 2), unknown=[], shape=(4, 2)),
        case(unit, "ints, two axes of places", i32([[1], [0]]), i32([5, 7]), unknown=[], shape=(3,)),
    ]


def scatter_update():
    unit = "scatter_update"
    places = i32([0, 1], [2, 0])
    return [
        *[
            case(unit, f"{reduction}", drawn(3, 2), places, drawn(2), unknown=[], reduction=reduction)
            for reduction in [None, "add", "max", "min", "mul"]
        ],
        case(unit, "rows, some twice, added", drawn(3, 2), i32([1], [1], [0]), drawn(3, 2), unknown=[], reduction="add"),
        case(unit, "ints, the last counts", i32(1, 2, 3), i32([2], [0], [2]), i32(9, 8, 7), unknown=[]),
    ]


def slice():
    unit = "slice"
    return [
        case(unit, "a block", drawn(3, 4, 2), unknown=[], start_indices=[0, 1, 1], shape=[2, 3, 1]),
        case(unit, "starts of a tensor", drawn(3, 4), unknown=[], start_indices=i32(1, 2), shape=[2, 2]),
    ]


def slice_update():
    unit = "slice_update"
    return [
        case(unit, "a block", drawn(3, 4, 2), [1, 0, 1], drawn(2, 3, 1), unknown=[]),
        case(unit, "moved back inside", drawn(5), [4], drawn(3), unknown=[]),
        case(unit, "starts of a tensor", drawn(3, 4), i32(1, 2), drawn(1, 2), unknown=[]),
        case(unit, "ints", i32(1, 2, 3), [1], i32(7), unknown=[]),
    ]


def stop_gradient():
    return [case("stop_gradient", "floats", drawn(2, 3))]


def unstack():
    unit = "unstack"
    return [
        case(unit, "axis 1", drawn(2, 3, 4), axis=1),
        case(unit, "one part", drawn(1, 3), unknown=[]),
    ]


UNITS = {
    "cast": cast,
    "saturate_cast": saturate_cast,
    "scatter": scatter,
    "scatter_update": scatter_update,
    "slice": slice,
    "slice_update": slice_update,
    "stop_gradient": stop_gradient,
    "unstack": unstack,
}
