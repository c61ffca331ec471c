"""Layers that prepare data: some learn from data first, and those that take strings have cases of their own form."""

from golden import array, arrays, drawn, fresh, given, keras, np, plain, serialized
from layers.case import STEPS, case, indices


def host_case(name, unit, config, *inputs, adapt=None, batches=None):
    """One call of a layer that computes on the host, after it learned from an array or from batches.

    `serialized` is the layer before its first call; its vocabulary is there if it has one.
    """
    fresh(1)
    layer = getattr(keras.layers, unit)(**config)
    if adapt is not None:
        layer.adapt(adapt)
    if batches is not None:
        layer.adapt(iter(batches))
    written = serialized(layer)
    output = layer(list(inputs) if unit == "HashedCrossing" else inputs[0])
    output = np.asarray(output)
    return {
        "name": name,
        "config": given(config),
        "serialized": written,
        **({} if adapt is None else {"adapt": array(adapt)}),
        **({} if batches is None else {"batches": arrays(batches)}),
        "inputs": arrays(inputs),
        "output": array(output),
        **({"vocabulary": plain(layer.get_vocabulary())} if hasattr(layer, "get_vocabulary") else {}),
    }


def texts(*values):
    return np.array(values)


def ints(*values):
    return np.array(values, "int64")


def floats(*values):
    return np.array(values, "float32")


def normalization():
    unit = "Normalization"
    data = np.array([[1, -2, 300], [2, 0, 100], [4, 1, -500], [0, 3, 20]], "float32")
    images = (np.arange(24, dtype="float32").reshape(2, 3, 2, 2) % 7) ** 2
    return [
        case("adapted", unit, {}, drawn(3, 3), adapt=data),
        case("one of all", unit, {"axis": None}, drawn(3, 3), adapt=data),
        case("axes out of order", unit, {"axis": [3, 1]}, drawn(2, 3, 2, 2), adapt=images),
        case("each place", unit, {"axis": (1, 2, 3)}, drawn(1, 3, 2, 2), adapt=images),
        case("inverted", unit, {"invert": True}, drawn(2, 3), adapt=data),
        case("constant", unit, {}, drawn(2, 2), adapt=np.full((3, 2), 7, "float32")),
        case("far from zero", unit, {}, drawn(2, 1), adapt=floats([10001], [10002], [10003])),
        case("given", unit, {"mean": 1.5, "variance": 4.5}, drawn(2, 3)),
        case("given for each", unit, {"mean": [1.0, 2.0, 0.5], "variance": [4.0, 0.0, 0.25]}, drawn(2, 3)),
        case(
            "given along the last of two axes",
            unit,
            {"axis": [1, 2], "mean": [1.0, 2.0], "variance": [4.0, 0.5]},
            drawn(2, 3, 2),
        ),
        case("mask", unit, {"mean": 0.5, "variance": 2.5}, drawn(2, 3, 2), masks=[STEPS]),
    ]


def rescaling():
    unit = "Rescaling"
    return [
        case("to one", unit, {"scale": 1 / 255}, drawn(2, 3, 3, 1, scale=100)),
        case("to minus one and one", unit, {"scale": 1 / 127.5, "offset": -1.0}, drawn(2, 4, scale=100)),
        case("each channel", unit, {"scale": [1.0, 0.5], "offset": [0.25, -2.0]}, drawn(2, 3, 2)),
        case("whole numbers", unit, {"scale": 0.5, "offset": 1.5}, indices(9, 2, 3)),
        case("mask", unit, {"scale": 0.5}, drawn(2, 3, 2), masks=[STEPS]),
    ]


def category_encoding():
    unit = "CategoryEncoding"
    rows = np.array([[0, 3, 3], [1, 1, 2]], "int32")
    weights = floats([0.5, 2, -1], [1, 1, 0.25])
    return [
        case("multi hot", unit, {"num_tokens": 5}, rows),
        case("one hot", unit, {"num_tokens": 5, "output_mode": "one_hot"}, rows),
        case("one hot of single ones", unit, {"num_tokens": 4, "output_mode": "one_hot"}, rows[:, 1:2]),
        case("one hot, rank 1", unit, {"num_tokens": 4, "output_mode": "one_hot"}, rows[0]),
        case("count", unit, {"num_tokens": 5, "output_mode": "count"}, rows),
        case(
            "count with weights",
            unit,
            {"num_tokens": 4, "output_mode": "count"},
            rows,
            options={"count_weights": weights},
        ),
        case("too large", unit, {"num_tokens": 3, "output_mode": "count"}, rows),
        case("single", unit, {"num_tokens": 4}, rows[:, :1]),
    ]


