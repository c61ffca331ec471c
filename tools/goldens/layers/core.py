"""Layers of the core: dense ones, embeddings, masks and inputs."""

from golden import drawn, fresh, given, keras, np, serialized
from layers.case import STEPS, L, case, indices

Q = keras.quantizers
INT8, INT4 = ("int8", None), ("int4", None)
FLOATS_IN = ("int8", Q.Int8QuantizationConfig(activation_quantizer=None))
BLOCKS = ("int4", Q.Int4QuantizationConfig(block_size=2))
COLUMNS = ("int4", Q.Int4QuantizationConfig(block_size=None))
COLUMNS_INT8 = ("int4", Q.Int4QuantizationConfig(activation_quantizer=Q.AbsMaxQuantizer(), block_size=-1))


def dense():
    unit = "Dense"
    return [
        case("plain", unit, {"units": 3}, drawn(4, 5)),
        case("relu", unit, {"units": 3, "activation": "relu"}, drawn(4, 5)),
        case("softmax", unit, {"units": 4, "activation": "softmax"}, drawn(3, 5)),
        case("no bias", unit, {"units": 3, "use_bias": False, "activation": "tanh"}, drawn(4, 5)),
        case("one unit, one column, one row", unit, {"units": 1}, drawn(1, 1)),
        case("rank 3", unit, {"units": 3, "activation": "sigmoid"}, drawn(2, 3, 4)),
        case("rank 4", unit, {"units": 2}, drawn(2, 2, 3, 4)),
        case("wide", unit, {"units": 17, "activation": "gelu"}, drawn(5, 19)),
        case(
            "penalties on weights",
            unit,
            {
                "units": 3,
                "kernel_regularizer": L.L2(0.01),
                "bias_regularizer": L.L1(0.02),
                "kernel_initializer": "he_normal",
                "bias_initializer": "ones",
            },
            drawn(4, 5),
        ),
        case(
            "penalty on outputs",
            unit,
            {"units": 3, "activation": "relu", "activity_regularizer": L.L1L2(l1=0.1, l2=0.01)},
            drawn(4, 5),
        ),
        case("penalty by name", unit, {"units": 2, "kernel_regularizer": "l2"}, drawn(4, 3)),
        case(
            "initializers and name",
            unit,
            {
                "units": 2,
                "kernel_initializer": keras.initializers.RandomUniform(-0.1, 0.1, seed=7),
                "bias_initializer": keras.initializers.Constant(0.5),
                "name": "logits",
            },
            drawn(4, 3),
        ),
        case("frozen", unit, {"units": 2, "trainable": False}, drawn(4, 3)),
        case("mask", unit, {"units": 2}, drawn(2, 3, 4), masks=[STEPS]),
        case("adapted", unit, {"units": 3, "lora_rank": 2}, drawn(4, 5)),
        case(
            "adapted, another strength, penalty",
            unit,
            {"units": 2, "lora_rank": 3, "lora_alpha": 2, "kernel_regularizer": "l2", "use_bias": False},
            drawn(2, 3, 4),
        ),
        *quantized_dense(),
    ]


def quantized_dense():
    unit = "Dense"
    ties = np.float32([[127, 0.5, 1.5, 2.5, -0.5], [0, 0, 0, 0, 0], [-254, 1, 3, 5, 7]])
    own = Q.Int8QuantizationConfig(
        Q.AbsMaxQuantizer(axis=0, value_range=(-100, 100), epsilon=1e-5), Q.AbsMaxQuantizer(value_range=(-50, 50))
    )
    penalties = {"kernel_regularizer": "l2", "bias_regularizer": "l1", "activity_regularizer": "l2"}
    return [
        case("int8", unit, {"units": 3, "activation": "relu"}, drawn(4, 5), quantize=INT8),
        case("int8, no bias, rank 3", unit, {"units": 4, "use_bias": False}, drawn(2, 3, 5), quantize=INT8),
        case("int8, halves and zeros", unit, {"units": 2}, ties, quantize=INT8),
        case("int8, inputs of floats", unit, {"units": 3, "activation": "tanh"}, drawn(4, 5), quantize=FLOATS_IN),
        case("int8, quantizers of its own", unit, {"units": 3}, drawn(4, 5), quantize=("int8", own)),
        case("int8, penalties", unit, {"units": 2, **penalties}, drawn(2, 3), quantize=INT8),
        case("int8, adapted", unit, {"units": 3, "lora_rank": 2}, drawn(4, 5), quantize=INT8),
        case("int8, wide", unit, {"units": 9, "activation": "gelu"}, drawn(2, 17), quantize=INT8),
        case("int4", unit, {"units": 3}, drawn(4, 5), quantize=INT4),
        case("int4, blocks", unit, {"units": 3, "activation": "relu"}, drawn(4, 5), quantize=BLOCKS),
        case("int4, blocks, rank 3", unit, {"units": 4, "use_bias": False}, drawn(2, 3, 6), quantize=BLOCKS),
        case("int4, columns", unit, {"units": 5, "activation": "sigmoid"}, drawn(4, 5), quantize=COLUMNS),
        case("int4, columns, inputs of int8", unit, {"units": 3}, drawn(4, 5), quantize=COLUMNS_INT8),
        case("int4, one unit, one column", unit, {"units": 1}, drawn(2, 1), quantize=INT4),
        case("int4, adapted", unit, {"units": 3, "lora_rank": 2}, drawn(4, 5), quantize=BLOCKS),
        case("int4, wide", unit, {"units": 3}, drawn(2, 130), quantize=INT4),
    ]


