"""Models as Keras 2 saved them (`.h5`, `.keras` and configurations), and as Keras 3 saves `.h5`, with what they predict.

Needs `tf-keras` beside what `requirements.txt` names. Files: `../../packages/conformance/goldens/keras2/`.
"""

import json

from golden import FOLDER, arrays, fresh, keras, normal, plain, tf

import tf_keras

KINDS = {"keras2": tf_keras, "keras3": keras}


def dense(k, rng):
    """A list of layers whose first one knows the shape."""
    layers = [
        k.layers.Dense(4, activation="relu", input_shape=(3,), kernel_regularizer="l2")
        if k is tf_keras
        else k.layers.Input((3,)),
        k.layers.Dropout(0.5),
        k.layers.LeakyReLU(0.1),
        k.layers.Dense(2, activation="softmax"),
    ]
    return k.Sequential(layers, name="dense_net"), [normal(rng, 4, 3)]


def images(k, rng):
    """Convolutions whose configurations have keys that Keras 3 refuses."""
    x = first = k.layers.Input((6, 6, 2), name="image")
    x = k.layers.Conv2D(3, 2, padding="same", use_bias=False)(x)
    x = k.layers.BatchNormalization()(x)
    x = k.layers.ReLU(max_value=2.0)(x)
    x = k.layers.Conv2DTranspose(2, 2)(x)
    x = k.layers.MaxPooling2D()(x)
    x = k.layers.Flatten()(x)
    return k.Model(first, k.layers.Dense(2)(x), name="images"), [normal(rng, 3, 6, 6, 2)]


def shared(k, rng):
    """Shared and nested parts, two inputs, two outputs, a layer without weights between."""
    left, right = k.layers.Input((3,), name="left"), k.layers.Input((3,), name="right")
    twice = k.layers.Dense(2, activation="tanh", name="twice")
    inner_input = k.layers.Input((2,))
    inner = k.Model(inner_input, k.layers.Dense(2, name="within")(inner_input), name="inner")
    a, b = inner(twice(left)), twice(right)
    both = k.layers.Concatenate(name="both")([a, b])
    outputs = [k.layers.Dense(1, name="one")(both), k.layers.Add(name="sum")([a, b])]
    return k.Model([left, right], outputs, name="shared"), [normal(rng, 4, 3), normal(rng, 4, 3)]


def recurrent(k, rng):
    words = k.layers.Input((5,), dtype="int32", name="words")
    x = k.layers.Embedding(7, 3, mask_zero=True, **({"input_length": 5} if k is tf_keras else {}))(words)
    x = k.layers.LSTM(3, return_sequences=True)(x)
    x = k.layers.Bidirectional(k.layers.GRU(2, return_sequences=True))(x)
    x = k.layers.SimpleRNN(3)(x)
    return k.Model(words, k.layers.Dense(1)(x), name="recurrent"), [rng.integers(0, 7, (3, 5)).astype("int32")]


def operators(k, rng):
    """Operations between layers: Keras 2 keeps them as TFOpLambda."""
    left, right = k.layers.Input((3,), name="left"), k.layers.Input((3,), name="right")
    x = k.layers.Dense(3, name="first")(left) + right * 2.0 - 0.5
    x = tf.nn.relu(x) / (1.0 + tf.exp(-right))
    x = tf.reduce_mean(tf.reshape(x, (-1, 3, 1)), axis=1)
    return k.Model([left, right], x, name="operators"), [normal(rng, 4, 3), normal(rng, 4, 3)]


def attention(k, rng):
    query, value = k.layers.Input((3, 4), name="query"), k.layers.Input((5, 4), name="value")
    x = k.layers.MultiHeadAttention(2, 3, name="heads")(query, value)
    x = k.layers.LayerNormalization()(k.layers.Add()([query, x]))
    x = k.layers.GlobalAveragePooling1D()(x)
    return k.Model([query, value], x, name="attention"), [normal(rng, 2, 3, 4), normal(rng, 2, 5, 4)]


# `.keras` of Keras 2 has another order of weights within layers of some kinds.
FILES = [
    ("dense", dense, "keras2", "h5"),
    ("dense", dense, "keras2", "keras"),
    ("dense", dense, "keras3", "h5"),
    ("images", images, "keras2", "h5"),
    ("images", images, "keras2", "keras"),
    ("images", images, "keras3", "h5"),
    ("shared", shared, "keras2", "h5"),
    ("shared", shared, "keras2", "keras"),
    ("shared", shared, "keras3", "h5"),
    ("recurrent", recurrent, "keras2", "h5"),
    ("recurrent", recurrent, "keras2", "keras"),
    ("operators", operators, "keras2", "h5"),
    ("attention", attention, "keras2", "h5"),
    ("attention", attention, "keras2", "keras"),
]


def save(name, make, kind, suffix):
    k = KINDS[kind]
    tf_keras.backend.clear_session()
    rng = fresh(sum(map(ord, name)))
    model, inputs = make(k, rng)
    model.set_weights([w + normal(rng, *w.shape, scale=0.3) for w in map(abs, model.get_weights())])
    compiled = suffix == "h5" and kind == "keras2"
    if compiled:
        model.compile(optimizer="adam", loss="mse")
    path = FOLDER / "keras2" / f"{name}-{kind}.{suffix}"
    path.parent.mkdir(parents=True, exist_ok=True)
    model.save(path)
    outputs = model.predict(inputs if len(inputs) > 1 else inputs[0], verbose=0)
    record = {"inputs": arrays(inputs), "outputs": arrays(outputs if isinstance(outputs, list) else [outputs])}
    path.with_suffix(f".{suffix}.json").write_text(json.dumps(plain(record), separators=(",", ":")) + "\n")
    print(f"{path.stat().st_size:8,}  {path.name}")


def main():
    for file in FILES:
        save(*file)


if __name__ == "__main__":
    main()
