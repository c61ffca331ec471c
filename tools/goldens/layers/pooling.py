"""Pooling."""

from golden import drawn, normal, np
from layers.case import STEPS, case


def global_average_pooling1d():
    unit = "GlobalAveragePooling1D"
    first = {"data_format": "channels_first"}
    return [
        case("plain", unit, {}, drawn(2, 3, 4)),
        case("axes kept", unit, {"keepdims": True}, drawn(2, 3, 4)),
        case("channels first", unit, first, drawn(2, 4, 3)),
        case("mask", unit, {}, drawn(2, 3, 4), masks=[STEPS]),
        case("mask, axes kept", unit, {"keepdims": True}, drawn(2, 3, 4), masks=[STEPS]),
        case("mask, channels first", unit, {**first, "keepdims": True}, drawn(2, 4, 3), masks=[STEPS]),
        case("one step", unit, {}, drawn(3, 1, 2)),
    ]


def global_average_pooling2d():
    unit = "GlobalAveragePooling2D"
    first = {"data_format": "channels_first"}
    return [
        case("plain", unit, {}, drawn(2, 3, 4, 2)),
        case("axes kept", unit, {"keepdims": True}, drawn(2, 3, 4, 2)),
        case("channels first", unit, first, drawn(2, 3, 4, 2)),
        case("channels first, axes kept", unit, {**first, "keepdims": True}, drawn(2, 3, 4, 2)),
        case("one pixel", unit, {}, drawn(2, 1, 1, 3)),
    ]


def global_max_pooling1d():
    unit = "GlobalMaxPooling1D"
    first = {"data_format": "channels_first"}
    return [
        case("plain", unit, {}, drawn(2, 3, 4)),
        case("axes kept", unit, {"keepdims": True}, drawn(2, 3, 4)),
        case("channels first", unit, first, drawn(2, 4, 3)),
        case("ties", unit, {}, np.float32([[[1, -1], [0, -1], [1, -2]]])),
        case("a mask is dropped", unit, {}, drawn(2, 3, 4), masks=[STEPS]),
        case("one step", unit, {}, drawn(3, 1, 2)),
    ]


def global_max_pooling2d():
    unit = "GlobalMaxPooling2D"
    first = {"data_format": "channels_first"}
    return [
        case("plain", unit, {}, drawn(2, 3, 4, 2)),
        case("axes kept", unit, {"keepdims": True}, drawn(2, 3, 4, 2)),
        case("channels first", unit, first, drawn(2, 3, 4, 2)),
        case("channels first, axes kept", unit, {**first, "keepdims": True}, drawn(2, 3, 4, 2)),
        case("one pixel", unit, {}, drawn(2, 1, 1, 3)),
    ]


def global_pooling3d(unit):
    first = {"data_format": "channels_first"}
    return [
        case("plain", unit, {}, drawn(2, 3, 2, 4, 2)),
        case("axes kept", unit, {"keepdims": True}, drawn(2, 3, 2, 4, 2)),
        case("channels first", unit, first, drawn(2, 3, 2, 4, 2)),
        case("channels first, axes kept", unit, {**first, "keepdims": True}, drawn(2, 3, 2, 4, 2)),
        case("one place", unit, {}, drawn(2, 1, 1, 1, 3)),
    ]


def tied():
    """Every window has its largest value more than once."""
    return np.tile(np.float32([[1, 1], [1, 0]]), (2, 3)).reshape(1, 4, 6, 1)


