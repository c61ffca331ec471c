"""Convolutions."""

from golden import drawn
from layers.case import L, case


def conv2d():
    unit = "Conv2D"
    return [
        case("plain", unit, {"filters": 3, "kernel_size": 3}, drawn(2, 5, 6, 2)),
        case("kernel 1", unit, {"filters": 4, "kernel_size": 1, "activation": "relu"}, drawn(2, 3, 3, 3)),
        case("kernel 2, same", unit, {"filters": 2, "kernel_size": 2, "padding": "same"}, drawn(2, 4, 5, 2)),
        case(
            "strides 2, same, even size",
            unit,
            {"filters": 2, "kernel_size": 3, "strides": 2, "padding": "same"},
            drawn(2, 6, 6, 2),
        ),
        case(
            "strides 2, same, odd size",
            unit,
            {"filters": 2, "kernel_size": 3, "strides": 2, "padding": "same"},
            drawn(2, 7, 5, 2),
        ),
        case(
            "strides 3 and 2, kernel 2x3, same",
            unit,
            {"filters": 2, "kernel_size": (2, 3), "strides": (3, 2), "padding": "same"},
            drawn(1, 7, 8, 1),
        ),
        case(
            "strides 2, valid, rest left over",
            unit,
            {"filters": 2, "kernel_size": 2, "strides": 2},
            drawn(1, 5, 7, 2),
        ),
        case(
            "strides larger than the kernel, same",
            unit,
            {"filters": 2, "kernel_size": 1, "strides": 2, "padding": "same"},
            drawn(1, 5, 4, 2),
        ),
        case(
            "kernel larger than the input, same",
            unit,
            {"filters": 2, "kernel_size": 5, "padding": "same"},
            drawn(1, 3, 2, 2),
        ),
        case(
            "kernel as large as the input",
            unit,
            {"filters": 3, "kernel_size": (3, 4), "activation": "tanh"},
            drawn(2, 3, 4, 2),
        ),
        case(
            "dilation",
            unit,
            {"filters": 2, "kernel_size": 3, "dilation_rate": 2},
            drawn(1, 7, 8, 2),
            xla=True,
        ),
        case(
            "dilation 2x3, same",
            unit,
            {"filters": 2, "kernel_size": (2, 3), "dilation_rate": (2, 3), "padding": "same"},
            drawn(1, 6, 7, 1),
            xla=True,
        ),
        case("groups", unit, {"filters": 4, "kernel_size": 2, "groups": 2}, drawn(1, 4, 4, 4), xla=True),
        case(
            "as many groups as channels, same",
            unit,
            {"filters": 6, "kernel_size": 3, "groups": 3, "padding": "same", "strides": 2},
            drawn(1, 4, 5, 3),
            xla=True,
        ),
        case(
            "channels first",
            unit,
            {"filters": 3, "kernel_size": 2, "data_format": "channels_first"},
            drawn(2, 2, 4, 5),
            xla=True,
        ),
        case(
            "channels first, strides 2, same",
            unit,
            {
                "filters": 2,
                "kernel_size": 3,
                "strides": 2,
                "padding": "same",
                "data_format": "channels_first",
            },
            drawn(1, 3, 6, 5),
            xla=True,
        ),
        case("no bias", unit, {"filters": 2, "kernel_size": 2, "use_bias": False}, drawn(2, 4, 4, 1)),
        case(
            "penalties",
            unit,
            {
                "filters": 2,
                "kernel_size": 2,
                "kernel_regularizer": L.L1L2(0.01, 0.02),
                "activity_regularizer": "l2",
            },
            drawn(2, 3, 3, 1),
        ),
    ]


