"""Ops that move elements."""

from golden import bools, drawn, np
from ops.case import case, f32, i32

INTS = i32([1, 2, 3], [4, 5, 6])


def concatenate():
    unit = "concatenate"
    return [
        case(unit, "first axis", [drawn(2, 3), drawn(1, 3)], unknown=[0, 1]),
        case(unit, "last axis", [drawn(2, 3), drawn(2, 1)], axis=-1),
        case(unit, "ints and floats", [i32([1, 2], [3, 4]), drawn(2, 1)], axis=1),
    ]


def stack():
    unit = "stack"
    return [
        case(unit, "first axis", [drawn(2, 3), drawn(2, 3)]),
        case(unit, "last axis", [drawn(2, 3), drawn(2, 3)], axis=-1),
        case(unit, "ints", [INTS, INTS], axis=1),
    ]


def stacks(unit, shapes):
    return [
        case(unit, "several", [drawn(*shape) for shape in shapes], unknown=[]),
        case(unit, "rows", [drawn(3), drawn(3)], unknown=[], graph=unit != "hstack"),
        case(unit, "ints and floats", [INTS, drawn(2, 3)], unknown=[]),
    ]


def append():
    unit = "append"
    return [
        case(unit, "flat", drawn(2, 3), drawn(2), unknown=[]),
        case(unit, "an axis", drawn(2, 3), drawn(2, 1), axis=1),
        case(unit, "ints and floats", INTS, drawn(1, 3), axis=0, unknown=[]),
    ]


def splits(unit, x, parts, cuts, **axis):
    return [
        case(unit, "equal", x, indices_or_sections=parts, unknown=[], **axis),
        case(unit, "cuts", x, indices_or_sections=cuts, unknown=[], **axis),
    ]


def pad():
    unit = "pad"
    return [
        case(unit, "zeros", drawn(2, 3), pad_width=[[0, 0], [1, 2]]),
        case(unit, "a number", INTS, pad_width=[[0, 0], [1, 0]], constant_values=7),
        case(unit, "reflected", drawn(2, 3), pad_width=[[0, 0], [2, 1]], mode="reflect"),
        case(unit, "mirrored", drawn(2, 3), pad_width=[[1, 0], [1, 2]], mode="symmetric", unknown=[]),
    ]


def reshape():
    return [
        case("reshape", "one open", drawn(2, 6), newshape=[-1, 3, 2]),
        case("reshape", "to one", INTS, newshape=[6], unknown=[]),
        case("reshape", "a scalar", drawn(1), newshape=[], unknown=[]),
    ]


def expand_dims():
    return [
        case("expand_dims", "first", drawn(2, 3), axis=0),
        case("expand_dims", "last", INTS, axis=-1),
    ]


def squeeze():
    return [
        case("squeeze", "all", drawn(2, 1, 3, 1)),
        case("squeeze", "one", drawn(2, 1, 3, 1), axis=-1),
        case("squeeze", "two", drawn(2, 1, 3, 1), axis=[1, 3]),
    ]


def transpose():
    return [
        case("transpose", "reversed", drawn(2, 3, 4)),
        case("transpose", "order", drawn(2, 3, 4), axes=[0, 2, 1]),
        case("transpose", "ints", INTS),
    ]


def broadcast_to():
    return [
        case("broadcast_to", "a row", drawn(3), shape=[2, 3], unknown=[]),
        case("broadcast_to", "a column", i32([1], [2]), shape=[2, 2, 3], unknown=[]),
    ]


def flip():
    return [
        case("flip", "all", drawn(2, 3)),
        case("flip", "one", drawn(2, 3, 2), axis=1),
        case("flip", "two", INTS, axis=[0, -1]),
    ]


def flips(unit):
    return [
        case(unit, "matrix", drawn(2, 3)),
        case(unit, "three axes", drawn(2, 2, 2)),
        case(unit, "ints", INTS),
    ]


