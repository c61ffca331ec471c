"""Ops of `keras.ops.image`."""

from golden import drawn, np
from ops.case import case, f32, i32


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


def pad_images():
    unit = "pad_images"
    rest = {"left_padding": 1, "target_width": 6}
    return [
        case(unit, "batch", drawn(2, 2, 3, 1), top_padding=1, bottom_padding=0, **rest),
        case(unit, "one image, channels first", drawn(2, 2, 3), unknown=[], bottom_padding=2, target_height=5, data_format="channels_first", **rest),
    ]


def crop_images():
    unit = "crop_images"
    rest = {"right_cropping": 1, "target_width": 2}
    return [
        case(unit, "batch", drawn(2, 5, 4, 1), top_cropping=1, bottom_cropping=2, **rest),
        case(unit, "one image, channels first", drawn(2, 5, 4), unknown=[], bottom_cropping=2, target_height=1, data_format="channels_first", **rest),
    ]


def gaussian_blur():
    unit = "gaussian_blur"
    return [
        case(unit, "defaults", drawn(2, 4, 5, 2), data_format="channels_last"),
        case(unit, "two deviations", drawn(1, 5, 4, 1), kernel_size=(3, 3), sigma=(0.5, 2.0), data_format="channels_last"),
        case(unit, "a flat window", drawn(1, 5, 4, 1), kernel_size=(3, 5), sigma=(1.0, 2.0), data_format="channels_last"),
        case(unit, "one image, even", drawn(4, 4, 1), unknown=[], kernel_size=(2, 2), data_format="channels_last"),
    ]


def extract_patches():
    unit = "extract_patches"
    # In graphs Keras leaves out the name, and knows no size for all axes.
    own = {"graph": False}
    return [
        case(unit, "side by side", drawn(2, 4, 6, 2), size=2, **own),
        case(unit, "overlapping, same", drawn(1, 5, 4, 2), size=(3, 2), strides=2, padding="same", **own),
        case(unit, "dilated", drawn(1, 6, 5, 2), size=2, strides=1, dilation_rate=2, **own),
        case(unit, "one image", drawn(3, 4, 1), size=(2, 3), strides=1, **own),
        case(unit, "volumes", drawn(1, 3, 4, 2, 2), size=(2, 2, 1), strides=(1, 2, 1), **own),
    ]


def perspective_transform():
    unit = "perspective_transform"
    start = f32([0, 0], [5, 0], [0, 4], [5, 4])
    end = f32([0.5, 1], [4, 0.3], [1, 3], [5.5, 4.2])
    starts, ends = np.stack([start, 0.9 * start + 0.21]), np.stack([end, 0.8 * end + 0.37])
    # As those of `affine_transform`.
    other = {"gradients": False}
    filled = {"interpolation": "nearest", "fill_value": 0.5}
    return [
        case(unit, "one image", drawn(5, 6, 2), start, end, unknown=[], **other),
        case(unit, "nearest, filled", drawn(2, 5, 6, 1), starts, ends, unknown=[0, 1, 2], **filled, **other),
    ]


def map_coordinates():
    unit = "map_coordinates"
    inside = f32([[0.3, 1.7], [0.0, 2.0]], [[1.2, 0.5], [3.0, 2.9]])
    around = f32([-2.3, -0.4, 1.5, 4.2], [0.2, 4.6, -1.7, 2.5])
    # Keras reads beyond the end where a place is mirrored to the size itself.
    beside = f32([-0.8, 0.4, 1.5, 4.2], [0.2, 3.4, -1.7, 2.5])
    return [
        case(unit, "linear", drawn(3, 4), inside, unknown=[], order=1),
        case(unit, "nearest", drawn(3, 4), inside, unknown=[], order=0),
        case(unit, "ints", i32([1, 5], [9, 2]), f32([0.4, 0.5], [0.7, 0.5]), unknown=[], order=1, gradients=False),
        case(unit, "three axes", drawn(2, 3, 2), f32([0.5, 0.2], [1.1, 0.9], [0.3, 0.6]), unknown=[], order=1),
        *[
            case(unit, f"{mode}, {order}", drawn(3, 4), around, unknown=[], order=order, fill_mode=mode, fill_value=0.3)
            for mode in ["constant", "nearest", "wrap", "reflect"]
            for order in [0, 1]
        ],
        case(unit, "mirror", drawn(3, 4), beside, unknown=[], order=0, fill_mode="mirror"),
    ]


def scale_and_translate():
    unit = "scale_and_translate"
    sizes = [[5, 6, 2], f32(2.0, 1.5), f32(-0.5, 0.3)]
    return [
        *[
            case(unit, f"{method}, larger", drawn(3, 4, 2), *sizes, unknown=[], spatial_dims=(0, 1), method=method)
            for method in ["linear", "bicubic", "lanczos3"]
        ],
        case(unit, "smaller", drawn(2, 9), [2, 4], f32(0.5), f32(0.7), unknown=[], spatial_dims=(1,), method="trilinear"),
        case(unit, "smaller, not antialiased", drawn(9), [4], f32(0.5), f32(0), unknown=[], spatial_dims=(0,), method="cubic", antialias=False),
    ]


def elastic_transform():
    unit = "elastic_transform"
    # Its noise is another one here: held to Keras without any.
    return [
        case(unit, "without strength", drawn(2, 4, 5, 2), alpha=0.0, data_format="channels_last"),
        case(unit, "nearest, one image, channels first", drawn(2, 4, 5), unknown=[], alpha=0.0, interpolation="nearest", data_format="channels_first"),
    ]


def sobel_edges():
    unit = "sobel_edges"
    return [
        case(unit, "batch", drawn(2, 4, 3, 2), data_format="channels_last"),
        case(unit, "channels first", drawn(1, 2, 3, 4), data_format="channels_first"),
    ]


def ssim():
    unit = "ssim"
    small = {"filter_size": 3, "data_format": "channels_last"}
    return [
        case(unit, "defaults", colours(2, 12, 11, 1), colours(2, 12, 11, 1), data_format="channels_last"),
        case(unit, "one image, 255", colours(4, 5, 3), colours(4, 5, 3), unknown=[], max_val=255.0, **small),
        case(unit, "constants", colours(1, 4, 5, 2), colours(1, 4, 5, 2), k1=0.1, k2=0.2, filter_sigma=0.7, **small),
        case(unit, "channels first", colours(1, 2, 4, 5), colours(1, 2, 4, 5), filter_size=3, data_format="channels_first"),
    ]


UNITS = {
    "affine_transform": affine_transform,
    "crop_images": crop_images,
    "elastic_transform": elastic_transform,
    "extract_patches": extract_patches,
    "gaussian_blur": gaussian_blur,
    "hsv_to_rgb": hsv_to_rgb,
    "map_coordinates": map_coordinates,
    "pad_images": pad_images,
    "perspective_transform": perspective_transform,
    "resize": resize,
    "rgb_to_grayscale": rgb_to_grayscale,
    "rgb_to_hsv": rgb_to_hsv,
    "scale_and_translate": scale_and_translate,
    "sobel_edges": sobel_edges,
    "ssim": ssim,
}
