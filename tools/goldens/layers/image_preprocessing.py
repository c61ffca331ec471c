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


def random_contrast():
    unit = "RandomContrast"
    return [
        case("inference", unit, {"factor": 0.2}, colors(2, 3, 4, 2)),
        case("stronger", unit, {"factor": (-0.5, 0.5), "value_range": (20, 230)}, colors(2, 3, 4, 2), training=True),
        case("channels first", unit, {"factor": (-0.25, 0.25), **FIRST}, colors(2, 3, 2, 4), training=True),
    ]


def random_brightness():
    unit = "RandomBrightness"
    return [
        case("inference", unit, {"factor": 0.2}, colors(2, 3, 4, 2)),
        case("brighter", unit, {"factor": (0.3, 0.3)}, colors(2, 3, 4, 2), training=True),
        case("darker", unit, {"factor": (-0.3, -0.3), "value_range": (-1, 1), "seed": 1, **FIRST}, drawn(1, 2, 3, 4), training=True),
    ]


def random_grayscale():
    unit = "RandomGrayscale"
    return [
        case("inference", unit, {}, colors(2, 3, 4, 3)),
        case("grey", unit, {"factor": 1.0}, colors(2, 3, 4, 3), training=True),
        case("never", unit, {"factor": 0.0, "seed": 3}, colors(1, 3, 4, 3), training=True),
        case("channels first", unit, {"factor": 1.0, **FIRST}, colors(2, 3, 2, 4), training=True),
    ]


# A whole end of a range is a float in Python, a 0 at its beginning none: JavaScript does not tell them apart.
ALWAYS = (1.0, 1.0)
NEVER = (0, 0.0)


def random_invert():
    unit = "RandomInvert"
    return [
        case("inference", unit, {}, colors(2, 3, 4, 2)),
        case("always", unit, {"factor": ALWAYS}, colors(2, 3, 4, 2), training=True),
        case("never", unit, {"factor": NEVER, "seed": 3}, colors(1, 3, 4, 3), training=True),
        case("range", unit, {"factor": ALWAYS, "value_range": (0, 100), **FIRST}, drawn(1, 2, 3, 4), training=True),
    ]


def random_posterization():
    unit = "RandomPosterization"
    return [
        case("inference", unit, {"factor": 3}, colors(2, 3, 4, 2)),
        *[case(f"{bits} bits", unit, {"factor": (bits, bits)}, pixels(1, 4, 4, 2), training=True) for bits in [1, 4, 8]],
        case(
            "range, channels first",
            unit,
            {"factor": (3, 3), "value_range": (-1, 1), "seed": 1, **FIRST},
            lambda rng: rng.uniform(-1, 1, (2, 2, 3, 4)).astype("float32"),
            training=True,
            constant=True,
        ),
    ]


def solarization():
    unit = "Solarization"
    return [
        case("inference", unit, {"addition_factor": 0.5}, colors(2, 3, 4, 2)),
        case("all inverted", unit, {}, colors(2, 3, 4, 2), training=True),
        case("range", unit, {"value_range": (0, 1), "seed": 1, **FIRST}, lambda rng: rng.random((1, 2, 3, 4)).astype("float32"), training=True),
    ]


# TensorFlow has no gradient of the way to hues.


def random_hue():
    unit = "RandomHue"
    return [
        case("inference", unit, {"factor": 0.2}, colors(2, 3, 4, 3)),
        case("not turned", unit, {"factor": NEVER}, colors(1, 2, 4, 3), training=True, constant=True),
        # Half a turn leads to the same place both ways.
        case("whole numbers", unit, {"factor": ALWAYS, "seed": 1}, pixels(1, 3, 4, 3), training=True),
        case("range, channels first", unit, {"factor": ALWAYS, "value_range": (0, 1), **FIRST}, lambda rng: rng.integers(0, 2, (1, 3, 2, 4)).astype("int32"), training=True),
    ]


def random_saturation():
    unit = "RandomSaturation"
    return [
        case("inference", unit, {"factor": 0.2}, colors(2, 3, 4, 3)),
        case("stronger", unit, {"factor": (0.55, 0.55), "value_range": (0, 1)}, lambda rng: rng.random((2, 3, 4, 3)).astype("float32"), training=True, constant=True),
        case("weaker", unit, {"factor": (0.3, 0.3), "seed": 1}, colors(1, 3, 4, 3), training=True, constant=True),
        case("channels first", unit, {"factor": (0.45, 0.45), **FIRST}, colors(1, 3, 2, 4), training=True, constant=True),
    ]


