"""Keras' side of the exchange of models: `interop.py check FOLDER` and `interop.py write FOLDER`.

`write` makes one model of each kind with Keras, trained for an epoch: `NAME.keras` and `NAME.json`.
`check` opens every `NAME.keras` that has a `NAME.json` beside it, predicts and trains on, and prints one line a model:

    ok     mlp: predictions 1.2e-07, losses 3.1e-06
    FAILED cnn: predictions 2.0e-03 (at most 1.0e-05), losses 1.0e-06

It exits with 1 if a model failed, with 2 if there was none.

NAME.json, the same whoever wrote it:

    {
      "name": "mlp",
      "inputs": [ARRAY, ...],           one for each input of the model, or a dictionary
      "predictions": [ARRAY, ...],      one for each output, or a dictionary: what `predict` gives right after loading
      "training": {                     null if the model is not compiled
        "inputs": [ARRAY, ...],
        "targets": [ARRAY, ...],
        "batchSize": 5,                 in order, not shuffled; the last batch may be smaller
        "epochs": 3,
        "losses": [1.25, ...]           `loss` of the history, one an epoch, trained on with the saved optimizer
      }
    }

ARRAY is `{ "shape": [2, 3], "dtype": "float32", "data": "base64" }`, little endian, row-major; the data of strings are
a list. Other keys are ignored.
A prediction's deviation is the largest absolute one, divided by the largest expected value if that is above 1;
a loss's likewise.
"""

import argparse
import base64
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "goldens"))

import files  # noqa: E402
from golden import keras, np  # noqa: E402

PREDICTIONS = 1e-5
LOSSES = 1e-4


def decode(described):
    if described["dtype"] == "string":
        return np.array(described["data"]).reshape(described["shape"])
    data = np.frombuffer(base64.b64decode(described["data"]), np.dtype(described["dtype"]).newbyteorder("<"))
    return data.reshape(described["shape"]).astype(described["dtype"])


def decode_all(described):
    if isinstance(described, dict):
        return {key: decode(one) for key, one in described.items()}
    return [decode(one) for one in described]


def in_order(values):
    """The keys of a dictionary, sorted, and its values; places and values of a list."""
    pairs = sorted(values.items()) if isinstance(values, dict) else list(enumerate(values))
    return [key for key, _ in pairs], [value for _, value in pairs]


def deviation(actual, expected):
    actual, expected = np.asarray(actual, "float64"), np.asarray(expected, "float64")
    if actual.shape != expected.shape:
        raise ValueError(f"expected the shape {expected.shape}, got {actual.shape}")
    worst = np.max(np.abs(actual - expected), initial=0.0) / max(1.0, np.max(np.abs(expected), initial=0.0))
    return np.inf if np.isnan(worst) else float(worst)


def check_one(path):
    """The deviations of predictions and of losses; None where there is no training."""
    record = json.loads(path.with_suffix(".json").read_text())
    model = keras.saving.load_model(path)
    found, predictions = in_order(files.predict(model, decode_all(record["inputs"])))
    wanted, expected = in_order(decode_all(record["predictions"]))
    if found != wanted:
        raise ValueError(f"expected the outputs {wanted}, got {found}")
    worst = max(deviation(a, e) for a, e in zip(predictions, expected))
    training = record["training"]
    if training is None:
        return worst, None
    losses = files.go_on(
        model,
        decode_all(training["inputs"]),
        decode_all(training["targets"]),
        training["batchSize"],
        training["epochs"],
    )
    return worst, deviation(losses, training["losses"])


def figure(what, value, limit):
    return f"{what} {value:.1e}" + ("" if value <= limit else f" (at most {limit:.1e})")


def check(folder):
    paths = [path for path in sorted(folder.glob("*.keras")) if path.with_suffix(".json").exists()]
    if not paths:
        print(f"no .keras file with a .json beside it in {folder}")
        return 2
    failed = 0
    for path in paths:
        try:
            predictions, losses = check_one(path)
            good = predictions <= PREDICTIONS and (losses is None or losses <= LOSSES)
            figures = [figure("predictions", predictions, PREDICTIONS)]
            figures += ["not trained on"] if losses is None else [figure("losses", losses, LOSSES)]
            said = ", ".join(figures)
        except Exception as error:  # A file may fail anywhere inside Keras; the others are still checked.
            good, said = False, f"{type(error).__name__}: {error}"
        failed += not good
        print(f"{'ok    ' if good else 'FAILED'} {path.stem}: {said}")
    print(f"{len(paths) - failed} of {len(paths)} models of {folder} agree with Keras {keras.__version__}")
    return 1 if failed else 0


def write(folder):
    folder.mkdir(parents=True, exist_ok=True)
    for name in files.MODELS:
        _, path, record = files.make(name, folder)
        path.with_suffix(".json").write_text(json.dumps(record, allow_nan=False) + "\n")
        print(f"wrote  {name}")
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("command", choices=["check", "write"])
    parser.add_argument("folder", type=pathlib.Path)
    arguments = parser.parse_args()
    return {"check": check, "write": write}[arguments.command](arguments.folder)


if __name__ == "__main__":
    sys.exit(main())
