"""Functions on bounding boxes: `keras.utils.bounding_boxes`."""

from golden import array, arrays, keras, np, write

B = keras.utils.bounding_boxes
FORMATS = ["xyxy", "yxyx", "xywh", "center_xywh", "center_yxhw", "rel_xyxy", "rel_yxyx", "rel_xywh", "rel_center_xywh"]
SIZE = {"height": 40, "width": 50}


def floats(*values):
    return np.array(values, "float32")


BOXES = floats([[10, 5, 30, 25], [0, 0, 50, 40]], [[-3, 8, 7, 60], [20, 20, 20, 30]])
OTHERS = floats([[12, 4, 33, 30], [-1, -1, -1, -1]], [[0, 0, 9, 50], [25, 10, 45, 22]])


def case(name, function, operands, **options):
    output = getattr(B, function)(*operands, **options)
    output = {key: array(value) for key, value in output.items()} if isinstance(output, dict) else array(output)
    return {"name": name, "operands": arrays(operands), "options": arrays_in(options), "output": output}


def arrays_in(options):
    return {key: array(value) if isinstance(value, np.ndarray) else value for key, value in options.items()}


def convert_format():
    written = {name: B.convert_format(BOXES, "xyxy", name, **SIZE) for name in FORMATS}
    return [
        *[case(f"to {name}", "convert_format", [BOXES], source="xyxy", target=name, **SIZE) for name in FORMATS],
        *[case(f"from {name}", "convert_format", [np.array(written[name])], source=name, target="xyxy", **SIZE) for name in FORMATS],
        case("relative to relative", "convert_format", [np.array(written["rel_xywh"])], source="rel_xywh", target="rel_yxyx", **SIZE),
    ]


def clip_to_image_size():
    seen = {"boxes": BOXES, "labels": np.array([[1, 2], [3, 4]], "int32")}
    relative = {**seen, "boxes": BOXES / 40}
    return [
        case("pixels", "clip_to_image_size", [seen], **SIZE),
        case("relative", "clip_to_image_size", [relative], bounding_box_format="rel_xyxy"),
    ]


def affine_transform():
    angles = {"angle": floats(30, -100), "translate_x": floats(0.1, 0), "translate_y": floats(-0.2, 0.3)}
    shears = {"scale": floats(1.5, 0.7), "shear_x": floats(10, -20), "shear_y": floats(0, 15)}
    return [
        case("all", "affine_transform", [BOXES], **angles, **shears, **SIZE),
        case("centre", "affine_transform", [BOXES], **angles, **shears, **SIZE, center_x=0.25, center_y=0.75),
    ]


def deltas(function, format_option):
    formats = {"anchor_format": "xyxy", "box_format": "xyxy"}
    second = OTHERS if function == "encode_box_to_deltas" else OTHERS / 40
    return [
        case("plain", function, [BOXES + floats(0, 0, 1, 1), second], **formats),
        case(
            "all options",
            function,
            [BOXES + floats(0, 0, 1, 1), second],
            anchor_format="yxyx",
            box_format="rel_center_xywh",
            **{format_option: "center_xywh"},
            variance=[0.1, 0.1, 0.2, 0.2],
            image_shape=(40, 50, 3),
        ),
    ]


def compute_iou():
    return [
        case("batches", "compute_iou", [BOXES, OTHERS], bounding_box_format="xyxy"),
        case("one to many", "compute_iou", [BOXES[0], OTHERS], bounding_box_format="xywh"),
        case("masked", "compute_iou", [OTHERS, OTHERS], bounding_box_format="xyxy", use_masking=True, mask_val=-2),
        case("relative", "compute_iou", [BOXES / 40, OTHERS / 50], bounding_box_format="rel_yxyx", image_shape=(40, 50, 3)),
    ]


UNITS = {
    "convert_format": convert_format,
    "clip_to_image_size": clip_to_image_size,
    "affine_transform": affine_transform,
    "crop": lambda: [case("part", "crop", [BOXES], top=4, left=5, height=20, width=30)],
    "pad": lambda: [case("moved", "pad", [BOXES], top=4, left=5)],
    "encode_box_to_deltas": lambda: deltas("encode_box_to_deltas", "encoding_format"),
    "decode_deltas_to_boxes": lambda: deltas("decode_deltas_to_boxes", "encoded_format"),
    "compute_iou": compute_iou,
    "compute_ciou": lambda: [case("pairs", "compute_ciou", [BOXES, OTHERS], bounding_box_format="xyxy")],
}


def main(unit=None):
    for name in [unit] if unit else UNITS:
        write("bounding_boxes", name, UNITS[name]())
