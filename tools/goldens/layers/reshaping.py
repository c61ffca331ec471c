"""Layers that only move values."""

from golden import drawn
from layers.case import STEPS, case

FIRST = {"data_format": "channels_first"}


def flatten():
    unit = "Flatten"
    return [
        case("rank 4", unit, {}, drawn(2, 3, 2, 4)),
        case("rank 3", unit, {}, drawn(2, 3, 4)),
        case("rank 2", unit, {}, drawn(3, 4)),
        case("rank 1", unit, {}, drawn(5)),
        case("channels first", unit, FIRST, drawn(2, 3, 2, 4)),
        case("channels first of rank 3", unit, FIRST, drawn(2, 3, 4)),
        case("batch of one", unit, {}, drawn(1, 2, 3)),
    ]


def reshape():
    unit = "Reshape"
    return [
        case("to an image", unit, {"target_shape": (3, 4, 1)}, drawn(2, 12)),
        case("one length left open", unit, {"target_shape": (-1, 2)}, drawn(2, 3, 4)),
        case("open length last", unit, {"target_shape": (2, -1)}, drawn(3, 8)),
        case("to one axis", unit, {"target_shape": (-1,)}, drawn(2, 3, 2)),
        case("same shape", unit, {"target_shape": (3, 2)}, drawn(4, 3, 2)),
    ]


def permute():
    unit = "Permute"
    return [
        case("sequences", unit, {"dims": (2, 1)}, drawn(2, 3, 4)),
        case("images", unit, {"dims": (3, 1, 2)}, drawn(2, 2, 3, 4)),
        case("nothing to do", unit, {"dims": (1, 2, 3)}, drawn(1, 2, 3, 2)),
        case("one axis", unit, {"dims": (1,)}, drawn(2, 3)),
        case("a mask is dropped", unit, {"dims": (1, 2)}, drawn(2, 3, 4), masks=[STEPS]),
    ]


def repeat_vector():
    unit = "RepeatVector"
    return [
        case("three times", unit, {"n": 3}, drawn(2, 4)),
        case("once", unit, {"n": 1}, drawn(2, 4)),
        case("one feature", unit, {"n": 2}, drawn(1, 1)),
    ]


def zero_padding1d():
    unit = "ZeroPadding1D"
    return [
        case("defaults", unit, {}, drawn(2, 3, 2)),
        case("both ends", unit, {"padding": (2, 1)}, drawn(2, 3, 2)),
        case("none", unit, {"padding": 0}, drawn(1, 2, 2)),
        case("channels first", unit, {"padding": (0, 2), **FIRST}, drawn(2, 3, 2)),
        case("a mask is dropped", unit, {}, drawn(2, 3, 4), masks=[STEPS]),
    ]


def zero_padding2d():
    unit = "ZeroPadding2D"
    return [
        case("defaults", unit, {}, drawn(2, 2, 3, 2)),
        case("rows and columns", unit, {"padding": (0, 2)}, drawn(1, 2, 3, 2)),
        case("four sides", unit, {"padding": ((1, 0), (2, 3))}, drawn(1, 2, 1, 2)),
        case("rows and four sides", unit, {"padding": (1, (0, 2))}, drawn(1, 2, 1, 2)),
        case("channels first", unit, {"padding": ((1, 0), (0, 2)), **FIRST}, drawn(1, 2, 2, 3)),
    ]


def zero_padding3d():
    unit = "ZeroPadding3D"
    return [
        case("defaults", unit, {}, drawn(1, 2, 1, 2, 2)),
        case("a number", unit, {"padding": 2}, drawn(1, 1, 1, 2, 1)),
        case("three numbers", unit, {"padding": (0, 1, 2)}, drawn(1, 2, 1, 2, 1)),
        case("six sides", unit, {"padding": ((1, 0), (0, 2), (1, 1))}, drawn(1, 1, 2, 1, 2)),
        case("channels first", unit, {"padding": ((1, 0), (0, 2), (0, 0)), **FIRST}, drawn(1, 2, 1, 2, 1)),
    ]