def pooling2d(unit):
    negative = lambda rng: -np.abs(normal(rng, 2, 5, 5, 2)) - np.float32(1)  # noqa: E731
    cases = [
        case("2x2", unit, {"pool_size": 2}, drawn(2, 4, 6, 2)),
        case("2x2, rest left over", unit, {"pool_size": (2, 2)}, drawn(2, 5, 7, 1)),
        case("2x2, same, odd size", unit, {"pool_size": 2, "padding": "same"}, drawn(2, 5, 7, 1)),
        case("overlapping", unit, {"pool_size": 3, "strides": 1}, drawn(1, 5, 6, 2)),
        case("overlapping, same", unit, {"pool_size": 3, "strides": 1, "padding": "same"}, drawn(1, 4, 5, 2)),
        case(
            "3x2, strides 2x1, same",
            unit,
            {"pool_size": (3, 2), "strides": (2, 1), "padding": "same"},
            drawn(1, 6, 5, 2),
        ),
        case("gaps between windows", unit, {"pool_size": 2, "strides": 3}, drawn(1, 8, 8, 1)),
        case(
            "gaps between windows, same",
            unit,
            {"pool_size": 1, "strides": 2, "padding": "same"},
            drawn(1, 5, 4, 1),
        ),
        case("all negative, same", unit, {"pool_size": 3, "strides": 2, "padding": "same"}, negative),
        case(
            "window larger than the input, same", unit, {"pool_size": 4, "padding": "same"}, drawn(1, 3, 2, 2)
        ),
        case("whole input", unit, {"pool_size": (3, 4)}, drawn(2, 3, 4, 2)),
        case("ties", unit, {"pool_size": 2}, tied()),
        case("ties, overlapping", unit, {"pool_size": 3, "strides": 1}, tied()),
        case(
            "all equal, same",
            unit,
            {"pool_size": 3, "strides": 2, "padding": "same"},
            np.zeros((1, 4, 4, 1), "float32"),
        ),
        case(
            "channels first",
            unit,
            {"pool_size": 2, "data_format": "channels_first"},
            drawn(2, 2, 4, 6),
            xla=True,
        ),
        case(
            "channels first, same",
            unit,
            {"pool_size": 3, "strides": 2, "padding": "same", "data_format": "channels_first"},
            drawn(1, 2, 5, 4),
            xla=True,
        ),
    ]
    return cases


def pooling1d(unit):
    same = {"padding": "same"}
    first = {"data_format": "channels_first"}
    return [
        case("2", unit, {"pool_size": 2}, drawn(2, 6, 3)),
        case("2, rest left over", unit, {"pool_size": (2,)}, drawn(2, 5, 2)),
        case("overlapping", unit, {"pool_size": 3, "strides": 1}, drawn(2, 5, 2)),
        case("overlapping, same, even length", unit, {"pool_size": 3, "strides": 2, **same}, drawn(2, 6, 2)),
        case("gaps between windows, same", unit, {"pool_size": 1, "strides": 2, **same}, drawn(1, 5, 2)),
        case("all equal, same", unit, {"pool_size": 3, **same}, -np.ones((1, 4, 1), "float32")),
        case("window longer than the input, same", unit, {"pool_size": 5, **same}, drawn(1, 3, 2)),
        case("ties", unit, {"pool_size": 3, "strides": 1}, np.float32([[[1], [1], [0], [1], [1]]])),
        case("one step", unit, {"pool_size": 1}, drawn(2, 1, 3)),
        case("channels first", unit, {"pool_size": 2, **first}, drawn(2, 3, 6)),
        case("channels first, same", unit, {"pool_size": 3, "strides": 2, **same, **first}, drawn(1, 2, 5)),
        case("a mask is dropped", unit, {"pool_size": 2}, drawn(2, 3, 4), masks=[STEPS]),
    ]


def pooling3d(unit):
    same = {"padding": "same"}
    first = {"data_format": "channels_first"}
    # Without XLA each of several largest elements gets the whole gradient, on processors alone.
    ties = np.tile(np.float32([[[1, 1], [1, 0]]]), (2, 2, 2)).reshape(1, 2, 4, 4, 1)
    negative = -np.ones((1, 2, 4, 3, 1), "float32")
    return [
        case("2x2x2", unit, {"pool_size": 2}, drawn(2, 2, 4, 4, 2)),
        case("1x2x3, rest left over", unit, {"pool_size": (1, 2, 3)}, drawn(1, 2, 3, 4, 2)),
        case("overlapping", unit, {"pool_size": 2, "strides": 1}, drawn(1, 3, 3, 3, 1)),
        case(
            "3x2x1, strides 2x1x2, same",
            unit,
            {"pool_size": (3, 2, 1), "strides": (2, 1, 2), **same},
            drawn(1, 4, 3, 4, 2),
        ),
        case("all equal, same", unit, {"pool_size": 3, **same}, negative, xla=True),
        case("window larger than the input, same", unit, {"pool_size": 4, **same}, drawn(1, 2, 3, 1, 2)),
        case("ties", unit, {"pool_size": 2}, ties, xla=True),
        case("channels first", unit, {"pool_size": 2, **first}, drawn(1, 2, 2, 4, 3)),
        case(
            "channels first, same",
            unit,
            {"pool_size": (2, 3, 2), "strides": (1, 2, 2), **same, **first},
            drawn(1, 2, 2, 5, 3),
        ),
    ]