def discretization():
    unit = "Discretization"
    bounds = {"bin_boundaries": [-0.5, 0.0, 1.0]}
    numbers = floats([-2, -0.5, -0.1, 0], [0.5, 1, 1.5, 1e9], [-1e9, 3, 0.25, 0.999])
    many = np.random.default_rng(3).gamma(2.0, 3.0, 400).astype("float32")
    repeated = floats(1, 1, 1, 2, 2, 3, 3, 3, 3, 9)
    return [
        case("boundaries", unit, bounds, numbers, constant=True),
        case("one hot", unit, {**bounds, "output_mode": "one_hot"}, numbers, constant=True),
        case("multi hot", unit, {**bounds, "output_mode": "multi_hot"}, numbers, constant=True),
        case("count", unit, {**bounds, "output_mode": "count"}, numbers, constant=True),
        case("whole numbers", unit, {"bin_boundaries": [1.0, 3.0, 5.0]}, indices(8, 3, 4)),
        case("adapted", unit, {"num_bins": 4}, drawn(2, 5, scale=10), adapt=many, constant=True),
        case("adapted, coarse", unit, {"num_bins": 7, "epsilon": 0.1}, drawn(2, 5, scale=10), adapt=many, constant=True),
        case("adapted, repeated", unit, {"num_bins": 3}, drawn(2, 3, scale=4), adapt=repeated, constant=True),
        case(
            "adapted, one hot",
            unit,
            {"num_bins": 5, "epsilon": 0.05, "output_mode": "one_hot"},
            drawn(2, 3, scale=8),
            adapt=many.reshape(20, 20),
            constant=True,
        ),
    ]


WORDS = texts(["red", "blue", "red"], ["green", "", "blue"], ["Zoë", "é", "😀"], ["red", "\uffee", "z"])
COLORS = ["red", "green", "blue"]


def string_lookup():
    unit = "StringLookup"
    asked = texts(["blue", "pink"], ["red", ""], ["😀", "[UNK]"])
    rare = {"output_mode": "tf_idf"}
    return [
        host_case("adapted", unit, {}, asked, adapt=WORDS),
        host_case("rank 1", unit, {}, asked[:, 0], adapt=WORDS[:, 0]),
        host_case("mask", unit, {"mask_token": ""}, asked, adapt=WORDS),
        host_case("at most", unit, {"max_tokens": 4, "mask_token": ""}, asked, adapt=WORDS),
        host_case("vocabulary", unit, {"vocabulary": COLORS}, asked),
        host_case("whole vocabulary", unit, {"vocabulary": ["", "?", *COLORS], "mask_token": "", "oov_token": "?"}, asked),
        host_case("none unknown", unit, {"vocabulary": COLORS, "num_oov_indices": 0}, texts(["blue", "red"])),
        host_case("several unknown", unit, {"vocabulary": COLORS, "num_oov_indices": 5, "mask_token": ""}, WORDS),
        host_case("salted", unit, {"vocabulary": COLORS, "num_oov_indices": 5, "salt": [7, -3]}, WORDS),
        host_case("one hot", unit, {"vocabulary": COLORS, "output_mode": "one_hot"}, asked[:, :1]),
        host_case("multi hot", unit, {"vocabulary": COLORS, "output_mode": "multi_hot", "mask_token": ""}, asked),
        host_case("count, padded", unit, {"max_tokens": 9, "pad_to_max_tokens": True, "output_mode": "count"}, WORDS, adapt=WORDS),
        host_case("multi hot, rank 1", unit, {"vocabulary": COLORS, "output_mode": "multi_hot"}, asked[:, 0]),
        host_case("rare", unit, rare, WORDS, adapt=WORDS),
        host_case("rare, padded", unit, {**rare, "max_tokens": 12, "pad_to_max_tokens": True}, asked, adapt=WORDS),
        host_case("rare, given", unit, {**rare, "vocabulary": COLORS, "idf_weights": [0.5, 1.5, 2.5]}, asked),
        host_case("inverted", unit, {"vocabulary": COLORS, "invert": True, "mask_token": "-"}, ints([0, 1, 2], [4, 9, -1])),
        host_case("batches", unit, {}, asked, batches=[WORDS[:2], WORDS[2:]]),
        host_case("rare, batches of one", unit, rare, asked, batches=[WORDS[0], WORDS[1]]),
    ]


