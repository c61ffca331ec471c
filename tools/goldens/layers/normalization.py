"""Normalization."""

from golden import drawn, keras, normal, np
from layers.case import STEPS, L, case


def batch_normalization():
    unit = "BatchNormalization"
    shift = lambda *shape: lambda rng: normal(rng, *shape, scale=2.0) + np.float32(1)  # noqa: E731
    cases = []
    for training in [False, True]:
        mode = "training" if training else "inference"
        cases += [
            case(f"{mode}", unit, {}, shift(6, 3), training=training),
            case(f"{mode}, rank 4", unit, {}, shift(2, 3, 4, 3), training=training),
            case(f"{mode}, axis 1", unit, {"axis": 1}, shift(3, 2, 3, 4), training=training),
            case(f"{mode}, axis -2", unit, {"axis": -2, "momentum": 0.5}, shift(3, 4, 2), training=training),
            case(f"{mode}, no center", unit, {"center": False}, shift(6, 3), training=training),
            case(f"{mode}, no scale", unit, {"scale": False}, shift(6, 3), training=training),
            case(
                f"{mode}, epsilon and momentum",
                unit,
                {"epsilon": 0.1, "momentum": 0.0},
                shift(6, 3),
                training=training,
            ),
        ]
    return cases + [
        case("training, batch of one", unit, {}, shift(1, 4), training=True),
        case("training, constant column", unit, {}, np.float32([[1, 2], [1, -3], [1, 0]]), training=True),
        case(
            "training, far from zero",
            unit,
            {},
            lambda rng: normal(rng, 8, 2) + np.float32(1000),
            training=True,
        ),
        case("training, rank 3", unit, {"momentum": 0.9}, shift(3, 4, 2), training=True),
        case("training, neither", unit, {"center": False, "scale": False}, shift(6, 3), training=True),
        case("training, mask", unit, {"momentum": 0.5}, shift(2, 3, 4), training=True, masks=[STEPS]),
        case("training, all masked", unit, {}, shift(2, 3, 2), training=True, masks=[STEPS & False]),
        case("training, frozen", unit, {"trainable": False}, shift(6, 3), training=True),
        case(
            "training, penalties",
            unit,
            {"gamma_regularizer": L.L2(0.1), "beta_regularizer": L.L1(0.1), "gamma_initializer": "zeros"},
            shift(6, 3),
            training=True,
        ),
    ]


def layer_normalization():
    unit = "LayerNormalization"
    shift = lambda *shape: lambda rng: normal(rng, *shape, scale=2.0) + np.float32(1)  # noqa: E731
    return [
        case("plain", unit, {}, shift(4, 5)),
        case("rank 3", unit, {}, shift(2, 3, 4)),
        case("rank 4", unit, {}, shift(2, 3, 2, 4)),
        case("axis 1", unit, {"axis": 1}, shift(2, 3, 4)),
        case("axis 1 of two", unit, {"axis": 1}, shift(3, 4)),
        case("axis -2", unit, {"axis": -2}, shift(2, 3, 2, 4)),
        case("a list of one axis", unit, {"axis": [-1]}, shift(2, 3, 4)),
        case("the last two axes", unit, {"axis": [-1, -2]}, shift(2, 3, 4)),
        case("axes 1 and 3", unit, {"axis": [3, 1]}, shift(2, 3, 2, 4)),
        # Numbers are sorted as they are given, so that the weights have the last axis first.
        case("axes -1 and 1", unit, {"axis": [1, -1]}, shift(2, 3, 4)),
        case("all axes but the batch", unit, {"axis": [1, 2, 3]}, shift(2, 3, 2, 2)),
        case("no center", unit, {"center": False}, shift(4, 5)),
        case("no scale", unit, {"scale": False}, shift(4, 5)),
        case("neither", unit, {"center": False, "scale": False}, shift(4, 5)),
        case("epsilon", unit, {"epsilon": 0.1}, shift(4, 5)),
        case("whole epsilon", unit, {"epsilon": 1.0}, shift(4, 5)),
        case("constant row", unit, {}, np.float32([[2, 2, 2], [1, -3, 0]])),
        case("one feature", unit, {}, shift(3, 1)),
        case("far from zero", unit, {}, lambda rng: normal(rng, 4, 8) + np.float32(100)),
        case("mask", unit, {}, shift(2, 3, 4), masks=[STEPS]),
        case("training", unit, {}, shift(4, 5), training=True),
        case(
            "penalties, initializers and name",
            unit,
            {
                "gamma_regularizer": L.L2(0.1),
                "beta_regularizer": L.L1(0.1),
                "gamma_initializer": "zeros",
                "beta_initializer": keras.initializers.Constant(0.5),
                "name": "norm",
            },
            shift(4, 3),
        ),
        case("frozen", unit, {"trainable": False}, shift(4, 3)),
        # An old option, which Keras still takes and writes.
        case("scaling without the mean", unit, {"rms_scaling": True, "scale": False}, shift(4, 3)),
        case("scaling without the mean, axes", unit, {"rms_scaling": True, "axis": [1, 2]}, shift(2, 3, 2)),
    ]