# Keras refuses windows as long as the input, also where it is one window.
def adaptive1d(unit):
    first = {"data_format": "channels_first"}
    return [
        case("windows of one size", unit, {"output_size": 3}, drawn(2, 6, 2)),
        case("windows of two sizes", unit, {"output_size": (5,)}, drawn(1, 7, 2)),
        case("more places than steps", unit, {"output_size": 3}, drawn(1, 2, 2)),
        case("ties", unit, {"output_size": 2}, np.float32([[[1], [1], [0], [1], [1]]])),
        case("channels first", unit, {"output_size": 2, **first}, drawn(2, 3, 5)),
        case("a mask is dropped", unit, {"output_size": 2}, drawn(2, 3, 4), masks=[STEPS]),
    ]


def adaptive2d(unit):
    first = {"data_format": "channels_first"}
    return [
        case("windows of one size", unit, {"output_size": 2}, drawn(2, 4, 6, 2)),
        case("windows of two sizes", unit, {"output_size": (5, 3)}, drawn(1, 7, 4, 2)),
        case("ties", unit, {"output_size": 2}, tied()),
        case("channels first", unit, {"output_size": (2, 3), **first}, drawn(1, 2, 5, 4)),
    ]


def adaptive3d(unit):
    first = {"data_format": "channels_first"}
    return [
        case("windows of one size", unit, {"output_size": 2}, drawn(1, 2, 4, 2, 2)),
        case("windows of two sizes", unit, {"output_size": (2, 3, 2)}, drawn(1, 3, 4, 3, 2)),
        case("channels first", unit, {"output_size": (2, 2, 3), **first}, drawn(1, 2, 3, 2, 4)),
    ]


UNITS = {
    "GlobalAveragePooling1D": global_average_pooling1d,
    "GlobalAveragePooling2D": global_average_pooling2d,
    "GlobalAveragePooling3D": lambda: global_pooling3d("GlobalAveragePooling3D"),
    "GlobalMaxPooling1D": global_max_pooling1d,
    "GlobalMaxPooling2D": global_max_pooling2d,
    "GlobalMaxPooling3D": lambda: global_pooling3d("GlobalMaxPooling3D"),
    "MaxPooling1D": lambda: pooling1d("MaxPooling1D"),
    "MaxPooling2D": lambda: pooling2d("MaxPooling2D"),
    "MaxPooling3D": lambda: pooling3d("MaxPooling3D"),
    "AveragePooling1D": lambda: pooling1d("AveragePooling1D"),
    "AveragePooling2D": lambda: pooling2d("AveragePooling2D"),
    "AveragePooling3D": lambda: pooling3d("AveragePooling3D"),
    "AdaptiveMaxPooling1D": lambda: adaptive1d("AdaptiveMaxPooling1D"),
    "AdaptiveMaxPooling2D": lambda: adaptive2d("AdaptiveMaxPooling2D"),
    "AdaptiveMaxPooling3D": lambda: adaptive3d("AdaptiveMaxPooling3D"),
    "AdaptiveAveragePooling1D": lambda: adaptive1d("AdaptiveAveragePooling1D"),
    "AdaptiveAveragePooling2D": lambda: adaptive2d("AdaptiveAveragePooling2D"),
    "AdaptiveAveragePooling3D": lambda: adaptive3d("AdaptiveAveragePooling3D"),
}
