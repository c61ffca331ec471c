"""Ops that make tensors."""

from ops.case import case, f32, i32


def window(unit, *beta):
    sizes = [1, 2, 5, 8]
    return [case(unit, f"size {size}", size, *beta, graph=False) for size in sizes]


def linspace(unit, ends):
    low, high = ends
    rows = f32(low, low + 1.0)
    return [
        case(unit, "numbers", low, high, num=4),
        case(unit, "without the end", low, high, num=4, endpoint=False),
        case(unit, "one", low, high, num=1),
        *([case(unit, "ints", low, high, num=3, dtype="int32")] if unit == "linspace" else []),
        case(unit, "rows", rows, rows * 2, num=3, unknown=[]),
        # Keras cannot for `geomspace`.
        *(
            []
            if unit == "geomspace"
            else [case(unit, "rows, last axis", rows, rows * 2, num=3, axis=-1, unknown=[])]
        ),
    ]


def filled(unit, *value):
    return [
        case(unit, "floats", [2, 3], *value),
        case(unit, "ints", [2], *value, "int32"),
        case(unit, "a scalar", [], *value),
    ]


def arange():
    unit = "arange"
    return [
        case(unit, "to", 5),
        case(unit, "from", 2, stop=5),
        case(unit, "step", 2, stop=10, step=3),
        case(unit, "down", 5, stop=0, step=-2),
        case(unit, "floats", 0.5, stop=2.0, step=0.5),
        case(unit, "type", 3, dtype="float32"),
        case(unit, "nothing", 0, graph=False),
    ]


def eye(unit):
    return [
        case(unit, "square", 3),
        case(unit, "wide", 2, M=3, k=1),
        case(unit, "tall", 3, M=2, k=-1),
        case(unit, "ints", 2, dtype="int32"),
        case(unit, "beyond", 2, k=5) if unit == "tri" else case(unit, "bools", 2, M=3, dtype="bool"),
    ]


UNITS = {
    "ones": lambda: filled("ones"),
    "zeros": lambda: filled("zeros"),
    "empty": lambda: filled("empty"),
    "full": lambda: filled("full", 7),
    "full_like": lambda: [
        case("full_like", "floats", f32([1.0, 2.0], [3.0, 4.0]), 0.5),
        case("full_like", "ints", i32(1, 2), 7),
        case("full_like", "type", i32(1, 2), 0.5, dtype="float32"),
    ],
    "empty_like": lambda: [
        case("empty_like", "floats", f32([1.0, 2.0])),
        case("empty_like", "ints", i32(1, 2)),
    ],
    "arange": arange,
    "eye": lambda: eye("eye"),
    "tri": lambda: eye("tri"),
    "identity": lambda: [case("identity", "floats", 3), case("identity", "ints", 2, "int32")],
    "linspace": lambda: [
        *linspace("linspace", (-1.0, 2.5)),
        case("linspace", "with the step", -1.0, 2.5, num=4, retstep=True),
        case("linspace", "rows with the step", f32(1.0, 2.0), 3.0, num=4, retstep=True, endpoint=False, graph=False),
    ],
    "logspace": lambda: [*linspace("logspace", (0.0, 2.0)), case("logspace", "base", 0.0, 3.0, num=4, base=2)],
    "geomspace": lambda: [*linspace("geomspace", (1.0, 8.0)), case("geomspace", "negative", -1.0, -8.0, num=4)],
    "bartlett": lambda: window("bartlett"),
    "blackman": lambda: window("blackman"),
    "hamming": lambda: window("hamming"),
    "hanning": lambda: window("hanning"),
    "kaiser": lambda: window("kaiser", 2.5),
}
