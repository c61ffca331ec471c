"""Losses of classes, distributions and counts."""

from golden import fresh, normal, np, probabilities
from losses.case import LABELS, case, one_hot

EXTREME = np.float32([[0, 1, 0], [1, 0, 0], [0.5, 0.5, 0], [1e-8, 1e-8, 1], [0.2, 0.3, 0.1]])
CONFIDENT = np.float32([[30, -30, 0], [-200, 200, 0], [0, 0, 0], [1, 2, 3], [-5, 12, -7]])


def binary():
    rng = fresh(22)
    unit = "BinaryCrossentropy"
    truth = (rng.random((5, 3)) < 0.5).astype("float32")
    p = rng.random((5, 3)).astype("float32")
    logits = normal(rng, 5, 3, scale=3.0)
    weights = np.abs(normal(rng, 5))
    return [
        case("probabilities", unit, {}, truth, p),
        case("soft targets", unit, {}, rng.random((5, 3)).astype("float32"), p),
        case("exactly 0 and 1", unit, {}, truth, EXTREME),
        case("logits", unit, {"from_logits": True}, truth, logits),
        case("confident logits", unit, {"from_logits": True}, truth, CONFIDENT),
        case("label smoothing", unit, {"label_smoothing": 0.2}, truth, p),
        case("label smoothing of logits", unit, {"label_smoothing": 0.2, "from_logits": True}, truth, logits),
        case("axis 1", unit, {"axis": 1}, truth, p),
        case("one column", unit, {}, truth[:, :1], p[:, :1]),
        case("targets of rank 1, predictions of one column", unit, {}, truth[:, 0], p[:, :1]),
        case("sample weights", unit, {}, truth, p, sample_weight=weights),
        case("integer targets", unit, {}, truth.astype("int32"), p),
        case("after sigmoid", unit, {}, truth, logits, activation="sigmoid"),
        case("after sigmoid, confident", unit, {}, truth, CONFIDENT, activation="sigmoid"),
        case(
            "after sigmoid, label smoothing",
            unit,
            {"label_smoothing": 0.1},
            truth,
            CONFIDENT,
            activation="sigmoid",
        ),
        case(
            "after sigmoid, targets of rank 1", unit, {}, truth[:, 0], CONFIDENT[:, :1], activation="sigmoid"
        ),
    ]


def categorical():
    rng = fresh(23)
    unit = "CategoricalCrossentropy"
    truth = one_hot(LABELS, 3)
    p = probabilities(rng, 5, 3)
    logits = normal(rng, 5, 3, scale=3.0)
    weights = np.abs(normal(rng, 5))
    images = one_hot(rng.integers(0, 4, (2, 2, 3)), 4)
    return [
        case("probabilities", unit, {}, truth, p),
        case("soft targets", unit, {}, probabilities(rng, 5, 3), p),
        case("not normalised", unit, {}, truth, rng.random((5, 3)).astype("float32")),
        case("exactly 0 and 1", unit, {}, truth, EXTREME),
        case("logits", unit, {"from_logits": True}, truth, logits),
        case("confident logits", unit, {"from_logits": True}, truth, CONFIDENT),
        case("label smoothing", unit, {"label_smoothing": 0.1}, truth, p),
        case("label smoothing of logits", unit, {"label_smoothing": 0.1, "from_logits": True}, truth, logits),
        case("rank 4", unit, {}, images, probabilities(rng, 2, 2, 3, 4)),
        case("sample weights", unit, {}, truth, p, sample_weight=weights),
        case(
            "weights a position",
            unit,
            {},
            images,
            probabilities(rng, 2, 2, 3, 4),
            sample_weight=np.abs(normal(rng, 2, 2, 3)),
        ),
        case(
            "axis 1",
            unit,
            {"axis": 1},
            np.moveaxis(images, -1, 1).copy(),
            rng.random((2, 4, 2, 3)).astype("float32"),
        ),
        case(
            "axis 1 of logits",
            unit,
            {"axis": 1, "from_logits": True},
            np.moveaxis(images, -1, 1).copy(),
            normal(rng, 2, 4, 2, 3),
        ),
        case("integer targets", unit, {}, truth.astype("int32"), p),
        case("after softmax", unit, {}, truth, logits, activation="softmax"),
        case("after softmax, confident", unit, {}, truth, CONFIDENT, activation="softmax"),
        case(
            "after softmax, label smoothing",
            unit,
            {"label_smoothing": 0.1},
            truth,
            CONFIDENT,
            activation="softmax",
        ),
        case("after softmax, sample weights", unit, {}, truth, CONFIDENT, weights, activation="softmax"),
        case("after sigmoid", unit, {}, truth, logits, activation="sigmoid"),
    ]