def integer_lookup():
    unit = "IntegerLookup"
    data = ints([12, 1138], [42, 12], [0, -7], [2**40, 12])
    asked = ints([12, 5], [0, -1], [2**40, -8])
    known = {"vocabulary": [12, 1138, 42]}
    return [
        host_case("adapted", unit, {}, asked, adapt=data),
        host_case("mask", unit, {"mask_token": 0}, asked, adapt=data),
        host_case("several unknown", unit, {**known, "num_oov_indices": 3}, asked),
        host_case("hashed", unit, {**known, "num_oov_indices": 4, "oov_method": "farmhash"}, asked),
        host_case("hashed, salted", unit, {**known, "num_oov_indices": 4, "oov_method": "farmhash", "salt": 9}, asked),
        host_case("count", unit, {**known, "output_mode": "count", "mask_token": 0}, asked),
        host_case("rare", unit, {"output_mode": "tf_idf", "max_tokens": 4}, asked, adapt=data),
        host_case("inverted", unit, {**known, "invert": True, "oov_token": -9, "mask_token": 0}, ints([0, 1, 2], [3, 4, 77])),
    ]


TEXTS = texts("The quick brown Fox, the end.", "A\tfox;\fnot  a dog!", "", "Ünder ÉCOLE naïve 😀 école")


def text_vectorization():
    unit = "TextVectorization"
    asked = texts("the FOX's quick end", "école", " ", "a b c d e f")
    return [
        host_case("adapted", unit, {}, asked, adapt=TEXTS),
        host_case("of rank 2", unit, {}, asked[:, None], adapt=TEXTS[:, None]),
        host_case("length", unit, {"output_sequence_length": 3, "max_tokens": 6}, asked, adapt=TEXTS),
        host_case("lower", unit, {"standardize": "lower"}, asked, adapt=TEXTS),
        host_case("strip punctuation", unit, {"standardize": "strip_punctuation"}, asked, adapt=TEXTS),
        host_case("as it is", unit, {"standardize": None}, asked, adapt=TEXTS),
        host_case("characters", unit, {"split": "character", "output_sequence_length": 12}, asked, adapt=TEXTS),
        host_case("not split", unit, {"split": None}, asked, adapt=TEXTS),
        host_case("up to two", unit, {"ngrams": 2, "output_mode": "count"}, asked, adapt=TEXTS),
        host_case("threes and ones", unit, {"ngrams": (3, 1), "output_sequence_length": 5}, asked, adapt=TEXTS),
        host_case("multi hot", unit, {"output_mode": "multi_hot", "max_tokens": 20, "pad_to_max_tokens": True}, asked, adapt=TEXTS),
        host_case("rare", unit, {"output_mode": "tf_idf"}, asked, adapt=TEXTS),
        host_case("vocabulary", unit, {"vocabulary": ["fox", "the", "end"]}, asked),
        host_case(
            "rare, given", unit, {"output_mode": "tf_idf", "vocabulary": ["fox", "the"], "idf_weights": [2.5, 0.5]}, asked
        ),
        host_case("batches", unit, {"output_mode": "tf_idf"}, asked, batches=[TEXTS[:1], TEXTS[1:]]),
        host_case("one text", unit, {}, np.array("the fox"), adapt=TEXTS),
    ]


LENGTHS = [0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 24, 31, 32, 33, 48, 63, 64, 65, 127, 128, 129, 191, 192, 193, 300]