def random_color_degeneration():
    unit = "RandomColorDegeneration"
    return [
        case("inference", unit, {"factor": 0.2}, colors(2, 3, 4, 3)),
        case("greyer", unit, {"factor": (0.4, 0.4)}, colors(2, 3, 4, 3), training=True),
        case("more colourful", unit, {"factor": (-0.6, -0.6), "value_range": (50, 200), "seed": 1}, colors(1, 3, 4, 3), training=True),
        case("channels first", unit, {"factor": ALWAYS, **FIRST}, colors(1, 3, 2, 4), training=True),
    ]


def random_color_jitter():
    unit = "RandomColorJitter"
    return [
        case("inference", unit, {"brightness_factor": 0.2, "hue_factor": 0.1}, colors(2, 3, 4, 3)),
        case("nothing", unit, {}, colors(1, 3, 4, 3), training=True),
        case("brightness and contrast", unit, {"brightness_factor": (0.1, 0.1), "contrast_factor": (-0.5, 0.5)}, colors(2, 3, 4, 3), training=True),
        case("saturation", unit, {"saturation_factor": (0.4, 0.4), "value_range": (0, 1), "seed": 1}, lambda rng: rng.random((1, 3, 4, 3)).astype("float32"), training=True, constant=True),
    ]


def random_sharpness():
    unit = "RandomSharpness"
    return [
        case("inference", unit, {"factor": 0.2}, colors(2, 3, 4, 2)),
        case("smooth", unit, {"factor": (0.1, 0.1)}, colors(2, 3, 4, 2), training=True),
        case("sharp", unit, {"factor": (0.9, 0.9), "value_range": (10, 220), "seed": 1}, colors(1, 4, 3, 3), training=True),
        case("channels first", unit, {"factor": (0.7, 0.7), **FIRST}, colors(2, 2, 4, 3), training=True),
    ]


def random_gaussian_blur():
    unit = "RandomGaussianBlur"
    return [
        case("inference", unit, {}, colors(2, 3, 4, 2)),
        case("always", unit, {"factor": ALWAYS, "sigma": (0.7, 0.7)}, colors(2, 4, 5, 2), training=True),
        case("window of two sizes", unit, {"factor": ALWAYS, "sigma": (0.9, 0.9), "kernel_size": (3, 5), "seed": 1}, colors(1, 5, 4, 1), training=True),
        case("never", unit, {"factor": NEVER, "value_range": (50, 100)}, colors(1, 3, 4, 1), training=True),
        case("channels first", unit, {"factor": ALWAYS, "sigma": (0.5, 0.5), **FIRST}, colors(1, 2, 4, 5), training=True),
    ]


def random_erasing():
    unit = "RandomErasing"
    whole = {"factor": ALWAYS, "scale": ALWAYS}
    return [
        case("inference", unit, {}, colors(2, 3, 4, 2)),
        case("whole images", unit, {**whole, "fill_value": 300}, colors(2, 3, 4, 2), training=True),
        case("each channel", unit, {**whole, "fill_value": [7, 8, 9], "seed": 1}, colors(1, 3, 4, 3), training=True),
        case("never", unit, {"factor": NEVER, **FIRST}, colors(1, 2, 3, 4), training=True),
    ]


def random_shear():
    unit = "RandomShear"
    return [
        case("inference", unit, {"x_factor": 0.3, "y_factor": (0.1, 0.2)}, colors(2, 3, 4, 2)),
        case("nothing", unit, {"x_factor": NEVER, "y_factor": NEVER, "seed": 1, "fill_mode": "wrap"}, colors(1, 3, 4, 2), training=True),
    ]


def random_perspective():
    unit = "RandomPerspective"
    return [
        case("inference", unit, {}, colors(2, 3, 4, 2)),
        case("never", unit, {"factor": NEVER, "seed": 1, "fill_value": 7.0}, colors(1, 3, 4, 2), training=True),
        case("scale 0", unit, {"factor": ALWAYS, "scale": 0.0, "interpolation": "nearest"}, pixels(1, 3, 4, 2), training=True),
    ]


def auto_contrast():
    unit = "AutoContrast"
    flat = np.full((1, 2, 3, 2), 40, "float32")
    flat[..., 1] = [[1, 2, 3], [4, 6, 5]]
    return [
        case("at inference, too", unit, {}, colors(2, 3, 4, 2)),
        case("range", unit, {"value_range": (-1, 1)}, drawn(1, 4, 3, 3, scale=0.3), training=True),
        case("a single value", unit, {}, flat.astype("int32"), training=True),
    ]


