"""One case of an op: operands and options, outputs, gradients, and its node in a graph."""

from golden import array, arrays, fresh, keras, mark_floats, normal, np, plain, serialized, tf


def case(unit, name, *operands, unknown=None, graph=True, gradients=True, spread=False, pairs=False, then=None, **options):
    """Operands are arrays, numbers, None, or lists of them; a callable draws one from a generator.

    `unknown` lists the arrays, counted through operands and options, whose first size a graph does not know; by
    default the first one and those that have its rank and first size. `graph=False` for what Keras cannot do in a
    graph, `gradients=False` where its gradients are others. `spread` hands the operands of a list over one by one, as `meshgrid` takes
    them; `pairs` hands each list over as one complex tensor, which is a pair of real ones here. `then` is given what the function returns, to settle
    what Keras leaves open.
    """
    rng = fresh(len(name) + sum(map(ord, name)))
    draw = lambda leaf: leaf(rng) if callable(leaf) else np.asarray(leaf) if isinstance(leaf, np.generic) else leaf
    operands, values = keras.tree.map_structure(draw, [list(operands), list(options.values())])
    options = dict(zip(options, values))
    function = getattr(keras.ops.image, unit, None) or getattr(keras.ops, unit)
    leaves = keras.tree.flatten([operands, list(options.values())])
    inputs = [leaf for leaf in leaves if isinstance(leaf, np.ndarray)]
    sources = [tf.constant(x) for x in inputs]

    def call(tensors):
        given = iter(tensors)
        args, chosen = keras.tree.map_structure(
            lambda leaf: next(given) if isinstance(leaf, np.ndarray) else leaf, [operands, list(options.values())]
        )
        args = args[0] if spread else args
        args = [tf.complex(*arg) for arg in args] if pairs else args
        outputs = function(*args, **dict(zip(options, chosen)))
        outputs = keras.tree.flatten(outputs if then is None else then(outputs))
        return [part for output in outputs for part in real_parts(output)]

    floats = [x for x in sources if x.dtype.is_floating]
    with tf.GradientTape() as tape:
        tape.watch(floats)
        outputs = [tf.convert_to_tensor(output) for output in call(sources)]
        weights = [normal(rng, *y.shape) if y.dtype.is_floating else None for y in outputs]
        total = sum(tf.reduce_sum(tf.cast(y, tf.float32) * w) for y, w in zip(outputs, weights) if w is not None)
    return {
        "name": name,
        "operands": described(operands),
        **({"options": {key.lower(): described(value) for key, value in options.items()}} if options else {}),
        "outputs": arrays([narrow(y) for y in outputs]),
        "upstream": arrays(weights),
        "inputGradients": gradients_of(tape, total if gradients else None, floats),
        **(graph_node(call, inputs, unknown) if graph and inputs and not pairs else {}),
    }


def gradients_of(tape, total, floats):
    """Of the arrays of floats; None where TensorFlow has none."""
    if not tf.is_tensor(total):
        return [None for _ in floats]
    try:
        return arrays([None if g is None else tf.convert_to_tensor(g) for g in tape.gradient(total, floats)])
    except (LookupError, NotImplementedError):
        return [None for _ in floats]


def graph_node(call, inputs, unknown):
    """What the op gives for symbolic tensors, and Keras' JSON of the operation, where it has one."""
    if unknown is None:
        first = inputs[0].shape
        unknown = [i for i, x in enumerate(inputs) if first and x.ndim == len(first) and x.shape[0] == first[0]]
    shapes = [(None, *x.shape[1:]) if i in unknown else x.shape for i, x in enumerate(inputs)]
    outputs = call([keras.KerasTensor(shape, str(x.dtype)) for shape, x in zip(shapes, inputs)])
    try:
        operation = serialized(outputs[0]._keras_history.operation)
    except (ValueError, NotImplementedError):
        # Tensors among the constructor's arguments.
        operation = None
    return {
        "graph": {
            "inputShapes": plain(shapes),
            "outputs": [{"shape": list(y.shape), "dtype": name_of(y.dtype)} for y in outputs],
            "operation": operation,
        }
    }


def real_parts(output):
    """Complex numbers are pairs of real ones here."""
    if name_of(output.dtype) != "complex64":
        return [output]
    return [tf.math.real(output), tf.math.imag(output)]


def name_of(dtype):
    return keras.backend.standardize_dtype(dtype)


def narrow(output):
    """float64 has no place in tensors here."""
    return tf.cast(output, tf.float32) if output.dtype == tf.float64 else output


def described(value):
    """Arrays stay arrays among numbers, lists and strings."""
    if isinstance(value, np.ndarray):
        return array(value)
    if isinstance(value, (list, tuple)):
        return [described(one) for one in value]
    if isinstance(value, slice) or value is Ellipsis:
        return keras.saving.serialize_keras_object(value)
    return mark_floats(plain(value))


def f32(*rows):
    return np.array(rows, "float32")


def i32(*rows):
    return np.array(rows, "int32")