def conv1d():
    unit = "Conv1D"
    two = {"filters": 2, "kernel_size": 3}
    return [
        case("plain", unit, {"filters": 3, "kernel_size": 3}, drawn(2, 6, 2)),
        case("kernel 1, relu", unit, {"filters": 4, "kernel_size": 1, "activation": "relu"}, drawn(2, 3, 3)),
        case("same", unit, {**two, "padding": "same"}, drawn(2, 5, 2)),
        case("kernel 4, same", unit, {**two, "kernel_size": 4, "padding": "same"}, drawn(2, 5, 2)),
        case("causal", unit, {**two, "padding": "causal"}, drawn(2, 5, 2)),
        case("strides 2", unit, {**two, "strides": 2}, drawn(1, 8, 2)),
        case("strides 2, same", unit, {**two, "strides": 2, "padding": "same"}, drawn(2, 7, 2)),
        case("strides 2, causal", unit, {**two, "strides": 2, "padding": "causal"}, drawn(2, 6, 2)),
        case("dilation", unit, {**two, "dilation_rate": 2}, drawn(1, 7, 2), xla=True),
        case(
            "dilation, causal",
            unit,
            {**two, "dilation_rate": 2, "padding": "causal"},
            drawn(1, 5, 2),
            xla=True,
        ),
        case("groups", unit, {"filters": 4, "kernel_size": 2, "groups": 2}, drawn(1, 4, 4), xla=True),
        case("channels first", unit, {**two, "data_format": "channels_first"}, drawn(2, 2, 5), xla=True),
        case("no bias", unit, {**two, "use_bias": False}, drawn(2, 4, 1)),
        case(
            "penalties",
            unit,
            {**two, "kernel_regularizer": L.L1L2(0.01, 0.02), "activity_regularizer": "l2"},
            drawn(2, 4, 1),
        ),
    ]


def conv2d_transpose():
    unit = "Conv2DTranspose"
    two = {"filters": 2, "kernel_size": 3}
    first = {"data_format": "channels_first"}
    padded = {"strides": 2, "output_padding": 1}
    return [
        case("plain", unit, {"filters": 3, "kernel_size": 3}, drawn(2, 3, 4, 2)),
        case("same", unit, {**two, "padding": "same"}, drawn(2, 3, 4, 2)),
        case("strides 2", unit, {**two, "strides": 2}, drawn(1, 2, 3, 2)),
        case("strides 2, same", unit, {**two, "strides": 2, "padding": "same"}, drawn(2, 3, 2, 1)),
        case(
            "kernel 2, strides 2, relu",
            unit,
            {"filters": 2, "kernel_size": 2, "strides": 2, "activation": "relu"},
            drawn(2, 3, 2, 3),
        ),
        case(
            "strides 3 and 2, kernel 2x3, same",
            unit,
            {"filters": 2, "kernel_size": (2, 3), "strides": (3, 2), "padding": "same"},
            drawn(1, 3, 4, 1),
        ),
        case(
            "strides 3 and 2, kernel 2x4",
            unit,
            {"filters": 2, "kernel_size": (2, 4), "strides": (3, 2)},
            drawn(1, 2, 3, 2),
        ),
        case(
            "strides larger than the kernel",
            unit,
            {"filters": 2, "kernel_size": 1, "strides": 3},
            drawn(1, 2, 2, 2),
        ),
        case(
            "strides larger than the kernel, same",
            unit,
            {"filters": 2, "kernel_size": 2, "strides": 3, "padding": "same"},
            drawn(1, 3, 2, 2),
        ),
        case("output padding 0", unit, {**two, "strides": 2, "output_padding": 0}, drawn(1, 2, 3, 1)),
        case("output padding 1", unit, {**two, **padded}, drawn(1, 2, 3, 1)),
        case(
            "output padding, strides larger than the kernel",
            unit,
            {"filters": 2, "kernel_size": 1, "strides": 3, "output_padding": (1, 2)},
            drawn(1, 2, 3, 1),
        ),
        case("output padding 1, same", unit, {**two, **padded, "padding": "same"}, drawn(1, 2, 3, 2)),
        case(
            "output padding 0 and 1, kernel 3x2, same",
            unit,
            {
                "filters": 2,
                "kernel_size": (3, 2),
                "strides": 2,
                "output_padding": (0, 1),
                "padding": "same",
            },
            drawn(1, 3, 2, 2),
        ),
        case("kernel 5, one pixel, same", unit, {**two, "kernel_size": 5, "padding": "same"}, drawn(2, 1, 1, 2)),
        case("dilation", unit, {**two, "dilation_rate": 2}, drawn(1, 2, 3, 2), xla=True),
        case(
            "dilation 2x3, kernel 2x3, same",
            unit,
            {"filters": 2, "kernel_size": (2, 3), "dilation_rate": (2, 3), "padding": "same"},
            drawn(1, 4, 5, 1),
            xla=True,
        ),
        case("channels first", unit, {**two, **first, "strides": 2}, drawn(1, 2, 2, 3), xla=True),
        case(
            "channels first, same, output padding",
            unit,
            {**two, **first, **padded, "padding": "same"},
            drawn(1, 3, 2, 3),
            xla=True,
        ),
        case("no bias", unit, {**two, "use_bias": False}, drawn(2, 3, 3, 1)),
        case(
            "penalties and name",
            unit,
            {
                **two,
                "kernel_regularizer": L.L1L2(0.01, 0.02),
                "bias_regularizer": "l1",
                "activity_regularizer": "l2",
                "kernel_initializer": "he_normal",
                "name": "up",
            },
            drawn(2, 2, 3, 1),
        ),
        case("frozen", unit, {**two, "trainable": False}, drawn(1, 2, 2, 1)),
    ]


