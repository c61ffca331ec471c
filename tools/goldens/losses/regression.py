"""Losses of numbers."""

from golden import fresh, normal, np
from losses.case import case


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


def huber():
    half = [{**one, "name": f"delta 0.5, {one['name']}"} for one in regression("Huber", {"delta": 0.5})[:3]]
    return regression("Huber") + half


def relative(unit):
    signed = [{**one, "name": f"negative values, {one['name']}"} for one in regression(unit)[:2]]
    return regression(unit, positive=True) + signed


UNITS = {
    "MeanSquaredError": lambda: regression("MeanSquaredError"),
    "MeanAbsoluteError": lambda: regression("MeanAbsoluteError"),
    "LogCosh": lambda: regression("LogCosh"),
    "Huber": huber,
    "MeanAbsolutePercentageError": lambda: relative("MeanAbsolutePercentageError"),
    "MeanSquaredLogarithmicError": lambda: relative("MeanSquaredLogarithmicError"),
    "CosineSimilarity": cosine,
}
