"""Ops of `keras.ops.nn` other than activations."""

from golden import drawn, np
from ops.case import case, f32, i32


def positive(*shape):
    return lambda rng: (np.abs(rng.standard_normal(shape)) + 0.1).astype("float32")


def unit_interval(*shape):
    return lambda rng: rng.uniform(0, 1, shape).astype("float32")


def adaptive_pool(unit):
    # In graphs Keras takes channels for the last spatial axis.
    last = {"graph": False}
    return [
        case(unit, "sequences", drawn(2, 7, 3), output_size=(5,), **last),
        case(unit, "sequences, channels first", drawn(2, 3, 5), output_size=(3,), data_format="channels_first"),
        case(unit, "images", drawn(2, 7, 5, 2), output_size=(4, 3), **last),
        case(unit, "images, channels first, larger", drawn(1, 2, 6, 3), output_size=(4, 4), data_format="channels_first"),
        case(unit, "volumes, one size for all", drawn(1, 4, 5, 3, 2), output_size=2, **last),
    ]


def batch_normalization():
    unit = "batch_normalization"
    x = drawn(2, 3, 4)
    return [
        case(unit, "last axis", x, drawn(4), positive(4), unknown=[0], axis=-1),
        case(
            unit,
            "axis 1 with offset and scale",
            x,
            drawn(3),
            positive(3),
            unknown=[0],
            axis=1,
            offset=drawn(3),
            scale=drawn(3),
            epsilon=0.1,
        ),
    ]


def depthwise_conv():
    unit = "depthwise_conv"
    return [
        case(unit, "images", drawn(1, 4, 5, 2), drawn(2, 3, 2, 2), unknown=[0], strides=1, padding="same"),
        case(unit, "sequences, strides", drawn(2, 6, 2), drawn(3, 2, 1), unknown=[0], strides=2),
    ]


def separable_conv():
    unit = "separable_conv"
    return [
        case(unit, "images", drawn(1, 4, 5, 2), drawn(2, 2, 2, 1), drawn(1, 1, 2, 3), unknown=[0]),
        case(unit, "sequences, same", drawn(2, 6, 2), drawn(3, 2, 2), drawn(1, 4, 2), unknown=[0], padding="same"),
    ]


def ctc_loss():
    unit = "ctc_loss"
    return [
        case(
            unit,
            "two sequences",
            i32([1, 2], [2, 0]),
            drawn(2, 4, 3),
            i32(2, 1),
            i32(4, 3),
            unknown=[],
            graph=False,
        ),
    ]


def crossentropies(unit):
    sparse = unit == "sparse_categorical_crossentropy"
    targets = i32(2, 0) if sparse else f32([0, 0, 1], [1, 0, 0])
    options = {"unknown": [0, 1]}
    return [
        case(unit, "logits", targets, drawn(2, 3), from_logits=True, **options),
        case(unit, "probabilities", targets, f32([0.2, 0.2, 0.6], [0.5, 0.1, 0.4]), **options),
        *([case(unit, "a column", targets[:, None], drawn(2, 3), from_logits=True, axis=1, **options)] if sparse else []),
    ]


def conv():
    unit = "conv"
    return [
        case(unit, "sequences", drawn(2, 6, 3), drawn(2, 3, 4), unknown=[0], padding="same", strides=2),
        case(unit, "images", drawn(1, 5, 4, 2), drawn(2, 2, 2, 3), unknown=[0]),
        case(unit, "images, dilated", drawn(1, 5, 5, 1), drawn(2, 2, 1, 2), unknown=[0], dilation_rate=2),
    ]


def conv_transpose():
    return [case("conv_transpose", "images", drawn(1, 3, 2, 2), drawn(2, 2, 3, 2), unknown=[0], strides=2)]


def depth_to_space():
    unit = "depth_to_space"
    return [
        case(unit, "channels last", drawn(2, 2, 3, 8), block_size=2),
        case(unit, "channels first", drawn(1, 9, 2, 1), block_size=3, data_format="channels_first"),
    ]


def space_to_depth():
    unit = "space_to_depth"
    return [
        case(unit, "channels last", drawn(1, 4, 6, 3), block_size=2),
        case(unit, "channels first", drawn(1, 2, 6, 3), block_size=3, data_format="channels_first"),
    ]


def dot_product_attention():
    unit = "dot_product_attention"
    query, key, bias = drawn(2, 3, 4, 5), drawn(2, 6, 4, 5), drawn(1, 4, 3, 6)
    mask = np.arange(36).reshape(2, 1, 3, 6) % 5 != 1
    mask[0, 0, 1] = False
    return [
        case(unit, "as it is", query, key, key),
        case(unit, "heads in groups, scaled", query, drawn(2, 6, 2, 5), drawn(2, 6, 2, 5), scale=0.3),
        case(unit, "causal", query, drawn(2, 3, 4, 5), drawn(2, 3, 4, 5), is_causal=True),
        case(unit, "bias, mask and a row that sees nothing", query, key, key, bias=bias, mask=mask, unknown=[]),
        case(unit, "causal with a mask for all", query, key, key, mask=mask[1:], is_causal=True, unknown=[0, 1, 2]),
    ]


def fold():
    unit = "fold"
    return [
        case(unit, "overlapping", drawn(2, 12, 12), unknown=[], output_size=(4, 5), kernel_size=2),
        case(
            unit,
            "all options",
            drawn(1, 12, 27),
            unknown=[],
            output_size=(6, 7),
            kernel_size=(3, 2),
            dilation=(1, 2),
            padding=(1, 2),
            stride=(2, 1),
        ),
    ]


