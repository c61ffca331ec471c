"""Models of random layers with random settings: what nobody thought of as a case.

`make(number, seed)` makes the same model whenever it is called with the same two numbers.
"""

import record
from golden import keras, np
from random_inputs import INPUTS
from random_layers import LAYERS, Chooser, attending, on_features, pick, pointwise

layers = keras.layers
LOSSES = ("mse", "mae", "huber", "log_cosh", "cosine_similarity")
BATCH = 7


def operation(r, x):
    """An operation in the graph, in place of a layer."""
    ops = keras.ops
    return r.choice(
        [
            lambda: x * r.choice([0.5, -2.0]) + 1.0,
            lambda: ops.tanh(x) - x,
            lambda: 1.0 / (1.0 + ops.square(x)),
            lambda: ops.concatenate([x, -x], axis=r.choice([-1, 1])),
            lambda: ops.mean(x, axis=1, keepdims=True) + x,
            lambda: ops.maximum(x, ops.flip(x, axis=1)),
            lambda: ops.where(x > 0.1, x, 0.3 * x),
            lambda: x[:, : max(1, x.shape[1] - 1)],
            lambda: ops.clip(x, -0.5, 0.8),
        ]
    )()


def twice(r, x):
    """A layer that is called twice."""
    layer = layers.Dense(x.shape[-1], activation=r.activation(), **r.weights())
    return layer(layer(x))


def merge(r, x):
    """Two branches of one tensor, and what becomes of them."""
    other = twice(r, x) if r.odds(0.5) else pick(r, pointwise(r, x.shape))(x)
    branches = [pick(r, pointwise(r, x.shape))(x), other]
    made = [layers.Add, layers.Subtract, layers.Multiply, layers.Average, layers.Maximum, layers.Minimum]
    made += [lambda: layers.Concatenate(axis=r.choice([-1, 1]))] * 2
    if len(x.shape) < 4:
        made += [lambda: layers.Dot(axes=-1, normalize=r.odds(0.5))]
    return pick(r, made)(branches)


def advance(r, x):
    """One more layer."""
    kind = r.random()
    if kind < 0.08:
        return operation(r, x)
    if kind < 0.2:
        return merge(r, x)
    if kind < 0.3 and len(x.shape) == 3:
        return attending(r)(x)
    if kind < 0.45:
        return pick(r, pointwise(r, x.shape))(x)
    if kind < 0.55:
        return pick(r, on_features(r, x.shape))(x)
    return pick(r, LAYERS[len(x.shape)](r, x.shape))(x)


def start(r, rng):
    x, values = r.choice(INPUTS)(r, rng, BATCH)
    for _ in range(r.randint(0, 2)):
        x = advance(r, x)
    return x, values


def graph(r, rng):
    """A model of one or two inputs, and their values."""
    started = [start(r, rng) for _ in range(r.choice([1, 1, 1, 2]))]
    x = started[0][0]
    if len(started) > 1:
        x = layers.Concatenate()([layers.Flatten()(one) for one, _ in started])
    for _ in range(r.randint(1, 4)):
        x = advance(r, x)
    given = [keras.utils.get_source_inputs(one)[0] for one, _ in started]
    return keras.Model(given if len(given) > 1 else given[0], x, name="random"), [values for _, values in started]


def make(number, seed):
    """A model that is compiled, its inputs and its targets; raises what Keras does where settings do not fit."""
    keras.utils.clear_session()
    keras.utils.set_random_seed(seed * 100_003 + number)
    r, rng = Chooser(seed * 100_003 + number), np.random.default_rng([seed, number])
    model, values = graph(r, rng)
    for weight in model.weights:
        if "moving" in weight.path or "gamma" in weight.path:
            weight.assign(rng.uniform(0.5, 1.5, weight.shape))
    optimizers = [keras.optimizers.SGD(0.01, momentum=0.5)]
    # TensorFlow squares gradients of rows that are looked up twice one by one.
    if not any(isinstance(layer, layers.Embedding) for layer in model.layers):
        optimizers += [keras.optimizers.Adam(0.002, epsilon=0.01), keras.optimizers.RMSprop(0.002, epsilon=0.01)]
    optimizer = r.choice(optimizers)
    loss = r.choice(LOSSES)
    model.compile(optimizer=optimizer, loss=loss, metrics=["mae"] if r.odds(0.5) else None)
    record.hasten(model)
    targets = rng.uniform(0.1, 1.0, record.call(model, values)[0].shape).astype("float32")
    return model, values, [targets]