def einsum_dense():
    unit = "EinsumDense"
    return [
        case("a dense layer", unit, {"equation": "ab,bc->ac", "output_shape": 3, "bias_axes": "c"}, drawn(4, 5)),
        case("no bias", unit, {"equation": "ab,bc->ac", "output_shape": 3}, drawn(4, 5)),
        case(
            "sequences, relu",
            unit,
            {"equation": "abc,cd->abd", "output_shape": (None, 3), "bias_axes": "d", "activation": "relu"},
            drawn(2, 3, 4),
        ),
        case(
            "to heads",
            unit,
            {"equation": "abc,cde->abde", "output_shape": (None, 2, 3), "bias_axes": "de"},
            drawn(2, 3, 4),
        ),
        case(
            "from heads",
            unit,
            {"equation": "abcd,cde->abe", "output_shape": (None, 3), "bias_axes": "e"},
            drawn(2, 3, 2, 2),
        ),
        case(
            "bias along another axis",
            unit,
            {"equation": "abc,cd->abd", "output_shape": (3, 2), "bias_axes": "b"},
            drawn(2, 3, 4),
        ),
        case(
            "open axes",
            unit,
            {"equation": "...x,xy->...y", "output_shape": 4, "bias_axes": "y"},
            drawn(2, 3, 2, 3),
        ),
        case(
            "a weight for each step",
            unit,
            {"equation": "abc,bcd->abd", "output_shape": (3, 2), "bias_axes": "bd"},
            drawn(2, 3, 4),
        ),
        case(
            "steps in the place of features",
            unit,
            {"equation": "abc,bd->adc", "output_shape": (2, 4), "bias_axes": "dc"},
            drawn(2, 3, 4),
        ),
        case(
            "penalties, initializers and name",
            unit,
            {
                "equation": "ab,bc->ac",
                "output_shape": 2,
                "bias_axes": "c",
                "kernel_regularizer": L.L2(0.01),
                "bias_regularizer": "l1",
                "activity_regularizer": L.L2(0.1),
                "kernel_initializer": "he_normal",
                "bias_initializer": "ones",
                "name": "map",
                "trainable": False,
            },
            drawn(4, 3),
        ),
        case(
            "adapted",
            unit,
            {"equation": "abc,cde->abde", "output_shape": (None, 2, 3), "bias_axes": "de", "lora_rank": 2},
            drawn(2, 3, 4),
        ),
        *quantized_einsum_dense(),
    ]


