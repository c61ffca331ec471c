"""Metrics of decisions between positive and negative."""

from golden import fresh, np, probabilities
from metrics.case import case, weights

RNG = fresh(67)
TRUTH = [(RNG.random((n, 2)) < 0.4).astype("float32") for n in (6, 5)]
SCORES = [RNG.random((n, 2)).astype("float32") for n in (6, 5)]
W = [weights(RNG, n) for n in (6, 5)]
LABELS = [RNG.integers(0, 4, n).astype("int32") for n in (6, 5)]
ONE_HOT = [np.eye(4, dtype="float32")[l] for l in LABELS]
P = [probabilities(RNG, n, 4, scale=1.5) for n in (6, 5)]
# One weight a value, and predictions beyond 0 and 1, at both ends, and on thresholds.
EACH = [weights(RNG, n, 2) for n in (6, 5)]
ENDS = (np.float32([0, 1, 0, 1, 1, 0, 1]), np.float32([0, 0, 1, 1, 0.5, 0.25, 0.75]))
BEYOND = (np.float32([0, 1, 1, 0, 1]), np.float32([-0.5, -3, 1.5, 1.5, 0.4]))


def retrieval(unit):
    return [
        case("updates", unit, {}, *zip(TRUTH, SCORES)),
        case("sample weights", unit, {}, *zip(TRUTH, SCORES, W)),
        case("threshold", unit, {"thresholds": 0.7}, *zip(TRUTH, SCORES)),
        case("several thresholds", unit, {"thresholds": [0.0, 0.3, 0.6, 1.0]}, *zip(TRUTH, SCORES)),
        case("even thresholds", unit, {"thresholds": [0.0, 0.5, 1.0]}, ENDS, BEYOND),
        case("on the threshold", unit, {}, (np.float32([1, 0, 1]), np.float32([0.5, 0.5, 0.9]))),
        case("no positives", unit, {}, (np.zeros(3, "float32"), np.zeros(3, "float32"))),
        case("best of four", unit, {"top_k": 1}, *zip(ONE_HOT, P)),
        case("best two of four, weights", unit, {"top_k": 2}, *zip(ONE_HOT, P, W)),
        case("best two of four above 0.4", unit, {"top_k": 2, "thresholds": [0.4]}, *zip(ONE_HOT, P)),
        case("one class", unit, {"class_id": 2}, *zip(ONE_HOT, P)),
        case("one class, best two", unit, {"class_id": 1, "top_k": 2}, *zip(ONE_HOT, P)),
    ]


def counts(unit):
    return [
        case("updates", unit, {}, *zip(TRUTH, SCORES)),
        case("sample weights", unit, {}, *zip(TRUTH, SCORES, W)),
        case("several thresholds", unit, {"thresholds": [0.2, 0.8]}, *zip(TRUTH, SCORES, EACH)),
        case("even thresholds", unit, {"thresholds": [0.0, 0.25, 0.5, 0.75, 1.0]}, ENDS, BEYOND),
    ]


def at_rate(unit, rate):
    few = {rate: 0.5, "num_thresholds": 5}
    return [
        case("updates", unit, {**few, rate: 0.55}, *zip(TRUTH, SCORES)),
        case("sample weights", unit, few, *zip(TRUTH, SCORES, W)),
        case("one class", unit, {**few, "class_id": 2}, *zip(ONE_HOT, P)),
        case("ends", unit, few, ENDS, BEYOND),
        case("one threshold", unit, {rate: 0.25, "num_thresholds": 1}, ENDS),
        case("two thresholds", unit, {rate: 0.25, "num_thresholds": 2}, ENDS),
        case("out of reach", unit, {rate: 1.0, "num_thresholds": 5}, *zip(TRUTH, SCORES)),
    ]


def auc():
    unit = "AUC"
    five, labels = {"num_thresholds": 5}, {"num_thresholds": 5, "multi_label": True}
    logits = [np.log(s / (1 - s)).astype("float32") for s in SCORES]
    curves = [
        case(
            f"{curve}, {method}",
            unit,
            {**five, "curve": curve, "summation_method": method},
            (TRUTH[0], SCORES[0]),
        )
        for curve in ["ROC", "PR", "PRGAIN"]
        for method in ["interpolation", "majoring", "minoring"]
    ]
    by_label = [
        case(
            f"labels, {curve}",
            unit,
            {**labels, "curve": curve, "num_labels": 2, "label_weights": [0.25, 1.0]},
            *zip(TRUTH, SCORES, W),
        )
        for curve in ["ROC", "PR"]
    ]
    return (
        [case("200 thresholds", unit, {}, (TRUTH[0], SCORES[0]))]
        + curves
        + by_label
        + [
            case("sample weights", unit, five, *zip(TRUTH, SCORES, EACH)),
            case("ends", unit, five, ENDS, BEYOND),
            case("two thresholds", unit, {"num_thresholds": 2}, ENDS),
            case("thresholds", unit, {"thresholds": [0.7, 0.1, 0.35]}, *zip(TRUTH, SCORES, W)),
            case("even thresholds", unit, {"thresholds": [0.25, 0.5, 0.75]}, ENDS),
            case("labels", unit, labels, *zip(TRUTH, SCORES)),
            case(
                "labels, thresholds",
                unit,
                {"multi_label": True, "thresholds": [0.2, 0.6]},
                *zip(TRUTH, SCORES, W),
            ),
            case("weights of columns", unit, {**five, "label_weights": [0.25, 1.0]}, *zip(TRUTH, SCORES, W)),
            case("logits", unit, {**five, "from_logits": True}, *zip(TRUTH, logits)),
            case(
                "one kind only",
                unit,
                {**five, "curve": "PR"},
                (np.ones(3, "float32"), SCORES[0][:3, 0].copy()),
            ),
        ]
    )


RATES = {
    "PrecisionAtRecall": "recall",
    "RecallAtPrecision": "precision",
    "SensitivityAtSpecificity": "specificity",
    "SpecificityAtSensitivity": "sensitivity",
}
COUNTS = ["TruePositives", "TrueNegatives", "FalsePositives", "FalseNegatives"]

UNITS = {
    **{unit: lambda unit=unit: retrieval(unit) for unit in ["Precision", "Recall"]},
    **{unit: lambda unit=unit: counts(unit) for unit in COUNTS},
    **{unit: lambda unit=unit, rate=rate: at_rate(unit, rate) for unit, rate in RATES.items()},
    "AUC": auc,
}
