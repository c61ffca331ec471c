"""Ops of elements at the same place."""

from golden import bools, drawn, np
from ops.case import case, f32, i32

NAN, INF = np.nan, np.inf
ANY = f32([-3.7, -1.0, -0.3], [0.2, 1.0, 5.5])
HALVES = f32([-2.5, -1.5, -0.5], [0.5, 1.5, 2.5])
ODD = f32(NAN, INF, -INF, 1e30, -1e-30)
UNIT = f32([-0.99, -0.5, -0.1], [0.1, 0.5, 0.99])
POSITIVE = f32([1e-3, 0.5, 1.0], [2.0, 10.0, 1e6])
INTS = i32([-3, 0, 1], [2, 5, -1])


def unary(unit, *arrays, ints=INTS):
    """On floats, odd ones, whole numbers, and bools as they come."""
    cases = [case(unit, f"floats {i}" if i else "floats", x) for i, x in enumerate(arrays)]
    whole = [] if ints is None else [case(unit, "ints", ints)]
    return lambda: [*cases, *whole]


def units(names, *arrays, ints=INTS):
    return {name: (lambda name=name: unary(name, *arrays, ints=ints)()) for name in names}


def binary(unit, *others, a=ANY, b=f32([0.7, -1.0, 2.0], [0.2, -1.5, 3.0]), ints=True, number=2):
    """On floats of one shape, a row, a column, a number, whole numbers, and pairs given besides."""
    more = []
    if ints:
        more = [
            case(unit, "ints", i32(7, -7, 3), i32(3, 3, -2)),
            case(unit, "ints and floats", i32(1, -2), f32(0.5, 3.0)),
        ]
    return [
        case(unit, "floats", a, b),
        case(unit, "a row", a, b[0]),
        case(unit, "a column and a row", a[:, :1], b[0], unknown=[0]),
        *([case(unit, "a whole number", a, number)] if number is not None else []),
        *more,
        *[case(unit, f"pair {i}", *pair) for i, pair in enumerate(others)],
    ]


def comparison(unit):
    return [
        case(unit, "floats", f32(1.0, 2.0, NAN, INF), f32(1.0, 3.0, NAN, INF)),
        case(unit, "a row", i32([1, 2], [3, 4]), i32(1, 4)),
        case(unit, "ints and floats", i32(1, 2), f32(1.5, 2.0)),
        *(
            [case(unit, "bools", bools(True, False), bools(True, True))]
            if unit in ("equal", "not_equal")
            else []
        ),
    ]


def logical(unit):
    return [
        case(unit, "bools", bools([True, False], [True, False]), bools([True, True], [False, False])),
        case(unit, "numbers", f32([0.0, 0.5], [-1.0, NAN]), i32(0, 3)),
    ]


def bitwise(unit):
    return [
        case(unit, "ints", i32([12, -7], [0, 1000]), i32([10, 5], [-1, 77])),
        case(unit, "a row", i32([12, -7], [0, 1000]), i32(6, -2)),
    ]


def shift(unit):
    return [
        case(unit, "ints", i32([12, -7], [0, 1000]), i32([3, 1], [5, 0])),
        case(unit, "a row", i32([12, -7], [0, 1000]), i32(2, 4)),
        case(unit, "a number", i32([5, -5]), 1),
    ]


def divisors(unit):
    return [
        case(unit, "ints", i32([12, 7], [0, -8]), i32([18, 21], [0, 12])),
        case(unit, "a row", i32([12, 7], [0, -8]), i32(6, 0)),
        case(unit, "neighbours of Fibonacci", i32(987, 610), i32(610, 987)),
    ]


def close(unit):
    a, b = f32([1.0, 1.0, 100.0], [0.0, NAN, 1e-9]), f32([1.000001, 1.1, 100.0005], [0.0, NAN, 0.0])
    return [
        case(unit, "floats", a, b),
        case(unit, "equal", a[0], a[0]),
        case(unit, "NaN is NaN", a, b, equal_nan=True),
        case(unit, "wide", a, b, rtol=0.2, atol=0.1, equal_nan=True, graph=unit == "allclose"),
        case(unit, "ints", i32(1, 2), i32(1, 3)),
    ]


def ldexp():
    return [
        case("ldexp", "floats and ints", ANY, i32([1, -2, 0], [3, 10, -10])),
        case("ldexp", "a row", ANY, i32(1, -2, 0)),
        case("ldexp", "zeros and infinities", f32(0.0, INF, -INF), i32(3, -200, 5)),
    ]


def nan_to_num():
    unit = "nan_to_num"
    return [
        case(unit, "defaults", ODD),
        case(unit, "values", f32([1.0, NAN], [INF, -INF]), nan=-1.0, posinf=9.0, neginf=-9.0),
        case(unit, "ints", INTS),
    ]


def round():
    unit = "round"
    return [
        case(unit, "halves", HALVES),
        case(unit, "two decimals", f32([1.005, -2.344], [3.14159, 0.0]), decimals=2),
        case(unit, "tens", f32([14.0, -26.0], [1234.5, 4.0]), decimals=-1),
        case(unit, "ints", i32([14, -26], [1234, 4])),
        case(unit, "ints to tens", i32([14, -26], [1234, 4]), decimals=-1),
    ]


