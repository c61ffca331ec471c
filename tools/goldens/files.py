"""Models as Keras saves them, and beside each what it predicts and how its training goes on.

`tools/interop/interop.py` documents the JSON and makes the same models for its own check.
"""

import io
import json
import re
import zipfile
from functools import partial

from golden import FOLDER, arrays, constant_ids, fresh, keras, normal, np, number, tf

layers = keras.layers
Input = keras.Input


def mlp(rng):
    """The course's regression net, trained with Adam."""
    model = keras.Sequential(
        [
            Input((8,)),
            layers.Dense(5, activation="relu"),
            layers.Dense(5, activation="relu"),
            layers.Dense(1),
        ],
        name="mlp",
    )
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mean_squared_error", metrics=["mae"])
    return model, [normal(rng, 20, 8)], [normal(rng, 20, 1)]


def branches(rng):
    """Two inputs through one shared layer, added and concatenated; two outputs."""
    left, right = Input((4,), name="left"), Input((4,), name="right")
    shared = layers.Dense(3, activation="relu", name="shared")
    a, b = shared(left), shared(right)
    both = layers.Concatenate()([layers.Add()([a, b]), a, left])
    model = keras.Model(
        [left, right],
        [layers.Dense(1, name="value")(both), layers.Dense(3, activation="softmax", name="kind")(both)],
        name="branches",
    )
    model.compile(
        optimizer=keras.optimizers.SGD(0.05, momentum=0.9, nesterov=True),
        loss={"value": "mse", "kind": "sparse_categorical_crossentropy"},
        loss_weights={"value": 0.5, "kind": 1.0},
        metrics={"value": ["mae"], "kind": ["accuracy"]},
    )
    labels = rng.integers(0, 3, 18).astype("int32")
    return model, [normal(rng, 18, 4), normal(rng, 18, 4)], [normal(rng, 18, 1), labels]


def nested(rng):
    """A functional model and a sequential one as layers of a third; the functional one is used twice."""
    inner_input = Input((3,))
    inner = keras.Model(
        inner_input, layers.Dense(3, activation="tanh")(layers.Dense(4)(inner_input)), name="inner"
    )
    stack = keras.Sequential([layers.Dense(4, activation="relu"), layers.Dense(2)], name="stack")
    outer_input = Input((3,))
    model = keras.Model(outer_input, layers.Dense(1)(stack(inner(inner(outer_input)))), name="outer")
    model.compile(optimizer=keras.optimizers.RMSprop(0.01, momentum=0.5, centered=True), loss="mae")
    return model, [normal(rng, 15, 3)], [normal(rng, 15, 1)]


