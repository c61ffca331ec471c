"""Recurrent layers, their cells and wrappers."""

from golden import bools, drawn, keras
from layers.case import STEPS, L, case

# Three examples of four steps: masked at the ends, in the middle, and everywhere.
LIVES = bools([0, 1, 1, 0], [1, 0, 1, 1], [0, 0, 0, 0])


def recurrent(unit, states=1):
    """Cases that all recurrent layers have; `states` is how many states the layer has."""
    units = {"units": 3}
    x, firsts = drawn(3, 4, 2), [drawn(3, 3)] * states
    everything = {**units, "return_sequences": True, "return_state": True}
    return [
        case("last step", unit, units, x),
        case("all steps and states", unit, everything, x),
        case("backwards, all steps and states", unit, {**everything, "go_backwards": True}, x),
        case("first states", unit, units, x, *firsts, states=states),
        case("mask", unit, units, x, masks=[LIVES]),
        case("mask, backwards", unit, {**everything, "go_backwards": True}, x, masks=[LIVES]),
        case("mask, unrolled", unit, {**everything, "unroll": True}, x, masks=[LIVES]),
        case(
            "mask, zero outputs",
            unit,
            {**everything, "zero_output_for_mask": True},
            x,
            masks=[LIVES],
        ),
        case("mask, first states", unit, everything, x, *firsts, masks=[LIVES] + [None] * states, states=states),
        case(
            "mask, first states, last step",
            unit,
            units,
            x,
            *firsts,
            masks=[LIVES] + [None] * states,
            states=states,
        ),
        case(
            "another activation, mask, first states",
            unit,
            {**everything, "activation": "softsign", "go_backwards": True},
            x,
            *firsts,
            masks=[LIVES] + [None] * states,
            states=states,
        ),
        case("no activation", unit, {**units, "activation": None}, x),
        case("no bias", unit, {**everything, "use_bias": False}, x),
        case("dropout at inference", unit, {**units, "dropout": 0.25, "recurrent_dropout": 0.5}, x),
        case("one step, one unit, one feature", unit, {"units": 1}, drawn(1, 1, 1)),
        case("wide", unit, {"units": 9, "return_sequences": True}, drawn(5, 7, 11)),
        case(
            "penalties, initializers, seed and name",
            unit,
            {
                **units,
                "kernel_initializer": "he_normal",
                "recurrent_initializer": keras.initializers.RandomUniform(-0.1, 0.1, seed=7),
                "bias_initializer": "ones",
                "kernel_regularizer": L.L2(0.01),
                "recurrent_regularizer": "l1",
                "bias_regularizer": L.L1L2(0.01, 0.02),
                "activity_regularizer": L.L2(0.1),
                "dropout": 0.5,
                "seed": 3,
                "name": "memory",
            },
            x,
        ),
        case("frozen", unit, {**units, "trainable": False}, x),
    ]


def lstm():
    return [
        *recurrent("LSTM", states=2),
        case("no forget bias", "LSTM", {"units": 3, "unit_forget_bias": False}, drawn(3, 4, 2)),
        case("another gate", "LSTM", {"units": 3, "recurrent_activation": "hard_sigmoid"}, drawn(3, 4, 2)),
    ]


def gru():
    unit = "GRU"
    before = {"units": 3, "reset_after": False}
    everything = {**before, "return_sequences": True, "return_state": True}
    first = {"masks": [LIVES, None], "states": 1}
    return [
        *recurrent(unit),
        case("another gate", unit, {"units": 3, "recurrent_activation": "hard_sigmoid"}, drawn(3, 4, 2)),
        case("reset before", unit, before, drawn(3, 4, 2)),
        case("reset before, mask, first state", unit, everything, drawn(3, 4, 2), drawn(3, 3), **first),
        case(
            "reset before, another activation, no bias",
            unit,
            {**before, "activation": "relu", "use_bias": False},
            drawn(3, 4, 2),
        ),
    ]


