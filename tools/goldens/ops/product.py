"""Ops that multiply and add: products of matrices, integrals, correlations, polynomials."""

from golden import drawn, np
from ops.case import case, f32, i32

A, B = i32([1, 2], [3, 4]), i32([5, 0], [-1, 2])


def products(unit, left, right, *more):
    return [
        case(unit, "vectors", drawn(3), drawn(3), unknown=[]),
        case(unit, "matrices", drawn(*left), drawn(*right), unknown=[0]),
        case(unit, "ints", A, B, unknown=[0]),
        case(unit, "ints and floats", A, f32([0.5, 1.0], [2.0, -1.0]), unknown=[0]),
        *more,
    ]


def matmul():
    unit = "matmul"
    return [
        case(unit, "matrices", drawn(2, 3), drawn(3, 2), unknown=[0]),
        case(unit, "a vector on the right", drawn(2, 3), drawn(3), unknown=[0]),
        case(unit, "a vector on the left", drawn(3), drawn(3, 2), unknown=[]),
        case(unit, "batches", drawn(2, 2, 3), drawn(2, 3, 1)),
        case(unit, "broadcast", drawn(2, 1, 2, 3), drawn(2, 3, 2), unknown=[0]),
        case(unit, "ints", A, B, unknown=[0]),
    ]


def einsum():
    unit = "einsum"
    return [
        case(unit, "matrices", "ab,bc->ac", drawn(2, 3), drawn(3, 2), unknown=[0]),
        case(unit, "diagonal", "aa->a", drawn(3, 3), unknown=[]),
        case(unit, "batches, turned", "...ab,...cb->...ca", drawn(2, 2, 3), drawn(2, 1, 3), unknown=[]),
    ]


def tensordot():
    unit = "tensordot"
    return [
        case(unit, "two axes", drawn(2, 3, 2), drawn(3, 2, 2), unknown=[0]),
        case(unit, "one axis", drawn(2, 3), drawn(3, 2), axes=1, unknown=[0]),
        case(unit, "none", drawn(2), drawn(3), axes=0, unknown=[]),
        case(unit, "axes", drawn(2, 3, 4), drawn(4, 2, 3), axes=[[1, 2], [2, 0]], unknown=[0]),
        case(unit, "ints", A, B, axes=[[0], [1]], unknown=[]),
    ]


def cross():
    unit = "cross"
    return [
        case(unit, "of three", drawn(2, 3), drawn(2, 3)),
        case(unit, "of two", drawn(2, 2), drawn(2, 2)),
        case(unit, "of three and two", drawn(2, 3), drawn(2, 2), unknown=[]),
        case(unit, "another axis", drawn(3, 2), drawn(3, 2), axis=0, unknown=[]),
        case(unit, "axes", drawn(3, 2), drawn(2, 3), axisa=0, axisb=1, axisc=0, unknown=[]),
        case(unit, "broadcast", drawn(2, 3), i32(1, 0, 2)),
    ]


def vander():
    unit = "vander"
    return [
        case(unit, "square", f32(2.0, -0.5, 1.5), unknown=[]),
        case(unit, "columns", f32(2.0, 0.5), N=4, unknown=[]),
        case(unit, "increasing", i32(2, 3), N=3, increasing=True, unknown=[]),
    ]


def trapezoid():
    unit = "trapezoid"
    return [
        case(unit, "distance", drawn(2, 4), dx=0.5),
        case(unit, "ints", i32([1, 3, 2])),
        case(unit, "first axis", drawn(3, 2), axis=0, unknown=[]),
        case(unit, "places", drawn(2, 4), x=f32(0.0, 1.0, 3.0, 3.5), unknown=[0], gradients=False),
    ]


def correlate():
    unit = "correlate"
    modes = ["valid", "same", "full"]
    return [
        *[case(unit, mode, drawn(5), drawn(3), mode=mode, unknown=[]) for mode in modes],
        *[case(unit, f"{mode}, even", drawn(4), drawn(2), mode=mode, unknown=[]) for mode in modes],
        case(unit, "ints", i32(1, 2, 3), i32(0, 1), unknown=[]),
    ]


def corrcoef():
    # As many rows as columns: Keras says that the shape stays.
    unit = "corrcoef"
    return [
        case(unit, "rows", f32([1.0, 2.0, 4.0], [1.0, 2.5, 0.0], [3.0, 0.0, 1.0]), unknown=[]),
        case(unit, "ints", i32([1, 2], [3, 1]), unknown=[]),
    ]


UNITS = {
    "matmul": matmul,
    "einsum": einsum,
    "dot": lambda: products(
        "dot",
        (2, 3),
        (3, 2),
        case("dot", "a scalar", drawn(2, 2), np.float32(3)),
        case("dot", "three axes", drawn(2, 3), drawn(2, 3, 2), unknown=[0]),
    ),
    "inner": lambda: products("inner", (2, 3), (4, 3)),
    "vdot": lambda: products("vdot", (2, 3), (2, 3))[:1] + [case("vdot", "ints", A, B, unknown=[])],
    "outer": lambda: products("outer", (2, 2), (3, 1))[:1]
    + [case("outer", "matrices", drawn(2, 2), drawn(3, 1), unknown=[]), case("outer", "ints", A, B, unknown=[])],
    "kron": lambda: products(
        "kron", (2, 2), (1, 3), case("kron", "ranks", drawn(2), drawn(2, 2), graph=False)
    ),
    "tensordot": tensordot,
    "cross": cross,
    "vander": vander,
    "trapezoid": trapezoid,
    "correlate": correlate,
    "corrcoef": corrcoef,
    "i0": lambda: [
        case("i0", "floats", f32([-2.0, 0.5, 3.7], [3.8, -10.0, 40.0])),
        case("i0", "ints", i32(0, 1, -5)),
    ],
}
