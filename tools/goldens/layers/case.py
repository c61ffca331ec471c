"""One case of a layer: configuration, output shape, outputs, gradients, changed state and penalties."""

from golden import array, arrays, bools, fresh, given, keras, normal, np, plain, serialized, tf, variables

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
    adapt=None,
    constant=False,
    quantize=None,
    gradients_by_input=True,
):
    """`xla` for what TensorFlow's kernels for processors lack; `merge` for layers that take a list, `apart` for those
    that take several arguments, which are a list for Myelin; `options` are further arguments of the call.

    `masks` has one for each input, or None. The last `states` inputs are first states of a recurrent layer, or what a
    cell takes after its input; several outputs stand side by side. `adapt` is what the layer learns from first.
    `constant` says that nothing flows back. `quantize` is a mode and a configuration, or None, by which the layer becomes
    quantized; without `gradients_by_input` those of Keras are left out, for they go through the scales of inputs alone.
    """
    rng = fresh(len(name) + sum(map(ord, name)))
    # A function, where the names of layers within count from the start.
    config = config() if callable(config) else config
    inputs = [make(rng) if callable(make) else make for make in inputs]
    layer = getattr(keras.layers, unit)(**config)
    shapes = [x.shape for x in inputs[: len(inputs) - states]]
    unknown = [(None, *shape[1:]) for shape in shapes]
    layer.build(*unknown) if apart else layer.build(unknown if merge else unknown[0])
    if adapt is not None:
        layer.adapt(adapt)
    for variable in layer.weights if adapt is None else []:
        drawn = normal(rng, *variable.shape, scale=scale)
        variable.assign(np.abs(drawn) + np.float32(0.3) if "variance" in variable.name else drawn)
    floats = variables(layer.weights)
    if quantize is not None:
        mode, quantization = quantize
        layer.quantize(mode, config=quantization)
    before = variables(layer.weights)
    options = options or {}
    scores = options.get("return_attention_scores", False)
    reverse = {"reverse": True} if options.get("reverse") else {}
    output_shape = output_shapes(unit, layer, shapes if merge or apart else shapes[0], scores, **reverse)
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
                outputs = call(unit, layer, tensors, states, merge, training, masks, options)
            output = joined(outputs)
            total = tf.reduce_sum(tf.cast(output, "float32") * upstream)
        sources = [*floats, *[v.value for v in layer.trainable_variables]]
        gradients = tape.gradient(total, sources, unconnected_gradients="zero")
        gradients = [tf.convert_to_tensor(gradient) for gradient in gradients]
        first = keras.tree.flatten(outputs)[0]
        output_mask = keras.src.backend.get_keras_mask(first)
        return output, gradients, layer.losses, [] if output_mask is None else [output_mask]

    output, gradients, losses, output_masks = step(*[tf.constant(x) for x in inputs])
    count = sum(x.dtype == np.float32 for x in inputs)
    return {
        "name": name,
        "config": given(config),
        "serialized": serialized(layer),
        "training": training,
        **({"constant": True} if constant else {}),
        **({} if adapt is None else {"adapt": array(adapt)}),
        **({} if quantize is None else {"quantize": {"mode": mode, "config": serialized(quantization), "weights": floats}}),
        "inputs": arrays(inputs),
        **({"states": states} if states and not is_cell(unit) else {}),
        **({"options": {key: described(value) for key, value in options.items()}} if options else {}),
        **({} if masks is None else {"masks": [None if mask is None else array(mask) for mask in masks]}),
        **({"outputMask": array(output_masks[0])} if output_masks else {}),
        "weights": before,
        "output": array(output),
        "upstream": array(upstream),
        "inputGradients": arrays(gradients[:count]) if gradients_by_input else [None] * count,
        "weightGradients": arrays(gradients[count:]),
        "updatedState": variables(layer.non_trainable_variables) if training else [],
        "losses": arrays(losses),
        "outputShape": plain(output_shapes(unit, layer, unknown if merge or apart else unknown[0], **reverse)),
    }


def described(value):
    return array(value) if isinstance(value, np.ndarray) else value


def is_cell(unit):
    return unit.endswith("Cell") or unit == "StackedRNNCells"


def call(unit, layer, tensors, states, merge, training, masks, options):
    if is_cell(unit):
        return layer(tensors[0], as_states(layer.state_size, list(tensors[1:])), training=training)
    if not states:
        return layer(list(tensors) if merge else tensors[0], training=training, **options)
    # A layer that is given first states does not see the mask that its input carries.
    mask = {} if masks is None else {"mask": tf.constant(masks[0])}
    return layer(tensors[0], initial_state=list(tensors[1:]), training=training, **mask)


def as_states(sizes, tensors):
    """Lists of states as deep as the sizes; takes the tensors away."""
    sizes = sizes if isinstance(sizes, (list, tuple)) else [sizes]
    return [
        as_states(size, tensors) if isinstance(size, (list, tuple)) else tensors.pop(0) for size in sizes
    ]


def output_shapes(unit, layer, shape, scores=False, **options):
    """One shape, or those of several outputs."""
    if unit.endswith("Attention"):
        query, value = shape[:2]
        apart = unit in ["MultiHeadAttention", "GroupQueryAttention"]
        output = layer.compute_output_shape(*shape) if apart else layer.compute_output_shape(shape)
        heads = [getattr(layer, key) for key in ["num_heads", "num_query_heads"] if hasattr(layer, key)]
        # Keras says that there are as many keys as queries, whatever their number.
        return [output, (query[0], *heads, *query[1:-1], *value[1:-1])] if scores else output
    if is_cell(unit):
        return [(shape[0], size) for size in (layer.output_size, *keras.tree.flatten(layer.state_size))]
    if unit == "EinsumDense":
        # Keras leaves open what its options leave open, and turns axes around that `...` stands for.
        return (shape[0], *layer(np.zeros((1, *shape[1:]), "float32")).shape[1:])
    shapes = flat_shapes(layer.compute_output_shape(shape, **options))
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


def indices(below, *shape):
    return lambda rng: rng.integers(0, below, shape).astype("int32")


# Two examples of three steps.
STEPS = bools([1, 1, 0], [0, 1, 0])
