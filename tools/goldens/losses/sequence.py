"""Losses of sequences that are not aligned."""

from golden import fresh, normal, np
from losses.case import case


def ctc():
    rng = fresh(35)
    unit = "CTC"
    labels = np.int32([[1, 2, 3], [2, 2, 0], [3, 0, 0]])
    return [
        case("labels of several lengths", unit, {}, labels, normal(rng, 3, 6, 4)),
        case("confident", unit, {}, labels, normal(rng, 3, 6, 4, scale=40.0)),
        case("float labels", unit, {}, labels.astype("float32"), normal(rng, 3, 5, 4)),
        case("no labels", unit, {}, np.zeros((2, 2), "int32"), normal(rng, 2, 3, 4)),
        case("one step", unit, {}, np.int32([[2], [0]]), normal(rng, 2, 1, 4)),
        case("just long enough", unit, {}, np.int32([[1, 1, 2], [1, 2, 1]]), normal(rng, 2, 4, 3)),
        case("too short", unit, {}, np.int32([[1, 1, 1], [1, 0, 0]]), normal(rng, 2, 4, 3)),
        case("sample weights", unit, {}, labels, normal(rng, 3, 5, 4), sample_weight=np.abs(normal(rng, 3))),
    ]


UNITS = {"CTC": ctc}
