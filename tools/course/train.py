"""Trains one model that keras.mjs handed over: `python train.py FOLDER`.

The folder holds `model.keras` with the weights to start from, `train` and `test` with `x0.npy` (and `x1.npy` and so on for
models with several inputs) and `y.npy`, and `job.json`; `result.json` is written beside them.
"""

import json
import os
import sys
import zipfile
from pathlib import Path

FOLDER = Path(sys.argv[1])


def backend():
    """TensorFlow, but JAX for models that embed.

    TensorFlow squares the gradients of a row that a batch reads several times one by one; JAX squares their sum, as the
    papers of the optimizers have it and Myelin does.
    """
    with zipfile.ZipFile(FOLDER / "model.keras") as archive:
        config = archive.read("config.json").decode()
    return "jax" if '"class_name": "Embedding"' in config else "tensorflow"


os.environ["KERAS_BACKEND"] = backend()

import keras  # noqa: E402
import numpy as np  # noqa: E402

# Both register classes that files may name.
import mixture_density  # noqa: E402, F401
import variational_autoencoder  # noqa: E402, F401


def main(folder):
    job = json.loads((folder / "job.json").read_text())
    keras.utils.set_random_seed(job["seed"])
    model = keras.saving.load_model(folder / "model.keras")
    # What a file says is for TensorFlow; JAX without it computes operation by operation.
    model.jit_compile = keras.backend.backend() == "jax"
    x, y = load(folder / "train")
    train(model, x, y, job)
    test_x, test_y = load(folder / "test")
    value = MEASURES[job["measure"]](model, test_x, test_y)
    value = np.round(np.asarray(value, float), 6).tolist()
    (folder / "result.json").write_text(json.dumps({"value": value}))


def train(model, x, y, job):
    """Epochs in orders of their own: after set_random_seed, Keras on TensorFlow gives all the same one."""
    orders = np.random.default_rng(job["seed"])
    for _ in range(job["epochs"]):
        order = orders.permutation(len(y))
        shuffled = [part[order] for part in x] if isinstance(x, list) else x[order]
        model.fit(shuffled, y[order], batch_size=job["batch_size"], shuffle=False, verbose=0)


def load(part):
    inputs = [np.load(file) for file in sorted(part.glob("x*.npy"))]
    return inputs[0] if len(inputs) == 1 else inputs, np.load(part / "y.npy")


def r2(model, x, y):
    predicted = model.predict(x, verbose=0).astype(float).reshape(-1)
    truth = y.astype(float).reshape(-1)
    return 1 - np.sum((truth - predicted) ** 2) / np.sum((truth - truth.mean()) ** 2)


def accuracy(model, x, y):
    predicted = model.predict(x, verbose=0)
    said = (predicted[..., 0] >= 0.5) if predicted.shape[-1] == 1 else predicted.argmax(-1)
    one_hot = y.ndim == 2 and y.shape[1] != 1
    labels = y.argmax(-1) if one_hot else y.reshape(said.shape)
    return np.mean(said == labels)


def exact_match(model, x, y):
    said = model.predict(x, verbose=0).argmax(-1)
    return np.mean(np.all(said == y, axis=1))


def symbol_bits(model, x, y):
    predicted = model.predict(x, verbose=0)
    counts = y >= 0
    return -np.mean(np.log2(predicted[counts, y[counts]]))


def loss(model, x, y):
    return model.evaluate(x, y, verbose=0, return_dict=True)["loss"]


def bits(model, x, y):
    return loss(model, x, y) / np.log(2)


def predictions(model, x, y):
    """For measures that keras.mjs takes itself."""
    return model.predict(x, verbose=0)


MEASURES = {
    "r2": r2,
    "accuracy": accuracy,
    "exactMatch": exact_match,
    "symbolBits": symbol_bits,
    "loss": loss,
    "bits": bits,
    "predictions": predictions,
}

if __name__ == "__main__":
    main(FOLDER)