PENALTIES = {"kernel_regularizer": L.L1L2(0.01, 0.02), "bias_regularizer": "l1", "activity_regularizer": "l2"}
# As many columns of the output as filters would make XLA add the bias to columns.
FIRST = {"data_format": "channels_first"}


def conv3d():
    unit = "Conv3D"
    two = {"filters": 2, "kernel_size": 2}
    strided = {"strides": (1, 2, 3), "padding": "same"}
    return [
        case("plain", unit, two, drawn(2, 2, 3, 4, 2)),
        case("kernel 1, relu", unit, {**two, "kernel_size": 1, "activation": "relu"}, drawn(1, 2, 1, 3, 3)),
        case(
            "kernel 1x2x3, strides 1x2x3, same",
            unit,
            {**two, **strided, "kernel_size": (1, 2, 3)},
            drawn(1, 2, 4, 5, 1),
        ),
        case("strides 2, rest left over", unit, {**two, "strides": 2}, drawn(1, 3, 2, 5, 1)),
        case(
            "kernel larger than the input, same",
            unit,
            {**two, "kernel_size": 3, "padding": "same"},
            drawn(1, 2, 1, 2, 2),
        ),
        case("dilation", unit, {**two, "dilation_rate": (1, 2, 3)}, drawn(1, 2, 3, 5, 1), xla=True),
        case("dilation, same", unit, {**two, "dilation_rate": 2, "padding": "same"}, drawn(1, 3, 2, 3, 1), xla=True),
        case("groups", unit, {**two, "filters": 4, "groups": 2}, drawn(1, 2, 3, 2, 4), xla=True),
        case("channels first", unit, {**two, **strided, **FIRST, "filters": 3}, drawn(1, 2, 2, 3, 4), xla=True),
        case("no bias", unit, {**two, "use_bias": False}, drawn(1, 2, 2, 3, 1)),
        case("penalties", unit, {**two, **PENALTIES}, drawn(2, 2, 2, 2, 1)),
    ]


def transposed(unit, axes):
    """Cases of sequences, or of volumes whose first axes are small; the options are of the last axis."""
    two = {"filters": 2, "kernel_size": 3}
    last = lambda size, other=1: (other,) * (axes - 1) + (size,)  # noqa: E731
    x = drawn(1, *last(4, 2), 2)
    apart = {"strides": last(2)}
    return [
        case("plain", unit, {"filters": 3, "kernel_size": 2}, x),
        case("same", unit, {**two, "padding": "same", "activation": "tanh"}, x),
        case("strides", unit, {**two, "strides": 2}, x),
        case("strides, same", unit, {**two, **apart, "padding": "same"}, x),
        case("even kernel, strides, same", unit, {"filters": 1, "kernel_size": last(4), **apart, "padding": "same"}, x),
        case("strides larger than the kernel", unit, {"filters": 2, "kernel_size": last(2), "strides": last(3)}, x),
        case("output padding", unit, {**two, **apart, "output_padding": last(1, 0)}, x),
        case("output padding, same", unit, {**two, "strides": 2, "output_padding": 1, "padding": "same"}, x),
        case(
            "dilation, same", unit, {**two, "kernel_size": 2, "dilation_rate": last(2), "padding": "same"}, x, xla=True
        ),
        case("channels first", unit, {**two, **apart, **FIRST}, drawn(1, 2, *last(3, 2)), xla=True),
        case("no bias", unit, {**two, "use_bias": False}, x),
        case("penalties", unit, {**two, **PENALTIES}, x),
    ]


