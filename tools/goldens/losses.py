"""Losses: one value per example, each reduction, weights and masks, and gradients.

Where `activation` is given, predictions are that activation of the logits in `yPred`: Keras then computes
cross-entropies from the logits, and the gradient is by them.
"""

from golden import array, fresh, given, keras, normal, np, serialized, tf, write

REDUCTIONS = ["sum_over_batch_size", "sum", "mean", "mean_with_sample_weight", "none"]


def case(name, unit, config, y_true, y_pred, sample_weight=None, mask=None, activation=None):
    make = getattr(keras.losses, unit)
    before = getattr(keras.activations, activation or "linear")

    def loss(reduction, predictions):
        if mask is not None:
            keras.src.backend.set_keras_mask(predictions, tf.constant(mask))
        return make(reduction=reduction, **config)(y_true, predictions, sample_weight=sample_weight)

    source = tf.constant(y_pred)
    with tf.GradientTape() as tape:
        tape.watch(source)
        total = loss("sum_over_batch_size", before(source))
    per_example = make(**config).call(tf.constant(y_true), before(source))
    return {
        "name": name,
        "config": given(config),
        "serialized": serialized(make(**config)),
        "yTrue": array(y_true),
        "yPred": array(y_pred),
        **({} if activation is None else {"activation": activation}),
        **({} if sample_weight is None else {"sampleWeight": array(sample_weight)}),
        **({} if mask is None else {"mask": array(mask)}),
        "perExample": array(per_example),
        "reductions": {
            reduction: array(loss(reduction, before(tf.constant(y_pred)))) for reduction in REDUCTIONS
        },
        "gradient": array(tape.gradient(total, source)),
    }


def regression(unit, config=None, positive=False):
    rng = fresh(21)
    config = config or {}

    def values(*shape):
        drawn = normal(rng, *shape)
        return np.abs(drawn) + np.float32(0.1) if positive else drawn

    def both(*shape):
        return values(*shape), values(*shape)

    same = values(3, 2)
    weights = np.abs(normal(rng, 5))
    return [
        case("rank 2", unit, config, *both(5, 3)),
        case("rank 1", unit, config, *both(6)),
        case("rank 3", unit, config, *both(2, 3, 4)),
        case("one column", unit, config, *both(4, 1)),
        case("targets of rank 1, predictions of one column", unit, config, values(4), values(4, 1)),
        case("sample weights", unit, config, *both(5, 3), sample_weight=weights),
        case("sample weights of one column", unit, config, *both(5, 3), sample_weight=weights[:, None]),
        case("weights a position", unit, config, *both(2, 3, 4), sample_weight=np.abs(normal(rng, 2, 3))),
        case("mask", unit, config, *both(2, 3, 4), mask=np.array([[1, 1, 0], [1, 0, 0]], bool)),
        case("all masked", unit, config, *both(2, 3, 4), mask=np.zeros((2, 3), bool)),
        case(
            "mask and sample weights",
            unit,
            config,
            *both(2, 3, 4),
            sample_weight=np.abs(normal(rng, 2, 3)),
            mask=np.array([[1, 1, 0], [1, 0, 0]], bool),
        ),
        case("nothing wrong", unit, config, same, same),
        case("large errors", unit, config, values(3, 2), values(3, 2) * np.float32(40)),
        case("zero targets", unit, config, np.zeros((3, 2), "float32"), values(3, 2)),
        case("zero weights", unit, config, *both(3, 2), sample_weight=np.zeros(3, "float32")),
    ]


def probabilities(rng, *shape):
    return np.asarray(keras.ops.softmax(normal(rng, *shape)))


def one_hot(labels, classes):
    return np.eye(classes, dtype="float32")[labels]


EXTREME = np.float32([[0, 1, 0], [1, 0, 0], [0.5, 0.5, 0], [1e-8, 1e-8, 1], [0.2, 0.3, 0.1]])
CONFIDENT = np.float32([[30, -30, 0], [-200, 200, 0], [0, 0, 0], [1, 2, 3], [-5, 12, -7]])
LABELS = np.array([1, 1, 0, 2, 2], "int32")


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


def margins(unit):
    rng = fresh(27)
    signs = np.where(rng.random((5, 3)) < 0.5, -1, 1).astype("float32")
    p = normal(rng, 5, 3)
    return [
        case("targets -1 and 1", unit, {}, signs, p),
        case("targets 0 and 1", unit, {}, (signs + 1) / 2, p),
        case("all targets 0", unit, {}, np.zeros((5, 3), "float32"), p),
        case("on the margin", unit, {}, signs, signs),
        case("mixed targets", unit, {}, np.float32([[0, 1, -1], [1, 1, 0]]), p[:2]),
        case("targets of rank 1, predictions of one column", unit, {}, signs[:, 0], p[:, :1]),
        case("sample weights", unit, {}, signs, p, sample_weight=np.abs(normal(rng, 5))),
    ]


def categorical_hinge():
    rng = fresh(28)
    unit = "CategoricalHinge"
    truth = one_hot(LABELS, 3)
    return [
        case("one hot", unit, {}, truth, normal(rng, 5, 3)),
        case("probabilities", unit, {}, truth, probabilities(rng, 5, 3)),
        case("rank 3", unit, {}, truth.reshape(1, 5, 3), normal(rng, 1, 5, 3)),
        case("right by far", unit, {}, truth, truth * np.float32(9)),
        case("sample weights", unit, {}, truth, normal(rng, 5, 3), sample_weight=np.abs(normal(rng, 5))),
    ]


def cosine():
    rng = fresh(29)
    unit = "CosineSimilarity"
    a = normal(rng, 5, 3)
    return [
        case("rank 2", unit, {}, a, normal(rng, 5, 3)),
        case("axis 1 of rank 3", unit, {"axis": 1}, normal(rng, 2, 3, 4), normal(rng, 2, 3, 4)),
        case("same direction", unit, {}, a, a * np.float32(2)),
        case("zero vector", unit, {}, np.zeros((2, 3), "float32"), a[:2]),
        case("zero prediction", unit, {}, a[:2], np.zeros((2, 3), "float32")),
        case("sample weights", unit, {}, a, normal(rng, 5, 3), sample_weight=np.abs(normal(rng, 5))),
    ]


def main():
    for unit in ["MeanSquaredError", "MeanAbsoluteError", "LogCosh"]:
        write("losses", unit, regression(unit))
    write(
        "losses",
        "Huber",
        regression("Huber")
        + [{**one, "name": f"delta 0.5, {one['name']}"} for one in regression("Huber", {"delta": 0.5})[:3]],
    )
    for unit in ["MeanAbsolutePercentageError", "MeanSquaredLogarithmicError"]:
        signed = [{**one, "name": f"negative values, {one['name']}"} for one in regression(unit)[:2]]
        write("losses", unit, regression(unit, positive=True) + signed)
    write("losses", "BinaryCrossentropy", binary())
    write("losses", "CategoricalCrossentropy", categorical())
    write("losses", "SparseCategoricalCrossentropy", sparse())
    write("losses", "KLDivergence", divergence())
    write("losses", "Poisson", poisson())
    for unit in ["Hinge", "SquaredHinge"]:
        write("losses", unit, margins(unit))
    write("losses", "CategoricalHinge", categorical_hinge())
    write("losses", "CosineSimilarity", cosine())


if __name__ == "__main__":
    main()
