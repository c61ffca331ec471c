"""Metrics: several updates, with and without weights, and the result and state after each."""

from golden import array, arrays, fresh, given, keras, normal, np, serialized, variables, write


def case(name, unit, config, *updates):
    """An update is (values,), (values, weights), (yTrue, yPred) or (yTrue, yPred, weights)."""
    fresh(1)
    metric = getattr(keras.metrics, unit)(**config)
    reduces = unit in ("Mean", "Sum")
    described, results, states = [], [], []
    initial = None if unit in ("R2Score", "F1Score") else array(metric.result())
    for values in updates:
        *main, weights = values if len(values) > (1 if reduces else 2) else (*values, None)
        metric.update_state(*main, sample_weight=weights)
        keys = ["values"] if reduces else ["yTrue", "yPred"]
        described.append(
            dict(zip(keys, arrays(main))) | ({} if weights is None else {"sampleWeight": array(weights)})
        )
        results.append(array(metric.result()))
        states.append(variables(metric.variables))
    metric.reset_state()
    return {
        "name": name,
        "config": given(config),
        "serialized": serialized(metric),
        **({} if initial is None else {"initialResult": initial}),
        "updates": described,
        "results": results,
        "states": states,
        "stateAfterReset": variables(metric.variables),
    }


def probabilities(rng, *shape):
    return np.asarray(keras.ops.softmax(normal(rng, *shape, scale=1.5)))


def weights(rng, *shape):
    return np.abs(normal(rng, *shape))


def means(unit):
    rng = fresh(61)
    return [
        case("updates", unit, {}, (normal(rng, 4),), (normal(rng, 3),), (normal(rng, 2, 3),)),
        case(
            "weights",
            unit,
            {},
            (normal(rng, 4), weights(rng, 4)),
            (normal(rng, 3),),
            (normal(rng, 2, 3), weights(rng, 2, 3)),
        ),
        case(
            "one weight a row",
            unit,
            {},
            (normal(rng, 2, 3), weights(rng, 2)),
            (normal(rng, 2, 3), weights(rng, 2, 1)),
        ),
        case("scalars", unit, {"name": "loss"}, (np.float32(1.5),), (np.float32(2.5), np.float32(3))),
        case(
            "zero weights",
            unit,
            {},
            (normal(rng, 3), np.zeros(3, "float32")),
            (normal(rng, 3), weights(rng, 3)),
        ),
    ]


def regression(unit, config=None, positive=False):
    rng = fresh(62)
    config = config or {}

    def values(*shape):
        drawn = normal(rng, *shape)
        return np.abs(drawn) + np.float32(0.1) if positive else drawn

    two = lambda *shape: (values(*shape), values(*shape))  # noqa: E731
    cases = [
        case("updates", unit, config, two(4, 2), two(3, 2), two(1, 2)),
        case(
            "sample weights",
            unit,
            config,
            (*two(4, 2), weights(rng, 4)),
            two(2, 2),
            (*two(3, 2), weights(rng, 3)),
        ),
        case(
            "targets of rank 1, predictions of one column",
            unit,
            config,
            (values(4), values(4, 1)),
            (values(3), values(3, 1)),
        ),
        case("one column", unit, config, two(4, 1), (*two(3, 1), weights(rng, 3))),
    ]
    if unit != "R2Score":
        cases += [
            case("rank 3", unit, config, two(2, 3, 2), (*two(1, 3, 2), weights(rng, 1, 3))),
            case("zero weights", unit, config, (*two(3, 2), np.zeros(3, "float32")), two(3, 2)),
        ]
    return cases


def r2():
    rng = fresh(63)
    y, p = normal(rng, 7, 3), normal(rng, 7, 3)
    near = y + normal(rng, 7, 3, scale=0.1)
    return regression("R2Score") + [
        case("close", "R2Score", {}, (y, near), (p, p)),
        case("each column", "R2Score", {"class_aggregation": None}, (y, near), (p, near)),
        case(
            "weighted by variance",
            "R2Score",
            {"class_aggregation": "variance_weighted_average"},
            (y * np.float32([1, 2, 3]), near),
        ),
        case("adjusted", "R2Score", {"num_regressors": 2}, (y, near)),
        case("constant targets", "R2Score", {}, (np.ones((4, 1), "float32"), normal(rng, 4, 1))),
        case(
            "constant targets, exact", "R2Score", {}, (np.ones((4, 1), "float32"), np.ones((4, 1), "float32"))
        ),
    ]


