"""Fourier transforms of `keras.ops.math`; complex numbers are pairs there, too."""

from golden import drawn
from ops.case import case, f32


def both(*shape):
    return [drawn(*shape), drawn(*shape)]


def fft():
    unit = "fft"
    return [
        *[case(unit, f"{n}", both(2, n)) for n in [1, 2, 5, 8]],
        case(unit, "a row of 96, two axes before", both(2, 1, 96)),
        case(unit, "a large prime", both(1, 67)),
        case(unit, "twice a prime", both(1, 134)),
    ]


def fft2():
    unit = "fft2"
    return [
        case(unit, "small", both(2, 3, 4)),
        case(unit, "one, large", both(2, 70), unknown=[]),
    ]


def ifft2():
    return [case("ifft2", "small", both(2, 3, 4))]


def rfft():
    unit = "rfft"
    return [
        *[case(unit, f"{n}", drawn(2, n)) for n in [1, 4, 7]],
        case(unit, "a row of 72", drawn(2, 72)),
        # TensorFlow gives the gradient the length of the transform, and throws.
        case(unit, "cut", drawn(2, 3, 6), fft_length=5, gradients=False),
        case(unit, "with zeros behind", drawn(2, 3), fft_length=8, gradients=False),
    ]


def irfft():
    unit = "irfft"
    return [
        case(unit, "defaults", both(2, 4)),
        case(unit, "odd", both(2, 4), fft_length=7),
        case(unit, "a row of 72", both(2, 37)),
        # TensorFlow takes its gradient for the whole half, and throws.
        case(unit, "cut", both(2, 4), fft_length=4, gradients=False),
        case(unit, "with zeros behind", both(2, 3), fft_length=9, gradients=False),
    ]


def stft():
    unit = "stft"
    sizes = {"sequence_length": 4, "sequence_stride": 2, "fft_length": 6}
    return [
        case(unit, "defaults", drawn(2, 11), **sizes),
        case(unit, "hamming, not centred, odd", drawn(2, 11), sequence_length=5, sequence_stride=3, fft_length=5, window="hamming", center=False),
        case(unit, "no window", drawn(9), unknown=[], window=None, **sizes),
        case(unit, "a window of one's own", drawn(1, 2, 9), window=f32(1, 2, 3, 1), graph=False, **sizes),
    ]


def istft():
    unit = "istft"
    sizes = {"sequence_length": 4, "sequence_stride": 2, "fft_length": 6}
    return [
        case(unit, "defaults", both(2, 5, 4), **sizes),
        case(unit, "a length", both(2, 5, 4), length=7, **sizes),
        case(unit, "a length beyond the end", both(5, 4), unknown=[], length=40, graph=False, **sizes),
        case(unit, "hamming, not centred, odd", both(2, 3, 3), sequence_length=5, sequence_stride=3, fft_length=5, window="hamming", center=False),
        case(unit, "no window", both(2, 3, 4), window=None, **sizes),
        case(unit, "apart", both(2, 3, 3), sequence_length=3, sequence_stride=6, fft_length=4, center=False),
    ]


UNITS = {
    "fft": fft,
    "fft2": fft2,
    "ifft2": ifft2,
    "irfft": irfft,
    "istft": istft,
    "rfft": rfft,
    "stft": stft,
}
