"""Ops of `keras.ops.math`."""

from golden import drawn, np
from ops.case import case, f32, i32


def cdist():
    return [case("cdist", "rows of matrices", drawn(2, 3, 4), drawn(2, 5, 4))]


def erf():
    return [case("erf", "ordinary", drawn(3, 4))]


def erfc():
    unit = "erfc"
    return [
        case(unit, "ordinary", drawn(3, 4, scale=2.0)),
        case(unit, "far", f32(-5, -1, 0, 1e-3, 2, 3, 4, 5, 8, 9)),
    ]


def erfinv():
    unit = "erfinv"
    inside = lambda rng: rng.uniform(-1, 1, (4, 5)).astype("float32")
    return [
        case(unit, "inside", inside),
        case(unit, "near the edge", f32(0, 0.999, -0.9999, 1e-6)),
    ]


def extract_sequences():
    unit = "extract_sequences"
    return [
        case(unit, "overlapping", drawn(2, 9), sequence_length=4, sequence_stride=2),
        case(unit, "one, side by side", drawn(7), unknown=[], sequence_length=3, sequence_stride=3),
    ]


def in_top_k():
    scores = f32([0.2, 0.9, 0.4, 0.1], [0.3, 0.3, 0.8, 0.5])
    return [case("in_top_k", "two rows", i32(2, 0), scores, unknown=[0, 1], k=2)]


def logdet():
    def definite(rng):
        half = rng.standard_normal((2, 4, 4))
        return (half @ half.swapaxes(-1, -2) + np.eye(4)).astype("float32")

    return [case("logdet", "two matrices", definite)]


def logsumexp():
    unit = "logsumexp"
    return [
        case(unit, "all", drawn(2, 3, 4)),
        case(unit, "axes, kept, far", drawn(2, 3, 4, scale=30.0), axis=(0, 2), keepdims=True),
        case(unit, "infinite", f32([-np.inf, 1], [0, -np.inf]), axis=1),
    ]


def rsqrt():
    return [case("rsqrt", "positive", f32([0.25, 4], [1e-4, 9]))]


def segments(unit):
    ids = i32(2, 0, 2, -1, 0)
    return [
        case(unit, "ints", i32(3, -1, 4, 1, 5), ids, num_segments=4),
        case(unit, "ties", f32(1, 2, 1, 1, 2), i32(0, 1, 0, 0, 1), num_segments=2),
        case(unit, "each its own", drawn(3, 2), i32(1, 0, 2), unknown=[], num_segments=3),
    ]


def top_k():
    unit = "top_k"
    return [
        case(unit, "rows", drawn(2, 4), k=2),
        case(unit, "sorted", drawn(2, 3, 4), k=3, sorted=True),
    ]


UNITS = {
    "cdist": cdist,
    "erf": erf,
    "erfc": erfc,
    "erfinv": erfinv,
    "extract_sequences": extract_sequences,
    "in_top_k": in_top_k,
    "logdet": logdet,
    "logsumexp": logsumexp,
    "rsqrt": rsqrt,
    "segment_max": lambda: segments("segment_max"),
    "segment_min": lambda: segments("segment_min"),
    "segment_prod": lambda: segments("segment_prod"),
    "segment_sum": lambda: segments("segment_sum"),
    "top_k": top_k,
}
