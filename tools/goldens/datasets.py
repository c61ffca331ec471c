"""Goldens of the array functions of `datasets`: what real Keras makes of small inputs.

    python tools/goldens/datasets.py

Python packages: requirements.txt beside this file.
"""

import json
import os
from pathlib import Path

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import keras
import numpy as np

OUTPUT = Path(__file__).parents[2] / "packages/datasets/src/goldens/datasets.json"


def main():
    goldens = {
        "keras": keras.__version__,
        "toCategorical": to_categorical(),
        "normalize": normalize(),
        "padSequences": pad_sequences(),
        "splitDataset": split_dataset(),
        "timeseriesDatasetFromArray": timeseries(),
    }
    OUTPUT.parent.mkdir(exist_ok=True)
    OUTPUT.write_text(json.dumps(goldens) + "\n")


def to_categorical():
    cases = [([0, 2, 1, 2], None), ([[0], [3]], 5), ([[1, 0], [2, 2]], None), ([4], 6), ([[[1]], [[0]]], 2), (1, 3)]
    return [
        {"labels": labels, "numClasses": depth, "result": keras.utils.to_categorical(labels, depth).tolist()}
        for labels, depth in cases
    ]


def normalize():
    """Of numpy arrays Keras normalizes only the last axis rightly, so the others go through its tensors."""
    rng = np.random.default_rng(7)
    cases = []
    for shape, axis, order in [((3, 4), -1, 2), ((3, 4), 1, 1), ((2, 3, 4), -1, 3), ((4, 3), 0, 2), ((2, 3, 4), 1, 2)]:
        x = rng.normal(size=shape).astype("float32")
        x[0, 0] = 0
        result = keras.utils.normalize(keras.ops.convert_to_tensor(x), axis=axis, order=order)
        cases.append(
            {"x": x.tolist(), "axis": axis, "order": order, "result": keras.ops.convert_to_numpy(result).tolist()}
        )
    x = rng.normal(size=(3, 4))
    x[1] = 0
    result = keras.utils.normalize(x, order=np.inf).tolist()
    cases.append({"x": x.tolist(), "axis": -1, "order": "Infinity", "result": result})
    return cases


def pad_sequences():
    ragged = [[1], [2, 3], [4, 5, 6], []]
    vectors = [[[1.5, 2]], [[3, 4], [5, 6], [7, 8.25]]]
    words = [["a"], ["b", "c"]]
    cases = [
        (ragged, {}),
        (ragged, {"padding": "post"}),
        (ragged, {"maxlen": 2}),
        (ragged, {"maxlen": 2, "truncating": "post", "padding": "post", "value": -1}),
        (ragged, {"maxlen": 5, "dtype": "float32", "value": 0.5}),
        (vectors, {"dtype": "float32"}),
        (vectors, {"dtype": "float32", "maxlen": 2, "truncating": "post"}),
        (vectors, {}),
        (words, {"dtype": "str", "value": "x"}),
    ]
    return [
        {"sequences": s, "options": options, "result": keras.utils.pad_sequences(s, **options).tolist()}
        for s, options in cases
    ]


def split_dataset():
    cases = []
    for rows, sizes in [
        (5, {"left_size": 0.5}),
        (7, {"left_size": 0.5}),
        (10, {"left_size": 0.25}),
        (10, {"right_size": 3}),
        (10, {"left_size": 2, "right_size": 3}),
        (11, {"left_size": 0.3, "right_size": 0.3}),
    ]:
        left, right = keras.utils.split_dataset(np.arange(rows), **sizes)
        sides = {"left": [int(row) for row in left], "right": [int(row) for row in right]}
        cases.append({"rows": rows, "leftSize": sizes.get("left_size"), "rightSize": sizes.get("right_size"), **sides})
    return cases


def timeseries():
    series = [float(value) for value in range(20)]
    pairs = [[float(i), 100.0 + i] for i in range(12)]
    cases = []
    for data, targets, options in [
        (series, None, {"sequence_length": 5}),
        (series, series[5:], {"sequence_length": 5, "sequence_stride": 3, "batch_size": 2}),
        (series, series, {"sequence_length": 3, "sampling_rate": 4, "sequence_stride": 2, "batch_size": 4}),
        (pairs, [2 * row[0] for row in pairs], {"sequence_length": 2, "batch_size": None}),
        (series, series, {"sequence_length": 4, "start_index": 3, "end_index": 15, "batch_size": 3}),
        (pairs, None, {"sequence_length": 2, "sequence_stride": 4, "batch_size": 2}),
    ]:
        dataset = keras.utils.timeseries_dataset_from_array(
            np.array(data, "float32"), None if targets is None else np.array(targets, "float32"), **options
        )
        batches = [[part.numpy().tolist() for part in (batch if targets else [batch])] for batch in dataset]
        cases.append({"data": data, "targets": targets, "options": options, "batches": batches})
    return cases


if __name__ == "__main__":
    main()
