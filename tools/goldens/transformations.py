"""Layers of images on images with labels, bounding boxes and masks; what they would draw by chance is given."""

from golden import array, arrays, fresh, given, keras, np, serialized, tf, write

FIRST = {"data_format": "channels_first"}
XYXY = {"bounding_box_format": "xyxy"}


def case(name, unit, config, data, drawn=None, transformation=None):
    """`drawn` is what Myelin calls what `transformation` is for Keras."""
    rng = fresh(len(name) + sum(map(ord, name)))
    data = data(rng) if callable(data) else data
    layer = getattr(keras.layers, unit)(**config)
    written = serialized(layer)
    if drawn is not None:
        layer.get_random_transformation = lambda *_, **__: transformation
    output = layer(keras.tree.map_structure(tf.constant, data), training=True)
    return {
        "name": name,
        "config": given(config),
        "serialized": written,
        **({} if drawn is None else {"drawn": arrays(drawn)}),
        "data": arrays(data),
        "output": keras.tree.map_structure(array, dict(output)),
    }


def floats(*values):
    return np.array(values, "float32")


def ints(*values):
    return np.array(values, "int32")


def scene(*shape, boxes=True, masks=True, labels=True, first=False):
    """Images with two boxes each, as `xyxy`, the second one partly outside or empty; a mask of classes; labels."""

    def draw(rng):
        batch, height, width, channels = shape

        def order(x):
            return np.ascontiguousarray(np.moveaxis(x, -1, -3)) if first else x

        seen = floats([1, 0.5, width - 1, height - 0.5], [0, 1, 2, 3])
        return {
            "images": order(rng.integers(0, 256, shape).astype("float32")),
            **({"labels": rng.random((batch, 3)).astype("float32")} if labels else {}),
            **({"bounding_boxes": {"boxes": np.stack([seen] * batch), "labels": ints(*[[4, 7]] * batch)}} if boxes else {}),
            **({"segmentation_masks": order(rng.integers(0, 5, (batch, height, width, 1)).astype("float32"))} if masks else {}),
        }

    return draw


def boxes_in(data, boxes):
    """The same with the boxes in another format."""

    def draw(rng):
        made = data(rng)
        return {**made, "bounding_boxes": {**made["bounding_boxes"], "boxes": floats(*boxes)}}

    return draw


def resizing():
    unit, size = "Resizing", {"height": 6, "width": 4, **XYXY}
    empty = [[[0, 0, 0, 0], [-1, -1, -1, -1]]]
    return [
        case("stretched", unit, size, scene(2, 4, 5, 2)),
        case("cropped", unit, {**size, "crop_to_aspect_ratio": True}, scene(1, 4, 5, 2)),
        case("padded", unit, {**size, "pad_to_aspect_ratio": True}, scene(1, 4, 5, 1)),
        case("empty boxes", unit, size, boxes_in(scene(1, 3, 4, 1), empty)),
        case("relative boxes", unit, {**size, "bounding_box_format": "rel_xywh"}, boxes_in(scene(1, 3, 4, 1), [[[0.25, 0.5, 0.5, 0.5]] * 2])),
    ]


def center_crop():
    unit = "CenterCrop"
    return [
        case("middle", unit, {"height": 3, "width": 2, **XYXY}, scene(2, 5, 6, 2)),
        case("channels first", unit, {"height": 2, "width": 4, **XYXY, **FIRST}, scene(1, 5, 5, 2, first=True)),
        case("too small", unit, {"height": 6, "width": 3, **XYXY}, scene(1, 4, 5, 1)),
    ]


def random_flip():
    unit = "RandomFlip"
    flips = np.array([True, False])

    def one(name, config, data):
        shape = (2, 4, 5, 2)
        if "data_format" in config:
            shape = (2, 2, 4, 5)
        transformation = {"flips": tf.constant(flips.reshape(2, 1, 1, 1)), "input_shape": shape}
        return case(name, unit, config, data, {"flips": flips}, transformation)

    return [
        one("both", XYXY, scene(2, 4, 5, 2)),
        one("horizontal", {"mode": "horizontal", "bounding_box_format": "center_xywh"}, boxes_in(scene(2, 4, 5, 2), [[[2, 2, 2, 1], [3, 1, 1, 2]]] * 2)),
        one("vertical", {"mode": "vertical", "bounding_box_format": "rel_yxyx"}, boxes_in(scene(2, 4, 5, 2), [[[0.25, 0.2, 0.5, 0.6], [0, 0, 0.75, 1]]] * 2)),
        one("channels first", {"mode": "horizontal", **XYXY, **FIRST}, scene(2, 4, 5, 2, first=True)),
    ]