def quantized_einsum_dense():
    """Keras cannot quantize a layer whose equation has an ellipsis."""
    unit = "EinsumDense"
    plain = {"equation": "ab,bc->ac", "output_shape": 3, "bias_axes": "c"}
    to_heads = {"equation": "abc,cde->abde", "output_shape": (None, 2, 3), "bias_axes": "de"}
    from_heads = {"equation": "abcd,cde->abe", "output_shape": (None, 3), "bias_axes": "e"}
    turned = {"equation": "abc,dec->abed", "output_shape": (None, 2, 3)}
    steps = {"equation": "abc,bcd->abd", "output_shape": (3, 2), "bias_axes": "bd"}
    between = {"equation": "abc,bd->adc", "output_shape": (2, 4), "bias_axes": "dc"}
    return [
        case("int8", unit, plain, drawn(4, 5), quantize=INT8),
        case("int8, to heads", unit, to_heads, drawn(2, 3, 4), quantize=INT8),
        case("int8, from heads", unit, from_heads, drawn(2, 3, 2, 2), quantize=INT8),
        case("int8, from heads, inputs of floats", unit, from_heads, drawn(2, 3, 2, 2), quantize=FLOATS_IN),
        case("int8, axes turned", unit, turned, drawn(2, 3, 4), quantize=INT8),
        case("int8, a weight for each step", unit, steps, drawn(2, 3, 4), quantize=INT8),
        case("int8, steps in the place of features", unit, between, drawn(2, 3, 4), quantize=INT8),
        case("int8, adapted", unit, {**to_heads, "lora_rank": 2}, drawn(2, 3, 4), quantize=INT8),
        case("int4", unit, plain, drawn(4, 5), quantize=INT4),
        case("int4, to heads, blocks", unit, {**to_heads, "activation": "tanh"}, drawn(2, 3, 5), quantize=BLOCKS),
        case("int4, axes turned, blocks", unit, turned, drawn(2, 3, 4), quantize=BLOCKS),
        case("int4, from heads, columns", unit, from_heads, drawn(2, 3, 2, 2), quantize=COLUMNS),
        case("int4, columns, inputs of int8", unit, from_heads, drawn(2, 3, 2, 2), quantize=COLUMNS_INT8),
        case("int4, a weight for each step", unit, steps, drawn(2, 3, 4), quantize=INT4),
        case("int4, adapted", unit, {**from_heads, "lora_rank": 1}, drawn(2, 3, 2, 2), quantize=BLOCKS),
    ]


def embedding():
    unit = "Embedding"
    size = {"input_dim": 6, "output_dim": 3}
    return [
        case("words", unit, size, indices(6, 2, 4)),
        case("rank 1", unit, size, indices(6, 5)),
        case("rank 3", unit, size, indices(6, 2, 3, 2)),
        case("the same index again", unit, size, np.int32([[2, 2, 2], [0, 2, 5]])),
        case("floats", unit, size, np.float32([[1, 2.0, 5], [0, 0, 3]])),
        case("mask", unit, {**size, "mask_zero": True}, np.int32([[3, 0, 1], [0, 0, 5]])),
        case("mask, rank 1", unit, {**size, "mask_zero": True}, np.int32([3, 0])),
        case(
            "penalties",
            unit,
            {**size, "embeddings_regularizer": L.L2(0.01), "activity_regularizer": L.L1(0.1)},
            indices(6, 2, 3),
        ),
        case(
            "initializer and name",
            unit,
            {**size, "embeddings_initializer": "glorot_normal", "name": "words"},
            indices(6, 2, 3),
        ),
        case("frozen", unit, {**size, "trainable": False}, indices(6, 2, 3)),
        case("adapted", unit, {**size, "lora_rank": 2, "lora_alpha": 3}, indices(6, 2, 4)),
        case("int8", unit, size, indices(6, 2, 4), quantize=INT8),
        case(
            "int8, floats, mask",
            unit,
            {**size, "mask_zero": True},
            np.float32([[3, 0], [0, 5]]),
            quantize=INT8,
            constant=True,
        ),
        case("int8, adapted", unit, {**size, "lora_rank": 2}, indices(6, 2, 4), quantize=INT8),
        case("int4", unit, size, indices(6, 2, 4), quantize=INT4),
        case("int4, rank 1", unit, {**size, "output_dim": 4}, indices(6, 5), quantize=BLOCKS),
        case("int4, blocks", unit, {**size, "output_dim": 5}, indices(6, 2, 3, 2), quantize=BLOCKS),
        case("int4, columns", unit, size, indices(6, 2, 4), quantize=COLUMNS),
        case("int4, adapted", unit, {**size, "lora_rank": 2}, indices(6, 2, 4), quantize=BLOCKS),
    ]


def reversible_embedding():
    unit = "ReversibleEmbedding"
    size = {"input_dim": 6, "output_dim": 3}
    back = {"reverse": True}
    return [
        case("words", unit, size, indices(6, 2, 4)),
        case("mask", unit, {**size, "mask_zero": True}, np.int32([[3, 0, 1], [0, 0, 5]])),
        case("back", unit, size, drawn(2, 4, 3), options=back),
        case("back, no mask", unit, {**size, "mask_zero": True}, drawn(2, 3, 3), options=back),
        case("back, capped", unit, {**size, "logit_soft_cap": 0.5}, drawn(2, 3), options=back),
        case(
            "back, large numbers, capped",
            unit,
            {**size, "logit_soft_cap": 30.0, "reverse_dtype": "float32"},
            drawn(2, 3, scale=1000.0),
            options=back,
        ),
        case("weights of its own", unit, {**size, "tie_weights": False}, indices(6, 2, 4)),
        case(
            "back, weights of its own, penalties",
            unit,
            {
                **size,
                "tie_weights": False,
                "embeddings_regularizer": L.L2(0.01),
                "activity_regularizer": L.L1(0.1),
                "embeddings_initializer": "glorot_normal",
                "name": "words",
            },
            drawn(2, 3, 3),
            options=back,
        ),
        case("back, adapted", unit, {**size, "lora_rank": 1}, drawn(2, 3, 3), options=back),
        *quantized_reversible_embedding(),
    ]


