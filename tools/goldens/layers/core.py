"""Layers of the core: dense ones, embeddings, masks and inputs."""

from golden import drawn, fresh, given, keras, np, serialized
from layers.case import STEPS, L, case, indices


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