def cell(unit, states=1):
    units, firsts = {"units": 3}, [drawn(4, 3)] * states
    return [
        case("plain", unit, units, drawn(4, 2), *firsts, states=states),
        case("another activation", unit, {**units, "activation": "relu"}, drawn(4, 2), *firsts, states=states),
        case("no bias", unit, {**units, "use_bias": False}, drawn(4, 2), *firsts, states=states),
        case(
            "dropout at inference",
            unit,
            {**units, "dropout": 0.25, "recurrent_dropout": 0.5, "seed": 1},
            drawn(4, 2),
            *firsts,
            states=states,
        ),
    ]


def gru_cell():
    unit = "GRUCell"
    before = {"units": 3, "reset_after": False}
    return [*cell(unit), case("reset before", unit, before, drawn(4, 2), drawn(4, 3), states=1)]


def rnn():
    unit, cells = "RNN", keras.layers
    x, everything = drawn(3, 4, 2), {"return_sequences": True, "return_state": True}
    stack = lambda: [cells.LSTMCell(3), cells.GRUCell(2), cells.SimpleRNNCell(2)]  # noqa: E731
    return [
        case("one cell", unit, lambda: {"cell": cells.LSTMCell(3)}, x),
        case("mask", unit, lambda: {"cell": cells.GRUCell(3), **everything}, x, masks=[LIVES]),
        case(
            "first state, backwards",
            unit,
            lambda: {"cell": cells.SimpleRNNCell(3, activation="relu"), "go_backwards": True, **everything},
            x,
            drawn(3, 3),
            states=1,
        ),
        case("several cells", unit, lambda: {"cell": stack()}, x),
        case("several cells, mask", unit, lambda: {"cell": stack(), **everything}, x, masks=[LIVES]),
        case(
            "several cells, another activation, mask, zero outputs",
            unit,
            lambda: {
                "cell": [cells.LSTMCell(3), cells.GRUCell(2, activation="relu")],
                "zero_output_for_mask": True,
                **everything,
            },
            x,
            masks=[LIVES],
        ),
    ]


def stacked_rnn_cells():
    cells = keras.layers
    stack = lambda: {"cells": [cells.LSTMCell(3), cells.GRUCell(2)]}  # noqa: E731
    states = [drawn(4, 3), drawn(4, 3), drawn(4, 2)]
    return [case("two cells", "StackedRNNCells", stack, drawn(4, 2), *states, states=3)]


def bidirectional():
    unit, l = "Bidirectional", keras.layers
    x = drawn(3, 4, 2)
    everything = {"return_sequences": True, "return_state": True}
    return [
        case("last steps", unit, lambda: {"layer": l.LSTM(3)}, x),
        case("all steps, mask", unit, lambda: {"layer": l.GRU(3, return_sequences=True)}, x, masks=[LIVES]),
        case("last steps, mask", unit, lambda: {"layer": l.LSTM(3)}, x, masks=[LIVES]),
        case("sum, states", unit, lambda: {"layer": l.LSTM(3, **everything), "merge_mode": "sum"}, x),
        case("product", unit, lambda: {"layer": l.SimpleRNN(3), "merge_mode": "mul"}, x),
        case("mean", unit, lambda: {"layer": l.GRU(3), "merge_mode": "ave"}, x),
        case("two outputs", unit, lambda: {"layer": l.GRU(3, **everything), "merge_mode": None}, x, masks=[LIVES]),
        case(
            "first states, mask",
            unit,
            lambda: {"layer": l.SimpleRNN(3, **everything)},
            x,
            drawn(3, 3),
            drawn(3, 3),
            masks=[LIVES, None, None],
            states=2,
        ),
        case(
            "another layer for the way back, and name",
            unit,
            lambda: {
                "layer": l.LSTM(3, name="there"),
                "backward_layer": l.GRU(3, go_backwards=True, name="back"),
                "name": "both",
            },
            x,
        ),
        case("cells", unit, lambda: {"layer": l.RNN([l.LSTMCell(3), l.GRUCell(2)])}, x),
    ]