def accuracies():
    rng = fresh(64)
    labels = [rng.integers(0, 3, n).astype("int32") for n in (6, 4)]
    guesses = [rng.integers(0, 3, n).astype("int32") for n in (6, 4)]
    one_hot = [np.eye(3, dtype="float32")[l] for l in labels]
    p = [probabilities(rng, n, 3) for n in (6, 4)]
    w = [weights(rng, n) for n in (6, 4)]
    ties = np.float32([[0.5, 0.5, 0], [0.2, 0.2, 0.2], [0, 0.3, 0.3]])
    tied = np.array([1, 0, 2], "int32")
    write(
        "metrics",
        "Accuracy",
        [
            case("integers", "Accuracy", {}, *zip(labels, guesses)),
            case("sample weights", "Accuracy", {}, *zip(labels, guesses, w)),
            case("floats of rank 2", "Accuracy", {}, (one_hot[0], np.round(p[0]))),
            case("name", "Accuracy", {"name": "exact"}, (labels[0], guesses[0])),
        ],
    )
    truth = [(rng.random((n, 2)) < 0.5).astype("float32") for n in (5, 4)]
    scores = [rng.random((n, 2)).astype("float32") for n in (5, 4)]
    wb = [weights(rng, n) for n in (5, 4)]
    write(
        "metrics",
        "BinaryAccuracy",
        [
            case("updates", "BinaryAccuracy", {}, *zip(truth, scores)),
            case("threshold", "BinaryAccuracy", {"threshold": 0.2}, *zip(truth, scores)),
            case("sample weights", "BinaryAccuracy", {}, *zip(truth, scores, wb)),
            case(
                "on the threshold",
                "BinaryAccuracy",
                {},
                (np.float32([[0], [1], [1]]), np.float32([[0.5], [0.5], [0.50001]])),
            ),
            case(
                "targets of rank 1, predictions of one column",
                "BinaryAccuracy",
                {},
                (truth[0][:, 0].copy(), scores[0][:, :1].copy()),
            ),
            case("integer targets", "BinaryAccuracy", {}, (truth[0].astype("int32"), scores[0])),
        ],
    )
    write(
        "metrics",
        "CategoricalAccuracy",
        [
            case("updates", "CategoricalAccuracy", {}, *zip(one_hot, p)),
            case("sample weights", "CategoricalAccuracy", {}, *zip(one_hot, p, w)),
            case("ties", "CategoricalAccuracy", {}, (np.eye(3, dtype="float32")[tied], ties)),
            case("rank 3", "CategoricalAccuracy", {}, (one_hot[0].reshape(2, 3, 3), p[0].reshape(2, 3, 3))),
        ],
    )
    write(
        "metrics",
        "SparseCategoricalAccuracy",
        [
            case("updates", "SparseCategoricalAccuracy", {}, *zip(labels, p)),
            case("sample weights", "SparseCategoricalAccuracy", {}, *zip(labels, p, w)),
            case(
                "targets of one column",
                "SparseCategoricalAccuracy",
                {},
                (labels[0][:, None].copy(), p[0], w[0]),
            ),
            case("ties", "SparseCategoricalAccuracy", {}, (tied, ties)),
            case("float targets", "SparseCategoricalAccuracy", {}, (labels[0].astype("float32"), p[0])),
            case("rank 3", "SparseCategoricalAccuracy", {}, (labels[0].reshape(2, 3), p[0].reshape(2, 3, 3))),
        ],
    )
    wide = [rng.integers(0, 8, n).astype("int32") for n in (6, 4)]
    wide_hot = [np.eye(8, dtype="float32")[l] for l in wide]
    wide_p = [probabilities(rng, n, 8) for n in (6, 4)]
    for unit, y, tie in [
        ("TopKCategoricalAccuracy", wide_hot, np.eye(3, dtype="float32")[tied]),
        ("SparseTopKCategoricalAccuracy", wide, tied),
    ]:
        write(
            "metrics",
            unit,
            [
                case("5 of 8", unit, {}, *zip(y, wide_p)),
                case("2 of 8", unit, {"k": 2}, *zip(y, wide_p)),
                case("sample weights", unit, {"k": 3}, *zip(y, wide_p, w)),
                case("more than there are", unit, {"k": 20}, (y[0], wide_p[0])),
                case("ties", unit, {"k": 1}, (tie, ties)),
            ],
        )


def crossentropies():
    rng = fresh(65)
    labels = [rng.integers(0, 3, n).astype("int32") for n in (6, 4)]
    one_hot = [np.eye(3, dtype="float32")[l] for l in labels]
    p = [probabilities(rng, n, 3) for n in (6, 4)]
    logits = [normal(rng, n, 3, scale=3) for n in (6, 4)]
    w = [weights(rng, n) for n in (6, 4)]
    extreme = np.float32([[0, 1, 0], [1, 0, 0], [0.5, 0.5, 0], [0, 0, 1], [0, 1, 0], [1, 0, 0]])
    for unit, y in [
        ("BinaryCrossentropy", one_hot),
        ("CategoricalCrossentropy", one_hot),
        ("SparseCategoricalCrossentropy", labels),
    ]:
        cases = [
            case("probabilities", unit, {}, *zip(y, p)),
            case("sample weights", unit, {}, *zip(y, p, w)),
            case("logits", unit, {"from_logits": True}, *zip(y, logits)),
            case("exactly 0 and 1", unit, {}, (y[0], extreme)),
        ]
        if unit != "SparseCategoricalCrossentropy":
            cases.append(case("label smoothing", unit, {"label_smoothing": 0.1}, *zip(y, p)))
        else:
            cases.append(case("ignored class", unit, {"ignore_class": 1}, *zip(y, p)))
        write("metrics", unit, cases)
    write(
        "metrics",
        "KLDivergence",
        [
            case(
                "updates",
                "KLDivergence",
                {},
                (p[0], probabilities(rng, 6, 3)),
                (p[1], probabilities(rng, 4, 3)),
            ),
            case("sample weights", "KLDivergence", {}, (p[0], probabilities(rng, 6, 3), w[0])),
        ],
    )