def group_normalization():
    unit = "GroupNormalization"
    shift = lambda *shape: lambda rng: normal(rng, *shape, scale=2.0) + np.float32(1)  # noqa: E731
    return [
        case("features", unit, {"groups": 2}, shift(3, 4)),
        case("default groups", unit, {}, shift(2, 2, 64)),
        case("images", unit, {"groups": 3}, shift(2, 2, 3, 6)),
        case("axis 1", unit, {"groups": 2, "axis": 1}, shift(2, 4, 3, 2)),
        case("axis -2", unit, {"groups": 2, "axis": -2}, shift(2, 3, 4, 2)),
        case("each channel", unit, {"groups": -1}, shift(2, 3, 2)),
        case("one group", unit, {"groups": 1, "epsilon": 1.0}, shift(2, 3, 2)),
        case("neither", unit, {"groups": 2, "center": False, "scale": False}, shift(2, 4)),
        case("no center, axis 1", unit, {"groups": 1, "axis": 1, "center": False}, shift(2, 2, 3)),
        case("one number a group", unit, {"groups": -1}, shift(2, 3)),
        case("mask", unit, {"groups": 2}, shift(2, 3, 4), masks=[STEPS]),
        case(
            "penalties, initializers and name",
            unit,
            {
                "groups": 2,
                "gamma_regularizer": L.L2(0.1),
                "beta_regularizer": L.L1(0.1),
                "gamma_initializer": "zeros",
                "beta_initializer": keras.initializers.Constant(0.5),
                "name": "norm",
            },
            shift(2, 3, 4),
            training=True,
        ),
        case("frozen", unit, {"groups": 1, "trainable": False}, shift(4, 3)),
    ]


def rms_normalization():
    unit = "RMSNormalization"
    return [
        case("plain", unit, {}, drawn(4, 5)),
        case("rank 3", unit, {}, drawn(2, 3, 4)),
        case("epsilon", unit, {"epsilon": 1.0}, drawn(4, 3)),
        case("a list of one axis", unit, {"axis": [-1], "name": "norm"}, drawn(2, 3, 4)),
        case("the last two axes", unit, {"axis": [-1, -2]}, drawn(2, 3, 4)),
        case("zeros, tiny and large", unit, {}, np.float32([[0, 0, 0], [1e-5, 0, -1e-5], [1e10, 0, -1e10]])),
        case("one feature", unit, {}, drawn(3, 1)),
        case("mask", unit, {}, drawn(2, 3, 4), masks=[STEPS]),
        case("frozen", unit, {"trainable": False}, drawn(4, 3)),
    ]


def unit_normalization():
    unit = "UnitNormalization"
    return [
        case("plain", unit, {}, drawn(4, 5)),
        case("axis 1", unit, {"axis": 1}, drawn(2, 3, 4)),
        case("two axes", unit, {"axis": [1, -1]}, drawn(2, 3, 2, 2)),
        case("all axes but the batch", unit, {"axis": [2, 1], "name": "unit"}, drawn(2, 3, 4)),
        case("tiny and large", unit, {}, np.float32([[1e-8, 0, -1e-8], [1e15, 0, -1e15]])),
        case("one feature", unit, {}, drawn(3, 1)),
        case("mask", unit, {}, drawn(2, 3, 4), masks=[STEPS]),
    ]


def spectral_normalization():
    unit = "SpectralNormalization"
    layers = keras.layers

    def spectral(name, make, *inputs, **options):
        config = {key: options.pop(key) for key in ["power_iterations", "name", "trainable"] if key in options}
        return case(name, unit, lambda: {"layer": make(), **config}, *inputs, **options)

    return [
        spectral("inference", lambda: layers.Dense(3), drawn(2, 4)),
        spectral("training", lambda: layers.Dense(3, activation="relu"), drawn(2, 4), training=True),
        spectral("three iterations", lambda: layers.Dense(2), drawn(2, 3, 4), training=True, power_iterations=3),
        spectral("convolution", lambda: layers.Conv2D(2, 2), drawn(2, 3, 3, 2), training=True),
        spectral("no bias", lambda: layers.Dense(3, use_bias=False, name="map"), drawn(2, 4), training=True),
        spectral(
            "penalty",
            lambda: layers.Dense(3, kernel_regularizer=L.L2(0.1)),
            drawn(2, 4),
            training=True,
        ),
        spectral("mask", lambda: layers.Dense(2), drawn(2, 3, 4), masks=[STEPS], training=True),
        spectral("frozen", lambda: layers.Dense(2), drawn(2, 3), trainable=False),
    ]


UNITS = {
    "BatchNormalization": batch_normalization,
    "LayerNormalization": layer_normalization,
    "GroupNormalization": group_normalization,
    "RMSNormalization": rms_normalization,
    "UnitNormalization": unit_normalization,
    "SpectralNormalization": spectral_normalization,
}