def cropping1d():
    unit = "Cropping1D"
    return [
        case("defaults", unit, {}, drawn(2, 4, 2)),
        case("before", unit, {"cropping": (2, 0)}, drawn(2, 4, 2)),
        case("all but one", unit, {"cropping": (1, 2)}, drawn(2, 4, 2)),
        case("nothing", unit, {"cropping": 0}, drawn(1, 2, 2)),
    ]


def cropping2d():
    unit = "Cropping2D"
    return [
        case("defaults", unit, {}, drawn(2, 2, 3, 2)),
        case("a number", unit, {"cropping": 1}, drawn(1, 3, 4, 2)),
        case("rows and columns", unit, {"cropping": (1, 0)}, drawn(1, 3, 2, 2)),
        case("four sides", unit, {"cropping": ((0, 1), (2, 1))}, drawn(1, 3, 4, 2)),
        case("channels first", unit, {"cropping": ((0, 1), (1, 0)), **FIRST}, drawn(1, 2, 2, 3)),
    ]


def cropping3d():
    unit = "Cropping3D"
    return [
        case("defaults", unit, {}, drawn(1, 3, 3, 4, 2)),
        case("three numbers", unit, {"cropping": (0, 1, 0)}, drawn(1, 2, 3, 1, 2)),
        case("six sides", unit, {"cropping": ((0, 1), (1, 0), (2, 1))}, drawn(1, 2, 3, 4, 1)),
        case("channels first", unit, {"cropping": ((1, 0), (0, 1), 0), **FIRST}, drawn(1, 2, 2, 3, 1)),
    ]


def up_sampling1d():
    unit = "UpSampling1D"
    return [
        case("defaults", unit, {}, drawn(2, 3, 2)),
        case("three times", unit, {"size": 3}, drawn(1, 1, 2)),
        case("once", unit, {"size": 1}, drawn(1, 3, 2)),
        case("a mask is dropped", unit, {}, drawn(2, 3, 1), masks=[STEPS]),
    ]


def up_sampling2d():
    unit = "UpSampling2D"
    cases = [
        case("defaults", unit, {}, drawn(2, 2, 3, 2)),
        case("3x1", unit, {"size": (3, 1)}, drawn(1, 2, 3, 2)),
        case("channels first", unit, {"size": (1, 2), **FIRST}, drawn(1, 2, 2, 3)),
    ]
    for interpolation in ["bilinear", "bicubic", "lanczos3", "lanczos5"]:
        how = {"interpolation": interpolation}
        cases += [
            case(interpolation, unit, how, drawn(1, 3, 4, 2)),
            case(f"{interpolation}, 3x5", unit, {"size": (3, 5), **how}, drawn(1, 4, 2, 1)),
            case(f"{interpolation}, 1x4, first", unit, {"size": (1, 4), **how, **FIRST}, drawn(1, 2, 2, 1)),
        ]
    return cases


def up_sampling3d():
    unit = "UpSampling3D"
    return [
        case("defaults", unit, {}, drawn(1, 2, 1, 2, 2)),
        case("1x2x3", unit, {"size": (1, 2, 3)}, drawn(1, 2, 2, 1, 2)),
        case("channels first", unit, {"size": (3, 1, 2), **FIRST}, drawn(1, 2, 1, 2, 2)),
    ]


UNITS = {
    "Flatten": flatten,
    "Reshape": reshape,
    "Permute": permute,
    "RepeatVector": repeat_vector,
    "ZeroPadding1D": zero_padding1d,
    "ZeroPadding2D": zero_padding2d,
    "ZeroPadding3D": zero_padding3d,
    "Cropping1D": cropping1d,
    "Cropping2D": cropping2d,
    "Cropping3D": cropping3d,
    "UpSampling1D": up_sampling1d,
    "UpSampling2D": up_sampling2d,
    "UpSampling3D": up_sampling3d,
}
