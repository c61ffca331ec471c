"""Fits the polynomials of packages/backend-wasm/assembly/math and prints their coefficients.

A fit minimises the largest weighted error over an interval: least squares, whose points are weighted anew by their
errors until these are level (Lawson's method). Coefficients are then rounded to float32 one by one, from the constant
upwards, and the rest is fitted again each time.

    python tools/polynomials/fit.py [words of a name]
"""

import math
import sys
from dataclasses import dataclass
from typing import Callable

import numpy as np

Function = Callable[[np.ndarray], np.ndarray]
LN2 = math.log(2)


@dataclass
class Polynomial:
    name: str
    function: Function
    low: float
    high: float
    degree: int
    """What a unit of error costs at a point: 1 for absolute errors of the polynomial."""
    weight: Function = np.ones_like
    single: bool = True
    """Whether the constant is the sum of two float32 numbers; the second is printed last."""
    split: bool = False


def lawson(matrix: np.ndarray, values: np.ndarray, weights: np.ndarray, rounds: int = 80):
    importance, best = np.ones_like(values), (math.inf, None)
    for _ in range(rounds):
        scale = np.sqrt(importance) * weights
        columns = np.abs(matrix * scale[:, None]).max(axis=0)
        solution = np.linalg.lstsq(matrix * scale[:, None] / columns, values * scale, rcond=None)[0] / columns
        error = np.abs((matrix @ solution - values) * weights)
        if error.max() < best[0]:
            best = (error.max(), solution)
        if error.max() == 0:
            break
        importance *= error / error.max() + 1e-3
        importance /= importance.max()
    return best


def fit(case: Polynomial, points: int = 3000) -> tuple[float, list[float]]:
    nodes = np.cos(np.pi * (np.arange(points) + 0.5) / points)
    x = nodes * (case.high - case.low) / 2 + (case.high + case.low) / 2
    values, weights = case.function(x).astype(float), case.weight(x).astype(float)
    matrix = np.vander(x, case.degree + 1, increasing=True)
    error, solution = lawson(matrix, values, weights)
    if not case.single:
        return error, [float(c) for c in solution]
    fixed: list[float] = []
    for power in range(case.degree + 1):
        fixed.append(float(np.float32(solution[0])))
        values = values - matrix[:, power] * fixed[-1]
        if case.split and power == 0:
            lost = float(np.float32(solution[0] - fixed[0]))
            values = values - lost
        rest = matrix[:, power + 1 :]
        if rest.shape[1]:
            error, solution = lawson(rest, values, weights)
        else:
            error = np.abs(values * weights).max()
    return error, [lost, *fixed] if case.split else fixed


def series(term: Callable[[int], np.longdouble], count: int) -> Function:
    def evaluate(x: np.ndarray) -> np.ndarray:
        sum_, wide = np.zeros_like(x, dtype=np.longdouble), x.astype(np.longdouble)
        for i in reversed(range(count)):
            sum_ = sum_ * wide + term(i)
        return sum_

    return evaluate


def each(function: Callable[[float], float]) -> Function:
    return lambda x: np.array([function(float(v)) for v in x])


def factorial(n: int) -> np.longdouble:
    return np.longdouble(math.factorial(n))


def scaled_tail(a: float) -> float:
    """a e^(a²/2) P(X > a) of the standard normal distribution; a continued fraction where erfc loses digits."""
    if a < 5:
        return a * math.exp(a * a / 2) * math.erfc(a / math.sqrt(2)) / 2
    fraction = 0.0
    for n in range(80, 0, -1):
        fraction = n / (a + fraction)
    return a / (a + fraction) / math.sqrt(2 * math.pi)


TAIL_CENTRE = 1.5


def tail_argument(w: float) -> float:
    return TAIL_CENTRE * (1 + w) / (1 - w)


def tail_place(a: float) -> float:
    return (a - TAIL_CENTRE) / (a + TAIL_CENTRE)


half_ln2 = LN2 / 2 * 1.01
exp_rest = series(lambda i: 1 / factorial(i + 2), 22)

