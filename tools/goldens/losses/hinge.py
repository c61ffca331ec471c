"""Losses of margins."""

from golden import fresh, normal, np, probabilities
from losses.case import LABELS, case, one_hot


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


UNITS = {
    "Hinge": lambda: margins("Hinge"),
    "SquaredHinge": lambda: margins("SquaredHinge"),
    "CategoricalHinge": categorical_hinge,
}