def clip():
    unit = "clip"
    return [
        case(unit, "floats", ANY, x_min=-1.0, x_max=1.0),
        case(unit, "ints", INTS, x_min=0, x_max=3),
        case(unit, "infinities", ODD[1:], x_min=-10.0, x_max=1e9),
    ]


def where():
    unit = "where"
    condition = bools([True, False, True], [False, False, True])
    return [
        case(unit, "floats", condition, ANY, UNIT),
        case(unit, "a row and a number", condition[0], ANY, 0, unknown=[1]),
        case(unit, "numbers", condition, 1, 0.5),
        case(unit, "ints and floats", condition, INTS, ANY),
        case(unit, "a condition of numbers", INTS, ANY, -1),
    ]


def complex_or_real(unit):
    pair = [f32([-3.0, 0.0, 2.0], [1.0, -1.0, 0.5]), f32([1.5, -2.0, 0.0], [-1.0, 0.25, 3.0])]
    real = [case(unit, "real", ANY), case(unit, "ints", INTS)] if unit != "view_as_real" else []
    return [*real, case(unit, "complex", pair, pairs=True)]


UNITS = {
    **{
        name: (lambda name=name: complex_or_real(name))
        for name in ["angle", "conj", "conjugate", "imag", "isreal", "real", "view_as_real"]
    },
    "view_as_complex": lambda: [case("view_as_complex", "pairs", drawn(2, 3, 2), graph=False)],
    **units(["abs", "absolute", "fabs"], f32([-2.0, 0.0, 3.0]), ODD[1:]),
    **units(["sin", "cos", "tan", "arctan", "arcsinh", "sinh", "cosh", "tanh"], ANY, UNIT),
    **units(["exp", "exp2", "expm1"], ANY, UNIT),
    **units(["arcsin", "arccos", "arctanh"], UNIT, f32(1.5, -2.0, NAN), ints=i32(0, 0)),
    **units(["arccosh"], f32([1.01, 1.5, 2.0], [10.0, 1e3, 1e6]), f32(0.5, NAN), ints=i32(2, 5)),
    **units(["log", "log2", "log10", "log1p", "sqrt", "reciprocal"], POSITIVE, ints=None),
    **units(["cbrt"], ANY, ints=INTS),
    **units(["deg2rad", "rad2deg", "sinc"], f32([-180.0, -1.0, 0.3], [1.5, 90.0, 0.25]), ints=i32(0, 1, 90)),
    **units(["ceil", "floor", "trunc"], ANY, HALVES, f32(INF, -INF, 0.0)),
    **units(["sign", "negative", "square", "signbit"], ANY, f32(0.0, -0.0, INF, -INF)),
    **units(["isfinite", "isinf", "isnan", "isneginf", "isposinf"], ODD),
    **units(["bitwise_invert", "bitwise_not"], ints=INTS),
    **units(["copy"], ANY),
    **units(["ones_like", "zeros_like"], ANY),
    **{
        name: (lambda name=name: binary(name))
        for name in ["add", "subtract", "multiply", "divide", "true_divide", "mod", "floor_divide", "fmod", "arctan2"]
    },
    **{
        name: (lambda name=name: binary(name, (f32(NAN, 1.0, NAN), f32(1.0, NAN, NAN))))
        for name in ["fmax", "fmin"]
    },
    **{name: (lambda name=name: binary(name)) for name in ["maximum", "minimum"]},
    **{
        name: (lambda name=name: binary(name, (f32(1000.0, -1000.0), f32(1000.0, 0.0))))
        for name in ["logaddexp", "logaddexp2"]
    },
    "hypot": lambda: [
        *binary("hypot", number=None),
        # The gradient of a division squares the divisor here, and so leaves float32.
        case("hypot", "large and zero", f32(3e30, 0.0), f32(4e30, 0.0), gradients=False),
    ],
    "heaviside": lambda: binary("heaviside", (f32(-1.0, 0.0, 1.0), f32(0.5, 0.5, 0.5)), number=None),
    "power": lambda: binary("power", a=POSITIVE, ints=False),
    "divide_no_nan": lambda: binary("divide_no_nan", (f32(1.0, 0.0, 3.0), f32(0.0, 0.0, 2.0))),
    **{
        name: (lambda name=name: comparison(name))
        for name in ["equal", "not_equal", "greater", "greater_equal", "less", "less_equal"]
    },
    **{name: (lambda name=name: logical(name)) for name in ["logical_and", "logical_or", "logical_xor"]},
    "logical_not": lambda: [
        case("logical_not", "bools", bools([True, False])),
        case("logical_not", "numbers", f32(0.0, 0.5, NAN)),
    ],
    **{name: (lambda name=name: bitwise(name)) for name in ["bitwise_and", "bitwise_or", "bitwise_xor"]},
    **{name: (lambda name=name: shift(name)) for name in ["bitwise_left_shift", "bitwise_right_shift", "left_shift", "right_shift"]},
    **{name: (lambda name=name: divisors(name)) for name in ["gcd", "lcm"]},
    **{name: (lambda name=name: close(name)) for name in ["isclose", "allclose"]},
    "ldexp": ldexp,
    "nan_to_num": nan_to_num,
    "round": round,
    "clip": clip,
    "where": where,
}
