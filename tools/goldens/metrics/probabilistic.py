"""Losses of classes, distributions and counts as metrics."""

from golden import fresh, normal, np, probabilities
from metrics.case import case, weights

EXTREME = np.float32([[0, 1, 0], [1, 0, 0], [0.5, 0.5, 0], [0, 0, 1], [0, 1, 0], [1, 0, 0]])


def crossentropies():
    rng = fresh(65)
    labels = [rng.integers(0, 3, n).astype("int32") for n in (6, 4)]
    one_hot = [np.eye(3, dtype="float32")[l] for l in labels]
    p = [probabilities(rng, n, 3, scale=1.5) for n in (6, 4)]
    logits = [normal(rng, n, 3, scale=3) for n in (6, 4)]
    w = [weights(rng, n) for n in (6, 4)]
    q = [probabilities(rng, n, 3, scale=1.5) for n in (6, 4, 6)]

    def crossentropy(unit, y, more):
        return [
            case("probabilities", unit, {}, *zip(y, p)),
            case("sample weights", unit, {}, *zip(y, p, w)),
            case("logits", unit, {"from_logits": True}, *zip(y, logits)),
            case("exactly 0 and 1", unit, {}, (y[0], EXTREME)),
            case(*more, *zip(y, p)),
        ]

    def dense(unit):
        return crossentropy(unit, one_hot, ("label smoothing", unit, {"label_smoothing": 0.1}))

    def sparse():
        unit = "SparseCategoricalCrossentropy"
        return crossentropy(unit, labels, ("ignored class", unit, {"ignore_class": 1}))

    def divergence():
        unit = "KLDivergence"
        return [
            case("updates", unit, {}, (p[0], q[0]), (p[1], q[1])),
            case("sample weights", unit, {}, (p[0], q[2], w[0])),
        ]

    return {
        "BinaryCrossentropy": lambda: dense("BinaryCrossentropy"),
        "CategoricalCrossentropy": lambda: dense("CategoricalCrossentropy"),
        "SparseCategoricalCrossentropy": sparse,
        "KLDivergence": divergence,
    }


UNITS = crossentropies()