def depthwise(unit, axes):
    """Cases of sequences and images; the options are of the last axis."""
    last = lambda size, other=1: (other,) * (axes - 1) + (size,)  # noqa: E731
    two, x = {"kernel_size": 2}, drawn(2, *last(5, 3), 2)
    rates = {"depthwise_regularizer": L.L1L2(0.01, 0.02), "bias_regularizer": "l1", "activity_regularizer": "l2"}
    return [
        case("plain", unit, two, x),
        case("multiplier, relu", unit, {**two, "depth_multiplier": 3, "activation": "relu"}, x),
        case(
            "one channel, same",
            unit,
            {"kernel_size": 3, "padding": "same", "depth_multiplier": 2},
            drawn(1, *last(4, 2), 1),
        ),
        case(
            "strides 2, same, even size",
            unit,
            {"kernel_size": 3, "strides": 2, "padding": "same"},
            drawn(1, *last(6, 4), 2),
        ),
        case("strides, rest left over", unit, {**two, "strides": 2}, x),
        case(
            "kernel larger than the input, same", unit, {"kernel_size": 5, "padding": "same"}, drawn(1, *last(3, 2), 2)
        ),
        case("dilation", unit, {**two, "dilation_rate": last(2)}, x, xla=True),
        case("dilation, strides", unit, {**two, "dilation_rate": 2, "strides": 2}, drawn(1, *last(7, 4), 2), xla=True),
        case(
            "dilation, strides, same",
            unit,
            {"kernel_size": 3, "dilation_rate": last(2), "strides": 2, "padding": "same"},
            x,
            xla=True,
        ),
        case(
            "channels first, multiplier",
            unit,
            {**two, **FIRST, "depth_multiplier": 2},
            drawn(1, 2, *last(4, 3)),
            xla=True,
        ),
        case("no bias", unit, {**two, "use_bias": False}, x),
        case("penalties", unit, {**two, **rates}, drawn(1, *last(3, 2), 2)),
    ]


def separable(unit, axes):
    """Cases of sequences and images; the options are of the last axis."""
    last = lambda size, other=1: (other,) * (axes - 1) + (size,)  # noqa: E731
    two, x = {"filters": 3, "kernel_size": 2}, drawn(2, *last(5, 3), 2)
    rates = {
        "depthwise_regularizer": "l2",
        "pointwise_regularizer": L.L1L2(0.01, 0.02),
        "bias_regularizer": "l1",
        "activity_regularizer": "l2",
        "pointwise_initializer": "he_normal",
        "name": "apart",
    }
    return [
        case("plain", unit, two, x),
        case("multiplier, relu", unit, {**two, "depth_multiplier": 3, "activation": "relu"}, x),
        case(
            "strides 2, same, even size",
            unit,
            {**two, "kernel_size": 3, "strides": 2, "padding": "same"},
            drawn(1, *last(6, 4), 2),
        ),
        case("dilation, same", unit, {**two, "dilation_rate": last(2), "padding": "same"}, x, xla=True),
        case("dilation, strides", unit, {**two, "dilation_rate": 2, "strides": 2}, drawn(1, *last(7, 4), 2), xla=True),
        case("channels first", unit, {**two, **FIRST}, drawn(1, 2, *last(5, 4)), xla=True),
        case("no bias", unit, {**two, "use_bias": False}, x),
        case("penalties, initializer and name", unit, {**two, **rates}, drawn(1, *last(3, 2), 2)),
    ]


UNITS = {
    "Conv1D": conv1d,
    "Conv2D": conv2d,
    "Conv3D": conv3d,
    "Conv1DTranspose": lambda: transposed("Conv1DTranspose", 1),
    "Conv2DTranspose": conv2d_transpose,
    "Conv3DTranspose": lambda: transposed("Conv3DTranspose", 3),
    "DepthwiseConv1D": lambda: depthwise("DepthwiseConv1D", 1),
    "DepthwiseConv2D": lambda: depthwise("DepthwiseConv2D", 2),
    "SeparableConv1D": lambda: separable("SeparableConv1D", 1),
    "SeparableConv2D": lambda: separable("SeparableConv2D", 2),
}