def cnn(rng):
    """Convolution, batch normalization, pooling; AdamW, penalties, integer labels."""
    model = keras.Sequential(
        [
            Input((8, 8, 1)),
            layers.Conv2D(
                4, 2, padding="same", use_bias=False, kernel_regularizer=keras.regularizers.L2(0.001)
            ),
            layers.BatchNormalization(momentum=0.9),
            layers.Activation("relu"),
            layers.MaxPooling2D(),
            layers.Conv2D(6, (2, 3), strides=(1, 2), activation="relu"),
            layers.AveragePooling2D((2, 1)),
            layers.Flatten(),
            layers.Dense(3, activation="softmax"),
        ],
        name="cnn",
    )
    model.compile(
        optimizer=keras.optimizers.AdamW(0.01, amsgrad=True, clipnorm=1.0),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model, [normal(rng, 12, 8, 8, 1)], [rng.integers(0, 3, 12).astype("int32")]


def every_layer(rng):
    """Every layer that is neither in `cnn` nor in `branches`, loss and optimizer as objects."""
    image = Input((24,), name="pixels")
    x = layers.Reshape((4, 6, 1))(image)
    x = layers.Conv2D(4, 3, padding="same", dilation_rate=2, kernel_initializer="he_normal")(x)
    x = layers.Activation("gelu")(x)
    x = layers.AveragePooling2D(2, strides=1, padding="same")(x)
    x = layers.Flatten()(x)
    x = layers.Dropout(0.0, seed=3)(x)
    x = layers.BatchNormalization(scale=False, trainable=False)(x)
    x = layers.Dense(1, bias_initializer=keras.initializers.Constant(0.5))(x)
    x = layers.Activation("sigmoid")(x)
    model = keras.Model(image, x, name="every_layer")
    model.compile(
        optimizer=keras.optimizers.Adam(0.02, use_ema=True, ema_momentum=0.9),
        loss=keras.losses.BinaryCrossentropy(label_smoothing=0.1),
        metrics=[keras.metrics.BinaryAccuracy(name="right")],
    )
    return model, [normal(rng, 14, 24)], [rng.integers(0, 2, (14, 1)).astype("float32")]


def uncompiled(rng):
    """Never compiled; with dropout, automatic names and a layer without weights."""
    model = keras.Sequential(
        [
            Input((6,)),
            layers.Dense(4, activation="relu"),
            layers.Dropout(0.5),
            layers.Dense(2, activation="softmax"),
        ]
    )
    return model, [normal(rng, 5, 6)], None


def untrained(rng):
    """Compiled, never trained: the file has the optimizer's first two variables only."""
    model = keras.Sequential(
        [Input((3,)), layers.Dense(2, activation="selu"), layers.Dense(1)], name="untrained"
    )
    model.compile(optimizer="adam", loss="mse")
    return model, [normal(rng, 8, 3)], [normal(rng, 8, 1)]


def masks(rng):
    """Masks as edges of the graph: of an embedding and of values, merged, normalized, averaged, in a model within."""
    words, values = Input((4,), dtype="int32", name="words"), Input((4, 3), name="values")
    # A penalty makes the gradient dense: of a sparse one, Adam of Keras on TensorFlow squares the parts one by one.
    a = layers.Embedding(8, 3, mask_zero=True, embeddings_regularizer="l2")(words)
    b = layers.Masking(mask_value=-1.0)(values)
    both = layers.Concatenate()([layers.Add()([a, b]), values])
    both = layers.BatchNormalization(momentum=0.9)(layers.Dense(4, use_bias=False)(both))
    inner = keras.Sequential([layers.ReLU(max_value=6.0), layers.Dense(3)], name="inner")
    pooled = layers.GlobalAveragePooling1D()(layers.Concatenate(axis=1)([inner(both), a]))
    model = keras.Model([words, values], layers.Dense(1)(pooled), name="masks")
    model.compile(optimizer=keras.optimizers.Adam(0.02), loss="mse", metrics=["mae"])
    tokens = rng.integers(0, 8, (13, 4)).astype("int32")
    tokens[:, 0] = 1
    numbers = normal(rng, 13, 4, 3)
    numbers[::2, 2:] = -1
    return model, [tokens, numbers], [normal(rng, 13, 1)]


def keyed(rng):
    """Inputs and outputs in dictionaries whose keys are not the layers' names, losses and metrics by key."""
    left, right = Input((3,), name="left"), Input((4,), name="right")
    hidden = layers.Dense(4, activation="tanh")(layers.Concatenate()([right, left]))
    model = keras.Model(
        {"right": right, "left": left},
        {
            "size": layers.Dense(1, name="first")(hidden),
            "kind": layers.Dense(3, activation="softmax", name="second")(hidden),
        },
        name="keyed",
    )
    model.compile(
        optimizer=keras.optimizers.Adam(0.01),
        loss={"size": keras.losses.Huber(), "kind": "sparse_categorical_crossentropy"},
        loss_weights={"size": 2, "kind": 0.5},
        metrics={"kind": "accuracy"},
        weighted_metrics={"size": ["mae", keras.metrics.RootMeanSquaredError(name="root")], "kind": None},
    )
    labels = rng.integers(0, 3, 16).astype("int32")
    inputs = {"right": normal(rng, 16, 4), "left": normal(rng, 16, 3)}
    return model, inputs, {"size": normal(rng, 16, 1), "kind": labels}


def recurrent(rng):
    """An encoder hands its states to a decoder; masked sequences run both ways, through all kinds of recurrences."""
    words, values = Input((5,), dtype="int32", name="words"), Input((4, 3), name="values")
    # A penalty makes the gradient dense: of a sparse one, Adam of Keras on TensorFlow squares the parts one by one.
    tokens = layers.Embedding(8, 3, mask_zero=True, embeddings_regularizer="l2")(words)
    sequence, *states = layers.LSTM(4, return_sequences=True, return_state=True)(tokens)
    decoded = layers.LSTM(4, recurrent_activation="hard_sigmoid")(values, initial_state=states)
    back = layers.GRU(3, go_backwards=True)(sequence)
    before = layers.GRU(3, reset_after=False, activation="relu")(layers.Masking(mask_value=-1.0)(values))
    simple = layers.SimpleRNN(2, kernel_regularizer="l2", dropout=0.0)(sequence)
    both = layers.Concatenate()([decoded, back, before, simple])
    model = keras.Model([words, values], layers.Dense(1)(both), name="recurrent")
    model.compile(optimizer=keras.optimizers.Adam(0.02), loss="mse")
    tokens = rng.integers(0, 8, (13, 5)).astype("int32")
    tokens[3] = 0
    numbers = normal(rng, 13, 4, 3)
    numbers[::2, 2:] = -1
    return model, [tokens, numbers], [normal(rng, 13, 1)]


def attention(rng):
    """A decoder attends to an encoder, with masks, a key, scores and a mask of the call."""
    words, values = Input((4,), dtype="int32", name="words"), Input((4, 3), name="values")
    seen = Input((4, 4), dtype="int32", name="seen")
    tokens = layers.Embedding(8, 4, mask_zero=True)(words)
    own = layers.MultiHeadAttention(2, 3, dropout=0.0)(tokens, tokens, use_causal_mask=True)
    x = layers.LayerNormalization()(layers.Add()([tokens, own]))
    keys = layers.Masking(mask_value=-1.0)(values)
    other, scores = layers.MultiHeadAttention(2, 2, value_dim=3, output_shape=4, use_gate=True)(
        x, values, keys, attention_mask=seen, return_attention_scores=True
    )
    x = layers.LayerNormalization(axis=[1, 2], name="both")(layers.Add()([x, other]))
    x = layers.Add()([x, layers.GroupQueryAttention(2, 4, 2)(x, x)])
    outputs = [layers.Dense(1)(x), layers.Dense(2)(layers.Flatten()(scores))]
    model = keras.Model([words, values, seen], outputs, name="attention")
    # The gradient of a key's bias is rounding alone, which optimizers that divide by its size would make steps of.
    model.compile(optimizer=keras.optimizers.SGD(0.05, momentum=0.9), loss="mse")
    tokens = rng.integers(1, 8, (13, 4)).astype("int32")
    tokens[::3, 2:] = 0
    numbers = normal(rng, 13, 4, 3)
    numbers[::2, 3:] = -1
    seen = rng.integers(0, 2, (13, 4, 4)).astype("int32")
    return model, [tokens, numbers, seen], [normal(rng, 13, 4, 1), normal(rng, 13, 2)]


def autoencoder(rng):
    """Images made small and large again."""
    model = keras.Sequential(
        [
            Input((6, 6, 1)),
            layers.Conv2D(3, 3, strides=2, padding="same", activation="relu"),
            layers.LayerNormalization(),
            layers.Conv2DTranspose(2, 2, strides=2, activation="relu"),
            layers.Conv2DTranspose(1, 3, padding="same"),
        ],
        name="autoencoder",
    )
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse")
    x = normal(rng, 13, 6, 6, 1)
    return model, [x], [x]


def scheduled(rng):
    """A learning rate that follows a schedule, an optimizer with a number besides its slots, constraints."""
    model = keras.Sequential(
        [
            Input((4,)),
            layers.Dense(5, activation="tanh", kernel_constraint=keras.constraints.MaxNorm(0.8)),
            layers.Dense(1, kernel_constraint="non_neg", bias_constraint=keras.constraints.UnitNorm()),
        ],
        name="scheduled",
    )
    schedule = keras.optimizers.schedules.CosineDecay(0.001, 8, warmup_target=0.05, warmup_steps=2)
    model.compile(optimizer=keras.optimizers.Nadam(schedule), loss="mse")
    return model, [normal(rng, 13, 4)], [normal(rng, 13, 1)]


def text(rng):
    """Texts, categories and numbers, prepared by layers that have learned from them, in the model that uses them."""
    texts, kinds, sizes = (
        Input((), dtype="string", name="texts"),
        Input((1,), dtype="string", name="kinds"),
        Input((3,), name="sizes"),
    )
    said = np.array(["The quick fox.", "a lazy dog!", "the fox, the dog", "a", "Fox?"])
    known = np.array([["red"], ["blue"], ["red"], ["green"]])
    numbers = normal(rng, 13, 3, scale=3.0)
    vectorize = layers.TextVectorization(max_tokens=8, output_sequence_length=4)
    rare = layers.TextVectorization(output_mode="tf_idf", ngrams=2)
    lookup = layers.StringLookup(output_mode="one_hot")
    cut, scale = layers.Discretization(num_bins=4, output_mode="multi_hot"), layers.Normalization()
    for layer, data in [(vectorize, said), (rare, said), (lookup, known), (cut, numbers), (scale, numbers)]:
        layer.adapt(data)
    # A penalty makes the gradient dense: of a sparse one, Adam of Keras on TensorFlow squares the parts one by one.
    words = layers.Embedding(8, 3, mask_zero=True, embeddings_regularizer="l2")(vectorize(texts))
    hashed = layers.CategoryEncoding(5, output_mode="one_hot")(layers.Hashing(5, salt=3)(kinds))
    both = layers.Concatenate()(
        [layers.GlobalAveragePooling1D()(words), rare(texts), lookup(kinds), hashed, cut(sizes), scale(sizes)]
    )
    model = keras.Model([texts, kinds, sizes], layers.Dense(1)(both), name="text")
    model.compile(optimizer=keras.optimizers.Adam(0.02), loss="mse")
    inputs = [said[rng.integers(0, 5, 13)], np.array([["red"], ["pink"], ["blue"]])[rng.integers(0, 3, 13)], numbers]
    return model, inputs, [normal(rng, 13, 1)]


def optional(rng):
    """Optional inputs that nobody gives: a key, in whose place the value stands, and a mask of the call."""
    values = Input((4, 3), name="values")
    key = Input((4, 3), name="key", optional=True)
    seen = Input((4, 4), dtype="int32", name="seen", optional=True)
    x = layers.MultiHeadAttention(2, 3)(values, values, key, attention_mask=seen)
    model = keras.Model([values, key, seen], layers.Dense(1)(x), name="optional")
    # The gradient of a key's bias is rounding alone, which optimizers that divide by its size would make steps of.
    model.compile(optimizer=keras.optimizers.SGD(0.05, momentum=0.9), loss="mse")
    return model, [normal(rng, 13, 4, 3), None, None], [normal(rng, 13, 4, 1)]


def language(rng, mode):
    """Words become vectors, and vectors words, in whole numbers; the file holds these."""
    words = Input((5,), dtype="int32", name="words")
    both = layers.ReversibleEmbedding(9, 5, tie_weights=mode == "int8")
    x = layers.Add()([both(words), layers.Embedding(9, 5)(words)])
    x = layers.EinsumDense("abc,cde->abde", (5, 3, 2), activation="relu", bias_axes="de")(x)
    x = layers.EinsumDense("abde,dec->abc", (5, 5))(x)
    x = layers.Dense(5, activation="tanh")(layers.Dropout(0.1)(x))
    model = keras.Model(words, both(layers.Dense(5)(x), reverse=True), name=f"language_{mode}")
    for weight in model.weights:
        weight.assign(normal(rng, *weight.shape, scale=0.5))
    model.quantize(mode, config=keras.quantizers.Int4QuantizationConfig(block_size=4) if mode == "int4" else None)
    return model, [rng.integers(0, 9, (7, 5)).astype("int32")], None


MODELS = {
    "mlp": mlp,
    "branches": branches,
    "nested": nested,
    "cnn": cnn,
    "every-layer": every_layer,
    "uncompiled": uncompiled,
    "untrained": untrained,
    "masks": masks,
    "keyed": keyed,
    "recurrent": recurrent,
    "attention": attention,
    "autoencoder": autoencoder,
    "scheduled": scheduled,
    "text": text,
    "optional": optional,
    "int8": partial(language, mode="int8"),
    "int4": partial(language, mode="int4"),
}
BATCH_SIZE = 5
EPOCHS = 3
# Of these there are files of weights, too: whole, or in pieces of at most so many bytes.
WEIGHTS = {"cnn": None, "scheduled": None, "recurrent": 3000}


def single(values):
    """As models take them: a list of one is the array alone, and arrays of strings are tensors."""
    if isinstance(values, dict):
        return {key: single([value]) for key, value in values.items()}
    values = [
        tf.constant(value) if value is not None and value.dtype.kind in "UO" else value for value in values
    ]
    return values[0] if len(values) == 1 else values


def predict(model, inputs):
    predictions = model.predict(single(inputs), verbose=0)
    return predictions if isinstance(predictions, (list, dict)) else [predictions]


def go_on(model, inputs, targets, batch_size, epochs):
    """The losses of further training, in order."""
    history = model.fit(
        single(inputs), single(targets), batch_size=batch_size, epochs=epochs, shuffle=False, verbose=0
    )
    return [number(loss) for loss in history.history["loss"]]


def make(name, folder):
    """Trains one model for an epoch, saves it, and writes the JSON beside it."""
    rng = fresh(50 + list(MODELS).index(name))
    model, inputs, targets = MODELS[name](rng)
    if targets is not None and name != "untrained":
        go_on(model, inputs, targets, BATCH_SIZE, 1)
    path = folder / f"{name}.keras"
    model.save(path)
    training = None
    predictions = predict(model, inputs)
    if targets is not None:
        training = {
            "inputs": arrays(inputs),
            "targets": arrays(targets),
            "batchSize": BATCH_SIZE,
            "epochs": EPOCHS,
            "losses": go_on(keras.saving.load_model(path), inputs, targets, BATCH_SIZE, EPOCHS),
        }
    record = {
        "name": name,
        "inputs": arrays(inputs),
        "predictions": arrays(predictions),
        "training": training,
    }
    return model, path, record


def summary(model, **arguments):
    lines = []
    model.summary(print_fn=lambda line, **_: lines.append(line), **arguments)
    return "\n".join(lines)


def make_constant(path):
    """Takes the clock and the addresses of objects out of an archive; all else stays as Keras wrote it."""
    source = zipfile.ZipFile(io.BytesIO(path.read_bytes()))
    with zipfile.ZipFile(path, "w") as target:
        for member in source.infolist():
            content = source.read(member)
            if member.filename == "metadata.json":
                content = re.sub(rb'"date_saved": "[^"]*"', b'"date_saved": "2026-01-01@00:00:00"', content)
            if member.filename == "config.json":
                content = json.dumps(constant_ids(json.loads(content))).encode()
            target.writestr(zipfile.ZipInfo(member.filename, (2026, 1, 1, 0, 0, 0)), content)


def save_weights(model, name, folder):
    if WEIGHTS[name] is None:
        model.save_weights(folder / f"{name}.weights.h5")
    else:
        model.save_weights(folder / f"{name}.weights.json", max_shard_size=WEIGHTS[name] / 2**30)


def main(only=None):
    folder = FOLDER / "files"
    folder.mkdir(parents=True, exist_ok=True)
    for name in [only] if only else MODELS:
        model, path, record = make(name, folder)
        make_constant(path)
        if name in WEIGHTS:
            save_weights(model, name, folder)
        record["summary"] = summary(model)
        record["summaryOfAll"] = summary(model, expand_nested=True, show_trainable=True)
        record["variables"] = [
            {
                "path": v.path,
                "name": v.name,
                "shape": list(v.shape),
                "dtype": v.dtype,
                "trainable": bool(v.trainable),
            }
            for v in model.weights
        ]
        described = path.with_suffix(".json")
        described.write_text(json.dumps(record, allow_nan=False, indent=1, ensure_ascii=False) + "\n")
        for written in [path, described]:
            print(f"{written.stat().st_size:8,}  files/{written.name}")


if __name__ == "__main__":
    main()
