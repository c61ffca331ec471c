"""Every class in a file: for each case of the goldens a small model that has the class in it.

`specs()` reads the goldens; `make(spec, folder)` builds the model of one, trains it where it has an optimizer, and saves
it with its record. A spec is

    {
      "name": "layers-dense-0",         group, file and place of the case
      "layer": {...},                   Keras' JSON of the only layer
      "inputs": [ARRAY, ...],
      "fixedBatch": false,              whether the layer keeps states, and so wants the size of the batch
      "weights": [ARRAY, ...],          null for those that the layer begins with
      "adapt": [ARRAY, ...],            what the layer learns from, one batch after another
      "compile": null,                  or { "optimizer", "loss", "metrics" } as Keras' JSON
      "targets": null                   or ARRAY, where something is compiled
    }
"""

import copy
import json
import pathlib

import files
import record
from arrays import decode
from golden import array, keras, np, tf

GOLDENS = pathlib.Path(__file__).resolve().parents[2] / "packages/conformance/goldens"
# As many of a class as there are plain differences between: these are trained with twice.
TRAINED = 5
COMPILED = ("optimizer", "loss", "metrics")


def plain(value):
    """The JSON of a case without its marks for floats that are whole."""
    if isinstance(value, dict):
        return float(value["$float"]) if "$float" in value else {key: plain(one) for key, one in value.items()}
    return [plain(one) for one in value] if isinstance(value, list) else value


def cases(group, count=None):
    for path in sorted((GOLDENS / group).glob("*.json")):
        for i, case in enumerate(json.loads(path.read_text())["cases"][:count]):
            yield f"{group}-{path.stem}-{i}", {**case, "serialized": plain(case["serialized"])}


def wire(module, class_name, **config):
    return {"module": module, "class_name": class_name, "config": config, "registered_name": None}


def spec(name, layer, inputs, **rest):
    none = {"fixedBatch": False, "weights": None, "adapt": [], "compile": None, "targets": None}
    return {"name": name, "layer": layer, "inputs": inputs, **none, **rest}


def of_layers():
    """Calls with options and first states are in the models of tools/goldens/files.py."""
    for name, case in cases("layers"):
        if "inputs" not in case or "options" in case or "states" in case:
            continue
        # What adapts whole numbers is rounded when it is saved.
        if "quantize" in case and "lora_rank" in case["config"]:
            continue
        layer = {key: value for key, value in case["serialized"].items() if key != "build_config"}
        adapt = case.get("batches") or ([case["adapt"]] if case.get("adapt") else [])
        weights = None if adapt else case.get("weights")
        fixed = '"stateful": true' in json.dumps(layer)
        yield spec(name, layer, case["inputs"], weights=weights, adapt=adapt, fixedBatch=fixed)


def trained(name, optimizer="sgd", **dense):
    """A dense layer that learns."""
    layer = wire("keras.layers", "Dense", name="dense", units=2, **dense)
    rng = np.random.default_rng(1)
    inputs, targets = (rng.standard_normal((13, size)).astype("float32") for size in (3, 2))
    compiled = {"optimizer": optimizer, "loss": "mean_squared_error", "metrics": []}
    return spec(name, layer, [array(inputs)], compile=compiled, targets=array(targets))


def of_training():
    for name, case in cases("optimizers", TRAINED):
        if "schedule-free" in name:  # Keras takes the step of the paper on JAX alone.
            continue
        yield trained(name, case["serialized"])
    for name, case in cases("schedules", TRAINED):
        yield trained(name, wire("keras.optimizers", "SGD", learning_rate=case["serialized"]))
    for group in ("constraint", "regularizer", "initializer"):
        for name, case in cases(f"{group}s", TRAINED):
            yield trained(name, **{f"kernel_{group}": case["serialized"]})


def of_evaluation():
    """Losses and metrics of what a model is given: its only layer changes nothing."""
    layer = wire("keras.layers", "Identity", name="identity")
    for name, case in cases("losses"):
        compiled = {"optimizer": "sgd", "loss": case["serialized"], "metrics": []}
        if "sampleWeight" not in case and "mask" not in case and "activation" not in case:
            yield spec(name, layer, [case["yPred"]], compile=compiled, targets=case["yTrue"])
    for name, case in cases("metrics"):
        update = case["updates"][0] if case["updates"] else {}
        # Histories here have one number for each metric.
        if "yTrue" in update and "sampleWeight" not in update and case["results"][0]["shape"] == []:
            is_sparse = len(update["yTrue"]["shape"]) < len(update["yPred"]["shape"])
            loss = "sparse_categorical_crossentropy" if is_sparse else "mean_squared_error"
            compiled = {"optimizer": "sgd", "loss": loss, "metrics": [case["serialized"]]}
            yield spec(name, layer, [update["yPred"]], compile=compiled, targets=update["yTrue"])


def specs():
    return [*of_layers(), *of_training(), *of_evaluation()]


def deserialized(wire):
    """Keras changes the dictionaries that it is given."""
    return keras.saving.deserialize_keras_object(copy.deepcopy(wire))


def adapt(layer, batches):
    given = [files.single([decode(batch)]) for batch in batches]
    if len(given) == 1:
        layer.adapt(given[0])
    elif len(given) > 1:
        layer.adapt(tf.data.Dataset.from_tensor_slices(tf.stack(given)))


def start(array, fixed):
    dtype = "string" if array.dtype.kind in "UO" else str(array.dtype)
    return keras.Input(batch_shape=(array.shape[0] if fixed else None, *array.shape[1:]), dtype=dtype)


def build(spec):
    """The model of a spec, and its inputs."""
    inputs = [decode(array) for array in spec["inputs"]]
    layer = deserialized(spec["layer"])
    adapt(layer, spec["adapt"])
    starts = [start(array, spec["fixedBatch"]) for array in inputs]
    given = starts[0] if len(starts) == 1 else starts
    takes_each = isinstance(layer, (keras.layers.MultiHeadAttention, keras.layers.GroupQueryAttention))
    model = keras.Model(given, layer(*starts) if takes_each else layer(given), name="model")
    if spec["weights"] is not None:
        model.set_weights([decode(weight) for weight in spec["weights"]])
    if spec["compile"] is not None:
        optimizer, loss, metrics = (deserialized(spec["compile"][key]) for key in COMPILED)
        model.compile(optimizer=optimizer, loss=loss, metrics=metrics)
        record.hasten(model)
    return model, inputs


def make(spec, folder):
    """Saves the model of a spec and returns its record."""
    model, inputs = build(spec)
    targets = None if spec["targets"] is None else [decode(spec["targets"])]
    return record.save(spec["name"], model, inputs, targets, folder)
