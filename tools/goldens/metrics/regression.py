"""Metrics of numbers."""

from golden import fresh, normal, np
from metrics.case import case, weights


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


ERRORS = ["MeanSquaredError", "RootMeanSquaredError", "MeanAbsoluteError", "LogCoshError", "CosineSimilarity"]
RELATIVE = ["MeanAbsolutePercentageError", "MeanSquaredLogarithmicError"]

UNITS = {
    **{unit: lambda unit=unit: regression(unit) for unit in ERRORS},
    **{unit: lambda unit=unit: regression(unit, positive=True) for unit in RELATIVE},
    "R2Score": r2,
}