def quantized_reversible_embedding():
    unit = "ReversibleEmbedding"
    size = {"input_dim": 6, "output_dim": 3}
    untied = {**size, "tie_weights": False}

    def back(name, config, quantize, x=drawn(2, 4, 3), **rest):
        return case(f"back, {name}", unit, config, x, options={"reverse": True}, quantize=quantize, **rest)

    return [
        case("int8", unit, size, indices(6, 2, 4), quantize=INT8),
        case("int8, weights of its own", unit, untied, indices(6, 2, 4), quantize=INT8),
        case("int4", unit, size, indices(6, 2, 4), quantize=INT4),
        case("int4, blocks, weights of its own", unit, untied, indices(6, 2, 4), quantize=BLOCKS),
        case("int4, adapted", unit, {**size, "lora_rank": 1}, indices(6, 2, 4), quantize=COLUMNS),
        back("int8", size, INT8, gradients_by_input=False),
        back("int8, weights of its own", untied, INT8, gradients_by_input=False),
        back("int8, inputs of floats, capped", {**size, "logit_soft_cap": 0.5}, FLOATS_IN),
        back("int4", size, INT4),
        back("int4, blocks", size, BLOCKS),
        back("int4, weights of its own", untied, INT4),
        back("int4, blocks, weights of its own, capped", {**untied, "logit_soft_cap": 2.0}, BLOCKS),
        back("int4, columns", size, COLUMNS),
        back("int4, columns, weights of its own", untied, COLUMNS),
        back("int4, columns, inputs of int8", untied, COLUMNS_INT8, gradients_by_input=False),
    ]


def masking():
    unit = "Masking"
    x = np.float32([[[1, 2], [0, 3], [0, 0]], [[0, 0], [-1, -1], [0, 0]]])
    return [
        case("zeros", unit, {}, x),
        case("another value", unit, {"mask_value": -1.0}, x),
        case("a value with a fraction", unit, {"mask_value": 0.5}, x / 2),
        case("rank 2", unit, {}, x[0]),
        case("rank 4", unit, {}, x[:, :, :, None]),
        case("a mask before", unit, {}, x, masks=[STEPS]),
    ]


def input_layer():
    def one(name, config):
        fresh(1)
        layer = keras.layers.InputLayer(**config)
        return {
            "name": name,
            "config": given(config),
            "serialized": serialized(layer),
            "outputShape": list(layer.output.shape),
            "outputDtype": layer.output.dtype,
        }

    return [
        one("shape", {"shape": (3,)}),
        one("image", {"shape": (28, 28, 1)}),
        one("unknown length", {"shape": (None, 4)}),
        one("scalars", {"shape": ()}),
        one("batch size", {"shape": (3,), "batch_size": 5}),
        one("batch shape", {"batch_shape": (None, 3)}),
        one("integers and name", {"shape": (7,), "dtype": "int32", "name": "tokens"}),
        one("optional", {"shape": (3,), "optional": True}),
    ]


def identity():
    unit = "Identity"
    return [
        case("plain", unit, {}, drawn(3, 4)),
        case("rank 1, name", unit, {"name": "same"}, drawn(3)),
        case("mask", unit, {}, drawn(2, 3, 4), masks=[STEPS]),
    ]


def lambda_layer():
    """Of functions that both sides have; others have to be handed in."""
    unit = "Lambda"
    return [
        case("a named function", unit, {"function": keras.activations.softplus}, drawn(3, 4)),
        case("output shape", unit, {"function": keras.activations.tanh, "output_shape": (4,)}, drawn(3, 4)),
        case(
            "arguments", unit, {"function": keras.activations.elu, "arguments": {"alpha": 0.5}}, drawn(3, 4)
        ),
    ]


UNITS = {
    "Dense": dense,
    "EinsumDense": einsum_dense,
    "Embedding": embedding,
    "ReversibleEmbedding": reversible_embedding,
    "Masking": masking,
    "Identity": identity,
    "Lambda": lambda_layer,
    "InputLayer": input_layer,
}
