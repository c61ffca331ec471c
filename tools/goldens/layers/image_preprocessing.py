"""Layers that change images. What they draw by chance is left no choice: ranges of one number, chances of 0 or 1.

Pixels are whole numbers where TensorFlow's gradient of a transform differs from that of its formula.
"""

from golden import np
from layers.case import case, drawn, indices

FIRST = {"data_format": "channels_first"}


def pixels(*shape):
    """Whole numbers as images have them."""
    return indices(256, *shape)


def colors(*shape):
    """Floats as images have them, with a gradient."""
    return lambda rng: rng.uniform(0, 255, shape).astype("float32")


def resizing():
    unit = "Resizing"
    size = {"height": 3, "width": 5}
    kinds = ["nearest", "bicubic", "lanczos3", "lanczos5"]
    return [
        case("bilinear", unit, size, colors(2, 4, 6, 2)),
        *[case(kind, unit, {**size, "interpolation": kind}, drawn(1, 6, 4, 1), training=True) for kind in kinds],
        # TensorFlow has no gradient of it.
        case("area of whole numbers", unit, {**size, "interpolation": "area"}, pixels(2, 4, 6, 2)),
        case("whole numbers", unit, size, pixels(2, 4, 3, 2)),
        case("crop", unit, {**size, "crop_to_aspect_ratio": True}, drawn(1, 7, 4, 1)),
        case("pad", unit, {**size, "pad_to_aspect_ratio": True, "fill_value": 7.0}, drawn(1, 7, 4, 2)),
        case("antialias", unit, {"height": 2, "width": 2, "antialias": True}, drawn(1, 7, 5, 1)),
        case("channels first", unit, {**size, **FIRST}, drawn(1, 2, 4, 6)),
    ]


def center_crop():
    unit = "CenterCrop"
    return [
        case("odd rest", unit, {"height": 2, "width": 3}, colors(2, 5, 6, 2)),
        case("whole numbers", unit, {"height": 3, "width": 1}, pixels(1, 3, 4, 1), training=True),
        case("too small", unit, {"height": 4, "width": 3}, drawn(1, 3, 5, 2)),
        case("channels first", unit, {"height": 2, "width": 2, **FIRST}, drawn(2, 3, 4, 5)),
    ]


def random_flip():
    unit = "RandomFlip"
    return [
        case("inference", unit, {"mode": "horizontal"}, colors(2, 3, 2, 2)),
        case("whole numbers", unit, {"seed": 3}, pixels(2, 3, 2, 2)),
        case("boxes", unit, {"mode": "vertical", "bounding_box_format": "rel_xywh"}, colors(1, 2, 2, 1)),
        # What is the same in a mirror leaves chance nothing to decide.
        case("symmetric in training", unit, {**FIRST, "mode": "horizontal"}, np.full((2, 3, 4, 2), 7, "int32"), training=True),
    ]


def random_rotation():
    unit = "RandomRotation"
    sixth = {"factor": (0.15, 0.15)}
    return [
        case("inference", unit, {"factor": 0.2}, colors(2, 3, 4, 2)),
        case("reflect", unit, sixth, pixels(2, 4, 5, 2), training=True),
        case("constant", unit, {**sixth, "fill_mode": "constant", "fill_value": 9.0}, pixels(1, 5, 3, 1), training=True),
        case("wrap", unit, {"factor": (-0.35, -0.35), "fill_mode": "wrap"}, pixels(1, 3, 4, 2), training=True),
        case(
            "nearest",
            unit,
            {"factor": (0.3, 0.3), "fill_mode": "nearest", "interpolation": "nearest", "seed": 7},
            pixels(1, 3, 4, 2),
            training=True,
        ),
        case("channels first", unit, {**sixth, **FIRST}, pixels(2, 2, 4, 3), training=True),
    ]


def random_zoom():
    unit = "RandomZoom"
    closer = {"height_factor": (-0.3, -0.3)}
    return [
        case("inference", unit, {"height_factor": 0.2}, colors(2, 3, 4, 2)),
        case("in", unit, closer, pixels(2, 4, 5, 2), training=True),
        case("out", unit, {"height_factor": (0.4, 0.4), "width_factor": (0.2, 0.2)}, pixels(2, 4, 5, 2), training=True),
        case(
            "constant, narrower",
            unit,
            {"height_factor": (0.25, 0.25), "width_factor": (-0.5, -0.5), "fill_mode": "constant", "fill_value": 3.0},
            pixels(1, 4, 5, 1),
            training=True,
        ),
        case("channels first", unit, {**closer, **FIRST, "interpolation": "nearest"}, pixels(1, 2, 4, 5), training=True),
    ]


def random_translation():
    unit = "RandomTranslation"
    right = {"height_factor": (-0.2, -0.2), "width_factor": (0.3, 0.3)}
    return [
        case("inference", unit, {"height_factor": 0.2, "width_factor": 0.1}, colors(2, 3, 4, 2)),
        case("reflect", unit, right, pixels(2, 4, 5, 2), training=True),
        case("constant", unit, {**right, "fill_mode": "constant", "fill_value": 9.0}, colors(1, 4, 5, 1), training=True),
        case("wrap", unit, {**right, "fill_mode": "wrap"}, pixels(1, 4, 5, 1), training=True),
        case("nearest", unit, {**right, "width_factor": (0.35, 0.35), "fill_mode": "nearest", "interpolation": "nearest"}, pixels(1, 4, 5, 1), training=True),
        case("channels first", unit, {**right, **FIRST}, pixels(1, 2, 4, 5), training=True),
    ]


def random_crop():
    unit = "RandomCrop"
    return [
        case("inference, as large", unit, {"height": 3, "width": 2, "seed": 1}, colors(2, 3, 2, 2)),
        case("too small in training", unit, {"height": 4, "width": 3, "seed": 1}, colors(1, 3, 5, 2), training=True),
        case("one pixel more", unit, {"height": 2, "width": 3, "seed": 5, **FIRST}, np.full((2, 2, 3, 4), 5, "int32"), training=True),
    ]


UNITS = {
    "Resizing": resizing,
    "CenterCrop": center_crop,
    "RandomFlip": random_flip,
    "RandomRotation": random_rotation,
    "RandomZoom": random_zoom,
    "RandomTranslation": random_translation,
    "RandomCrop": random_crop,
}
