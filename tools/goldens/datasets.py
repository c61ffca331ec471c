"""Goldens of `datasets`: what real Keras makes of small arrays and of folders of small files.

    python tools/goldens/datasets.py

Python packages: requirements.txt beside this file.
"""

import base64
import io
import json
import os
import struct
import tempfile
from pathlib import Path

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import keras
import numpy as np
import tensorflow as tf
from keras.src.utils import text_dataset_utils
from scipy.io import wavfile

OUTPUT = Path(__file__).parents[2] / "packages/datasets/src/goldens/datasets.json"


def main():
    goldens = {
        "keras": keras.__version__,
        "toCategorical": to_categorical(),
        "normalize": normalize(),
        "padSequences": pad_sequences(),
        "splitDataset": split_dataset(),
        "timeseriesDatasetFromArray": timeseries(),
        "decodeImage": decode_image(),
        "imageDatasetFromDirectory": images_from_directory(),
        "resizedImages": resized_images(),
        "textDatasetFromDirectory": texts_from_directory(),
        "textsCutByLetters": texts_cut_by_letters(),
        "decodeWav": decode_wav(),
        "audioDatasetFromDirectory": sounds_from_directory(),
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


def decode_image():
    """Colours, grey, alpha and 16 bits in PNG; in JPEG smooth pictures, with and without halved colours."""
    rng = np.random.default_rng(3)
    pixels = rng.integers(0, 256, (3, 4, 4)).astype("uint8")
    rows, columns = np.mgrid[0:20, 0:24]
    smooth = np.stack([rows * 12, columns * 10, 255 - rows * 6 - columns * 5], -1).astype("uint8")
    files = {
        "rgba.png": tf.io.encode_png(pixels),
        "rgb.png": tf.io.encode_png(pixels[..., :3]),
        "gray.png": tf.io.encode_png(pixels[..., :1]),
        "gray-alpha.png": tf.io.encode_png(pixels[..., :2]),
        "16-bits.png": tf.io.encode_png(pixels.astype("uint16") * 257 + 100),
        "rgb.jpg": tf.io.encode_jpeg(smooth, quality=95, chroma_downsampling=False),
        "halved.jpg": tf.io.encode_jpeg(smooth, quality=95),
        "gray.jpg": tf.io.encode_jpeg(smooth[..., :1], quality=95),
    }
    cases = []
    for name, content in files.items():
        for color_mode, channels in (("grayscale", 1), ("rgb", 3), ("rgba", 4)):
            if channels == 4 and name.endswith("jpg"):
                continue
            # decode_image takes a transform for JPEG that is fast and rough; other decoders are exact, as this one can be.
            image = (
                tf.io.decode_jpeg(content, channels=channels, dct_method="INTEGER_ACCURATE")
                if name.endswith("jpg")
                else tf.io.decode_image(content, channels=channels)
            )
            cases.append(
                {
                    "name": name,
                    "colorMode": color_mode,
                    "file": base64.b64encode(content.numpy()).decode(),
                    "shape": list(image.shape),
                    "pixels": image.numpy().ravel().tolist(),
                }
            )
    return cases


def images_from_directory():
    """A folder of small pictures, each told by its size and its pixels, in several divisions and shapes."""
    rng = np.random.default_rng(5)
    paths = [f"{kind}/{name}" for kind in ("b-kind", "a-kind", "c") for name in ("z.png", "B.PNG", "a1.png", "a10.png")]
    paths += ["a-kind/below/first.png", "c/0.jpg", ".hidden/x.png", "top.png"]
    folder = Path(tempfile.mkdtemp())
    files = {}
    for path in paths:
        height, width = rng.integers(2, 6, 2)
        image = rng.integers(0, 256, (height, width, 3)).astype("uint8")
        # One colour looks the same from every decoder of JPEG.
        content = tf.io.encode_jpeg(0 * image + 90) if path.endswith("jpg") else tf.io.encode_png(image)
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content.numpy())
        files[path] = base64.b64encode(content.numpy()).decode()
    (folder / "c/notes.txt").write_text("no image")
    return {"files": files, "cases": [list_directory(folder, options) for options in DIRECTORY_OPTIONS]}


