"""Keras' side of the exchange of models: `interop.py check FOLDER` and
`interop.py write FOLDER [--classes | --random FROM TO --seed SEED]`.

`write` makes one model of each kind with Keras, trained for an epoch: `NAME.keras` and `NAME.json`; with `--classes` one
for each case of the goldens, too, and `specs.json` beside the folder, from which others make the same models; with
`--random` the models of random_models.py with these numbers, and no others.
`check` opens every `NAME.keras` that has a `NAME.json` beside it, predicts, evaluates and trains on; and predicts once
more after the weights have been emptied and loaded from `NAME.weights.h5`, if there is one. `write` makes it for the kinds.
Both print a line of JSON for each model: its name, and its `deviations` or the `error` that it ended with.

NAME.json, the same whoever wrote it:

    {
      "name": "mlp",
      "inputs": [ARRAY, ...],           one for each input of the model, null for none, or a dictionary
      "predictions": [ARRAY, ...],      one for each output, or a dictionary: what `predict` gives right after loading
      "training": {                     null if the model is not compiled
        "inputs": [ARRAY, ...],
        "targets": [ARRAY, ...],
        "batchSize": 5,                 in order, not shuffled; the last batch may be smaller
        "epochs": 3,
        "losses": [1.25, ...]           `loss` of the history, one an epoch, trained on with the saved optimizer
      },
      "evaluation": {                   null if there is none
        "inputs": [ARRAY, ...],
        "targets": [ARRAY, ...],
        "results": [ARRAY, ...]         the loss and all metrics of one batch
      }
    }

ARRAY is `{ "shape": [2, 3], "dtype": "float32", "data": "base64" }`, little endian, row-major; the data of strings are
a list. Other keys are ignored.
A deviation is the largest absolute one, divided by the largest expected value if that is above 1.
"""

import argparse
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "goldens"))

import classes  # noqa: E402
import files  # noqa: E402
import random_models  # noqa: E402
import record  # noqa: E402
from arrays import decode_all  # noqa: E402
from golden import keras, np  # noqa: E402


def in_order(values):
    """The keys of a dictionary, sorted, and its values; places and values of a list."""
    pairs = sorted(values.items()) if isinstance(values, dict) else list(enumerate(values))
    return [key for key, _ in pairs], [value for _, value in pairs]


def deviation(actual, expected):
    actual, expected = np.asarray(actual), np.asarray(expected)
    if expected.dtype.kind in "OSU":
        return 0.0 if record.same(actual, expected) else np.inf
    actual, expected = actual.astype("float64"), expected.astype("float64")
    if actual.shape != expected.shape:
        raise ValueError(f"expected the shape {expected.shape}, got {actual.shape}")
    same = (actual == expected) | (np.isnan(actual) & np.isnan(expected))
    largest = np.max(np.abs(expected), initial=1.0, where=np.isfinite(expected))
    worst = np.max(np.abs(actual - expected), initial=0.0, where=~same) / largest
    return np.inf if np.isnan(worst) else float(worst)


def check_predictions(model, told):
    found, predictions = in_order(record.call(model, decode_all(told["inputs"])))
    wanted, expected = in_order(decode_all(told["predictions"]))
    if found != wanted:
        raise ValueError(f"expected the outputs {wanted}, got {found}")
    return max(deviation(a, e) for a, e in zip(predictions, expected))


def check_weights(path, weights, told):
    """The deviation of predictions with the weights from their own file."""
    model = keras.saving.load_model(path)
    for variable in model.weights:
        variable.assign(np.zeros(variable.shape))
    model.load_weights(weights)
    return check_predictions(model, told)


def check_one(path):
    """The deviations of predictions, of losses and of evaluations, where there are such."""
    told = json.loads(path.with_suffix(".json").read_text())
    model = keras.saving.load_model(path)
    record.hasten(model)
    deviations = {"predictions": check_predictions(model, told)}
    if (weights := path.with_suffix(".weights.h5")).exists():
        deviations["weights"] = check_weights(path, weights, told)
    if training := told["training"]:
        inputs, targets = decode_all(training["inputs"]), decode_all(training["targets"])
        losses = files.go_on(model, inputs, targets, training["batchSize"], training["epochs"])
        deviations["losses"] = deviation(losses, training["losses"])
    if evaluation := told.get("evaluation"):
        inputs, targets = decode_all(evaluation["inputs"]), decode_all(evaluation["targets"])
        results = decode_all(record.evaluate(model, inputs, targets))
        expected = decode_all(evaluation["results"])
        deviations["results"] = max(deviation(a, e) for a, e in zip(results, expected, strict=True))
    return deviations


def check(folder):
    """One line of JSON a model: its name, and the deviations or the error."""
    for path in sorted(folder.glob("*.json")):
        try:
            found = {"deviations": check_one(path.with_suffix(".keras"))}
        except Exception as error:  # A file may fail anywhere inside Keras; the others are still checked.
            found = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps({"name": path.stem, **found}))


def make(name, folder):
    model, path, told = files.make(name, folder)
    model.save_weights(path.with_suffix(".weights.h5"))
    return told


def write_one(path, make):
    try:
        path.with_suffix(".json").write_text(json.dumps(make(), allow_nan=False) + "\n")
    except Exception as error:
        print(json.dumps({"name": path.stem, "error": f"{type(error).__name__}: {error}"}))


def write(folder, with_classes):
    folder.mkdir(parents=True, exist_ok=True)
    for name in files.MODELS:
        write_one(folder / name, lambda: make(name, folder))
    if not with_classes:
        return
    specs = classes.specs()
    for spec in specs:
        write_one(folder / spec["name"], lambda: classes.make(spec, folder))
    (folder.parent / "specs.json").write_text(json.dumps(specs) + "\n")


def tame(told):
    """A record without numbers that explode, which say nothing."""
    for prediction in decode_all(told["predictions"]):
        if not np.max(np.abs(prediction), initial=0.0) < 1e6:
            raise ValueError("the numbers of this model explode")
    return told


def write_random(folder, numbers, seed):
    """What Keras refuses is no model: the settings are not made to fit."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in numbers:
        name = f"random-{seed}-{number}"
        try:
            made = random_models.make(number, seed)
        except Exception:
            continue
        write_one(folder / name, lambda: tame(record.save(name, *made, folder)))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("command", choices=["check", "write"])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--classes", action="store_true")
    parser.add_argument("--random", type=int, nargs=2, metavar=("FROM", "TO"))
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    if arguments.command == "check":
        check(arguments.folder)
    elif arguments.random:
        write_random(arguments.folder, range(*arguments.random), arguments.seed)
    else:
        write(arguments.folder, arguments.classes)


if __name__ == "__main__":
    main()