def sparse():
    rng = fresh(24)
    unit = "SparseCategoricalCrossentropy"
    p = probabilities(rng, 5, 3)
    logits = normal(rng, 5, 3, scale=3.0)
    weights = np.abs(normal(rng, 5))
    images = rng.integers(0, 4, (2, 2, 3)).astype("int32")
    void = np.array([1, -1, 0, 2, -1], "int32")
    return [
        case("probabilities", unit, {}, LABELS, p),
        case("targets of one column", unit, {}, LABELS[:, None], p),
        case("float targets", unit, {}, LABELS.astype("float32"), p),
        case("not normalised", unit, {}, LABELS, rng.random((5, 3)).astype("float32")),
        case("exactly 0 and 1", unit, {}, LABELS, EXTREME),
        case("logits", unit, {"from_logits": True}, LABELS, logits),
        case("confident logits", unit, {"from_logits": True}, LABELS, CONFIDENT),
        case("rank 4", unit, {}, images, probabilities(rng, 2, 2, 3, 4)),
        case("rank 4, targets of one column", unit, {}, images[..., None], probabilities(rng, 2, 2, 3, 4)),
        case("sample weights", unit, {}, LABELS, p, sample_weight=weights),
        case("ignored class -1", unit, {"ignore_class": -1}, void, p),
        case("ignored class 0", unit, {"ignore_class": 0}, LABELS, p),
        case("ignored class of logits", unit, {"ignore_class": -1, "from_logits": True}, void, logits),
        case("ignored class, rank 4", unit, {"ignore_class": 2}, images, probabilities(rng, 2, 2, 3, 4)),
        case("ignored class and sample weights", unit, {"ignore_class": -1}, void, p, sample_weight=weights),
        case("after softmax", unit, {}, LABELS, logits, activation="softmax"),
        case("after softmax, confident", unit, {}, LABELS, CONFIDENT, activation="softmax"),
        case(
            "after softmax, ignored class", unit, {"ignore_class": -1}, void, CONFIDENT, activation="softmax"
        ),
    ]


def divergence():
    rng = fresh(25)
    unit = "KLDivergence"
    weights = np.abs(normal(rng, 5))
    return [
        case("probabilities", unit, {}, probabilities(rng, 5, 3), probabilities(rng, 5, 3)),
        case("one hot", unit, {}, one_hot(LABELS, 3), probabilities(rng, 5, 3)),
        case("exactly 0 and 1", unit, {}, one_hot(LABELS, 3), EXTREME),
        case("rank 3", unit, {}, probabilities(rng, 2, 3, 4), probabilities(rng, 2, 3, 4)),
        case(
            "sample weights",
            unit,
            {},
            probabilities(rng, 5, 3),
            probabilities(rng, 5, 3),
            sample_weight=weights,
        ),
        case("outside 0 to 1", unit, {}, normal(rng, 4, 3), normal(rng, 4, 3)),
    ]


def poisson():
    rng = fresh(26)
    unit = "Poisson"
    counts = rng.poisson(2, (5, 3)).astype("float32")
    rates = rng.random((5, 3)).astype("float32") * 3
    return [
        case("counts", unit, {}, counts, rates),
        case("zero rates", unit, {}, counts, np.zeros((5, 3), "float32")),
        case("targets of rank 1, predictions of one column", unit, {}, counts[:, 0], rates[:, :1]),
        case("rank 3", unit, {}, counts.reshape(1, 5, 3), rates.reshape(1, 5, 3)),
        case("sample weights", unit, {}, counts, rates, sample_weight=np.abs(normal(rng, 5))),
    ]


