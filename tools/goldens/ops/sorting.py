"""Ops that order elements, look them up and count them."""

from golden import bools, drawn, np
from ops.case import case, f32, i32

NAN, INF = np.nan, np.inf
MIXED = f32([3.0, -1.0, 2.5, -1.0], [0.0, INF, -INF, 7.0])
INTS = i32([3, 1, 2], [2, 2, -5])
GAPS = f32([1.5, NAN, -2.0, 4.0], [NAN, NAN, NAN, NAN], [0.5, 3.0, NAN, 8.0])


def order(unit):
    return [
        case(unit, "last axis", MIXED),
        case(unit, "first axis", drawn(3, 2), axis=0, unknown=[]),
        case(unit, "flat", MIXED, axis=None),
        case(unit, "ints", INTS, axis=1),
        case(unit, "bools", bools([True, False, True])),
    ]


def argpartition():
    unit = "argpartition"
    x = i32([7, 1, 5, 3], [9, 2, 4, 8])
    return [
        case(unit, "one axis", i32(7, 1, 5, 3), kth=1, unknown=[]),
        case(unit, "flat", x, kth=3, axis=None, unknown=[]),
    ]


def take_along_axis():
    unit = "take_along_axis"
    return [
        case(unit, "last axis", drawn(2, 3), i32([2, 0], [1, -1]), axis=1),
        case(unit, "first axis", drawn(3, 2), i32([2, 0]), axis=0, unknown=[]),
        case(unit, "flat", drawn(2, 3), i32(5, 0, -2), unknown=[]),
        case(unit, "broadcast", drawn(2, 3, 2), i32([[1], [0]]), axis=-2, unknown=[0]),
        case(unit, "ints", INTS, i32([0, 0], [2, 1]), axis=-1),
    ]


def quantiles(unit):
    whole = 100 if "percentile" in unit else 1
    gaps = unit.startswith("nan")
    # Keras' own gradient past NaN goes through a loop over rows, and has none.
    rest = {"gradients": not gaps}
    some = [0.25 * whole, 0.9 * whole]
    methods = ["lower", "higher", "midpoint", "nearest"]
    row = f32([3.0, 1.0, 2.0, 5.0])
    return [
        case(unit, "flat", drawn(2, 3), 0.3 * whole, **rest),
        case(unit, "rows", MIXED[:1], 0.5 * whole, axis=1, **rest),
        case(unit, "several", drawn(3, 4), some, axis=0, unknown=[], **rest),
        case(unit, "several, axes kept", drawn(2, 3, 2), some, axis=[0, 2], keepdims=True, graph=False, **rest),
        case(unit, "gaps", GAPS, 0.5 * whole, axis=1, gradients=False),
        case(unit, "ends", drawn(2, 3), 1.0 * whole, axis=1, **rest),
        *([] if gaps else [case(unit, "ints", INTS, 0.4 * whole, axis=1)]),
        *[case(unit, method, row, 0.4 * whole, axis=1, method=method, **rest) for method in methods],
    ]


def medians(unit):
    gaps = unit.startswith("nan")
    return [
        case(unit, "even", drawn(2, 4), axis=1, gradients=not gaps),
        case(unit, "odd, kept", drawn(3, 2), axis=0, keepdims=True, gradients=not gaps, unknown=[]),
        case(unit, "flat", drawn(2, 3), gradients=not gaps),
        case(unit, "gaps", GAPS, axis=1, gradients=False),
        *([] if gaps else [case(unit, "ints", INTS, axis=-1)]),
    ]


def searchsorted():
    unit = "searchsorted"
    sequence = f32(-1.0, 0.0, 0.0, 2.5)
    return [
        case(unit, "left", sequence, f32(0.0, -3.0, 2.5, 9.0), unknown=[1]),
        case(unit, "right", sequence, f32(0.0, -3.0, 2.5, 9.0), side="right", unknown=[1]),
        case(unit, "ints", i32(1, 3, 5), i32(3, 0, 6), unknown=[]),
    ]


def digitize():
    return [
        case("digitize", "floats", f32([0.2, 1.0], [-3.0, 9.0]), f32(0.0, 1.0, 2.5)),
        case("digitize", "ints", INTS, f32(-1.0, 2.0), unknown=[0]),
    ]


def isin():
    unit = "isin"
    return [
        case(unit, "floats", MIXED, f32(-1.0, INF)),
        case(unit, "ints", INTS, i32([2], [7]), unknown=[0]),
        case(unit, "inverted", INTS, i32(2, 3), invert=True, assume_unique=True),
    ]


def histogram():
    unit = "histogram"
    return [
        case(unit, "floats", f32(1.0, 2.0, 2.5, 5.0), bins=4, gradients=False, unknown=[]),
        case(
            unit, "a range", f32(1.0, 2.0, 2.5, 5.0, -1.0), bins=3, range=(0.0, 3.0), gradients=False, unknown=[]
        ),
        case(unit, "defaults", drawn(12), gradients=False, unknown=[]),
    ]


def bincount():
    unit = "bincount"
    return [
        case(unit, "numbers", i32(1, 3, 1, 0), graph=False),
        case(unit, "at least", i32(1, 1), minlength=4, graph=False),
        case(unit, "weights", i32(1, 3, 1), weights=f32(0.5, 2.0, -1.0), graph=False, gradients=False),
        case(unit, "rows", i32([1, 2], [0, 0]), graph=False),
    ]


def nonzero():
    return [
        case("nonzero", "matrix", f32([0.0, 2.0, NAN], [3.0, 0.0, 0.0]), graph=False),
        case("nonzero", "ints", i32(0, 5, 0, -1), graph=False),
        case("nonzero", "bools", bools([[True], [False]]), graph=False),
    ]


def unique():
    unit = "unique"
    x = i32([3, 1, 3], [2, 1, 3])
    rows = f32([1.0, 2.0], [0.5, 7.0], [1.0, 2.0])
    everything = {"return_index": True, "return_inverse": True, "return_counts": True}
    return [
        case(unit, "flat", f32(2.5, -1.0, 2.5, 0.0), graph=False, gradients=False),
        case(unit, "everything", x, graph=False, **everything),
        case(unit, "unsorted", x, graph=False, sorted=False, return_counts=True),
        case(unit, "rows", rows, graph=False, gradients=False, axis=0, **everything),
        case(unit, "filled up", x, graph=False, size=5, fill_value=9, **everything),
        case(unit, "cut off", x, graph=False, size=2, return_counts=True),
    ]


UNITS = {
    "sort": lambda: order("sort"),
    "argsort": lambda: order("argsort"),
    "argpartition": argpartition,
    "take_along_axis": take_along_axis,
    **{
        name: (lambda name=name: quantiles(name))
        for name in ["quantile", "percentile", "nanquantile", "nanpercentile"]
    },
    **{name: (lambda name=name: medians(name)) for name in ["median", "nanmedian"]},
    "searchsorted": searchsorted,
    "digitize": digitize,
    "isin": isin,
    "histogram": histogram,
    "bincount": bincount,
    "nonzero": nonzero,
    "unique": unique,
}
