"""Trains one model that keras.mjs handed over: `python train.py FOLDER`.

The folder holds `model.keras` with the weights to start from, `train` and `test` with `x.npy` and `y.npy`, and `job.json`;
`result.json` is written beside them.
"""

import json
import sys
from pathlib import Path

import keras
import numpy as np


def main(folder):
    job = json.loads((folder / "job.json").read_text())
    keras.utils.set_random_seed(job["seed"])
    model = keras.saving.load_model(folder / "model.keras")
    x, y = load(folder / "train")
    model.fit(x, y, epochs=job["epochs"], batch_size=job["batch_size"], verbose=0)
    test_x, test_y = load(folder / "test")
    value = MEASURES[job["measure"]](model, test_x, test_y)
    (folder / "result.json").write_text(json.dumps({"value": round(float(value), 6)}))


def load(part):
    return np.load(part / "x.npy"), np.load(part / "y.npy")


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


def loss(model, x, y):
    return model.evaluate(x, y, verbose=0, return_dict=True)["loss"]


def bits(model, x, y):
    return loss(model, x, y) / np.log(2)


MEASURES = {"r2": r2, "accuracy": accuracy, "loss": loss, "bits": bits}

if __name__ == "__main__":
    main(Path(sys.argv[1]))
