"""Losses of margins, and of counts, as metrics."""

from golden import fresh, normal, np
from metrics.case import case, weights


def margins():
    rng = fresh(66)
    signs = [np.where(rng.random((n, 3)) < 0.5, -1, 1).astype("float32") for n in (5, 3)]
    p = [normal(rng, n, 3) for n in (5, 3)]
    w = [weights(rng, n) for n in (5, 3)]
    counts = [rng.poisson(2, (n, 3)).astype("float32") for n in (5, 3)]

    def hinge(unit):
        return [
            case("targets -1 and 1", unit, {}, *zip(signs, p)),
            case("targets 0 and 1", unit, {}, *zip([(s + 1) / 2 for s in signs], p)),
            case("sample weights", unit, {}, *zip(signs, p, w)),
        ]

    def poisson():
        rates = [np.abs(x) for x in p]
        return [
            case("updates", "Poisson", {}, *zip(counts, rates)),
            case("sample weights", "Poisson", {}, *zip(counts, rates, w)),
        ]

    return {
        "Hinge": lambda: hinge("Hinge"),
        "SquaredHinge": lambda: hinge("SquaredHinge"),
        "CategoricalHinge": lambda: hinge("CategoricalHinge"),
        "Poisson": poisson,
    }


UNITS = margins()