def unfold():
    unit = "unfold"
    options = {"kernel_size": (3, 2), "dilation": (1, 2), "padding": (1, 2), "stride": (2, 1)}
    return [
        case(unit, "overlapping", drawn(2, 3, 4, 5), unknown=[], kernel_size=2),
        case(unit, "all options", drawn(1, 2, 6, 7), unknown=[], **options),
    ]


def layer_normalization():
    unit = "layer_normalization"
    x = drawn(2, 3, 4)
    return [
        case(unit, "defaults", x),
        case(unit, "gamma and beta", x, gamma=drawn(4), beta=drawn(4), epsilon=0.1),
        case(unit, "gamma of two axes", x, gamma=drawn(3, 4), axis=[1, 2]),
        case(unit, "beta of axis 1", x, beta=drawn(3), axis=1),
        case(unit, "ints", i32([1, 9, -4], [0, 3, 3])),
    ]


def moments():
    unit = "moments"
    return [
        case(unit, "axes", drawn(2, 3, 4), axes=[0, 2]),
        case(unit, "the last axis, kept", drawn(2, 3, 4), axes=[-1], keepdims=True),
    ]


def one_hot():
    unit = "one_hot"
    classes = i32([0, 2, 5], [1, 1, -1])
    return [
        case(unit, "out of range", classes, num_classes=4),
        case(unit, "first axis", classes, num_classes=4, axis=0),
        case(unit, "ints", classes, num_classes=3, dtype="int32", axis=1),
        case(unit, "bools", classes, num_classes=3, dtype="bool"),
        case(unit, "one class", classes, num_classes=1),
    ]


def multi_hot():
    unit = "multi_hot"
    classes = i32([0, 2, 5], [1, 1, -1])
    # In graphs Keras gives the result the type of the classes.
    return [
        case(unit, "rows", classes, graph=False, num_classes=4),
        case(unit, "one row, ints", classes[0], unknown=[], num_classes=6, dtype="int32"),
        case(unit, "bools", classes, graph=False, num_classes=3, dtype="bool"),
        case(unit, "three axes", np.stack([classes, classes]), graph=False, num_classes=3),
    ]


def normalize():
    unit = "normalize"
    return [
        case(unit, "defaults", drawn(3, 4)),
        case(unit, "order 1", drawn(3, 4), order=1),
        case(unit, "order 3 of axis 0", drawn(3, 4), unknown=[], order=3, axis=0),
        case(unit, "two axes", drawn(2, 3, 2), unknown=[], axis=[0, 2]),
        case(unit, "tiny", drawn(2, 3, scale=1e-9), epsilon=1e-3),
        case(unit, "a scalar", f32(-3.0).reshape(()), graph=False),
    ]


def polar():
    return [case("polar", "sizes and angles", drawn(2, 3), drawn(2, 3), graph=False)]


def pool(unit):
    return [
        case(unit, "valid", drawn(1, 4, 6, 2), pool_size=2),
        case(unit, "same", drawn(1, 5, 5, 1), pool_size=3, strides=2, padding="same"),
    ]


def psnr():
    return [case("psnr", "noise", unit_interval(2, 3, 4), unit_interval(2, 3, 4), max_val=1.0)]


def rms_normalization():
    unit = "rms_normalization"
    return [
        case(unit, "defaults", drawn(2, 3, 4)),
        case(unit, "scale, two axes", drawn(2, 3, 4), unknown=[], scale=drawn(4), axis=[0, -1], epsilon=0.1),
        case(unit, "a scalar", f32(4.0).reshape(()), graph=False),
    ]


def ctc_decode():
    unit = "ctc_decode"
    lengths = i32(5, 3)
    # The search reads values, which graphs do not have.
    search = {"unknown": [0, 1], "graph": False, "strategy": "beam_search"}
    return [
        case(unit, "greedy", drawn(2, 5, 3), lengths, unknown=[0, 1]),
        case(unit, "greedy, repeated", drawn(2, 5, 3), lengths, unknown=[0, 1], merge_repeated=False, mask_index=1),
        case(unit, "beam search", drawn(2, 5, 3, scale=3.0), lengths, **search),
        case(unit, "beam search, several, narrow", drawn(2, 5, 4), lengths, beam_width=3, top_paths=3, mask_index=2, **search),
        case(unit, "beam search, the last class", drawn(2, 5, 3), lengths, top_paths=2, mask_index=None, **search),
    ]


UNITS = {
    "adaptive_average_pool": lambda: adaptive_pool("adaptive_average_pool"),
    "adaptive_max_pool": lambda: adaptive_pool("adaptive_max_pool"),
    "average_pool": lambda: pool("average_pool"),
    "batch_normalization": batch_normalization,
    "binary_crossentropy": lambda: crossentropies("binary_crossentropy"),
    "categorical_crossentropy": lambda: crossentropies("categorical_crossentropy"),
    "conv": conv,
    "depthwise_conv": depthwise_conv,
    "separable_conv": separable_conv,
    "ctc_loss": ctc_loss,
    "conv_transpose": conv_transpose,
    "depth_to_space": depth_to_space,
    "dot_product_attention": dot_product_attention,
    "fold": fold,
    "layer_normalization": layer_normalization,
    "max_pool": lambda: pool("max_pool"),
    "moments": moments,
    "multi_hot": multi_hot,
    "normalize": normalize,
    "one_hot": one_hot,
    "polar": polar,
    "psnr": psnr,
    "rms_normalization": rms_normalization,
    "space_to_depth": space_to_depth,
    "ctc_decode": ctc_decode,
    "sparse_categorical_crossentropy": lambda: crossentropies("sparse_categorical_crossentropy"),
    "unfold": unfold,
}
