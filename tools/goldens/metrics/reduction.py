"""Metrics of the values themselves."""

from golden import fresh, normal, np
from metrics.case import case, weights


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


UNITS = {unit: lambda unit=unit: means(unit) for unit in ["Mean", "Sum"]}
