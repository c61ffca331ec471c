"""Inputs of random models, their values, and the layers that make numbers of them."""

from golden import keras, np

layers = keras.layers
WORDS = ["the", "cat", "sat", "on", "mat", "Dog", "ran!", "it's", "naïve", "été", "x-ray", "", "12", "a_b", "ÄÖ"]
MODES = ["int", "one_hot", "multi_hot", "count"]


def drawn(rng, count, shape):
    values = rng.standard_normal((count, *shape)).astype("float32")
    return keras.Input(shape), values


def steps(r, rng, count):
    return drawn(rng, count, (r.randint(1, 6), r.randint(1, 6)))


def masked(r, rng, count):
    x, values = steps(r, rng, count)
    values[rng.random(values.shape[:2]) < 0.3] = 0.0
    return layers.Masking(0.0)(x), values


def tokens(r, rng, count):
    x = keras.Input((r.randint(1, 6),), dtype="int32")
    return embedded(r, x, 5), rng.integers(0, 5, (count, x.shape[1])).astype("int32")


def embedded(r, x, size):
    return layers.Embedding(size, r.randint(1, 4), mask_zero=r.odds(0.6))(x)


def number(r, x, layer, size):
    """The output of a layer that gives indices below `size`, or rows of numbers."""
    y = layer(x)
    return y if layer.output_mode not in ("int", None) else embedded(r, y, size)


def sentences(r, rng, count):
    """Strings of words with spaces and punctuation."""
    x = keras.Input((1,), dtype="string")
    values = np.array(
        [[r.choice([" ", "  ", ", "]).join(r.choices(WORDS, k=r.randint(0, 6)))] for _ in range(count)], "object"
    )
    mode = r.choice(["int", "multi_hot", "count", "tf_idf"])
    vocabulary = r.sample(["the", "cat", "sat", "mat", "dog", "the cat", "t", "h", "sat on", "its"], 6)
    given = {"idf_weights": [0.5, 1.0, 1.5, 2.0, 2.5, 3.0]} if mode == "tf_idf" else {}
    if mode == "int":
        given["output_sequence_length"] = r.choice([3, 5])
    else:
        given["pad_to_max_tokens"] = r.odds(0.5)
    layer = layers.TextVectorization(
        max_tokens=r.choice([9, 20]),
        standardize=r.choice(["lower_and_strip_punctuation", "lower", "strip_punctuation", None]),
        split=r.choice(["whitespace", "character", None]),
        ngrams=r.choice([None, 2, (1, 2)]),
        output_mode=mode,
        vocabulary=vocabulary,
        **given,
    )
    return number(r, x, layer, 20), values


def categories(r, rng, count):
    """Single words, looked up, hashed or crossed."""
    mode = r.choice(MODES)
    size = 1 if mode == "one_hot" else r.randint(1, 3)
    x = keras.Input((size,), dtype="string")
    values = np.array([r.choices(WORDS, k=size) for _ in range(count)], "object")
    bins = r.randint(2, 9)
    layer = r.choice(
        [
            lambda: layers.StringLookup(
                vocabulary=r.sample(WORDS, 5),
                num_oov_indices=r.choice([1, 2, 3]),
                mask_token=r.choice([None, ""]) if mode == "int" else None,
                output_mode=mode,
            ),
            lambda: layers.Hashing(
                bins,
                mask_value=r.choice([None, "cat"]),
                salt=r.choice([None, 7, [11, 13]]),
                output_mode=mode,
            ),
        ]
    )()
    return number(r, x, layer, 20), values


def whole(r, rng, count):
    """Whole numbers, looked up, hashed or counted."""
    mode = r.choice(MODES)
    size = 1 if mode == "one_hot" else r.randint(1, 3)
    x = keras.Input((size,), dtype=r.choice(["int32", "int64"]))
    values = rng.integers(0, 9, (count, size)).astype(x.dtype)
    made = [
        lambda: layers.IntegerLookup(
            vocabulary=r.sample(range(9), 5), num_oov_indices=r.choice([1, 2, 3]), output_mode=mode
        ),
        lambda: layers.Hashing(r.randint(2, 9), salt=r.choice([None, 7]), output_mode=mode),
    ]
    if mode != "int":
        made.append(lambda: layers.CategoryEncoding(9, output_mode=mode))
    return number(r, x, r.choice(made)(), 20), values


def bins(r, rng, count):
    """Numbers in bins."""
    mode = r.choice(MODES)
    size = 1 if mode == "one_hot" else r.randint(1, 3)
    x, values = drawn(rng, count, (size,))
    layer = layers.Discretization(bin_boundaries=sorted(r.sample([-1.0, -0.3, 0.0, 0.4, 1.0], 3)), output_mode=mode)
    return number(r, x, layer, 20), values


def sized(rank):
    return lambda r, rng, count: drawn(rng, count, tuple(r.randint(2, 6) for _ in range(rank)))


INPUTS = [sized(1), steps, masked, tokens, sized(3), sized(3), sized(4), sentences, categories, whole, bins]
