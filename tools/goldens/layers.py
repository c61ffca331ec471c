"""Layers: configuration, output shape, outputs, gradients, changed state and penalties of small awkward cases."""

from golden import array, arrays, fresh, given, keras, normal, np, plain, serialized, tf, variables, write

L = keras.regularizers


def case(
    name,
    unit,
    config,
    *inputs,
    training=False,
    xla=False,
    scale=0.5,
    merge=False,
    apart=False,
    masks=None,
    states=0,
    options=None,
):
    """`xla` for what TensorFlow's kernels for processors lack; `merge` for layers that take a list, `apart` for those
    that take several arguments, which are a list for Myelin; `options` are further arguments of the call.

    `masks` has one for each input, or None. The last `states` inputs are first states of a recurrent layer, or what a
    cell takes after its input; several outputs stand side by side.
    """
    rng = fresh(len(name) + sum(map(ord, name)))
    # A function, where the names of layers within count from the start.
    config = config() if callable(config) else config
    inputs = [make(rng) if callable(make) else make for make in inputs]
    layer = getattr(keras.layers, unit)(**config)
    shapes = [x.shape for x in inputs[: len(inputs) - states]]
    unknown = [(None, *shape[1:]) for shape in shapes]
    layer.build(*unknown) if apart else layer.build(unknown if merge else unknown[0])
    for variable in layer.weights:
        drawn = normal(rng, *variable.shape, scale=scale)
        variable.assign(np.abs(drawn) + np.float32(0.3) if "variance" in variable.name else drawn)
    before = variables(layer.weights)
    options = options or {}
    scores = options.get("return_attention_scores", False)
    output_shape = output_shapes(unit, layer, shapes if merge or apart else shapes[0], scores)
    upstream = normal(rng, *joined_shape(output_shape))

    @tf.function(jit_compile=xla)
    def step(*tensors):
        floats = [x for x in tensors if x.dtype.is_floating]
        with tf.GradientTape() as tape:
            tape.watch(floats)
            given_masks(tensors, masks)
            if apart:
                outputs = layer(*tensors, training=training, **options)
            else:
                outputs = call(unit, layer, tensors, states, merge, training, masks)
            output = joined(outputs)
            total = tf.reduce_sum(output * upstream)
        sources = [*floats, *[v.value for v in layer.trainable_variables]]
        gradients = tape.gradient(total, sources, unconnected_gradients="zero")
        gradients = [tf.convert_to_tensor(gradient) for gradient in gradients]
        first = keras.tree.flatten(outputs)[0]
        output_mask = keras.src.backend.get_keras_mask(first)
        return output, gradients, layer.losses, [] if output_mask is None else [output_mask]

    output, gradients, losses, output_masks = step(*[tf.constant(x) for x in inputs])
    floats = sum(x.dtype == np.float32 for x in inputs)
    return {
        "name": name,
        "config": given(config),
        "serialized": serialized(layer),
        "training": training,
        "inputs": arrays(inputs),
        **({"states": states} if states and not is_cell(unit) else {}),
        **({"options": {key: described(value) for key, value in options.items()}} if options else {}),
        **({} if masks is None else {"masks": [None if mask is None else array(mask) for mask in masks]}),
        **({"outputMask": array(output_masks[0])} if output_masks else {}),
        "weights": before,
        "output": array(output),
        "upstream": array(upstream),
        "inputGradients": arrays(gradients[:floats]),
        "weightGradients": arrays(gradients[floats:]),
        "updatedState": variables(layer.non_trainable_variables) if training else [],
        "losses": arrays(losses),
        "outputShape": plain(output_shapes(unit, layer, unknown if merge or apart else unknown[0])),
    }


def described(value):
    return array(value) if isinstance(value, np.ndarray) else value


def is_cell(unit):
    return unit.endswith("Cell") or unit == "StackedRNNCells"


def call(unit, layer, tensors, states, merge, training, masks):
    if is_cell(unit):
        return layer(tensors[0], as_states(layer.state_size, list(tensors[1:])), training=training)
    if not states:
        return layer(list(tensors) if merge else tensors[0], training=training)
    # A layer that is given first states does not see the mask that its input carries.
    mask = {} if masks is None else {"mask": tf.constant(masks[0])}
    return layer(tensors[0], initial_state=list(tensors[1:]), training=training, **mask)


