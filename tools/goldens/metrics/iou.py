"""Metrics of overlapping regions."""

from golden import fresh, np, probabilities
from metrics.case import case

RNG = fresh(68)
TRUTH = [RNG.integers(0, 3, (n, 2, 3)).astype("int32") for n in (2, 1)]
GUESS = [RNG.integers(0, 3, (n, 2, 3)).astype("int32") for n in (2, 1)]
ONE_HOT = [np.eye(3, dtype="float32")[t] for t in TRUTH]
P = [probabilities(RNG, *t.shape, 3, scale=1.5) for t in TRUTH]
W = [RNG.integers(0, 4, t.shape).astype("int32") for t in TRUTH]
FLOATS = [w.astype("float32") * np.float32(0.75) for w in W]


def overlap(unit, config):
    strange = (np.int32([-1, 3, 1, 2, 2]), np.int32([1, 1, 5, -2, 2]))
    return [
        case("updates", unit, config, *zip(TRUTH, GUESS)),
        case("rank 1", unit, config, (TRUTH[0][0, 0].copy(), GUESS[0][0, 0].copy())),
        case("sample weights", unit, config, *zip(TRUTH, GUESS, W)),
        case("weights that are no whole numbers", unit, config, *zip(TRUTH, GUESS, FLOATS)),
        case("floats", unit, {**config, "dtype": "float32"}, *zip(TRUTH, GUESS, FLOATS)),
        case("ignored class", unit, {**config, "ignore_class": 0}, *zip(TRUTH, GUESS)),
        case("classes that do not exist", unit, config, strange),
        case("one class in sight", unit, config, (np.full(4, 2, "int32"), np.full(4, 2, "int32"))),
        case("one-hot predictions", unit, {**config, "sparse_y_pred": False}, *zip(TRUTH, P)),
        case("one-hot targets", unit, {**config, "sparse_y_true": False}, *zip(ONE_HOT, GUESS, W)),
    ]


def one_hot(unit, config):
    return [
        case("updates", unit, config, *zip(ONE_HOT, P)),
        case("sample weights", unit, config, *zip(ONE_HOT, P, W)),
        case("classes as predictions", unit, {**config, "sparse_y_pred": True}, *zip(ONE_HOT, GUESS)),
        case("ignored class", unit, {**config, "ignore_class": 1, "name": "overlap"}, *zip(ONE_HOT, P)),
    ]


def binary():
    unit = "BinaryIoU"
    truth = [(t == 1).astype("float32") for t in TRUTH]
    scores = [p[..., 1].copy() for p in P]
    return [
        case("updates", unit, {}, *zip(truth, scores)),
        case("one class", unit, {"target_class_ids": [1], "threshold": 0.25}, *zip(truth, scores, W)),
        case("on the threshold", unit, {}, (np.float32([1, 0, 1]), np.float32([0.5, 0.5, 0.25]))),
    ]


UNITS = {
    "IoU": lambda: overlap("IoU", {"num_classes": 3, "target_class_ids": [2, 0]}),
    "MeanIoU": lambda: overlap("MeanIoU", {"num_classes": 3}),
    "OneHotIoU": lambda: one_hot("OneHotIoU", {"num_classes": 3, "target_class_ids": [1]}),
    "OneHotMeanIoU": lambda: one_hot("OneHotMeanIoU", {"num_classes": 3}),
    "BinaryIoU": binary,
}
