"""What a model predicts, how its training goes on and what evaluating it gives: the JSON that interop.py documents."""

import files
from golden import array, arrays, keras, np, tf


def save(name, model, inputs, targets, folder):
    """Saves a model, which has trained for an epoch where it can, and returns its record."""
    path = folder / f"{name}.keras"
    learns = targets is not None and len(model.trainable_weights) > 0
    if learns:
        files.go_on(model, inputs, targets, files.BATCH_SIZE, 1)
    model.save(path)
    record = {
        "name": name,
        "inputs": arrays(inputs),
        "predictions": arrays(call(model, inputs)),
        "training": None,
        "evaluation": None,
    }
    if targets is None:
        return record
    given = {"inputs": record["inputs"], "targets": arrays(targets)}
    if learns:
        losses = files.go_on(keras.saving.load_model(path), inputs, targets, files.BATCH_SIZE, files.EPOCHS)
        record["training"] = {**given, "batchSize": files.BATCH_SIZE, "epochs": files.EPOCHS, "losses": losses}
    else:
        record["evaluation"] = {**given, "results": evaluate(model, inputs, targets)}
    return record


def call(model, inputs):
    """Predictions without the second that Keras takes for its first `predict`."""
    # Strings come as tensors, and Keras wants all of a call to be of one kind.
    given = keras.tree.map_structure(lambda x: None if x is None else tf.convert_to_tensor(x), files.single(inputs))
    outputs = model(given, training=False)
    return outputs if isinstance(outputs, (list, dict)) else [outputs]


def evaluate(model, inputs, targets):
    """The loss and all metrics of one batch."""
    results = model.evaluate(files.single(inputs), files.single(targets), batch_size=len(inputs[0]), verbose=0)
    return [array(np.float32(result)) for result in (results if isinstance(results, list) else [results])]
