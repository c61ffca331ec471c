"""Metrics between precision and recall."""

from golden import np
from metrics.case import case
from metrics.confusion import ONE_HOT, P, SCORES, TRUTH, W


def f_scores(unit, config):
    ties = np.float32([[0.5, 0.5, 0, 0], [0, 0, 0, 0], [1e-12, 0, 0, 0]])
    above = {**config, "threshold": 0.3, "average": "macro"}
    return [
        case("each class", unit, config, *zip(ONE_HOT, P)),
        case("micro", unit, {**config, "average": "micro"}, *zip(ONE_HOT, P)),
        case("macro", unit, {**config, "average": "macro"}, *zip(ONE_HOT, P)),
        case("weighted", unit, {**config, "average": "weighted"}, *zip(ONE_HOT, P)),
        case("threshold", unit, above, *zip(TRUTH, SCORES)),
        case("sample weights", unit, {**config, "average": "weighted"}, *zip(ONE_HOT, P, W)),
        case("ties and nothing", unit, config, (ONE_HOT[0][:3].copy(), ties)),
    ]


UNITS = {
    "F1Score": lambda: f_scores("F1Score", {}),
    "FBetaScore": lambda: f_scores("FBetaScore", {"beta": 0.5}),
}
