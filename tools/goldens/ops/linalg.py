"""Ops of `keras.ops.linalg`."""

from golden import drawn, np
from ops.case import case, f32


def definite(*shape):
    def draw(rng):
        half = rng.standard_normal(shape)
        return (half @ half.swapaxes(-1, -2) + np.eye(shape[-1])).astype("float32")

    return draw


def triangle(upper):
    def draw(rng):
        root = np.linalg.cholesky(definite(3, 3)(rng))
        return np.ascontiguousarray(root.T if upper else root).astype("float32")

    return draw


def cholesky():
    unit = "cholesky"
    return [
        case(unit, "lower", definite(2, 3, 3)),
        case(unit, "upper", definite(3, 3), unknown=[], upper=True),
        case(unit, "one number", f32([9]), unknown=[]),
    ]


def cholesky_inverse():
    unit = "cholesky_inverse"
    return [
        case(unit, "lower", triangle(False), unknown=[]),
        case(unit, "upper", triangle(True), unknown=[], upper=True),
    ]


def det():
    unit = "det"
    return [
        case(unit, "two matrices", drawn(2, 4, 4)),
        case(unit, "an odd permutation", f32([0, 1, 0], [1, 0, 0], [0, 0, 2]), unknown=[]),
        # Keras' gradient needs the inverse, and throws.
        case(unit, "singular", f32([1, 2], [2, 4]), unknown=[], gradients=False),
        case(unit, "a column of zeros", f32([0, 1, 2], [0, 3, 1], [0, 1, 1]), unknown=[], gradients=False),
    ]


def inv():
    unit = "inv"
    return [
        case(unit, "two matrices", drawn(2, 4, 4)),
        case(unit, "zeros on the diagonal", f32([0, 2], [3, 0]), unknown=[]),
    ]


def lu_factor():
    # In graphs Keras gives the places of the rows the type of the matrix.
    return [case("lu_factor", "rows change places", drawn(4, 4), graph=False)]


def norm():
    unit = "norm"
    return [
        case(unit, "all", drawn(2, 3), unknown=[]),
        *[case(unit, f"vectors, {o}", drawn(2, 3, 2), axis=1, ord=o) for o in [1, 2, 3, -1.5]],
        case(unit, "how many are not zero", f32([0, 1, 2], [0, 0, 1]), axis=-1, ord=0),
        *[case(unit, f"matrices, {o}", drawn(2, 3, 2), unknown=[], axis=(2, 0), ord=o) for o in ["fro", 1, -1]],
        case(unit, "kept", drawn(2, 3, 2), unknown=[], axis=(0, 2), keepdims=True),
    ]


def qr():
    unit = "qr"
    return [
        case(unit, "tall", drawn(4, 3), unknown=[]),
        case(unit, "square, two", drawn(2, 3, 3)),
        case(unit, "wide", drawn(2, 4), unknown=[]),
        case(unit, "complete", drawn(4, 2), unknown=[], mode="complete"),
        case(unit, "triangular before", f32([2, 1], [0, 3], [0, 0]), unknown=[]),
    ]


def solve():
    unit = "solve"
    return [
        case(unit, "matrices", drawn(2, 4, 4), drawn(2, 4, 3)),
        case(unit, "vectors", drawn(2, 4, 4), drawn(2, 4), unknown=[]),
        case(unit, "one", drawn(3, 3), drawn(3), unknown=[]),
    ]


def solve_triangular():
    unit = "solve_triangular"
    return [
        case(unit, "upper", drawn(2, 4, 4), drawn(2, 4, 3)),
        case(unit, "lower, vectors", drawn(2, 4, 4), drawn(2, 4), unknown=[], lower=True),
    ]


UNITS = {
    "cholesky": cholesky,
    "cholesky_inverse": cholesky_inverse,
    "det": det,
    "inv": inv,
    "lu_factor": lu_factor,
    "norm": norm,
    "qr": qr,
    "solve": solve,
    "solve_triangular": solve_triangular,
}
