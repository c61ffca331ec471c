"""Models of random layers with random settings: what nobody thought of as a case.

`make(number, seed)` makes the same model whenever it is called with the same two numbers.
"""

from golden import keras, np
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
    """An input, its values, and what comes of it before anything is chosen by its shape."""
    kind = r.choice(["vector", "steps", "masked", "tokens", "image", "image", "volume"])
    if kind == "tokens":
        x = keras.Input((r.randint(1, 6),), dtype="int32", name="tokens")
        values = rng.integers(0, 5, (BATCH, x.shape[1])).astype("int32")
        return x, values, layers.Embedding(5, r.randint(1, 4), mask_zero=r.odds(0.7))(x)
    rank = {"vector": 1, "image": 3, "volume": 4}.get(kind, 2)
    x = keras.Input(tuple(r.randint(2, 6) for _ in range(rank)), name=kind)
    values = rng.standard_normal((BATCH, *x.shape[1:])).astype("float32")
    if kind != "masked":
        return x, values, x
    values[rng.random(values.shape[:2]) < 0.3] = 0.0
    return x, values, layers.Masking(0.0)(x)


def graph(r, rng):
    given, values, x = start(r, rng)
    for _ in range(r.randint(1, 5)):
        x = advance(r, x)
    return keras.Model(given, x, name="random"), values


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
    if model.inputs[0].name != "tokens":  # TensorFlow squares gradients of rows that are looked up twice one by one.
        optimizers += [keras.optimizers.Adam(0.002), keras.optimizers.RMSprop(0.002, centered=r.odds(0.5))]
    optimizer = r.choice(optimizers)
    loss = r.choice(LOSSES)
    model.compile(optimizer=optimizer, loss=loss, metrics=["mae"] if r.odds(0.5) else None, run_eagerly=True)
    targets = rng.uniform(0.1, 1.0, (BATCH, *model.output_shape[1:])).astype("float32")
    return model, [values], [targets]