def hashing():
    unit = "Hashing"
    letters = "".join(chr(97 + i * i % 26) for i in range(300))
    lengths = np.array([[letters[:length]] for length in LENGTHS])
    numbers = ints([0, 1, -1], [2**53, -(2**31), 12345])
    return [
        host_case("lengths", unit, {"num_bins": 1000003}, lengths),
        host_case("lengths, salted", unit, {"num_bins": 1000003, "salt": [133, 137]}, lengths),
        host_case("letters", unit, {"num_bins": 3}, texts(["A"], ["B"], ["C"], ["D"], ["Zoë"])),
        host_case("one salt", unit, {"num_bins": 3, "salt": -5}, texts(["A"], ["B"], ["C"], ["D"], ["E"])),
        host_case("numbers", unit, {"num_bins": 7}, numbers),
        host_case("floats", unit, {"num_bins": 7}, floats([0.5, -1.5, 3.0])),
        host_case("mask", unit, {"num_bins": 3, "mask_value": ""}, texts(["A", ""], ["", "C"])),
        host_case("mask of numbers", unit, {"num_bins": 3, "mask_value": 0}, ints([0, 1], [2, 0])),
        host_case("one hot", unit, {"num_bins": 4, "output_mode": "one_hot"}, texts(["A"], ["B"])),
        host_case("multi hot", unit, {"num_bins": 4, "output_mode": "multi_hot"}, texts(["A", "B"], ["C", "C"])),
        host_case("count", unit, {"num_bins": 4, "output_mode": "count", "salt": 2}, texts(["A", "B"], ["C", "C"])),
    ]


def hashed_crossing():
    unit = "HashedCrossing"
    left, right = texts("A", "B", "A", "B", "A"), ints(101, 101, 101, 102, 102)
    return [
        host_case("strings and numbers", unit, {"num_bins": 5}, left, right),
        host_case("strings", unit, {"num_bins": 100}, left[:, None], texts("x", "y", "z", "", "Zoë")[:, None]),
        host_case("numbers", unit, {"num_bins": 1000}, right, ints(-1, 0, 2**40, 7, 7), right),
        host_case("one hot", unit, {"num_bins": 5, "output_mode": "one_hot"}, left[:, None], right[:, None]),
    ]


def stft_spectrogram():
    unit = "STFTSpectrogram"
    short = {"frame_length": 4}
    modes = ["log", "magnitude", "psd", "real", "imag", "angle"]
    return [
        *[case(mode, unit, {**short, "mode": mode}, drawn(2, 9, 1)) for mode in modes],
        case(
            "both parts, channels",
            unit,
            {"mode": "stft", "frame_length": 5, "frame_step": 2, "fft_length": 8, "window": "hamming", "scaling": "spectrum"},
            drawn(1, 10, 2),
        ),
        case("own axis", unit, {**short, "expand_dims": True, "periodic": True, "padding": "same"}, drawn(2, 7, 2)),
        case("no window", unit, {**short, "window": None, "scaling": None, "mode": "magnitude"}, drawn(1, 8, 3)),
    ]


def mel_spectrogram():
    unit = "MelSpectrogram"
    short = {"fft_length": 32, "sequence_stride": 8, "num_mel_bins": 4, "min_freq": 200.0}
    return [
        case("decibels", unit, {**short, "max_freq": 6000}, drawn(2, 50)),
        case("power", unit, {**short, "power_to_db": False, "sequence_length": 20, "window": "hamming"}, drawn(2, 41)),
        # The loudest of the batch decides.
        case("cut off", unit, {**short, "top_db": 3.0, "ref_power": 0.5, "mag_exp": 1.0}, drawn(2, 45), training=True),
    ]


UNITS = {
    "MelSpectrogram": mel_spectrogram,
    "STFTSpectrogram": stft_spectrogram,
    "Normalization": normalization,
    "Rescaling": rescaling,
    "CategoryEncoding": category_encoding,
    "Discretization": discretization,
    "StringLookup": string_lookup,
    "IntegerLookup": integer_lookup,
    "TextVectorization": text_vectorization,
    "Hashing": hashing,
    "HashedCrossing": hashed_crossing,
}