def equalization():
    unit = "Equalization"
    flat = np.full((1, 2, 3, 2), 40, "int32")
    flat[..., 1] = [[1, 2, 2], [200, 6, 6]]
    return [
        case("inference", unit, {}, colors(2, 3, 4, 2)),
        case("training", unit, {}, pixels(2, 4, 5, 3), training=True),
        case("a single value", unit, {}, flat, training=True),
        case("few bins", unit, {"bins": 10}, pixels(1, 6, 5, 2), training=True),
        case("range, channels first", unit, {"value_range": (0, 1), "bins": 16, **FIRST}, lambda rng: rng.random((2, 2, 4, 4)).astype("float32"), training=True, constant=True),
    ]


def clahe():
    unit = "ContrastLimitedAdaptiveHistogramEqualization"
    grid = {"tile_grid_size": (2, 3)}
    return [
        case("tiles that fit", unit, {**grid, "clip_limit": 2.5}, pixels(2, 6, 6, 2)),
        case("tiles that reach over", unit, {**grid, "clip_limit": 40.0}, pixels(1, 7, 8, 3), training=True),
        case("no limit", unit, {**grid, "clip_limit": 0.0}, pixels(1, 5, 7, 1)),
        case("one tile", unit, {"tile_grid_size": (1, 1)}, pixels(1, 4, 4, 1)),
        case("range, channels first", unit, {**grid, "value_range": (0, 1), **FIRST}, lambda rng: rng.random((1, 2, 6, 9)).astype("float32"), constant=True),
    ]


def cut_mix():
    unit = "CutMix"
    return [
        case("inference", unit, {}, colors(2, 3, 4, 2)),
        # What a single image is mixed with is itself.
        case("one image in training", unit, {"factor": (0.5, 1.0), "seed": 1}, pixels(1, 3, 4, 2), training=True),
    ]


def mix_up():
    unit = "MixUp"
    return [
        case("inference", unit, {}, colors(2, 3, 4, 2)),
        case("one image in training", unit, {"alpha": 1.0, "seed": 1}, pixels(1, 3, 4, 2), training=True),
    ]


def random_elastic_transform():
    unit = "RandomElasticTransform"
    return [
        case("inference", unit, {}, colors(2, 3, 4, 2)),
        case("never", unit, {"factor": NEVER, "seed": 1, "fill_mode": "mirror", "fill_value": 1.0}, colors(1, 3, 4, 2), training=True),
        case("without strength", unit, {"scale": NEVER, "interpolation": "nearest", "fill_mode": "constant"}, pixels(1, 3, 4, 2), training=True),
    ]


def rand_augment():
    unit = "RandAugment"
    return [
        case("inference", unit, {}, colors(2, 3, 4, 3)),
        case("options", unit, {"num_ops": 3, "factor": 0.25, "value_range": (0, 1), "interpolation": "nearest", "seed": 1}, colors(1, 3, 2, 3)),
    ]


def aug_mix():
    unit = "AugMix"
    return [
        case("inference", unit, {}, colors(2, 3, 4, 3)),
        case(
            "options",
            unit,
            {"num_chains": 2, "chain_depth": 4, "factor": 0.25, "alpha": 0.5, "all_ops": False, "value_range": (0, 1), "seed": 1},
            colors(1, 3, 2, 3),
        ),
    ]


def max_num_bounding_boxes():
    unit = "MaxNumBoundingBoxes"
    return [
        case("images", unit, {"max_number": 3}, colors(2, 3, 4, 3)),
        case("in training", unit, {"max_number": 1, "bounding_box_format": "xyxy"}, colors(1, 2, 2, 1), training=True),
    ]


UNITS = {
    "Resizing": resizing,
    "CenterCrop": center_crop,
    "RandomFlip": random_flip,
    "RandomRotation": random_rotation,
    "RandomZoom": random_zoom,
    "RandomTranslation": random_translation,
    "RandomCrop": random_crop,
    "RandomContrast": random_contrast,
    "RandomBrightness": random_brightness,
    "RandomGrayscale": random_grayscale,
    "RandomInvert": random_invert,
    "RandomPosterization": random_posterization,
    "Solarization": solarization,
    "RandomHue": random_hue,
    "RandomSaturation": random_saturation,
    "RandomColorDegeneration": random_color_degeneration,
    "RandomColorJitter": random_color_jitter,
    "RandomSharpness": random_sharpness,
    "RandomGaussianBlur": random_gaussian_blur,
    "RandomErasing": random_erasing,
    "RandomShear": random_shear,
    "RandomPerspective": random_perspective,
    "AutoContrast": auto_contrast,
    "Equalization": equalization,
    "ContrastLimitedAdaptiveHistogramEqualization": clahe,
    "CutMix": cut_mix,
    "MixUp": mix_up,
    "RandomElasticTransform": random_elastic_transform,
    "RandAugment": rand_augment,
    "AugMix": aug_mix,
    "MaxNumBoundingBoxes": max_num_bounding_boxes,
}
