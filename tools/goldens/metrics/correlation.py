"""Metrics of how two series go together."""

from golden import fresh, normal, np
from metrics.case import case, weights


def correlation(unit):
    rng = fresh(69)
    y, p = [normal(rng, n, 5) for n in (4, 3)], [normal(rng, n, 5) for n in (4, 3)]
    line = np.float32([[1, 2, 3, 4]])
    return [
        case("updates", unit, {}, *zip(y, p)),
        case("sample weights", unit, {}, (y[0], p[0], weights(rng, 4)), (y[1], p[1])),
        case("axis 0", unit, {"axis": 0}, *zip(y, p)),
        case("rank 3", unit, {}, (normal(rng, 2, 3, 4), normal(rng, 2, 3, 4), weights(rng, 2, 3))),
        case("axis 1 of rank 3", unit, {"axis": 1}, (normal(rng, 2, 3, 4), normal(rng, 2, 3, 4))),
        case("on a line", unit, {}, (line, line * 2 + 1), (line, -line)),
        case("constant predictions", unit, {}, (line, np.ones_like(line))),
    ]


UNITS = {
    unit: lambda unit=unit: correlation(unit) for unit in ["PearsonCorrelation", "ConcordanceCorrelation"]
}
