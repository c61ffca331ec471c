"""What every script here shares: a seeded Keras on one thread, and how values become JSON.

Import this module before keras. README.md describes the files that `write` makes.
"""

import base64
import importlib
import json
import os
import pathlib
import re

os.environ.update(
    KERAS_BACKEND="tensorflow",
    TF_CPP_MIN_LOG_LEVEL="3",
    TF_ENABLE_ONEDNN_OPTS="0",
    CUDA_VISIBLE_DEVICES="-1",
    COLUMNS="80",
)

import keras  # noqa: E402
import numpy as np  # noqa: E402
import tensorflow as tf  # noqa: E402

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "packages" / "conformance" / "goldens"

keras.config.set_floatx("float32")
keras.config.set_image_data_format("channels_last")
tf.config.threading.set_intra_op_parallelism_threads(1)
tf.config.threading.set_inter_op_parallelism_threads(1)
tf.get_logger().setLevel("ERROR")


def fresh(seed):
    """Resets automatic names and seeds; returns the generator of the inputs of one case."""
    keras.utils.clear_session()
    keras.utils.set_random_seed(seed)
    return np.random.default_rng(seed)


def normal(rng, *shape, scale=1.0):
    return (rng.standard_normal(shape) * scale).astype("float32")


def drawn(*shape, scale=1.0):
    """Normal numbers that the generator of a case draws."""
    return lambda rng: normal(rng, *shape, scale=scale)


def bools(*rows):
    return np.array(rows, bool)


def probabilities(rng, *shape, scale=1.0):
    return np.asarray(keras.ops.softmax(normal(rng, *shape, scale=scale)))


def array(value):
    """`{shape, dtype, data}` with the elements as base64, little endian, row-major; strings as a list."""
    value = np.asarray(keras.ops.convert_to_numpy(value) if keras.ops.is_tensor(value) else value)
    if value.dtype.kind in "USO":
        texts = [text.decode() if isinstance(text, bytes) else str(text) for text in value.reshape(-1)]
        return {"shape": list(value.shape), "dtype": "string", "data": texts}
    if value.dtype not in (np.float32, np.int8, np.int32, np.int64, np.uint8, np.bool_):
        raise TypeError(f"an array of {value.dtype}")
    little = np.ascontiguousarray(value, dtype=value.dtype.newbyteorder("<"))
    data = base64.b64encode(little.tobytes()).decode()
    return {"shape": list(value.shape), "dtype": str(value.dtype), "data": data}


def arrays(values):
    """Arrays in lists and dictionaries, which stay as they are; None stays, too."""
    if isinstance(values, dict):
        return {key: arrays(value) for key, value in values.items()}
    if isinstance(values, (list, tuple)):
        return [arrays(value) for value in values]
    return None if values is None else array(values)


def variables(values):
    """Variables of a layer, a model, a metric or an optimizer, with Keras' paths."""
    return [
        {"path": v.path, "name": v.name, "trainable": bool(v.trainable), **array(v.value)} for v in values
    ]


def number(value):
    """A float32 as the shortest decimal that reads back as the same float32."""
    return float(str(np.float32(value)))


def given(config):
    """Constructor arguments as JSON; objects among them serialized."""
    return {key: plain(keras.saving.serialize_keras_object(value)) for key, value in config.items()}


def plain(value):
    if isinstance(value, dict):
        return {key: plain(entry) for key, entry in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(entry) for entry in value]
    return value.item() if isinstance(value, np.generic) else value


def serialized(thing):
    """Keras' JSON of an object; whole floats become `{"$float": 2}`, since JSON in JavaScript has only 2."""
    return mark_floats(constant_ids(plain(keras.saving.serialize_keras_object(thing))))


def mark_floats(value):
    if isinstance(value, dict):
        return {key: mark_floats(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [mark_floats(entry) for entry in value]
    if isinstance(value, float) and value.is_integer():
        return {"$float": int(value)}
    return value


def constant_ids(value):
    """Numbers shared objects in order of appearance; Keras uses addresses, which differ between runs."""
    seen = {}
    pattern = re.compile(r'"shared_object_id": (\d+)')
    return json.loads(
        pattern.sub(
            lambda m: f'"shared_object_id": {seen.setdefault(m[1], len(seen) + 1)}', json.dumps(value)
        )
    )


def file_name(unit):
    """`MaxPooling2D` is `max-pooling2d`, as the unit's own file is called."""
    if unit == "L1L2":
        return "l1l2"
    words = {"PReLU": "Prelu", "ReLU": "Relu", "RMSprop": "Rmsprop", "IoU": "Iou"}
    spelled = re.sub("|".join(words), lambda found: words[found[0]], unit)
    return keras.src.utils.naming.to_snake_case(spelled).replace("_", "-")


def write(kind, unit, cases):
    """One file a unit, one line a case."""
    names = [case["name"] for case in cases]
    if len(set(names)) != len(names):
        raise ValueError(f"{unit}: two cases share a name")
    lines = ",\n".join(json.dumps(case, allow_nan=False, separators=(",", ":")) for case in cases)
    head = json.dumps({"unit": unit, "keras": keras.__version__})[:-1]
    path = FOLDER / kind / f"{file_name(unit)}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'{head}, "cases": [\n{lines}\n]}}\n')
    size = path.stat().st_size
    print(f"{size:8,}  {path.relative_to(FOLDER)}", "  <-- too large" if size > 65_536 else "")


def write_units(folder, parts, part=None, unit=None):
    """Those of all modules of a kind, of one of them, or of one unit there."""
    for one in [part] if part else parts:
        units = importlib.import_module(f"{folder}.{one}").UNITS
        for name in [unit] if unit else units:
            write(folder, name, units[name]())
