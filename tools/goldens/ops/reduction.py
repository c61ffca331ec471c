"""Ops that fold axes, and those that fold everything up to each element."""

from golden import bools, drawn, np
from ops.case import case, f32, i32

NAN, INF = np.nan, np.inf
TIES = f32([1.0, 5.0, 5.0], [-2.0, 0.0, -2.0])
GAPS = f32([1.5, NAN, -2.0], [NAN, NAN, NAN], [0.5, 3.0, NAN])
INTS = i32([1, -2, 3], [3, 4, 0])
FLAGS = bools([True, False, True], [True, True, True])


def fold(unit, *more, floats=TIES, ints=True, flags=True, keep=True):
    """Over everything, an axis, several axes that stay, whole numbers and bools."""
    kept = {"keepdims": True} if keep else {}
    return [
        case(unit, "all", floats),
        case(unit, "an axis", drawn(2, 3, 2), axis=1),
        case(unit, "axes, kept", drawn(2, 3, 2), axis=[0, -1], **kept),
        *([case(unit, "ints", INTS, axis=0)] if ints else []),
        *([case(unit, "bools", FLAGS, axis=-1)] if flags else []),
        *more,
    ]


def place(unit, *more):
    return [
        case(unit, "all", TIES),
        case(unit, "an axis", TIES, axis=1),
        case(unit, "all, kept", TIES, keepdims=True),
        case(unit, "an axis, kept", drawn(2, 3, 2), axis=-2, keepdims=True),
        case(unit, "ints", INTS, axis=0),
        *more,
    ]


def with_gaps(unit):
    return [
        case(unit, "rows", GAPS, axis=1),
        case(unit, "columns, kept", GAPS, axis=0, keepdims=True),
        case(unit, "all", GAPS),
        case(unit, "no gaps", drawn(2, 3), axis=-1),
        case(unit, "ints", INTS, axis=1),
    ]


def running(unit):
    nan = unit.startswith("nan")
    return [
        case(unit, "flat", f32([1.0, -2.0, 3.0], [0.5, 4.0, -1.0])),
        case(unit, "an axis", drawn(2, 5), axis=1),
        case(unit, "the first axis", drawn(3, 2, 2), axis=0, unknown=[]),
        case(unit, "ints", INTS, axis=-1),
        case(unit, "one element", drawn(2, 1), axis=1),
        *([case(unit, "gaps", GAPS, axis=1)] if nan else [case(unit, "bools", FLAGS, axis=1)]),
        *([] if nan else [case(unit, "type", INTS, axis=1, dtype="float32")]),
    ]


def bounded(unit):
    return fold(
        unit,
        case(unit, "initial", TIES, axis=1, initial=1.0),
        case(unit, "initial of ints", INTS, axis=1, initial=2),
    )


def average():
    unit = "average"
    return [
        case(unit, "plain", drawn(2, 3)),
        case(unit, "an axis", INTS, axis=0),
        case(unit, "weights of all", drawn(2, 3), weights=f32([1.0, 2.0, 0.5], [0.0, 1.0, 3.0])),
        case(unit, "weights of all along an axis", drawn(2, 2), axis=1, weights=f32([1.0, 2.0], [3.0, 1.0])),
        case(unit, "weights of an axis", drawn(2, 3), axis=1, weights=f32(1.0, 2.0, 0.5)),
        case(unit, "weights of the first axis", drawn(2, 3, 2), axis=0, weights=f32(1.0, 3.0), unknown=[]),
    ]


UNITS = {
    "sum": lambda: fold("sum", case("sum", "a scalar", np.float32(2))),
    "mean": lambda: fold("mean", case("mean", "far from zero", f32(1e6, 1e6 + 1, 1e6 + 2))),
    "prod": lambda: fold(
        "prod",
        case("prod", "zeros", f32([0.0, 2.0], [0.0, 0.0]), axis=1),
        # Keras ignores other types.
        case("prod", "type", INTS, dtype="int32"),
    ),
    "amax": lambda: fold("amax"),
    "amin": lambda: fold("amin"),
    "max": lambda: bounded("max"),
    "min": lambda: bounded("min"),
    "all": lambda: fold("all", case("all", "NaN", f32(NAN, 1.0))),
    "any": lambda: fold("any", case("any", "zeros", f32(0.0, 0.0))),
    "var": lambda: fold("var", case("var", "far from zero", f32(1000.0, 1001.0, 1003.0))),
    "std": lambda: fold("std"),
    "ptp": lambda: fold("ptp", flags=False),
    "count_nonzero": lambda: fold(
        "count_nonzero", case("count_nonzero", "NaN", f32(NAN, 0.0)), keep=False, flags=False
    ),
    "average": average,
    "argmax": lambda: place("argmax"),
    "argmin": lambda: place("argmin"),
    "nanargmax": lambda: place("nanargmax", case("nanargmax", "gaps", GAPS, axis=1)),
    "nanargmin": lambda: place("nanargmin", case("nanargmin", "gaps", GAPS, axis=1)),
    **{
        name: (lambda name=name: with_gaps(name))
        for name in ["nanmax", "nanmin", "nansum", "nanprod", "nanmean", "nanvar", "nanstd"]
    },
    **{name: (lambda name=name: running(name)) for name in ["cumsum", "cumprod", "nancumsum", "nancumprod"]},
}