def binary_focal():
    rng = fresh(30)
    unit = "BinaryFocalCrossentropy"
    truth = (rng.random((5, 3)) < 0.5).astype("float32")
    p = rng.random((5, 3)).astype("float32")
    logits = normal(rng, 5, 3, scale=3.0)
    balanced = {"apply_class_balancing": True, "alpha": 0.4, "gamma": 1.5}
    return [
        case("probabilities", unit, {}, truth, p),
        case("balanced", unit, balanced, truth, p),
        case(
            "soft targets, smoothed", unit, {"label_smoothing": 0.2}, rng.random((5, 3)).astype("float32"), p
        ),
        case("exactly 0 and 1", unit, {}, truth, EXTREME),
        case("gamma 0", unit, {"gamma": 0.0}, truth, p),
        case("confident logits", unit, {**balanced, "from_logits": True}, truth, CONFIDENT),
        case("after sigmoid, confident", unit, {}, truth, CONFIDENT, activation="sigmoid"),
        case("axis 1", unit, {"axis": 1}, truth, p),
        case("targets of rank 1, predictions of one column", unit, {}, truth[:, 0], p[:, :1]),
        case("sample weights", unit, {"from_logits": True}, truth, logits, np.abs(normal(rng, 5))),
    ]


def categorical_focal():
    rng = fresh(31)
    unit = "CategoricalFocalCrossentropy"
    truth = one_hot(LABELS, 3)
    images = np.moveaxis(one_hot(rng.integers(0, 4, (2, 2, 3)), 4), -1, 1).copy()
    return [
        case("probabilities", unit, {}, truth, probabilities(rng, 5, 3)),
        case(
            "not normalised", unit, {"alpha": 0.7, "gamma": 1.5}, truth, rng.random((5, 3)).astype("float32")
        ),
        case("alpha a class", unit, {"alpha": [0.1, 0.3, 0.6]}, truth, probabilities(rng, 5, 3)),
        case("smoothed", unit, {"label_smoothing": 0.2}, truth, probabilities(rng, 5, 3)),
        case("exactly 0 and 1", unit, {}, truth, EXTREME),
        case("confident logits", unit, {"from_logits": True}, truth, CONFIDENT),
        case("after softmax, confident", unit, {}, truth, CONFIDENT, activation="softmax"),
        case("axis 1 of logits", unit, {"axis": 1, "from_logits": True}, images, normal(rng, 2, 4, 2, 3)),
        case("sample weights", unit, {}, truth, probabilities(rng, 5, 3), np.abs(normal(rng, 5))),
    ]


def generalized():
    rng = fresh(32)
    unit = "CategoricalGeneralizedCrossEntropy"
    classes = rng.integers(0, 4, (2, 3)).astype("int32")
    return [
        case("probabilities", unit, {}, LABELS, probabilities(rng, 5, 3)),
        case("q 0.7", unit, {"q": 0.7}, LABELS, probabilities(rng, 5, 3)),
        case("rank 3", unit, {}, classes, probabilities(rng, 2, 3, 4)),
        case("nearly 0 and 1", unit, {}, LABELS, np.clip(EXTREME, np.float32(1e-30), 1)),
        case("classes that do not exist", unit, {}, np.int32([3, -1]), probabilities(rng, 2, 3)),
        case("sample weights", unit, {}, LABELS, probabilities(rng, 5, 3), np.abs(normal(rng, 5))),
    ]


UNITS = {
    "BinaryCrossentropy": binary,
    "CategoricalCrossentropy": categorical,
    "SparseCategoricalCrossentropy": sparse,
    "BinaryFocalCrossentropy": binary_focal,
    "CategoricalFocalCrossentropy": categorical_focal,
    "CategoricalGeneralizedCrossEntropy": generalized,
    "KLDivergence": divergence,
    "Poisson": poisson,
}
