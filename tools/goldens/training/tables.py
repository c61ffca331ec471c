"""Dense networks of one output on tables."""

from functools import cache

from golden import fresh, keras, normal, np
from training.case import case, classes, compiled, numbers

layers = keras.layers
Input = keras.Input


@cache
def regression():
    rng = fresh(41)
    x, y = numbers(rng, 40, 8)

    def model(**arguments):
        keras.utils.clear_session()
        net = keras.Sequential(
            [
                Input((8,)),
                layers.Dense(5, activation="relu"),
                layers.Dense(5, activation="relu"),
                layers.Dense(1),
            ]
        )
        return compiled(net, **{"loss": "mean_squared_error", **arguments})

    adam = lambda **more: keras.optimizers.Adam(0.01, **more)  # noqa: E731
    return [
        case(
            "Adam, validation split, last batch smaller",
            model(optimizer="adam", metrics=["mae"]),
            [x],
            [y],
            {"batch_size": 8, "epochs": 5, "validation_split": 0.25},
        ),
        case(
            "targets of rank 1",
            model(optimizer=adam()),
            [x],
            [y[:, 0].copy()],
            {"batch_size": 16, "epochs": 3},
        ),
        case(
            "validated every second epoch",
            model(optimizer=adam(), loss="mae"),
            [x[:30]],
            [y[:30]],
            {"batch_size": 7, "epochs": 5, "validation_freq": 2},
            validation=([x[30:]], [y[30:]]),
        ),
        case(
            "batch larger than the data", model(optimizer=adam()), [x], [y], {"batch_size": 64, "epochs": 4}
        ),
        case(
            "several metrics",
            model(
                optimizer=adam(),
                metrics=[
                    "mse",
                    "mae",
                    "mape",
                    keras.metrics.RootMeanSquaredError(),
                    keras.metrics.R2Score(name="r2"),
                ],
            ),
            [x],
            [y],
            {"batch_size": 10, "epochs": 3},
        ),
        case(
            "averaged weights",
            model(optimizer=adam(use_ema=True, ema_momentum=0.9)),
            [x],
            [y],
            {"batch_size": 10, "epochs": 3, "validation_split": 0.5},
        ),
        case(
            "accumulated gradients",
            model(optimizer=adam(gradient_accumulation_steps=3)),
            [x],
            [y],
            {"batch_size": 8, "epochs": 3},
        ),
        case(
            "clipped, decayed",
            model(
                optimizer=keras.optimizers.AdamW(0.01, weight_decay=0.1, clipnorm=0.5),
                loss=keras.losses.Huber(),
            ),
            [x],
            [y],
            {"batch_size": 8, "epochs": 3},
        ),
        case(
            "initial epoch",
            model(optimizer=adam()),
            [x],
            [y],
            {"batch_size": 8, "epochs": 4, "initial_epoch": 2},
        ),
    ]


def limited_steps():
    """Five batches an epoch, of which `fit` is to take fewer or more."""
    rng = fresh(48)
    x, y = numbers(rng, 40, 4)

    def model():
        keras.utils.clear_session()
        net = keras.Sequential([Input((4,)), layers.Dense(3, activation="tanh"), layers.Dense(1)])
        return compiled(net, optimizer=keras.optimizers.SGD(0.1), loss="mse", metrics=["mae"])

    validation = ([x[:20]], [y[:20] + np.arange(20, dtype="float32")[:, None]])
    eight = {"batch_size": 8}
    return [
        case("goes on where the last epoch stopped", model(), [x], [y], {**eight, "epochs": 5, "steps_per_epoch": 2}),
        case("as many as there are", model(), [x], [y], {**eight, "epochs": 2, "steps_per_epoch": 5}),
        case(
            "some of the validation",
            model(),
            [x],
            [y],
            {"batch_size": 8, "epochs": 2, "validation_batch_size": 6, "validation_steps": 2},
            validation=validation,
        ),
        case(
            "some of both, one at a time",
            model(),
            [x[:6]],
            [y[:6]],
            {"batch_size": 1, "epochs": 4, "steps_per_epoch": 4, "validation_steps": 3},
            validation=validation,
        ),
    ]