DIRECTORY_OPTIONS = [
    {"shuffle": False, "image_size": (3, 4)},
    {"shuffle": False, "label_mode": None, "image_size": (2, 2), "color_mode": "grayscale"},
    {"shuffle": False, "class_names": ["c", "a-kind"], "label_mode": "binary", "image_size": (4, 4)},
    {"shuffle": False, "label_mode": "categorical", "image_size": (5, 3), "interpolation": "nearest"},
    {"shuffle": False, "batch_size": None, "image_size": (2, 3)},
    {"seed": 7, "validation_split": 0.3, "subset": "training", "image_size": (2, 2)},
    {"seed": 7, "validation_split": 0.3, "subset": "validation", "image_size": (2, 2)},
    {"seed": 123456789, "image_size": (2, 2)},
]


def list_directory(folder, options):
    """The files in Keras' order; what is read from them only where Keras does not shuffle them again."""
    dataset = keras.utils.image_dataset_from_directory(folder, verbose=False, **options)
    paths = [os.path.relpath(path, folder) for path in dataset.file_paths]
    case = {"options": options, "classNames": dataset.class_names, "filePaths": paths, "batches": None}
    if options.get("shuffle", True):
        return case
    return {**case, "batches": batches_of(dataset)}


def batches_of(dataset):
    batches = []
    for batch in dataset:
        parts = dict(zip("xy", batch if isinstance(batch, tuple) else [batch]))
        batches.append({name: values_of(part) for name, part in parts.items()})
    return batches


def values_of(part):
    values = part.numpy()
    if part.dtype == tf.string:
        values = np.vectorize(lambda text: text.decode(), otypes=[object])(values)
    return {"dtype": part.dtype.name, "values": values.tolist()}


INTERPOLATIONS = ["bilinear", "nearest", "bicubic", "area", "lanczos3", "lanczos5", "gaussian", "mitchellcubic"]


def resized_images():
    """Two grey images, made larger and smaller, cropped and padded; the flat one loses a pixel where float32 rounds."""
    rng = np.random.default_rng(11)
    images = {"small.png": rng.integers(0, 256, (6, 9, 1)), "flat.png": rng.integers(0, 256, (3, 8, 1))}
    files = {name: tf.io.encode_png(image.astype("uint8")).numpy() for name, image in images.items()}
    cases = [
        ("small.png", {"interpolation": i, "image_size": s}) for i in INTERPOLATIONS for s in ((4, 13), (11, 4), (6, 9))
    ]
    for name, interpolation, size in [
        ("small.png", "bilinear", (5, 4)),
        ("small.png", "bicubic", (4, 10)),
        ("small.png", "nearest", (7, 7)),
        ("flat.png", "nearest", (5, 7)),
    ]:
        for option in ("crop_to_aspect_ratio", "pad_to_aspect_ratio"):
            cases.append((name, {"interpolation": interpolation, "image_size": size, option: True}))
    return {
        "files": {name: base64.b64encode(content).decode() for name, content in files.items()},
        "cases": [
            {"name": name, "options": options, "pixels": resize(files[name], options)} for name, options in cases
        ],
    }


def resize(content, options):
    folder = write_folder({"image.png": content})
    dataset = keras.utils.image_dataset_from_directory(
        folder, label_mode=None, color_mode="grayscale", batch_size=None, verbose=False, **options
    )
    [image] = dataset
    return np.round(image.numpy().astype("float64"), 4).ravel().tolist()


def write_folder(files):
    """A new folder with files in it; a path that ends in `/` is an empty folder."""
    folder = Path(tempfile.mkdtemp())
    for path, content in files.items():
        place = folder / path
        (place if path.endswith("/") else place.parent).mkdir(parents=True, exist_ok=True)
        if not path.endswith("/"):
            place.write_bytes(content)
    return folder


def files_from_directory(make, files, cases):
    """What is read from a folder; of a pair the part that Keras does not shuffle again, the second."""
    folder = write_folder(files)
    made = []
    for options in cases:
        dataset = make(folder, verbose=False, **options)
        if options.get("subset") == "both":
            dataset = dataset[1]
        made.append({"options": options, "classNames": dataset.class_names, "batches": batches_of(dataset)})
    return {"files": {path: base64.b64encode(content).decode() for path, content in files.items()}, "cases": made}


