"""How many predictions are right."""

from golden import fresh, np, probabilities
from metrics.case import case, weights

TIES = np.float32([[0.5, 0.5, 0], [0.2, 0.2, 0.2], [0, 0.3, 0.3]])
TIED = np.array([1, 0, 2], "int32")


def accuracies():
    rng = fresh(64)
    labels = [rng.integers(0, 3, n).astype("int32") for n in (6, 4)]
    guesses = [rng.integers(0, 3, n).astype("int32") for n in (6, 4)]
    one_hot = [np.eye(3, dtype="float32")[l] for l in labels]
    p = [probabilities(rng, n, 3, scale=1.5) for n in (6, 4)]
    w = [weights(rng, n) for n in (6, 4)]
    truth = [(rng.random((n, 2)) < 0.5).astype("float32") for n in (5, 4)]
    scores = [rng.random((n, 2)).astype("float32") for n in (5, 4)]
    wb = [weights(rng, n) for n in (5, 4)]
    wide = [rng.integers(0, 8, n).astype("int32") for n in (6, 4)]
    wide_hot = [np.eye(8, dtype="float32")[l] for l in wide]
    wide_p = [probabilities(rng, n, 8, scale=1.5) for n in (6, 4)]

    def exact():
        unit = "Accuracy"
        return [
            case("integers", unit, {}, *zip(labels, guesses)),
            case("sample weights", unit, {}, *zip(labels, guesses, w)),
            case("floats of rank 2", unit, {}, (one_hot[0], np.round(p[0]))),
            case("name", unit, {"name": "exact"}, (labels[0], guesses[0])),
        ]

    def binary():
        unit = "BinaryAccuracy"
        on_threshold = (np.float32([[0], [1], [1]]), np.float32([[0.5], [0.5], [0.50001]]))
        column = (truth[0][:, 0].copy(), scores[0][:, :1].copy())
        return [
            case("updates", unit, {}, *zip(truth, scores)),
            case("threshold", unit, {"threshold": 0.2}, *zip(truth, scores)),
            case("sample weights", unit, {}, *zip(truth, scores, wb)),
            case("on the threshold", unit, {}, on_threshold),
            case("targets of rank 1, predictions of one column", unit, {}, column),
            case("integer targets", unit, {}, (truth[0].astype("int32"), scores[0])),
        ]

    def categorical():
        unit = "CategoricalAccuracy"
        return [
            case("updates", unit, {}, *zip(one_hot, p)),
            case("sample weights", unit, {}, *zip(one_hot, p, w)),
            case("ties", unit, {}, (np.eye(3, dtype="float32")[TIED], TIES)),
            case("rank 3", unit, {}, (one_hot[0].reshape(2, 3, 3), p[0].reshape(2, 3, 3))),
        ]

    def sparse():
        unit = "SparseCategoricalAccuracy"
        return [
            case("updates", unit, {}, *zip(labels, p)),
            case("sample weights", unit, {}, *zip(labels, p, w)),
            case("targets of one column", unit, {}, (labels[0][:, None].copy(), p[0], w[0])),
            case("ties", unit, {}, (TIED, TIES)),
            case("float targets", unit, {}, (labels[0].astype("float32"), p[0])),
            case("rank 3", unit, {}, (labels[0].reshape(2, 3), p[0].reshape(2, 3, 3))),
        ]

    def top_k(unit, y, tie):
        return [
            case("5 of 8", unit, {}, *zip(y, wide_p)),
            case("2 of 8", unit, {"k": 2}, *zip(y, wide_p)),
            case("sample weights", unit, {"k": 3}, *zip(y, wide_p, w)),
            case("more than there are", unit, {"k": 20}, (y[0], wide_p[0])),
            case("ties", unit, {"k": 1}, (tie, TIES)),
        ]

    def sparse_top_k():
        unit = "SparseTopKCategoricalAccuracy"
        ranked = [np.argsort(-one, axis=-1).astype("float32") for one in wide_p]
        by_ids = {"k": 2, "from_sorted_ids": True}
        positions = (wide[0].reshape(2, 3), ranked[0].reshape(2, 3, 8))
        return top_k(unit, wide, TIED) + [
            case("classes by rank", unit, by_ids, *zip(wide, ranked)),
            case("classes by rank, rank 3", unit, by_ids, positions),
        ]

    return {
        "Accuracy": exact,
        "BinaryAccuracy": binary,
        "CategoricalAccuracy": categorical,
        "SparseCategoricalAccuracy": sparse,
        "TopKCategoricalAccuracy": lambda: top_k(
            "TopKCategoricalAccuracy", wide_hot, np.eye(3, dtype="float32")[TIED]
        ),
        "SparseTopKCategoricalAccuracy": sparse_top_k,
    }


UNITS = accuracies()