def random_rotation():
    unit = "RandomRotation"
    return [
        case("turned", unit, {"factor": (0.1, 0.1), **XYXY}, scene(2, 5, 5, 2)),
        case("constant", unit, {"factor": (-0.2, -0.2), "fill_mode": "constant", **XYXY}, scene(1, 4, 6, 2)),
    ]


def random_zoom():
    unit = "RandomZoom"
    return [
        case("in", unit, {"height_factor": (-0.4, -0.4), **XYXY}, scene(2, 5, 6, 2)),
        case("out", unit, {"height_factor": (0.3, 0.3), "width_factor": (0.1, 0.1), **XYXY}, scene(1, 5, 6, 1)),
        case("channels first", unit, {"height_factor": (-0.2, -0.2), **XYXY, **FIRST}, scene(1, 5, 4, 2, first=True)),
    ]


def random_translation():
    unit = "RandomTranslation"
    moved = {"height_factor": (0.26, 0.26), "width_factor": (-0.3, -0.3)}
    return [
        case("moved", unit, {**moved, **XYXY}, scene(2, 4, 5, 2)),
        case("xywh", unit, {**moved, "bounding_box_format": "xywh"}, boxes_in(scene(1, 4, 5, 2), [[[1, 1, 2, 2], [4, 3, 1, 1]]])),
        case("channels first", unit, {**moved, **XYXY, **FIRST}, scene(1, 4, 5, 2, first=True)),
    ]


def random_crop():
    unit = "RandomCrop"
    drawn, transformation = {"top": ints(1), "left": ints(1)}, (1, 1)
    return [
        # Keras exchanges rows and columns of boxes, and does not cut them off: here neither shows.
        case("at one place", unit, {"height": 3, "width": 4, "seed": 1, **XYXY}, boxes_in(scene(2, 5, 6, 2), [[[1, 1, 3, 3], [2, 1, 4, 4]]] * 2), drawn, transformation),
        case("at another place", unit, {"height": 2, "width": 3, "seed": 1}, scene(2, 5, 6, 2, boxes=False), {"top": ints(3), "left": ints(0)}, (3, 0)),
        case("channels first", unit, {"height": 2, "width": 3, "seed": 1, **FIRST}, scene(1, 4, 5, 2, boxes=False, first=True), drawn, transformation),
    ]


def random_hue():
    unit = "RandomHue"
    turns = floats(0.3, -0.45)
    return [
        case("turned", unit, {"factor": 0.9}, scene(2, 3, 4, 3, boxes=False), turns, {"factor": tf.constant(turns)}),
        case("channels first", unit, {"factor": 0.9, **XYXY, **FIRST}, scene(2, 3, 4, 3, first=True), turns, {"factor": tf.constant(turns)}),
    ]


def random_erasing():
    unit = "RandomErasing"
    inside = np.zeros((2, 4, 5, 1), bool)
    inside[0, 1:3, 2:], inside[1, :2, 1:3] = True, True
    fill = np.arange(120, dtype="float32").reshape(2, 4, 5, 3)
    erased = np.array([True, True])
    drawn = {"isErased": erased, "isInside": inside, "fill": fill}
    transformation = {
        "apply_erasing": tf.constant(erased),
        "batch_masks": tf.constant(np.repeat(inside, 3, axis=-1)),
        "fill_value": tf.constant(fill),
    }
    return [case("a part", unit, XYXY, scene(2, 4, 5, 3), drawn, transformation)]


def random_shear():
    unit = "RandomShear"
    factors = floats([0.3, -0.2], [-0.1, 0.25])
    transforms = floats([1, 0.3, 0, -0.2, 1, 0, 0, 0], [1, -0.1, 0, 0.25, 1, 0, 0, 0])
    transformation = {"shear_factor": tf.constant(factors), "input_shape": (2, 4, 5, 2)}
    # Boxes of Keras fit square images alone.
    return [
        case("sheared", unit, {"x_factor": 0.5}, scene(2, 4, 5, 2, boxes=False), transforms, transformation),
        case("wrapped, nearest", unit, {"fill_mode": "wrap", "interpolation": "nearest"}, scene(2, 4, 5, 1, boxes=False), transforms, transformation),
    ]


