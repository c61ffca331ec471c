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


UNITS = {
    "Resizing": resizing,
    "CenterCrop": center_crop,
    "RandomFlip": random_flip,
    "RandomRotation": random_rotation,
    "RandomZoom": random_zoom,
    "RandomTranslation": random_translation,
    "RandomCrop": random_crop,
}


def main(unit=None):
    for name in [unit] if unit else UNITS:
        write("transformations", name, UNITS[name]())
