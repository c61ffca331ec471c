"""Ops of `keras.ops.linalg`."""

from golden import drawn, keras, normal, np, tf
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


def largest_positive(vectors):
    """Whether the largest element of each column is positive: Keras leaves signs open, here they are so."""
    vectors = np.reshape(vectors, (-1, *vectors.shape[-2:]))
    return all(column[np.argmax(np.abs(column))] > 0 for columns in vectors for column in columns.T)


def signed(vectors_of, draw):
    """The first array drawn for whose vectors the signs of Keras are those here."""

    def first(rng):
        while not largest_positive(np.array(vectors_of(x := draw(rng)))):
            pass
        return x

    return first


def eigh():
    unit = "eigh"
    symmetric = lambda *shape: lambda rng: (lambda x: x + x.swapaxes(-1, -2))(normal(rng, *shape))
    known = lambda draw: signed(lambda x: keras.ops.eigh(x)[1], draw)
    return [
        case(unit, "two matrices", known(symmetric(2, 3, 3))),
        case(unit, "an even number", known(symmetric(4, 4)), unknown=[]),
        case(unit, "the upper half is not read", known(drawn(3, 3)), unknown=[]),
        case(unit, "one number", f32([-2]), unknown=[]),
        case(unit, "already in order", f32([-1, 0, 0], [0, 2, 0], [0, 0, 5]), unknown=[]),
    ]


def settled(found):
    """Eigenvalues and vectors in the order, and with the phases, that they have here."""
    values, vectors = found
    order = np.lexsort((-np.imag(values), np.real(values).round(4)), axis=-1)
    values = tf.gather(values, order, batch_dims=order.ndim - 1)
    vectors = tf.gather(vectors, order, axis=-1, batch_dims=order.ndim - 1)
    sizes = np.abs(vectors)
    # The first of those that are largest but for rounding.
    largest = np.argmax(sizes >= sizes.max(-2, keepdims=True) * (1 - 1e-4), axis=-2)
    chosen = np.swapaxes(np.eye(sizes.shape[-1])[largest], -1, -2)
    heads = tf.reduce_sum(vectors * chosen, axis=-2, keepdims=True)
    return values, vectors * tf.math.conj(heads) / tf.cast(tf.abs(heads), "complex64")


def eig():
    unit = "eig"
    # In graphs Keras takes the results for real ones.
    one = lambda name, x, **given: case(unit, name, x, graph=False, then=settled, **given)
    return [
        one("two matrices", drawn(2, 4, 4)),
        one("a larger one", drawn(9, 9), gradients=False),
        one("a rotation", f32([0, -1], [1, 0])),
        one("symmetric", f32([2, 1, 0], [1, 3, 1], [0, 1, 5])),
        one("triangular", f32([1, 2, 3], [0, 4, 5], [0, 0, 6])),
        one("one number", f32([-2])),
        # The results depend on rounding where there are too few vectors, or too many.
        one("too few vectors", f32([2, 1], [0, 2]), gradients=False),
        one("equal values", f32([3, 0], [0, 3]), gradients=False),
    ]


def svd():
    unit = "svd"

    def known(*shape):
        tall = shape[-2] >= shape[-1]
        vectors = lambda x: (lambda u, _, v: np.swapaxes(v, -1, -2) if tall else u)(*keras.ops.svd(x, full_matrices=False))
        return signed(vectors, drawn(*shape))

    thin, values = {"full_matrices": False}, {"compute_uv": False}
    return [
        case(unit, "square, two", known(2, 3, 3)),
        case(unit, "tall", known(4, 3), unknown=[], **thin),
        case(unit, "wide", known(2, 4), unknown=[], **thin),
        case(unit, "one column", known(3, 1), unknown=[], **thin),
        case(unit, "values", drawn(2, 3, 4), **values),
        case(unit, "values, a rank too low", f32([1, 2, 1], [2, 4, 2], [0, 1, 3]), unknown=[], gradients=False, **values),
        case(unit, "equal values", f32([0, 2], [-2, 0]), unknown=[], **values),
        case(unit, "zeros", f32([0, 0, 0], [0, 0, 0]), unknown=[], gradients=False, **values),
    ]


def pinv():
    unit = "pinv"
    return [
        case(unit, "tall, two", drawn(2, 4, 3)),
        case(unit, "wide", drawn(2, 3), unknown=[]),
        # The gradient depends on vectors that no value names.
        case(unit, "a rank too low", f32([1, 2, 1], [2, 4, 2], [0, 1, 3]), unknown=[], gradients=False),
        case(unit, "what counts as zero", f32([4, 0], [0, 1]), unknown=[], rcond=0.5),
    ]


def lstsq():
    unit = "lstsq"
    return [
        case(unit, "a vector", drawn(4, 2), drawn(4), unknown=[]),
        case(unit, "a matrix, many solutions", drawn(2, 3), drawn(2, 2), unknown=[]),
        case(unit, "a rank too low", f32([1, 2], [2, 4], [3, 6]), f32(1, 2, 4), unknown=[], gradients=False),
        case(unit, "what counts as zero", f32([4, 0], [0, 1]), f32(8, 5), unknown=[], rcond=0.5),
    ]


def matrix_rank():
    unit = "matrix_rank"
    return [
        case(unit, "two matrices", f32([[1, 2], [2, 4]], [[1, 2], [3, 4]])),
        case(unit, "wide", drawn(2, 4), unknown=[]),
        case(unit, "zeros", f32([0, 0], [0, 0]), unknown=[]),
        case(unit, "what counts as zero", f32([4, 0], [0, 1]), unknown=[], tol=2.0),
    ]


def slogdet():
    unit = "slogdet"
    return [
        case(unit, "one", drawn(3, 3), unknown=[]),
        # In graphs Keras forgets the axes before the matrices.
        case(unit, "two matrices", drawn(2, 4, 4), graph=False),
        case(unit, "far from one", f32([1e-20, 0], [0, -1e-20]), unknown=[]),
        case(unit, "singular", f32([1, 2], [2, 4]), unknown=[], gradients=False),
    ]


def inv():
    unit = "inv"
    return [
        case(unit, "two matrices", drawn(2, 4, 4)),
        case(unit, "zeros on the diagonal", f32([0, 2], [3, 0]), unknown=[]),
        case(unit, "one number", f32([4]), unknown=[]),
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
        *[case(unit, f"singular values, {o}", drawn(2, 3, 2), unknown=[], axis=(2, 0), ord=o) for o in ["nuc", 2, -2]],
        case(unit, "singular values, kept", drawn(2, 3, 2), axis=(1, 2), ord="nuc", keepdims=True),
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
    "eig": eig,
    "eigh": eigh,
    "inv": inv,
    "lstsq": lstsq,
    "lu_factor": lu_factor,
    "matrix_rank": matrix_rank,
    "norm": norm,
    "pinv": pinv,
    "qr": qr,
    "slogdet": slogdet,
    "solve": solve,
    "solve_triangular": solve_triangular,
    "svd": svd,
}