def random_perspective():
    unit = "RandomPerspective"
    start = floats(*[[[0, 0], [4, 0], [0, 3], [4, 3]]] * 2)
    end = start + floats(*[[[0.1, 0.2], [-0.9, 0.1], [-0.2, -0.6], [0.4, -0.7]]] * 2)
    changed = np.array([True, False])
    drawn = {"isChanged": changed, "start": start, "end": end}
    transformation = {
        "apply_perspective": tf.constant(changed),
        "start_points": tf.constant(start),
        "end_points": tf.constant(end),
        "input_shape": (2, 4, 5, 2),
    }
    return [case("seen from elsewhere", unit, XYXY, scene(2, 4, 5, 2), drawn, transformation)]


def cut_mix():
    unit = "CutMix"
    inside = np.zeros((3, 4, 5, 1), bool)
    inside[0, 1:3, 2:], inside[2, :2, 1:3] = True, True
    order, weights = ints(2, 0, 1), floats(0.7, 1, 0.8)
    drawn = {"order": order, "weights": weights, "isCut": inside}

    def transformation(channels):
        masks = tf.constant(np.repeat(inside, channels, axis=-1))
        return {"permutation_order": tf.constant(order), "batch_masks": masks, "mix_weight": tf.constant(weights)}

    return [
        case("cut", unit, {}, scene(3, 4, 5, 2, boxes=False, masks=False), drawn, transformation(2)),
        case("masks", unit, {}, scene(3, 4, 5, 1, boxes=False), drawn, transformation(1)),
    ]


def mix_up():
    unit = "MixUp"
    order, weights = ints(2, 0, 1), floats(0.7, 1, 0.25)
    drawn = {"order": order, "weights": weights}
    transformation = {"permutation_order": tf.constant(order), "mix_weight": tf.constant(weights)}
    # Keras mixes masks by single pixels, and puts the classes of boxes along the batch.
    return [case("mixed", unit, {}, scene(3, 4, 5, 2, boxes=False, masks=False), drawn, transformation)]


def random_elastic_transform():
    """With the noise given; where Keras leaves out borders, nothing comes from beyond them."""
    unit = "RandomElasticTransform"
    rng = np.random.default_rng(3)
    noise = {"across": rng.uniform(-0.9, 0.9, (2, 6, 7)), "down": rng.uniform(-0.9, 0.9, (2, 6, 7))}
    noise = {key: value.astype("float32") for key, value in noise.items()}
    changed = np.array([True, True])

    def one(name, config):
        # Smaller images have no blur: alpha is 0.7, sigma 0.3.
        draws = [noise["across"] / np.float32(0.3), noise["down"] / np.float32(0.3)]
        original = tf.random.stateless_normal
        tf.random.stateless_normal = lambda **_: tf.constant(draws.pop(0))
        transformation = {"apply_transform": tf.constant(changed), "distortion_factor": tf.constant(1.0), "seed": 1}
        moves = {key: value * np.float32(0.7) for key, value in noise.items()}
        data = scene(2, 6, 7, 2, boxes=False, masks=False)
        made = case(name, unit, config, data, {"isChanged": changed, **moves}, transformation)
        tf.random.stateless_normal = original
        return made

    return [
        one("constant", {"fill_mode": "constant", "fill_value": 9.0}),
        one("nearest", {"fill_mode": "nearest"}),
        one("wrap", {"fill_mode": "wrap", "interpolation": "nearest"}),
    ]


def max_num_bounding_boxes():
    unit = "MaxNumBoundingBoxes"
    return [
        case("more", unit, {"max_number": 3, **XYXY}, scene(2, 3, 4, 1)),
        case("fewer", unit, {"max_number": 1, "fill_value": 0, **XYXY}, scene(2, 3, 4, 1)),
    ]


UNITS = {
    "Resizing": resizing,
    "CenterCrop": center_crop,
    "RandomFlip": random_flip,
    "RandomRotation": random_rotation,
    "RandomZoom": random_zoom,
    "RandomTranslation": random_translation,
    "RandomCrop": random_crop,
    "RandomHue": random_hue,
    "RandomErasing": random_erasing,
    "RandomShear": random_shear,
    "RandomPerspective": random_perspective,
    "CutMix": cut_mix,
    "MixUp": mix_up,
    "RandomElasticTransform": random_elastic_transform,
    "MaxNumBoundingBoxes": max_num_bounding_boxes,
}


def main(unit=None):
    for name in [unit] if unit else UNITS:
        write("transformations", name, UNITS[name]())
