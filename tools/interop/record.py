"""What a model predicts, how its training goes on and what evaluating it gives: the JSON that interop.py documents."""

import files
from golden import array, arrays, keras, np, tf


def hasten(model):
    """Saves the seconds that a graph takes."""
    model.run_eagerly = True


def save(name, model, inputs, targets, folder):
    """Saves a model, which has trained for an epoch where it can, and returns its record."""
    path = folder / f"{name}.keras"
    learns = targets is not None and len(model.trainable_weights) > 0
    if learns:
        files.go_on(model, inputs, targets, files.BATCH_SIZE, 1)
    model.save(path)
    predictions = call(model, inputs)
    again = keras.saving.load_model(path)
    if not all(map(same, *map(keras.tree.flatten, (call(again, inputs), predictions)))):
        raise ValueError("the model predicts something else after Keras has opened its file")
    record = {
        "name": name,
        "inputs": arrays(inputs),
        "predictions": arrays(predictions),
        "training": None,
        "evaluation": None,
    }
    if targets is None:
        return record
    given = {"inputs": record["inputs"], "targets": arrays(targets)}
    if learns:
        losses = files.go_on(again, inputs, targets, files.BATCH_SIZE, files.EPOCHS)
        record["training"] = {**given, "batchSize": files.BATCH_SIZE, "epochs": files.EPOCHS, "losses": losses}
    else:
        record["evaluation"] = {**given, "results": evaluate(model, inputs, targets)}
    return record


def same(actual, expected):
    """Whether arrays of numbers are alike, or arrays of strings the same."""
    actual, expected = np.asarray(actual), np.asarray(expected)
    if expected.dtype.kind not in "OSU":
        return np.allclose(actual, expected, rtol=1e-6, atol=1e-6, equal_nan=True)
    return texts(actual) == texts(expected)


def texts(strings):
    return [word.decode() if isinstance(word, bytes) else word for word in strings.ravel()]


def call(model, inputs):
    """Predictions without the second that Keras takes for its first `predict`."""
    # Strings come as tensors, and Keras wants all of a call to be of one kind.
    given = keras.tree.map_structure(lambda x: None if x is None else tf.convert_to_tensor(x), files.single(inputs))
    outputs = model(given, training=False)
    # Image layers give whole numbers for whole numbers outside of graphs, though they say that they give floats.
    if any(a.dtype != b.dtype for a, b in zip(keras.tree.flatten(outputs), model.outputs, strict=True)):
        eagerly, model.run_eagerly = model.run_eagerly, False
        outputs = model.predict(files.single(inputs), verbose=0)
        model.run_eagerly = eagerly
    return outputs if isinstance(outputs, dict) else keras.tree.flatten(outputs)


def evaluate(model, inputs, targets):
    """The loss and all metrics of one batch."""
    results = model.evaluate(files.single(inputs), files.single(targets), batch_size=len(inputs[0]), verbose=0)
    return [array(np.float32(result)) for result in (results if isinstance(results, list) else [results])]
