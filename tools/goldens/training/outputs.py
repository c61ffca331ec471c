"""Models of several outputs."""

from functools import cache

from golden import fresh, keras, normal, np
from training.case import case, classes, compiled, numbers

layers = keras.layers
Input = keras.Input


@cache
def several_outputs():
    rng = fresh(47)
    x, y = numbers(rng, 24, 4)
    other, labels = classes(rng, 24, 3, 2)

    def model(optimizer=None, **arguments):
        keras.utils.clear_session()
        left, right = Input((4,), name="left"), Input((3,), name="right")
        shared = layers.Dense(4, activation="relu", name="shared")
        a = shared(left)
        b = shared(layers.Dense(4, name="widen")(right))
        both = layers.Concatenate(name="both")([layers.Add(name="sum")([a, b]), right])
        first = layers.Dense(1, name="first")(both)
        second = layers.Dense(2, activation="softmax", name="second")(both)
        net = keras.Model([left, right], [first, second], name="two")
        return compiled(net, optimizer=optimizer or keras.optimizers.Adam(0.02), **arguments)

    sparse = "sparse_categorical_crossentropy"
    fit = {"batch_size": 7, "epochs": 3}
    weights = np.abs(normal(rng, 24))
    others = np.abs(normal(rng, 24, 1))
    truth = np.eye(2, dtype="float32")[labels]
    return [
        case("list of losses", model(loss=["mse", sparse]), [x, other], [y, labels], fit),
        case(
            "losses and metrics by name",
            model(
                loss={"first": "mae", "second": sparse}, metrics={"first": ["mse"], "second": ["accuracy"]}
            ),
            [x, other],
            [y, labels],
            {**fit, "validation_split": 0.25},
        ),
        case(
            "loss weights",
            model(loss=["mse", sparse], loss_weights=[0.2, 2.0], metrics=[["mae"], ["accuracy"]]),
            [x, other],
            [y, labels],
            fit,
        ),
        case(
            "one loss for all, one sample weight for all",
            model(
                loss="mse",
                loss_weights=2.5,
                metrics=["mae", ["mse", "mae"]],
                weighted_metrics={"second": ["mae", keras.metrics.MeanSquaredError()], "first": "mae"},
            ),
            [x, other],
            [y, truth],
            {**fit, "validation_split": 0.25},
            sample_weight=weights,
        ),
        case(
            "sample weights by output",
            model(loss=["mse", sparse], metrics=[["mae"], None], weighted_metrics=[["mae"], ["accuracy"]]),
            [x[:17], other[:17]],
            [y[:17], labels[:17]],
            fit,
            sample_weight=[weights[:17], others[:17]],
            validation=([x[17:], other[17:]], [y[17:], labels[17:]], [weights[17:], None]),
        ),
        case(
            "an output that is not learned",
            model(
                keras.optimizers.AdamW(0.02, weight_decay=0.1),
                loss=["mse", None],
                metrics=[["mae"], ["accuracy"]],
            ),
            [x, other],
            [y, labels],
            fit,
        ),
        case(
            "labels of the learned output only",
            model("sgd", loss=["mse", None], metrics=[["mae"], None]),
            {"right": other, "left": x},
            [y],
            fit,
        ),
    ]