def time_distributed():
    unit, l = "TimeDistributed", keras.layers
    return [
        case("dense", unit, lambda: {"layer": l.Dense(3, activation="relu")}, drawn(2, 3, 4)),
        case("mask", unit, lambda: {"layer": l.Dense(3)}, drawn(2, 3, 4), masks=[STEPS]),
        case("images", unit, lambda: {"layer": l.Conv2D(2, 2)}, drawn(2, 3, 4, 4, 1)),
        case("sequences", unit, lambda: {"layer": l.LSTM(3)}, drawn(2, 3, 4, 2)),
        case("training", unit, lambda: {"layer": l.BatchNormalization()}, drawn(4, 3, 2), training=True),
        case(
            "training, mask",
            unit,
            lambda: {"layer": l.BatchNormalization()},
            drawn(3, 4, 2),
            training=True,
            masks=[bools([1, 1, 1, 0], [1, 0, 1, 1], [0, 1, 1, 1])],
        ),
    ]


def conv_lstm(unit, axes):
    """Cases of rows, images and volumes; the options are of the last axis."""
    last = lambda size: (1,) * (axes - 1) + (size,)  # noqa: E731
    two, x = {"filters": 2, "kernel_size": last(2)}, drawn(3, 4, *last(4), 1)
    everything = {**two, "return_sequences": True, "return_state": True}
    firsts = [drawn(3, *last(3), 2)] * 2
    return [
        case("last step", unit, two, x),
        case("all steps and states", unit, everything, x),
        case("mask, backwards", unit, {**everything, "go_backwards": True}, x, masks=[LIVES]),
        case("mask, zero outputs", unit, {**everything, "zero_output_for_mask": True}, x, masks=[LIVES]),
        case("mask, first states", unit, everything, x, *firsts, masks=[LIVES, None, None], states=2),
        case("kernel 3, strides 2, same", unit, {**two, "kernel_size": last(3), "strides": 2, "padding": "same"}, x),
        case("dilation", unit, {**two, "dilation_rate": last(2)}, x, xla=True),
        case(
            "channels first, all steps and states",
            unit,
            {**everything, "data_format": "channels_first"},
            drawn(2, 2, 2, *last(4)),
            xla=True,
        ),
        case(
            "other activations, no bias",
            unit,
            {**two, "activation": "relu", "recurrent_activation": "hard_sigmoid", "use_bias": False},
            x,
        ),
        case("dropout at inference", unit, {**two, "dropout": 0.25, "recurrent_dropout": 0.5}, x),
        case(
            "penalties, initializers, seed and name",
            unit,
            {
                **two,
                "kernel_initializer": "he_normal",
                "bias_initializer": "ones",
                "unit_forget_bias": False,
                "kernel_regularizer": L.L2(0.01),
                "recurrent_regularizer": "l1",
                "bias_regularizer": L.L1L2(0.01, 0.02),
                "activity_regularizer": L.L2(0.1),
                "dropout": 0.5,
                "seed": 3,
                "name": "rain",
            },
            x,
        ),
    ]


UNITS = {
    "LSTM": lstm,
    "GRU": gru,
    "SimpleRNN": lambda: recurrent("SimpleRNN"),
    "LSTMCell": lambda: cell("LSTMCell", states=2),
    "GRUCell": gru_cell,
    "SimpleRNNCell": lambda: cell("SimpleRNNCell"),
    "RNN": rnn,
    "StackedRNNCells": stacked_rnn_cells,
    "Bidirectional": bidirectional,
    "TimeDistributed": time_distributed,
    "ConvLSTM1D": lambda: conv_lstm("ConvLSTM1D", 1),
    "ConvLSTM2D": lambda: conv_lstm("ConvLSTM2D", 2),
    "ConvLSTM3D": lambda: conv_lstm("ConvLSTM3D", 3),
}
