"""Initializers: exact values where there is no chance; fans, the drawn distribution and a sample's quantiles elsewhere."""

from contextlib import contextmanager
from unittest import mock

from golden import array, fresh, given, keras, np, serialized, write

random_initializers = keras.src.initializers.random_initializers

SHAPES = [(), (7,), (5, 3), (3, 40), (3, 3, 2, 8), (2, 4, 6), (1, 1, 1, 1), (5, 0)]
SAMPLE = (64, 64)
QUANTILES = 64


def exact(name, unit, config, *shapes):
    fresh(1)
    initializer = getattr(keras.initializers, unit)(**config)
    return {
        "name": name,
        "config": given(config),
        "serialized": serialized(initializer),
        "values": [array(initializer(shape)) for shape in shapes],
    }


@contextmanager
def recorded_draws():
    """What initializers ask of `keras.random`: the distribution and its parameters."""
    draws = []
    patches = []
    for name in ["uniform", "normal", "truncated_normal"]:
        original = getattr(random_initializers.random, name)

        def draw(shape, *, original=original, name=name, **arguments):
            parameters = {
                key: arguments[key] for key in ["minval", "maxval", "mean", "stddev"] if key in arguments
            }
            draws.append({"distribution": name, **parameters})
            return original(shape, **arguments)

        patches.append(mock.patch.object(random_initializers.random, name, draw))
    for patch in patches:
        patch.start()
    try:
        yield draws
    finally:
        for patch in patches:
            patch.stop()


def drawn(name, unit, config, shapes=tuple(SHAPES), sample_shape=SAMPLE):
    fresh(1)
    initializer = getattr(keras.initializers, unit)(**config)
    axes = {key: value for key, value in config.items() if key.endswith("_axes")}
    described = []
    with recorded_draws() as draws:
        for shape in shapes:
            initializer(shape)
            fan_in, fan_out = random_initializers.compute_fans(shape, **axes)
            described.append({"shape": list(shape), "fanIn": fan_in, "fanOut": fan_out, **draws.pop()})
        sample = np.asarray(initializer(sample_shape)).ravel()
        described_sample = draws.pop()
    return {
        "name": name,
        "config": given(config),
        "serialized": serialized(initializer),
        "shapes": described,
        "sample": {
            "shape": list(sample_shape),
            **described_sample,
            "moments": {
                "mean": float(sample.mean(dtype="float64")),
                "deviation": float(sample.std(dtype="float64")),
                "smallest": float(sample.min()),
                "largest": float(sample.max()),
            },
            "quantiles": array(np.quantile(sample, np.linspace(0, 1, QUANTILES + 1)).astype("float32")),
        },
    }


def orthogonal(name, config, *shapes):
    """No value is the same twice in another generator; the law is that rows or columns are orthogonal."""
    fresh(1)
    initializer = keras.initializers.Orthogonal(**config)
    return {
        "name": name,
        "config": given(config),
        "serialized": serialized(initializer),
        "shapes": [{"shape": list(shape), "gain": initializer.gain} for shape in shapes],
        "values": [array(initializer(shape)) for shape in shapes],
    }


def main():
    write("initializers", "Zeros", [exact("zeros", "Zeros", {}, (), (3,), (2, 3), (1, 0))])
    write("initializers", "Ones", [exact("ones", "Ones", {}, (), (3,), (2, 3), (1, 0))])
    write(
        "initializers",
        "Constant",
        [
            exact("defaults", "Constant", {}, (), (2, 3)),
            exact("a number", "Constant", {"value": 0.1}, (), (4,), (2, 3)),
            exact("a whole number", "Constant", {"value": 3}, (2, 2)),
        ],
    )
    write(
        "initializers",
        "Identity",
        [
            exact("defaults", "Identity", {}, (3, 3), (2, 4), (4, 2), (1, 1)),
            exact("gain", "Identity", {"gain": 0.5}, (3, 3)),
        ],
    )
    write(
        "initializers",
        "STFT",
        [
            exact("real", "STFT", {}, (8, 1, 5)),
            exact("imaginary, spectrum", "STFT", {"side": "imag", "scaling": "spectrum"}, (8, 1, 5)),
            exact(
                "hamming, periodic, no scaling",
                "STFT",
                {"window": "hamming", "periodic": True, "scaling": None},
                (6, 1, 9),
            ),
            exact("no window", "STFT", {"window": None}, (4, 1, 3)),
            exact("given window", "STFT", {"window": [0.5, 1.0, 2.0], "side": "imag"}, (3, 1, 4)),
            *[
                exact(f"{window}, periodic {periodic}", "STFT", {"window": window, "periodic": periodic}, (7, 1, 3))
                for window, periodic in [
                    ("bartlett", False),
                    ("blackman", True),
                    ("blackmanharris", False),
                    ("boxcar", True),
                    ("flattop", False),
                    ("nuttall", True),
                ]
            ],
        ],
    )
    seed = {"seed": 7}
    write(
        "initializers",
        "RandomNormal",
        [
            drawn("defaults", "RandomNormal", seed),
            drawn("mean and deviation", "RandomNormal", {"mean": 1.0, "stddev": 2.0, **seed}),
        ],
    )
    write(
        "initializers",
        "RandomUniform",
        [
            drawn("defaults", "RandomUniform", seed),
            drawn("limits", "RandomUniform", {"minval": 0.0, "maxval": 3.0, **seed}),
        ],
    )
    write(
        "initializers",
        "TruncatedNormal",
        [
            drawn("defaults", "TruncatedNormal", seed),
            drawn("mean and deviation", "TruncatedNormal", {"mean": -1.0, "stddev": 0.5, **seed}),
        ],
    )
    for unit in ["GlorotUniform", "GlorotNormal", "HeUniform", "HeNormal", "LecunUniform", "LecunNormal"]:
        write("initializers", unit, [drawn("defaults", unit, seed)])
    write(
        "initializers",
        "VarianceScaling",
        [
            drawn("defaults", "VarianceScaling", seed),
            *[
                drawn(
                    f"{distribution}, {mode}",
                    "VarianceScaling",
                    {"scale": 2.0, "mode": mode, "distribution": distribution, **seed},
                )
                for mode in ["fan_in", "fan_out", "fan_avg"]
                for distribution in ["uniform", "truncated_normal", "untruncated_normal"]
            ],
            drawn(
                "axes",
                "VarianceScaling",
                {"input_axes": [0], "output_axes": [1, 2], **seed},
                shapes=((3, 4, 5), (6, 1, 2)),
                sample_shape=(16, 16, 16),
            ),
        ],
    )
    write(
        "initializers",
        "Orthogonal",
        [
            orthogonal("defaults", seed, (4, 4), (5, 3), (3, 5), (2, 2, 3, 4)),
            orthogonal("gain", {"gain": 2.0, **seed}, (4, 2)),
        ],
    )


if __name__ == "__main__":
    main()