def as_states(sizes, tensors):
    """Lists of states as deep as the sizes; takes the tensors away."""
    sizes = sizes if isinstance(sizes, (list, tuple)) else [sizes]
    return [
        as_states(size, tensors) if isinstance(size, (list, tuple)) else tensors.pop(0) for size in sizes
    ]


def output_shapes(unit, layer, shape, scores=False):
    """One shape, or those of several outputs."""
    if unit == "MultiHeadAttention":
        query, value = shape[:2]
        output = layer.compute_output_shape(*shape)
        # Keras says that there are as many keys as queries, whatever their number.
        return [output, (query[0], layer.num_heads, *query[1:-1], *value[1:-1])] if scores else output
    if is_cell(unit):
        return [(shape[0], size) for size in (layer.output_size, *keras.tree.flatten(layer.state_size))]
    if unit == "EinsumDense":
        # Keras leaves open what its options leave open, and turns axes around that `...` stands for.
        return (shape[0], *layer(np.zeros((1, *shape[1:]), "float32")).shape[1:])
    shapes = flat_shapes(layer.compute_output_shape(shape))
    return shapes[0] if len(shapes) == 1 else shapes


def flat_shapes(shapes):
    if not isinstance(shapes[0], (list, tuple)):
        return [tuple(shapes)]
    return [shape for one in shapes for shape in flat_shapes(one)]


def joined(outputs):
    """Several outputs side by side, example by example."""
    outputs = keras.tree.flatten(outputs)
    if len(outputs) == 1:
        return outputs[0]
    return tf.concat([tf.reshape(output, (output.shape[0], -1)) for output in outputs], axis=1)


def joined_shape(shape):
    if not isinstance(shape[0], (list, tuple)):
        return shape
    return (shape[0][0], sum(int(np.prod(one[1:])) for one in shape))


def given_masks(tensors, masks):
    for tensor, mask in zip(tensors, masks or []):
        if mask is not None:
            keras.src.backend.set_keras_mask(tensor, tf.constant(mask))


def drawn(*shape, scale=1.0):
    return lambda rng: normal(rng, *shape, scale=scale)


def indices(below, *shape):
    return lambda rng: rng.integers(0, below, shape).astype("int32")


def bools(*rows):
    return np.array(rows, bool)


# Two examples of three steps.
STEPS = bools([1, 1, 0], [0, 1, 0])


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
    ]


def activation():
    unit = "Activation"
    return [
        case("relu", unit, {"activation": "relu"}, drawn(3, 4)),
        case("softmax of rank 3", unit, {"activation": "softmax"}, drawn(2, 3, 4)),
        case("none", unit, {"activation": None}, drawn(3, 4)),
        case("linear", unit, {"activation": "linear"}, drawn(3, 4)),
        case("alias", unit, {"activation": "swish"}, drawn(3, 4)),
        case("rank 1", unit, {"activation": "tanh"}, drawn(5)),
        case("mask", unit, {"activation": "relu"}, drawn(2, 3, 4), masks=[STEPS]),
    ]


