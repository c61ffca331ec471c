"""Measures Keras on one workload of src/networks.ts and src/tasks.ts, and prints what it found as one line of JSON.

    python keras_bench.py <workload> jax|tensorflow|tensorflow-xla
"""

import json
import os
import sys
import time

NAME, BACKEND = sys.argv[1:3]
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["KERAS_BACKEND"] = BACKEND.removesuffix("-xla")

import keras  # noqa: E402
import numpy as np  # noqa: E402
from keras import layers  # noqa: E402

BATCH_SIZE = 32
WARM_EPOCHS = 2
LEAST_EPOCHS = 4
MOST_EPOCHS = 30
ENOUGH_S = 2
CROSSENTROPY = "sparse_categorical_crossentropy"

random = np.random.default_rng(0)


def normal(*shape):
    return random.normal(size=shape).astype("float32")


def classes(count, *shape):
    return random.integers(0, count, size=shape)


def images(*shape):
    x = random.random(shape).astype("float32")
    return x, x


def chain(shape, *parts, dtype="float32"):
    return keras.Sequential([layers.Input(shape, dtype=dtype), *parts])


def softmax(units):
    return layers.Dense(units, activation="softmax")


def convolutional(shape, units):
    return chain(
        shape,
        layers.Conv2D(16, 2, activation="relu"),
        layers.MaxPooling2D(2),
        layers.Conv2D(32, 2, activation="relu"),
        layers.MaxPooling2D(2),
        layers.Flatten(),
        layers.Dense(100, activation="relu"),
        softmax(units),
    )


def conv_autoencoder():
    same = {"padding": "same", "activation": "relu"}
    return chain(
        (28, 28, 1),
        layers.Conv2D(16, 3, **same),
        layers.MaxPooling2D(2),
        layers.Conv2D(8, 3, **same),
        layers.MaxPooling2D(2),
        layers.Conv2DTranspose(8, 3, strides=2, **same),
        layers.Conv2DTranspose(16, 3, strides=2, **same),
        layers.Conv2D(1, 3, padding="same", activation="sigmoid"),
    )


def resnet8():
    def convolve(filters, size, strides=1):
        return layers.Conv2D(filters, size, strides=strides, padding="same", use_bias=False)

    def normalized(x):
        return layers.BatchNormalization()(x)

    image = layers.Input((32, 32, 3))
    x = layers.ReLU()(normalized(convolve(32, 3)(image)))
    for filters, strides in [(32, 1), (64, 2), (128, 2)]:
        inner = layers.ReLU()(normalized(convolve(filters, 3, strides)(x)))
        y = normalized(convolve(filters, 3)(inner))
        short = convolve(filters, 1, strides)(x) if strides > 1 else x
        x = layers.ReLU()(layers.Add()([short, y]))
    return keras.Model(image, softmax(10)(layers.GlobalAveragePooling2D()(x)))


def transformer():
    letters = layers.Input((64,), dtype="int32")
    x = layers.Embedding(64, 64)(letters)
    for _ in range(2):
        normalized = layers.LayerNormalization()(x)
        attended = layers.MultiHeadAttention(4, 16)(normalized, normalized, use_causal_mask=True)
        x = layers.Add()([x, attended])
        hidden = layers.Dense(256, activation="gelu")(layers.LayerNormalization()(x))
        x = layers.Add()([x, layers.Dense(64)(hidden)])
    return keras.Model(letters, softmax(64)(x))


def labelled(*shape, count=10):
    return lambda: (normal(*shape), classes(count, shape[0]))


def letters():
    return classes(64, 640, 64), classes(64, 640, 64)


# A function that builds the network, the loss and a function that makes the data.
WORKLOADS = {
    "regression": (
        lambda: chain((8,), layers.Dense(5, "relu"), layers.Dense(5, "relu"), layers.Dense(1)),
        "mse",
        lambda: (normal(3200, 8), normal(3200, 1)),
    ),
    "mlp": (lambda: chain((784,), layers.Dense(128, "relu"), softmax(10)), CROSSENTROPY, labelled(3200, 784)),
    "mlp-course": (
        lambda: chain((784,), layers.Dense(784, "relu"), layers.Dense(100, "relu"), softmax(10)),
        CROSSENTROPY,
        labelled(3200, 784),
    ),
    "cnn": (lambda: convolutional((28, 28, 1), 10), CROSSENTROPY, labelled(3200, 28, 28, 1)),
    "cnn-128": (lambda: convolutional((128, 128, 3), 4), CROSSENTROPY, labelled(320, 128, 128, 3, count=4)),
    "lstm": (lambda: chain((32, 16), layers.LSTM(64), softmax(10)), CROSSENTROPY, labelled(1600, 32, 16)),
    "gru": (lambda: chain((32, 16), layers.GRU(64), softmax(10)), CROSSENTROPY, labelled(1600, 32, 16)),
    "char-lstm": (
        lambda: chain(
            (64,),
            layers.Embedding(64, 64),
            layers.LSTM(128, return_sequences=True),
            softmax(64),
            dtype="int32",
        ),
        CROSSENTROPY,
        letters,
    ),
    "autoencoder": (
        lambda: chain((784,), layers.Dense(32, "relu"), layers.Dense(784, "sigmoid")),
        "binary_crossentropy",
        lambda: images(3200, 784),
    ),
    "conv-autoencoder": (conv_autoencoder, "binary_crossentropy", lambda: images(640, 28, 28, 1)),
    "resnet8": (resnet8, CROSSENTROPY, labelled(320, 32, 32, 3)),
    "transformer": (transformer, CROSSENTROPY, letters),
}


def elapsed_ms(run):
    start = time.perf_counter()
    run()
    return (time.perf_counter() - start) * 1e3


def main():
    keras.utils.set_random_seed(0)
    build, loss, data = WORKLOADS[NAME]
    x, y = data()
    model = build()
    model.compile("adam", loss, jit_compile=BACKEND != "tensorflow")

    def train(rows):
        model.fit(x[:rows], y[:rows], batch_size=BATCH_SIZE, verbose=0)

    first_fit_ms = elapsed_ms(lambda: train(BATCH_SIZE))
    examples = len(x)
    for _ in range(WARM_EPOCHS):
        train(examples)
    step_ms = []
    begin = time.perf_counter()
    while len(step_ms) < LEAST_EPOCHS or (
        len(step_ms) < MOST_EPOCHS and time.perf_counter() - begin < ENOUGH_S
    ):
        step_ms.append(elapsed_ms(lambda: train(examples)) / (examples / BATCH_SIZE))
    runner = f"Keras {keras.__version__}, {BACKEND}"
    print(json.dumps({"stepMs": step_ms, "firstFitMs": first_fit_ms, "runner": runner}))


main()