def dictionary_outputs():
    rng = fresh(48)
    x, y = numbers(rng, 22, 4)
    other, labels = classes(rng, 22, 3, 3)
    inputs, targets = {"right": other, "left": x}, {"size": y, "kind": labels}

    def model(**arguments):
        keras.utils.clear_session()
        left, right = Input((4,), name="left"), Input((3,), name="right")
        both = layers.Concatenate(name="both")([layers.Dense(3, activation="tanh", name="hidden")(left), right])
        size = layers.Dense(1, name="first")(both)
        kind = layers.Dense(3, activation="softmax", name="second")(both)
        net = keras.Model({"right": right, "left": left}, {"size": size, "kind": kind}, name="keyed")
        return compiled(net, optimizer=keras.optimizers.SGD(0.05, momentum=0.9), **arguments)

    def deep(**arguments):
        keras.utils.clear_session()
        left, right = Input((4,), name="left"), Input((3,), name="right")
        both = layers.Concatenate(name="both")([left, right])
        outputs = [
            layers.Dense(1, name="one")(both),
            {"b": layers.Dense(1, name="two")(both), "a": layers.Dense(2, name="three")(both)},
        ]
        net = keras.Model([left, right], outputs, name="deep")
        return compiled(net, optimizer="sgd", **arguments)

    sparse = "sparse_categorical_crossentropy"
    fit = {"batch_size": 6, "epochs": 3}
    weights = np.abs(normal(rng, 22))
    part = lambda values, rows: {key: value[rows] for key, value in values.items()}  # noqa: E731
    some, rest = slice(0, 15), slice(15, 22)
    pair = normal(rng, 22, 2)
    return [
        case(
            "losses, weights and metrics by key",
            model(
                loss={"size": "mse", "kind": sparse},
                loss_weights={"size": 0.3, "kind": 1.5},
                metrics={"kind": ["accuracy"], "size": "mae"},
            ),
            inputs,
            targets,
            {**fit, "validation_split": 0.3},
        ),
        case(
            "sample weights by key, validation",
            model(
                loss={"kind": sparse, "size": keras.losses.Huber()}, weighted_metrics={"size": ["mae", "mse"]}
            ),
            part(inputs, some),
            part(targets, some),
            fit,
            sample_weight={"kind": weights[some], "size": weights[some] * weights[some]},
            validation=(part(inputs, rest), part(targets, rest)),
        ),
        case(
            "lists for a dictionary",
            model(loss=[sparse, "mae"], metrics=[["accuracy"], ["mse"]]),
            inputs,
            [labels, y],
            fit,
        ),
        case(
            "a key without loss",
            model(loss={"size": "mse"}, metrics={"kind": ["accuracy"]}),
            inputs,
            targets,
            fit,
        ),
        case(
            "lists and dictionaries in each other",
            deep(loss=["mse", {"a": "mae", "b": "mse"}], metrics=[["mae"], {"a": ["mse"], "b": None}]),
            [x, other],
            [y, {"a": pair, "b": y}],
            fit,
        ),
    ]


def several_outputs_sequences():
    rng = fresh(49)
    x = normal(rng, 20, 4, 3)
    steps, whole = normal(rng, 20, 4, 2), normal(rng, 20, 1)

    def model(**arguments):
        keras.utils.clear_session()
        inputs = Input((4, 3), name="steps")
        hidden = layers.Dense(3, activation="tanh", name="hidden")(inputs)
        each = layers.Dense(2, name="each")(hidden)
        all_ = layers.Dense(1, name="all")(layers.Flatten(name="flat")(hidden))
        net = keras.Model(inputs, [each, all_], name="sequences")
        return compiled(net, optimizer=keras.optimizers.Adam(0.02), **arguments)

    padded = x.copy()
    padded[::3, 2:] = 0

    def masked(**arguments):
        keras.utils.clear_session()
        inputs = Input((4, 3), name="steps")
        hidden = layers.Dense(3, activation="tanh", name="hidden")(layers.Masking(name="mask")(inputs))
        each = layers.Dense(2, name="each")(hidden)
        all_ = layers.Dense(1, name="all")(layers.GlobalAveragePooling1D(name="mean")(hidden))
        net = keras.Model(inputs, {"each": each, "all": all_}, name="masked")
        return compiled(net, optimizer=keras.optimizers.SGD(0.1), **arguments)

    return [
        case(
            "sample weights of rank 2",
            model(loss="mse", weighted_metrics={"each": ["mae"], "all": ["mae"]}),
            [x],
            [steps, whole],
            {"batch_size": 6, "epochs": 3, "validation_split": 0.3},
            sample_weight=[np.abs(normal(rng, 20, 4)), np.abs(normal(rng, 20))],
        ),
        case(
            "a mask that reaches one loss of two",
            masked(loss="mse", metrics={"each": ["mae"], "all": ["mae"]}),
            [padded],
            {"each": steps, "all": whole},
            {"batch_size": 6, "epochs": 3},
        ),
    ]


UNITS = {
    "SeveralOutputs": lambda: several_outputs()[:3],
    "SeveralOutputsWeights": lambda: several_outputs()[3:],
    "SeveralOutputsSequences": several_outputs_sequences,
    "DictionaryOutputs": dictionary_outputs,
}