def relu():
    unit = "ReLU"
    options = {"max_value": 1.5, "negative_slope": 0.1, "threshold": 0.25}
    return [
        case("plain", unit, {}, drawn(3, 4)),
        case("largest value", unit, {"max_value": 1.0}, drawn(3, 4)),
        case("slope", unit, {"negative_slope": 0.25}, drawn(3, 4)),
        case("threshold", unit, {"threshold": 0.5}, drawn(3, 4)),
        case("all options", unit, options, drawn(2, 3, 4)),
        case("largest value 0", unit, {"max_value": 0.0, "negative_slope": 0.5}, drawn(3, 4)),
        case("mask", unit, {}, drawn(2, 3, 4), masks=[STEPS]),
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


def flatten():
    unit = "Flatten"
    return [
        case("rank 4", unit, {}, drawn(2, 3, 2, 4)),
        case("rank 3", unit, {}, drawn(2, 3, 4)),
        case("rank 2", unit, {}, drawn(3, 4)),
        case("rank 1", unit, {}, drawn(5)),
        case("channels first", unit, {"data_format": "channels_first"}, drawn(2, 3, 2, 4)),
        case("channels first of rank 3", unit, {"data_format": "channels_first"}, drawn(2, 3, 4)),
        case("batch of one", unit, {}, drawn(1, 2, 3)),
    ]


def reshape():
    unit = "Reshape"
    return [
        case("to an image", unit, {"target_shape": (3, 4, 1)}, drawn(2, 12)),
        case("one length left open", unit, {"target_shape": (-1, 2)}, drawn(2, 3, 4)),
        case("open length last", unit, {"target_shape": (2, -1)}, drawn(3, 8)),
        case("to one axis", unit, {"target_shape": (-1,)}, drawn(2, 3, 2)),
        case("same shape", unit, {"target_shape": (3, 2)}, drawn(4, 3, 2)),
    ]


def dropout():
    unit = "Dropout"
    return [
        case("inference", unit, {"rate": 0.5}, drawn(3, 4)),
        case("rate 0 in training", unit, {"rate": 0.0}, drawn(3, 4), training=True),
        case("rate 0, whole number", unit, {"rate": 0}, drawn(3, 4)),
        case(
            "noise shape and seed",
            unit,
            {"rate": 0.25, "noise_shape": (None, 1, 4), "seed": 5},
            drawn(2, 3, 4),
        ),
        # Everything is dropped, so that chance decides nothing.
        case("rate 1 in training", unit, {"rate": 1.0}, drawn(3, 4), training=True),
        case("mask", unit, {"rate": 0.5}, drawn(2, 3, 4), masks=[STEPS]),
        case("mask in training", unit, {"rate": 1.0}, drawn(2, 3, 4), training=True, masks=[STEPS]),
    ]


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


def tied():
    """Every window has its largest value more than once."""
    return np.tile(np.float32([[1, 1], [1, 0]]), (2, 3)).reshape(1, 4, 6, 1)


def pooling(unit):
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
    ]


def multi_head_attention():
    unit = "MultiHeadAttention"
    two = {"num_heads": 2, "key_dim": 2}
    queries, values, keys = drawn(2, 3, 3), drawn(2, 5, 2), drawn(2, 5, 1)
    same = lambda *shape: [same_input(*shape)] * 2  # noqa: E731
    # Of queries, and of values; the third query of the second example may see nothing.
    living, shown = bools([1, 1, 0], [0, 1, 1]), bools([1, 1, 0, 1, 1], [0, 1, 1, 0, 0])
    seen = np.array([[[1, 0, 1, 1, 0], [1, 1, 1, 1, 1], [0, 0, 0, 1, 0]], [[0, 1, 0, 0, 1], [1, 0, 0, 0, 1], [0] * 5]])
    seen = seen.astype(bool)
    by_head = np.stack([seen, seen[::-1] | seen], axis=1)

    def attention(name, config, *inputs, masks=None, training=False, **options):
        return case(name, unit, config, *inputs, apart=True, masks=masks, training=training, options=options)

    scores = {"return_attention_scores": True}
    causal = {"use_causal_mask": True}
    return [
        attention("query and value", two, queries, values),
        attention("self-attention", two, *same(2, 3, 3)),
        attention("scores", two, queries, values, **scores),
        attention("value size, no bias", {**two, "value_dim": 3, "use_bias": False}, queries, values),
        attention("output shape", {**two, "output_shape": 5}, queries, values),
        attention("output shape of two axes", {**two, "output_shape": (2, 3)}, queries, values),
        attention("causal", two, *same(2, 4, 3), **causal),
        attention("causal, more keys, scores", two, queries, values, **causal, **scores),
        attention("causal, fewer keys", two, drawn(2, 4, 3), drawn(2, 2, 3), **causal),
        attention("mask of the call", two, queries, values, attention_mask=seen),
        attention("mask of the call, scores", two, queries, values, attention_mask=seen, **scores),
        attention("mask of the call by head, causal", two, queries, values, attention_mask=by_head, **causal),
        attention("mask of the query", two, queries, values, masks=[living, None]),
        attention("mask of the value", two, queries, values, masks=[None, shown]),
        attention("masks of all, causal", two, queries, values, keys, masks=[living, shown, shown], **causal),
        attention("sliding window, causal", {**two, "sliding_window": 2}, *same(2, 5, 3), **causal),
        attention("gate", {**two, "use_gate": True, "value_dim": 3}, queries, values),
        attention("two attention axes", two, drawn(2, 2, 2, 3), drawn(2, 3, 1, 3)),
        attention("attention axis 1 of two", {**two, "attention_axes": 1}, drawn(2, 3, 2, 3), drawn(2, 2, 2, 3)),
        attention("attention axis 2 of two", {**two, "attention_axes": (2,)}, drawn(2, 2, 3, 3), drawn(2, 2, 2, 3)),
        attention("dropout at inference", {**two, "dropout": 0.25, "seed": 3}, queries, values),
        # Everything is dropped, so that chance decides nothing.
        attention("dropout of everything in training", {**two, "dropout": 1.0}, queries, values, training=True),
        attention(
            "penalties, initializers and name",
            {
                **two,
                "kernel_regularizer": L.L2(0.01),
                "bias_regularizer": "l1",
                "activity_regularizer": L.L2(0.1),
                "kernel_initializer": "he_normal",
                "bias_initializer": "ones",
                "trainable": False,
                "name": "heads",
            },
            queries,
            values,
        ),
    ]