def take():
    unit = "take"
    return [
        case(unit, "rows", drawn(3, 2), i32([2, 0], [1, 1]), axis=0, unknown=[]),
        case(unit, "columns", drawn(2, 3), i32(2, 0, 2), axis=1, unknown=[0]),
        case(unit, "from the end", drawn(2, 3), i32(-1, 0), axis=-1, unknown=[0]),
        case(unit, "flat", INTS, i32(5, 0, -2), unknown=[]),
    ]


def swapaxes():
    return [
        case("swapaxes", "matrix", drawn(2, 3), axis1=0, axis2=1),
        case("swapaxes", "ends", drawn(2, 3, 4), axis1=-1, axis2=0),
        case("swapaxes", "same", INTS, axis1=1, axis2=-1),
    ]


def moveaxis():
    return [
        case("moveaxis", "one", drawn(2, 3, 4), source=0, destination=-1),
        case("moveaxis", "two", drawn(2, 3, 4), source=[0, 1], destination=[-1, -2]),
        case("moveaxis", "swapped", INTS, source=[0, 1], destination=[1, 0]),
    ]


def ravel():
    return [
        case("ravel", "matrix", drawn(2, 3)),
        case("ravel", "scalar", np.float32(2)),
        case("ravel", "ints", INTS),
    ]


def repeat():
    unit = "repeat"
    return [
        case(unit, "flat", drawn(2, 2), repeats=2, unknown=[]),
        case(unit, "an axis", drawn(2, 3), repeats=2, axis=1),
        case(unit, "each", drawn(2, 3), repeats=[1, 0, 2], axis=-1),
        case(unit, "ints", INTS, repeats=[3], axis=0, unknown=[]),
    ]


def tile():
    unit = "tile"
    return [
        case(unit, "fewer", drawn(2, 3), repeats=2),
        case(unit, "each", drawn(2, 3), repeats=[2, 1], unknown=[]),
        case(unit, "more", i32(1, 2), repeats=[2, 1, 2], unknown=[]),
    ]


def roll():
    unit = "roll"
    return [
        case(unit, "flat", drawn(2, 3), shift=2),
        case(unit, "back", drawn(2, 3), shift=-1, axis=1),
        case(unit, "round and round", INTS, shift=7, axis=-1),
        case(unit, "two axes", drawn(2, 3), shift=[1, 2], axis=[0, 1], unknown=[]),
    ]


def rot90():
    unit = "rot90"
    return [
        *[case(unit, f"{k} turns", drawn(2, 3), k=k, unknown=[]) for k in [1, 3, -1]],
        *[case(unit, f"{k} turns", drawn(2, 2), k=k, unknown=[]) for k in [2, 4]],
        case(unit, "a plane", drawn(2, 3, 2), axes=[2, 1], unknown=[]),
    ]


def diff():
    unit = "diff"
    return [
        case(unit, "last axis", drawn(2, 4)),
        case(unit, "twice", drawn(2, 4), n=2),
        case(unit, "first axis", INTS, axis=0, unknown=[]),
        case(unit, "bools", bools([True, False, False, True])),
        case(unit, "never", drawn(2, 2), n=0),
    ]


def diagonals(unit):
    return [
        case(unit, "main", drawn(3, 3), unknown=[]),
        case(unit, "above", drawn(2, 3), offset=1, unknown=[]),
        case(unit, "below", INTS, offset=-1, unknown=[]),
        case(unit, "planes", drawn(2, 3, 2), axis1=1, axis2=2),
        case(unit, "planes of other axes", drawn(2, 3, 4), offset=1, axis1=-1, axis2=0, unknown=[])
        if unit == "diagonal"
        else case(unit, "planes of the first axes", drawn(2, 3, 4), offset=1, unknown=[]),
    ]


def diag(unit):
    return [
        case(unit, "one axis", drawn(2), unknown=[]),
        case(unit, "above", i32(1, 2), k=1, unknown=[]),
        case(unit, "below", f32(1.0, np.inf), k=-2, unknown=[]),
        case(unit, "two axes", drawn(2, 3), k=1 if unit == "diag" else 0, unknown=[]),
    ]


