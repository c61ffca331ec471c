"""Does with Keras what src/peers/texts.ts does, and prints the same: `python keras_texts.py FILE`."""

import json
import os
import pathlib
import sys
import time

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["KERAS_BACKEND"] = "tensorflow"

import keras  # noqa: E402
import numpy as np  # noqa: E402

TEXTS = np.array(pathlib.Path(sys.argv[1]).read_text().split("\n"))


def run():
    layer = keras.layers.TextVectorization(max_tokens=10_000, output_sequence_length=16)
    start = time.perf_counter()
    layer.adapt(TEXTS)
    adapted = time.perf_counter()
    rows = layer(TEXTS).numpy()
    end = time.perf_counter()
    return {"adapt": 1e3 * (adapted - start), "vectorize": 1e3 * (end - adapted), "sum": int(rows.sum())}


run()
print(json.dumps(run()))