def same_input(*shape):
    return normal(np.random.default_rng(5), *shape)


def add():
    unit = "Add"
    return [
        case("two", unit, {}, drawn(2, 3), drawn(2, 3), merge=True),
        case("three", unit, {}, drawn(2, 3, 2), drawn(2, 3, 2), drawn(2, 3, 2), merge=True),
        case("lengths of one", unit, {}, drawn(2, 3, 4), drawn(2, 1, 4), merge=True),
        case("lengths of one on both sides", unit, {}, drawn(2, 3, 1), drawn(2, 1, 4), merge=True),
        case("ranks 3 and 2", unit, {}, drawn(2, 3, 3), drawn(2, 3), merge=True),
        case("the same twice", unit, {}, *[np.float32([[1, -2], [3, 4]])] * 2, merge=True),
        case("masks", unit, {}, *[drawn(2, 3, 4)] * 2, merge=True, masks=[STEPS, ~STEPS[::-1]]),
        case("one mask", unit, {}, *[drawn(2, 3, 4)] * 2, merge=True, masks=[STEPS, None]),
    ]


def concatenate():
    unit = "Concatenate"
    return [
        case("last axis", unit, {}, drawn(2, 3), drawn(2, 4), merge=True),
        case("three", unit, {}, drawn(2, 1), drawn(2, 2), drawn(2, 3), merge=True),
        case("axis 1 of rank 3", unit, {"axis": 1}, drawn(2, 3, 2), drawn(2, 1, 2), merge=True),
        case("axis -2 of rank 4", unit, {"axis": -2}, drawn(2, 2, 1, 3), drawn(2, 2, 2, 3), merge=True),
        case("axis 1 of images", unit, {"axis": 1}, drawn(1, 2, 3, 2), drawn(1, 1, 3, 2), merge=True),
        case("masks", unit, {}, *[drawn(2, 3, 4)] * 2, merge=True, masks=[STEPS, STEPS[::-1]]),
        case("one mask", unit, {}, *[drawn(2, 3, 4)] * 2, merge=True, masks=[None, STEPS]),
        case("masks, axis 1", unit, {"axis": 1}, *[drawn(2, 3, 4)] * 2, merge=True, masks=[STEPS, None]),
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
    ]


# Three examples of four steps: masked at the ends, in the middle, and everywhere.
LIVES = bools([0, 1, 1, 0], [1, 0, 1, 1], [0, 0, 0, 0])


