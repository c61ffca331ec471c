"""Losses of embeddings."""

from golden import fresh, normal, np
from losses.case import LABELS, case


def circle():
    rng = fresh(34)
    unit = "Circle"

    def embeddings(*shape):
        drawn = normal(rng, *shape)
        return drawn / np.linalg.norm(drawn, axis=-1, keepdims=True)

    x = embeddings(5, 3)
    soft = {"gamma": 4.0, "margin": 0.25}
    return [
        case("unit vectors", unit, {}, LABELS, x),
        case("soft", unit, soft, LABELS, x),
        case("each with itself", unit, {**soft, "remove_diagonal": False}, LABELS, x),
        case("not normalised", unit, soft, LABELS, normal(rng, 5, 3)),
        case("one class", unit, soft, np.zeros(4, "int32"), embeddings(4, 3)),
        case("all different", unit, soft, np.arange(4, dtype="int32"), embeddings(4, 3)),
        case("some without a partner", unit, soft, np.int32([0, 0, 1, 2]), embeddings(4, 3)),
        case("targets of one column", unit, soft, LABELS[:, None], x),
        case("float targets", unit, soft, LABELS.astype("float32"), x),
        case("sample weights", unit, soft, LABELS, x, sample_weight=np.abs(normal(rng, 5))),
    ]


UNITS = {"Circle": circle}