def texts_from_directory():
    files = {
        "pos/a10.txt": "good",
        "pos/a9.TXT": "",
        "pos/b.txt": "\ufeffa \U0001f0a1",
        "neg/one.txt": "bad\r\nworse",
        "neg/more/two.txt": "n\u00e9",
        "other/notes.md": "no text",
        ".hidden/c.txt": "hid",
        "top.txt": "top",
        "empty/": "",
    }
    cases = [
        {"shuffle": False},
        {"shuffle": False, "label_mode": None, "batch_size": 4},
        {"shuffle": False, "class_names": ["pos", "neg"], "label_mode": "binary", "batch_size": None},
        {"shuffle": False, "class_names": ["neg"], "max_length": 3},
        {"shuffle": False, "label_mode": "categorical", "validation_split": 0.4, "subset": "training"},
        {"seed": 7, "validation_split": 0.4, "subset": "both"},
    ]
    contents = {path: text.encode() for path, text in files.items()}
    return files_from_directory(keras.utils.text_dataset_from_directory, contents, cases)


def texts_cut_by_letters():
    """What Keras reads with `format="grain"`, which counts letters."""
    text = "h\u00e9llo \U0001f0a1 w\u00f6rld"
    path = write_folder({"a.txt": text.encode()}) / "a.txt"
    cut = text_dataset_utils._path_to_string_content_grain
    return [{"text": text, "maxLength": length, "result": cut(path, length)} for length in (1, 2, 7, 8, 99)]


def riff(chunks):
    padded = [name + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2) for name, data in chunks]
    body = b"WAVE" + b"".join(padded)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def wav(data, bits, channels=1, tag=1, extensible=False, before=()):
    """A file of sound, with its format in the form of 1991 or in that of 2001."""
    block = channels * bits // 8
    shape = struct.pack("<HIIHH", channels, 8000, 8000 * block, block, bits)
    form = struct.pack("<H", 0xFFFE if extensible else tag) + shape
    if extensible:
        form += struct.pack("<HHIH", 22, bits, 0, tag) + bytes.fromhex("000000001000800000aa00389b71")
    return riff([*before, (b"fmt ", form), (b"data", data)])


def decode_wav():
    """TensorFlow reads whole numbers of 16 bits; others are as SciPy reads them."""
    rng = np.random.default_rng(13)
    ends = struct.pack("<4h", -32768, 32767, 0, -1)
    raw = [rng.integers(0, 256, length).astype("uint8").tobytes() for length in (3, 12, 18, 16)]
    floats = struct.pack("<3f", 0.25, -1.5, 1e-7)
    files = {
        "16 bits": wav(ends, 16),
        "16 bits, stereo": wav(ends, 16, channels=2),
        "16 bits, nothing": wav(b"", 16),
        "8 bits": wav(raw[0], 8),
        "24 bits": wav(raw[1], 24),
        "24 bits, stereo, extensible": wav(raw[2], 24, channels=2, extensible=True),
        "32 bits": wav(raw[3], 32, before=[(b"LIST", b"odd")]),
        "floats": wav(floats, 32, tag=3),
        "floats, extensible": wav(floats, 32, tag=3, extensible=True),
    }
    cases = []
    for name, content in files.items():
        audio, rate = decode_16_bits(content) if name.startswith("16") else decode_others(content)
        cases.append(
            {
                "name": name,
                "file": base64.b64encode(content).decode(),
                "sampleRate": rate,
                "shape": list(audio.shape),
                "samples": audio.ravel().tolist(),
            }
        )
    return cases


def decode_16_bits(content):
    audio, rate = tf.audio.decode_wav(content)
    return audio.numpy(), int(rate)


def decode_others(content):
    rate, samples = wavfile.read(io.BytesIO(content))
    samples = samples.reshape(len(samples), -1)
    if samples.dtype == "uint8":
        samples = (samples.astype("float64") - 128) / 2**7
    elif samples.dtype == "int32":
        # SciPy shifts 24 bits to the upper end of 32.
        samples = samples / 2**31
    return samples.astype("float32"), rate


def sounds_from_directory():
    rng = np.random.default_rng(17)

    def sound(samples, channels=1):
        return wav(rng.integers(-(2**15), 2**15, samples * channels).astype("<i2").tobytes(), 16, channels)

    files = {
        "hum/a.wav": sound(5),
        "hum/B.WAV": sound(3),
        "bang/below/c.wav": sound(6),
        "bang/d.wav": sound(2, channels=2),
    }
    cases = [
        {"shuffle": False},
        {"shuffle": False, "label_mode": None, "batch_size": None},
        {"shuffle": False, "class_names": ["hum"], "output_sequence_length": 4},
        {"shuffle": False, "batch_size": 1, "label_mode": "categorical", "output_sequence_length": 3},
        {"seed": 3, "validation_split": 0.5, "subset": "both"},
    ]
    return files_from_directory(keras.utils.audio_dataset_from_directory, files, cases)


if __name__ == "__main__":
    main()
