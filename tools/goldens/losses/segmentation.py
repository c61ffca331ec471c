"""Losses of overlapping regions."""

from golden import fresh, normal, np
from losses.case import case


def overlap(unit, config):
    rng = fresh(33)
    truth = (rng.random((2, 3, 4, 2)) < 0.4).astype("float32")
    p = rng.random((2, 3, 4, 2)).astype("float32")
    nothing = np.zeros((2, 3), "float32")
    half = np.array([[1, 1, 0], [1, 0, 0]], bool)
    weights = np.abs(normal(rng, 2))
    return [
        case("all together", unit, config, truth, p),
        case("each image", unit, {**config, "axis": [1, 2, 3]}, truth, p),
        case("each class", unit, {**config, "axis": [0, 1, -2]}, truth, p),
        case("one axis", unit, {**config, "axis": -1}, truth[0], p[0]),
        case("nothing there", unit, config, nothing, nothing),
        case("exact", unit, config, truth, truth),
        case("integer targets", unit, config, truth[0].astype("int32"), p[0]),
        case("targets of rank 1, predictions of one column", unit, config, truth[0, 0, :, 0], p[0, 0, :, :1]),
        case("sample weights", unit, config, truth, p, sample_weight=weights),
        case(
            "sample weights of images", unit, {**config, "axis": [1, 2, 3]}, truth, p, sample_weight=weights
        ),
        case("one sample weight", unit, config, truth[:1], p[:1], sample_weight=weights[:1]),
        case("mask", unit, config, truth[:, :, 0], p[:, :, 0], mask=half),
    ]


def tversky():
    uneven = {"alpha": 0.3, "beta": 0.7}
    more = [{**one, "name": f"uneven, {one['name']}"} for one in overlap("Tversky", uneven)[:3]]
    return overlap("Tversky", {}) + more


UNITS = {
    "Dice": lambda: overlap("Dice", {}),
    "Tversky": tversky,
}
