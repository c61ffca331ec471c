"""Ops of `keras.ops.image`."""

from golden import np
from ops.case import case, drawn, f32


def colours(*shape):
    return lambda rng: rng.uniform(0, 1, shape).astype("float32")


def bytes_of(*shape):
    return lambda rng: rng.integers(0, 256, shape).astype("int32")


def resize():
    unit = "resize"
    small, large = drawn(1, 3, 4, 2), drawn(1, 8, 9, 1)
    return [
        case(unit, "bilinear up", small, size=(5, 7)),
        case(unit, "bilinear down", drawn(2, 7, 5, 1), size=(3, 2)),
        case(unit, "bilinear, antialias, one image", drawn(7, 9, 2), unknown=[], size=(3, 4), antialias=True),
        case(unit, "nearest up", small, size=(5, 7), interpolation="nearest"),
        case(
            unit,
            "nearest down, channels first",
            drawn(1, 2, 8, 5),
            size=(3, 2),
            interpolation="nearest",
            data_format="channels_first",
        ),
        *[
            case(unit, f"{method}{', antialias' if antialias else ''}", large, size=(3, 12), interpolation=method, antialias=antialias)
            for method in ["bicubic", "lanczos3", "lanczos5"]
            for antialias in [False, True]
        ],
        case(unit, "bicubic from few", drawn(1, 2, 1, 1), size=(5, 3), interpolation="bicubic"),
        case(unit, "area", drawn(1, 7, 4, 2), size=(3, 6), interpolation="area"),
        case(unit, "cut", drawn(1, 6, 9, 2), size=(3, 2), crop_to_aspect_ratio=True),
        case(unit, "filled", drawn(1, 6, 9, 2), size=(4, 4), pad_to_aspect_ratio=True, fill_value=0.5),
        *[
            case(unit, f"ints, {method}", bytes_of(1, 5, 6, 1), size=(3, 8), interpolation=method, graph=False)
            for method in ["nearest", "bilinear", "bicubic"]
        ],
    ]


def rgb_to_grayscale():
    unit = "rgb_to_grayscale"
    return [
        case(unit, "batch", colours(2, 3, 2, 3)),
        case(unit, "channels first", colours(1, 3, 2, 2), data_format="channels_first"),
        case(unit, "one image of ints", bytes_of(3, 2, 3), unknown=[]),
        case(unit, "grey already", colours(1, 2, 2, 1)),
    ]


def rgb_to_hsv():
    unit = "rgb_to_hsv"
    return [
        case(unit, "batch", colours(2, 3, 2, 3)),
        case(unit, "one image, channels first", colours(3, 2, 2), unknown=[], data_format="channels_first"),
        case(unit, "equal channels", f32([[1, 1, 1], [1, 0.5, 1], [1, 1, 0.2], [0.5, 0.5, 0.2]]), unknown=[]),
    ]


def hsv_to_rgb():
    unit = "hsv_to_rgb"
    return [
        case(unit, "batch", colours(2, 3, 2, 3)),
        case(unit, "one image, channels first", colours(3, 2, 2), unknown=[], data_format="channels_first"),
        case(unit, "edges", f32([[0, 0, 0], [1, 1, 1], [1, 0, 1], [0, 1, 1]]), unknown=[]),
    ]


def turn(angle, scale=1.0, x=0.0, y=0.0):
    cosine, sine = scale * np.cos(angle), scale * np.sin(angle)
    return [cosine, -sine, x, sine, cosine, y, 0, 0]


def affine_transform():
    unit = "affine_transform"
    both = f32(turn(0.4, 1, 0.7, -1.3), turn(-0.9, 1.7, 2.2, 6.1))
    far = f32(3.1, 0.2, -17.3, -0.3, 2.7, -21.4, 0.01, 0.02)
    half = f32(1, 0, 0.5, 0, 1, -0.5, 0, 0)
    images = drawn(2, 5, 6, 2)
    # TensorFlow moves the gradient back by the inverse transform, which is not its gradient.
    other = {"gradients": False}
    return [
        *[
            case(
                unit,
                f"{mode}, {method}",
                images,
                both,
                unknown=[0, 1],
                interpolation=method,
                fill_mode=mode,
                fill_value=0.3,
                **other,
            )
            for mode in ["constant", "nearest", "wrap", "reflect"]
            for method in ["nearest", "bilinear"]
        ],
        *[
            case(unit, f"{mode}, one image and far", drawn(5, 6, 1), far, unknown=[], fill_mode=mode, **other)
            for mode in ["wrap", "reflect"]
        ],
        case(unit, "by halves", images, half, unknown=[0], interpolation="nearest", **other),
        case(unit, "channels first", drawn(1, 2, 3, 4), half, unknown=[0], data_format="channels_first", **other),
    ]


UNITS = {
    "affine_transform": affine_transform,
    "hsv_to_rgb": hsv_to_rgb,
    "resize": resize,
    "rgb_to_grayscale": rgb_to_grayscale,
    "rgb_to_hsv": rgb_to_hsv,
}