def margins():
    rng = fresh(66)
    signs = [np.where(rng.random((n, 3)) < 0.5, -1, 1).astype("float32") for n in (5, 3)]
    p = [normal(rng, n, 3) for n in (5, 3)]
    w = [weights(rng, n) for n in (5, 3)]
    for unit in ["Hinge", "SquaredHinge", "CategoricalHinge"]:
        write(
            "metrics",
            unit,
            [
                case("targets -1 and 1", unit, {}, *zip(signs, p)),
                case("targets 0 and 1", unit, {}, *zip([(s + 1) / 2 for s in signs], p)),
                case("sample weights", unit, {}, *zip(signs, p, w)),
            ],
        )
    counts = [rng.poisson(2, (n, 3)).astype("float32") for n in (5, 3)]
    write(
        "metrics",
        "Poisson",
        [
            case("updates", "Poisson", {}, *zip(counts, [np.abs(x) for x in p])),
            case("sample weights", "Poisson", {}, *zip(counts, [np.abs(x) for x in p], w)),
        ],
    )


def retrieval():
    rng = fresh(67)
    truth = [(rng.random((n, 2)) < 0.4).astype("float32") for n in (6, 5)]
    scores = [rng.random((n, 2)).astype("float32") for n in (6, 5)]
    w = [weights(rng, n) for n in (6, 5)]
    labels = [rng.integers(0, 4, n).astype("int32") for n in (6, 5)]
    one_hot = [np.eye(4, dtype="float32")[l] for l in labels]
    p = [probabilities(rng, n, 4) for n in (6, 5)]
    for unit in ["Precision", "Recall"]:
        write(
            "metrics",
            unit,
            [
                case("updates", unit, {}, *zip(truth, scores)),
                case("sample weights", unit, {}, *zip(truth, scores, w)),
                case("threshold", unit, {"thresholds": 0.7}, *zip(truth, scores)),
                case("several thresholds", unit, {"thresholds": [0.0, 0.3, 0.6, 1.0]}, *zip(truth, scores)),
                case("on the threshold", unit, {}, (np.float32([1, 0, 1]), np.float32([0.5, 0.5, 0.9]))),
                case("no positives", unit, {}, (np.zeros(3, "float32"), np.zeros(3, "float32"))),
                case("best of four", unit, {"top_k": 1}, *zip(one_hot, p)),
                case("best two of four, weights", unit, {"top_k": 2}, *zip(one_hot, p, w)),
                case("one class", unit, {"class_id": 2}, *zip(one_hot, p)),
                case("one class, best two", unit, {"class_id": 1, "top_k": 2}, *zip(one_hot, p)),
            ],
        )
    for unit in ["TruePositives", "TrueNegatives", "FalsePositives", "FalseNegatives"]:
        write(
            "metrics",
            unit,
            [
                case("updates", unit, {}, *zip(truth, scores)),
                case("sample weights", unit, {}, *zip(truth, scores, w)),
                case("several thresholds", unit, {"thresholds": [0.2, 0.8]}, *zip(truth, scores)),
            ],
        )
    write(
        "metrics",
        "F1Score",
        [
            case("each class", "F1Score", {}, *zip(one_hot, p)),
            case("micro", "F1Score", {"average": "micro"}, *zip(one_hot, p)),
            case("macro", "F1Score", {"average": "macro"}, *zip(one_hot, p)),
            case("weighted", "F1Score", {"average": "weighted"}, *zip(one_hot, p)),
            case("threshold", "F1Score", {"threshold": 0.3, "average": "macro"}, *zip(truth, scores)),
            case("sample weights", "F1Score", {"average": "macro"}, *zip(one_hot, p, w)),
        ],
    )


def main():
    for unit in ["Mean", "Sum"]:
        write("metrics", unit, means(unit))
    for unit in [
        "MeanSquaredError",
        "RootMeanSquaredError",
        "MeanAbsoluteError",
        "LogCoshError",
        "CosineSimilarity",
    ]:
        write("metrics", unit, regression(unit))
    for unit in ["MeanAbsolutePercentageError", "MeanSquaredLogarithmicError"]:
        write("metrics", unit, regression(unit, positive=True))
    write("metrics", "R2Score", r2())
    accuracies()
    crossentropies()
    margins()
    retrieval()


if __name__ == "__main__":
    main()