@cache
def classification():
    rng = fresh(42)
    x, labels = classes(rng, 33, 6, 3)
    truth = np.eye(3, dtype="float32")[labels]

    def model(last="softmax", **arguments):
        keras.utils.clear_session()
        net = keras.Sequential(
            [Input((6,)), layers.Dense(7, activation="relu"), layers.Dense(3, activation=last)]
        )
        return compiled(net, **{"metrics": ["accuracy"], **arguments})

    far = x * np.float32(30)
    sparse = "sparse_categorical_crossentropy"
    logits = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    quick = lambda: keras.optimizers.Adam(0.05)  # noqa: E731
    weights = np.abs(normal(rng, 33))
    fit = {"batch_size": 8, "epochs": 4}
    return [
        case(
            "categorical",
            model(optimizer="adam", loss="categorical_crossentropy"),
            [x],
            [truth],
            {**fit, "validation_split": 0.2},
        ),
        case(
            "categorical, confident and wrong",
            model(optimizer=quick(), loss="categorical_crossentropy"),
            [far],
            [truth],
            fit,
        ),
        case("sparse", model(optimizer=quick(), loss=sparse), [x], [labels], fit),
        case(
            "sparse, targets of one column",
            model(optimizer=quick(), loss=sparse),
            [x],
            [labels[:, None].copy()],
            fit,
        ),
        case("sparse, confident and wrong", model(optimizer=quick(), loss=sparse), [far], [labels], fit),
        case("logits", model("linear", optimizer=quick(), loss=logits), [x], [labels], fit),
        case(
            "label smoothing",
            model(
                optimizer=quick(),
                loss=keras.losses.CategoricalCrossentropy(label_smoothing=0.1),
                metrics=["accuracy", "categorical_crossentropy", "top_k_categorical_accuracy"],
            ),
            [x],
            [truth],
            fit,
        ),
        case(
            "class weights",
            model(optimizer=quick(), loss=sparse),
            [x],
            [labels],
            {**fit, "class_weight": {0: 1.0, 1: 0.5, 2: 3.0}},
        ),
        case(
            "class weights, one hot targets",
            model(optimizer=quick(), loss="categorical_crossentropy"),
            [x],
            [truth],
            {**fit, "class_weight": {0: 1.0, 1: 0.5, 2: 3.0}},
        ),
        case(
            "sample weights",
            model(optimizer=quick(), loss=sparse, weighted_metrics=["accuracy"]),
            [x],
            [labels],
            fit,
            sample_weight=weights,
        ),
        case(
            "sample weights, validation split",
            model(optimizer=quick(), loss=sparse, weighted_metrics=[]),
            [x],
            [labels],
            {**fit, "validation_split": 0.3},
            sample_weight=weights,
        ),
        case(
            "sample weights, validation weights",
            model(optimizer=quick(), loss=sparse, metrics=[], weighted_metrics=["accuracy"]),
            [x[:24]],
            [labels[:24]],
            fit,
            sample_weight=weights[:24],
            validation=([x[24:]], [labels[24:]], weights[24:]),
        ),
    ]


def binary():
    rng = fresh(43)
    x, labels = classes(rng, 26, 4, 2)
    truth = labels.astype("float32")[:, None]

    def model(**arguments):
        keras.utils.clear_session()
        net = keras.Sequential(
            [Input((4,)), layers.Dense(4, activation="tanh"), layers.Dense(1, activation="sigmoid")]
        )
        return compiled(net, **{"loss": keras.losses.BinaryCrossentropy(), **arguments})

    momentum = lambda: keras.optimizers.SGD(0.1, momentum=0.9)  # noqa: E731
    fit = {"batch_size": 6, "epochs": 4}
    return [
        case("accuracy", model(optimizer=momentum(), metrics=["accuracy"]), [x], [truth], fit),
        case(
            "by name, precision and recall",
            model(
                optimizer=momentum(),
                loss="binary_crossentropy",
                metrics=["binary_accuracy", keras.metrics.Precision(), keras.metrics.Recall()],
            ),
            [x],
            [truth],
            {**fit, "validation_split": 0.25},
        ),
        case("targets of rank 1", model(optimizer=momentum(), metrics=["accuracy"]), [x], [labels], fit),
        case("confident and wrong", model(optimizer=momentum()), [x * np.float32(50)], [1 - truth], fit),
        case(
            "label smoothing",
            model(optimizer="rmsprop", loss=keras.losses.BinaryCrossentropy(label_smoothing=0.2)),
            [x],
            [truth],
            fit,
        ),
        case(
            "class weights",
            model(optimizer=momentum()),
            [x],
            [truth],
            {**fit, "class_weight": {0: 2.0, 1: 0.25}},
        ),
    ]


UNITS = {
    "Regression": lambda: regression()[:5],
    "RegressionOptimizers": lambda: regression()[5:],
    "Classification": lambda: classification()[:7],
    "ClassificationWeights": lambda: classification()[7:],
    "Binary": binary,
    "LimitedSteps": limited_steps,
}