def recurrent(unit, states=1):
    """Cases that all recurrent layers have; `states` is how many states the layer has."""
    units = {"units": 3}
    x, firsts = drawn(3, 4, 2), [drawn(3, 3)] * states
    everything = {**units, "return_sequences": True, "return_state": True}
    return [
        case("last step", unit, units, x),
        case("all steps and states", unit, everything, x),
        case("backwards, all steps and states", unit, {**everything, "go_backwards": True}, x),
        case("first states", unit, units, x, *firsts, states=states),
        case("mask", unit, units, x, masks=[LIVES]),
        case("mask, backwards", unit, {**everything, "go_backwards": True}, x, masks=[LIVES]),
        case("mask, unrolled", unit, {**everything, "unroll": True}, x, masks=[LIVES]),
        case(
            "mask, zero outputs",
            unit,
            {**everything, "zero_output_for_mask": True},
            x,
            masks=[LIVES],
        ),
        case("mask, first states", unit, everything, x, *firsts, masks=[LIVES] + [None] * states, states=states),
        case(
            "mask, first states, last step",
            unit,
            units,
            x,
            *firsts,
            masks=[LIVES] + [None] * states,
            states=states,
        ),
        case(
            "another activation, mask, first states",
            unit,
            {**everything, "activation": "softsign", "go_backwards": True},
            x,
            *firsts,
            masks=[LIVES] + [None] * states,
            states=states,
        ),
        case("no activation", unit, {**units, "activation": None}, x),
        case("no bias", unit, {**everything, "use_bias": False}, x),
        case("dropout at inference", unit, {**units, "dropout": 0.25, "recurrent_dropout": 0.5}, x),
        case("one step, one unit, one feature", unit, {"units": 1}, drawn(1, 1, 1)),
        case("wide", unit, {"units": 9, "return_sequences": True}, drawn(5, 7, 11)),
        case(
            "penalties, initializers, seed and name",
            unit,
            {
                **units,
                "kernel_initializer": "he_normal",
                "recurrent_initializer": keras.initializers.RandomUniform(-0.1, 0.1, seed=7),
                "bias_initializer": "ones",
                "kernel_regularizer": L.L2(0.01),
                "recurrent_regularizer": "l1",
                "bias_regularizer": L.L1L2(0.01, 0.02),
                "activity_regularizer": L.L2(0.1),
                "dropout": 0.5,
                "seed": 3,
                "name": "memory",
            },
            x,
        ),
        case("frozen", unit, {**units, "trainable": False}, x),
    ]


def lstm():
    return [
        *recurrent("LSTM", states=2),
        case("no forget bias", "LSTM", {"units": 3, "unit_forget_bias": False}, drawn(3, 4, 2)),
        case("another gate", "LSTM", {"units": 3, "recurrent_activation": "hard_sigmoid"}, drawn(3, 4, 2)),
    ]


def gru():
    unit = "GRU"
    before = {"units": 3, "reset_after": False}
    everything = {**before, "return_sequences": True, "return_state": True}
    first = {"masks": [LIVES, None], "states": 1}
    return [
        *recurrent(unit),
        case("another gate", unit, {"units": 3, "recurrent_activation": "hard_sigmoid"}, drawn(3, 4, 2)),
        case("reset before", unit, before, drawn(3, 4, 2)),
        case("reset before, mask, first state", unit, everything, drawn(3, 4, 2), drawn(3, 3), **first),
        case(
            "reset before, another activation, no bias",
            unit,
            {**before, "activation": "relu", "use_bias": False},
            drawn(3, 4, 2),
        ),
    ]


def cell(unit, states=1):
    units, firsts = {"units": 3}, [drawn(4, 3)] * states
    return [
        case("plain", unit, units, drawn(4, 2), *firsts, states=states),
        case("another activation", unit, {**units, "activation": "relu"}, drawn(4, 2), *firsts, states=states),
        case("no bias", unit, {**units, "use_bias": False}, drawn(4, 2), *firsts, states=states),
        case(
            "dropout at inference",
            unit,
            {**units, "dropout": 0.25, "recurrent_dropout": 0.5, "seed": 1},
            drawn(4, 2),
            *firsts,
            states=states,
        ),
    ]


def gru_cell():
    unit = "GRUCell"
    before = {"units": 3, "reset_after": False}
    return [*cell(unit), case("reset before", unit, before, drawn(4, 2), drawn(4, 3), states=1)]


def rnn():
    unit, cells = "RNN", keras.layers
    x, everything = drawn(3, 4, 2), {"return_sequences": True, "return_state": True}
    stack = lambda: [cells.LSTMCell(3), cells.GRUCell(2), cells.SimpleRNNCell(2)]  # noqa: E731
    return [
        case("one cell", unit, lambda: {"cell": cells.LSTMCell(3)}, x),
        case("mask", unit, lambda: {"cell": cells.GRUCell(3), **everything}, x, masks=[LIVES]),
        case(
            "first state, backwards",
            unit,
            lambda: {"cell": cells.SimpleRNNCell(3, activation="relu"), "go_backwards": True, **everything},
            x,
            drawn(3, 3),
            states=1,
        ),
        case("several cells", unit, lambda: {"cell": stack()}, x),
        case("several cells, mask", unit, lambda: {"cell": stack(), **everything}, x, masks=[LIVES]),
        case(
            "several cells, another activation, mask, zero outputs",
            unit,
            lambda: {
                "cell": [cells.LSTMCell(3), cells.GRUCell(2, activation="relu")],
                "zero_output_for_mask": True,
                **everything,
            },
            x,
            masks=[LIVES],
        ),
    ]