def triangles(unit):
    return [
        case(unit, "main", drawn(3, 3)),
        case(unit, "above", drawn(2, 2, 3), k=1),
        case(unit, "below", INTS, k=-1, unknown=[]),
        case(unit, "infinities", f32([np.inf, np.inf], [np.inf, np.inf]), unknown=[]),
    ]


def select():
    unit = "select"
    x = f32([1.0, 5.0, 9.0], [2.0, 6.0, 0.0])
    return [
        case(unit, "numbers", [x < 3, x < 7], [x, -x], 0),
        case(unit, "another default", [x > 5], [x], 0.5),
    ]


def meshgrid():
    unit = "meshgrid"
    pair = [f32(1.0, 2.0), f32(5.0, 6.0, 7.0)]
    return [
        case(unit, "xy", pair, spread=True, unknown=[]),
        case(unit, "ij", pair, spread=True, indexing="ij", unknown=[]),
        case(unit, "three", [*pair, f32(8.0, 9.0)], spread=True, unknown=[]),
        case(unit, "one", [i32(1, 2)], spread=True, graph=False),
    ]


def unravel_index():
    return [
        case("unravel_index", "row", i32(3, 5, 0), shape=[2, 3], unknown=[]),
        case("unravel_index", "three axes", i32(23, 7), shape=[2, 3, 4], unknown=[]),
    ]


CUBE = drawn(2, 3, 4)

def get_item():
    unit = "get_item"
    all_of = slice(None)
    return [
        case(unit, "an element", drawn(3, 4, 2), [all_of, 0]),
        case(unit, "from the end, a new axis", drawn(2, 3, 4), [..., -1, None], unknown=[]),
        case(unit, "ranges", drawn(5, 6), [slice(1, -1), slice(None, None, 2)], unknown=[]),
        case(unit, "backwards, too far", drawn(5, 3), [slice(None, None, -2), slice(-9, 2)], unknown=[]),
        case(unit, "one number of ints", i32(4, 5, 6), 1, unknown=[]),
    ]


UNITS = {
    "get_item": get_item,
    "concatenate": concatenate,
    "stack": stack,
    "hstack": lambda: stacks("hstack", [(2, 3), (2, 1)]),
    "vstack": lambda: stacks("vstack", [(2, 3), (1, 3)]),
    "dstack": lambda: stacks("dstack", [(2, 3), (2, 3, 2)]),
    "append": append,
    "split": lambda: splits("split", drawn(2, 6), 3, [1, 4], axis=1),
    "array_split": lambda: [
        case("array_split", "uneven", drawn(2, 5), indices_or_sections=3, axis=1, unknown=[]),
        case("array_split", "first axis", i32(1, 2, 3), indices_or_sections=2, unknown=[]),
    ],
    "hsplit": lambda: splits("hsplit", drawn(2, 4), 2, [1]),
    "vsplit": lambda: splits("vsplit", drawn(4, 2), 2, [1, 2]),
    "dsplit": lambda: splits("dsplit", CUBE, 2, [3]),
    "pad": pad,
    "reshape": reshape,
    "expand_dims": expand_dims,
    "squeeze": squeeze,
    "transpose": transpose,
    "broadcast_to": broadcast_to,
    "flip": flip,
    "fliplr": lambda: flips("fliplr"),
    "flipud": lambda: flips("flipud"),
    "take": take,
    "swapaxes": swapaxes,
    "moveaxis": moveaxis,
    "ravel": ravel,
    "repeat": repeat,
    "tile": tile,
    "roll": roll,
    "rot90": rot90,
    "diff": diff,
    "diagonal": lambda: diagonals("diagonal"),
    "trace": lambda: diagonals("trace"),
    "diag": lambda: diag("diag"),
    "diagflat": lambda: diag("diagflat"),
    "tril": lambda: triangles("tril"),
    "triu": lambda: triangles("triu"),
    "select": select,
    "meshgrid": meshgrid,
    "unravel_index": unravel_index,
}