polynomials = [
    Polynomial('exp: (e^r - 1 - r) / r²', exp_rest, -half_ln2, half_ln2, 4, lambda r: r * r + 1e-9),
    Polynomial('expm1: (e^r - 1 - r) / r²', exp_rest, -half_ln2, half_ln2, 5, lambda r: np.abs(r) + 1e-6),
    Polynomial(
        'log: (log(1 + m) - m + m²/2) / m³',
        series(lambda i: np.longdouble((-1) ** i) / (i + 3), 120),
        *(-1 / 3, 1 / 3, 7),
        lambda m: m * m + 1e-9,
    ),
    Polynomial(
        'tanh: (tanh(x)/x - 1) / u, u = x²',
        each(lambda u: (math.tanh(math.sqrt(u)) / math.sqrt(u) - 1) / u),
        *(1e-3, 0.3025, 4),
        lambda u: u,
    ),
    Polynomial(
        'erf: erf(x)/x - 1, u = x²',
        each(lambda u: math.erf(math.sqrt(u)) / math.sqrt(u) - 1),
        *(1e-8, 0.93**2, 5),
        each(lambda u: math.sqrt(u) / math.erf(math.sqrt(u))),
    ),
    Polynomial(
        'erf tail: -(log(erfc(t)) + t) / t',
        each(lambda t: (-math.log(math.erfc(t)) - t) / t),
        *(0.92, 4.0, 6),
        each(lambda t: t * math.erfc(t) + 1e-10),
    ),
    Polynomial(
        f'normal tail: a e^(a²/2) P(X > a), w = (a - {TAIL_CENTRE}) / (a + {TAIL_CENTRE})',
        each(lambda w: scaled_tail(tail_argument(w))),
        *(tail_place(0.55), tail_place(14.5), 10),
        each(lambda w: 1 / scaled_tail(tail_argument(w))),
        split=True,
    ),
    Polynomial(
        'normal centre: (P(X < x) - 1/2) / x, u = x²',
        each(lambda u: math.erf(math.sqrt(u / 2)) / math.sqrt(u) / 2),
        *(1e-8, 0.6**2, 4),
    ),
    Polynomial(
        'sin: (sin(r)/r - 1) / u, u = r²',
        series(lambda i: np.longdouble((-1) ** (i + 1)) / factorial(2 * i + 3), 12),
        *(0, 0.62, 2),
        lambda u: u + 1e-9,
    ),
    Polynomial(
        'cos: (cos(r) - 1 + u/2) / u²',
        series(lambda i: np.longdouble((-1) ** i) / factorial(2 * i + 4), 12),
        *(0, 0.62, 2),
        lambda u: u * u + 1e-9,
    ),
    Polynomial(
        'quarter sine: sin(f π/2) / f, u = f²',
        series(lambda i: np.longdouble((-1) ** i) * (np.pi / 2) ** (2 * i + 1) / factorial(2 * i + 1), 14),
        *(0, 0.25, 3),
    ),
    Polynomial(
        'quarter cosine: (cos(f π/2) - 1) / u, u = f²',
        series(lambda i: -np.longdouble((-1) ** i) * (np.pi / 2) ** (2 * i + 2) / factorial(2 * i + 2), 14),
        *(0, 0.25, 3),
        lambda u: u + 1e-9,
    ),
    Polynomial(
        'log2, float64: log2((1 + s) / (1 - s)) / s, u = s²',
        series(lambda i: 2 / np.longdouble(2 * i + 1) / np.log(np.longdouble(2)), 40),
        *(0, 0.02945, 5),
        single=False,
    ),
    Polynomial(
        'atan, float64: atan(z) / z, u = z²',
        each(lambda u: math.atan(math.sqrt(u)) / math.sqrt(u)),
        *(1e-9, 1, 10),
        single=False,
    ),
    Polynomial(
        'sinh: (sinh(x)/x - 1) / u, u = x²',
        series(lambda i: 1 / factorial(2 * i + 3), 14),
        *(0, 1, 3),
        lambda u: u + 1e-9,
    ),
    Polynomial(
        'sin, float64: sin(r) / r, u = r²',
        series(lambda i: np.longdouble((-1) ** i) / factorial(2 * i + 1), 14),
        *(0, 0.62, 4),
        single=False,
    ),
    Polynomial(
        'cos, float64: cos(r), u = r²',
        series(lambda i: np.longdouble((-1) ** i) / factorial(2 * i), 14),
        *(0, 0.62, 4),
        single=False,
    ),
    Polynomial('exp2, float64: 2^f', lambda f: np.exp2(f.astype(np.longdouble)), -0.5, 0.5, 7, single=False),
]

for case in polynomials:
    if all(word in case.name for word in sys.argv[1:]):
        error, coefficients = fit(case)
        print(f'{case.name}: error 2^{math.log2(error):.1f}')
        print('   ', ', '.join(f'{c:.9g}' if case.single else repr(c) for c in reversed(coefficients)))