def stacked_rnn_cells():
    cells = keras.layers
    stack = lambda: {"cells": [cells.LSTMCell(3), cells.GRUCell(2)]}  # noqa: E731
    states = [drawn(4, 3), drawn(4, 3), drawn(4, 2)]
    return [case("two cells", "StackedRNNCells", stack, drawn(4, 2), *states, states=3)]


def bidirectional():
    unit, l = "Bidirectional", keras.layers
    x = drawn(3, 4, 2)
    everything = {"return_sequences": True, "return_state": True}
    return [
        case("last steps", unit, lambda: {"layer": l.LSTM(3)}, x),
        case("all steps, mask", unit, lambda: {"layer": l.GRU(3, return_sequences=True)}, x, masks=[LIVES]),
        case("last steps, mask", unit, lambda: {"layer": l.LSTM(3)}, x, masks=[LIVES]),
        case("sum, states", unit, lambda: {"layer": l.LSTM(3, **everything), "merge_mode": "sum"}, x),
        case("product", unit, lambda: {"layer": l.SimpleRNN(3), "merge_mode": "mul"}, x),
        case("mean", unit, lambda: {"layer": l.GRU(3), "merge_mode": "ave"}, x),
        case("two outputs", unit, lambda: {"layer": l.GRU(3, **everything), "merge_mode": None}, x, masks=[LIVES]),
        case(
            "first states, mask",
            unit,
            lambda: {"layer": l.SimpleRNN(3, **everything)},
            x,
            drawn(3, 3),
            drawn(3, 3),
            masks=[LIVES, None, None],
            states=2,
        ),
        case(
            "another layer for the way back, and name",
            unit,
            lambda: {
                "layer": l.LSTM(3, name="there"),
                "backward_layer": l.GRU(3, go_backwards=True, name="back"),
                "name": "both",
            },
            x,
        ),
        case("cells", unit, lambda: {"layer": l.RNN([l.LSTMCell(3), l.GRUCell(2)])}, x),
    ]


def time_distributed():
    unit, l = "TimeDistributed", keras.layers
    return [
        case("dense", unit, lambda: {"layer": l.Dense(3, activation="relu")}, drawn(2, 3, 4)),
        case("mask", unit, lambda: {"layer": l.Dense(3)}, drawn(2, 3, 4), masks=[STEPS]),
        case("images", unit, lambda: {"layer": l.Conv2D(2, 2)}, drawn(2, 3, 4, 4, 1)),
        case("sequences", unit, lambda: {"layer": l.LSTM(3)}, drawn(2, 3, 4, 2)),
        case("training", unit, lambda: {"layer": l.BatchNormalization()}, drawn(4, 3, 2), training=True),
    ]


def main():
    for unit, make in {
        "Dense": dense,
        "BatchNormalization": batch_normalization,
        "Dropout": dropout,
        "Add": add,
        "InputLayer": input_layer,
        "Activation": activation,
        "ReLU": relu,
        "Embedding": embedding,
        "Masking": masking,
        "GlobalAveragePooling1D": global_average_pooling1d,
        "GlobalAveragePooling2D": global_average_pooling2d,
        "GlobalMaxPooling2D": global_max_pooling2d,
        "Flatten": flatten,
        "Reshape": reshape,
        "Conv1D": conv1d,
        "Conv2D": conv2d,
        "Conv2DTranspose": conv2d_transpose,
        "LayerNormalization": layer_normalization,
        "EinsumDense": einsum_dense,
        "MultiHeadAttention": multi_head_attention,
        "MaxPooling2D": lambda: pooling("MaxPooling2D"),
        "AveragePooling2D": lambda: pooling("AveragePooling2D"),
        "Concatenate": concatenate,
        "LSTM": lstm,
        "GRU": gru,
        "SimpleRNN": lambda: recurrent("SimpleRNN"),
        "LSTMCell": lambda: cell("LSTMCell", states=2),
        "GRUCell": gru_cell,
        "SimpleRNNCell": lambda: cell("SimpleRNNCell"),
        "RNN": rnn,
        "StackedRNNCells": stacked_rnn_cells,
        "Bidirectional": bidirectional,
        "TimeDistributed": time_distributed,
    }.items():
        write("layers", unit, make())


if __name__ == "__main__":
    main()
