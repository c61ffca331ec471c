"""Sequences of different lengths."""

from golden import fresh, keras, normal, np
from training.case import case, compiled

layers = keras.layers
Input = keras.Input


def sequences(rng, rows, steps, below):
    """Sequences of indices of different lengths, filled up with 0."""
    words = rng.integers(1, below, (rows, steps)).astype("int32")
    lengths = rng.integers(1, steps + 1, rows)
    return np.where(np.arange(steps) < lengths[:, None], words, 0).astype("int32")


def masks():
    rng = fresh(48)
    words = sequences(rng, 18, 5, 9)
    x = normal(rng, 18, 5, 3) * (words != 0)[:, :, None].astype("float32")
    label = (words.max(axis=1, keepdims=True) > 6).astype("float32")
    steps = normal(rng, 18, 5, 2)
    tags = (words % 3).astype("int32")
    fit = {"batch_size": 8, "epochs": 4}

    def model(stack, **arguments):
        keras.utils.clear_session()
        arguments = {"optimizer": keras.optimizers.Adam(0.02), **arguments}
        return compiled(keras.Sequential(stack()), **arguments)

    def vectors():
        # The penalty makes the gradient dense: of a sparse one, Keras on TensorFlow squares the parts before it adds
        # those of one index, so that adaptive optimizers would go astray.
        return layers.Embedding(9, 4, mask_zero=True, embeddings_regularizer=keras.regularizers.L2(0.01))

    def text(embedding):
        return lambda: [
            Input((5,), dtype="int32"),
            embedding(),
            layers.GlobalAveragePooling1D(),
            layers.Dense(1, activation="sigmoid"),
        ]

    def series():
        return [Input((5, 3)), layers.Masking(), layers.Dense(4, activation="tanh"), layers.Dense(2)]

    def normalized():
        return [
            Input((5, 3)),
            layers.Masking(),
            layers.Dense(4),
            layers.BatchNormalization(momentum=0.8),
            layers.ReLU(max_value=2.0, negative_slope=0.1),
            layers.Dropout(0.0),
            layers.Dense(2),
        ]

    def tagged():
        return [
            Input((5,), dtype="int32"),
            vectors(),
            layers.Dense(3),
            layers.Activation("softmax"),
        ]

    def nested():
        inner = keras.Sequential([Input((5, 3)), layers.Dense(3), layers.ReLU()], name="inner")
        return [Input((5, 3)), layers.Masking(), inner, layers.GlobalAveragePooling1D(), layers.Dense(1)]

    unmasked = ["mse", keras.metrics.RootMeanSquaredError()]
    rates = ["accuracy", keras.metrics.Precision()]
    return [
        case("text", model(text(vectors), loss="binary_crossentropy", metrics=rates), [words], [label], fit),
        case(
            "text, sparse gradients",
            model(
                text(lambda: layers.Embedding(9, 4, mask_zero=True)),
                loss="binary_crossentropy",
                optimizer=keras.optimizers.SGD(0.1, momentum=0.9),
            ),
            [words],
            [label],
            {**fit, "validation_split": 0.25},
        ),
        case(
            "a loss for each step",
            model(series, loss="mse", metrics=["mae", *unmasked], weighted_metrics=["mape"]),
            [x],
            [steps],
            {**fit, "validation_split": 0.25},
        ),
        case(
            "weights of steps",
            model(series, loss="mae", metrics=[], weighted_metrics=["mse"]),
            [x],
            [steps],
            fit,
            sample_weight=np.abs(normal(rng, 18, 5)),
        ),
        # The bias before a normalization has no gradient but rounding noise, which Adam would amplify.
        case(
            "batch normalization",
            model(normalized, loss="mse", optimizer=keras.optimizers.SGD(0.05, momentum=0.9)),
            [x],
            [steps],
            fit,
        ),
        case(
            "a class for each step",
            model(tagged, loss="sparse_categorical_crossentropy", metrics=["accuracy"]),
            [words],
            [tags],
            fit,
        ),
        case("a model within", model(nested, loss="mse"), [x], [label], fit),
    ]


def transformer():
    rng = fresh(49)
    words = sequences(rng, 14, 5, 9)
    following = np.concatenate([words[:, 1:], words[:, :1]], axis=1)
    label = (words.max(axis=1, keepdims=True) > 6).astype("float32")
    # The gradient of the key's bias is rounding alone, which optimizers that divide by its size would make steps of.
    descent = lambda: keras.optimizers.SGD(0.1, momentum=0.9)  # noqa: E731
    fit = {"batch_size": 6, "epochs": 3}

    def block(x, causal=False):
        seen = layers.MultiHeadAttention(2, 3)(x, x, use_causal_mask=causal)
        x = layers.LayerNormalization()(layers.Add()([x, seen]))
        wide = layers.Dense(6, activation="gelu")(x)
        return layers.LayerNormalization(epsilon=1e-6)(layers.Add()([x, layers.Dense(4)(wide)]))

    def model(mask, outputs, **arguments):
        keras.utils.clear_session()
        tokens = Input((5,), dtype="int32", name="tokens")
        x = layers.Embedding(9, 4, mask_zero=mask)(tokens)
        return compiled(keras.Model(tokens, outputs(x), name="transformer"), optimizer=descent(), **arguments)

    def classifier(x):
        return layers.Dense(1, activation="sigmoid")(layers.GlobalAveragePooling1D()(block(x)))

    def speaker(x):
        return layers.Dense(9, activation="softmax")(block(x, causal=True))

    return [
        case(
            "classifier, masked",
            model(True, classifier, loss="binary_crossentropy", metrics=["accuracy"]),
            [words],
            [label],
            {**fit, "validation_split": 0.25},
        ),
        case(
            "next words, causal",
            model(False, speaker, loss="sparse_categorical_crossentropy"),
            [words],
            [following],
            fit,
        ),
    ]


UNITS = {
    "Masks": masks,
    "Transformer": transformer,
}
