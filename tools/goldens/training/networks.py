"""What layers and optimizers bring into training."""

from golden import fresh, keras, normal, np
from training.case import case, compiled, numbers

layers = keras.layers
Input = keras.Input


def images(rng, rows):
    labels = rng.integers(0, 3, rows).astype("int32")
    return normal(rng, 3, 7, 7, 1, scale=1.5)[labels] + normal(rng, rows, 7, 7, 1), labels


def convolution():
    rng = fresh(44)
    x, labels = images(rng, 14)
    fit = {"batch_size": 4, "epochs": 3}

    def model(stack, optimizer):
        keras.utils.clear_session()
        net = keras.Sequential([Input((7, 7, 1)), *stack(), layers.Dense(3, activation="softmax")])
        return compiled(
            net, optimizer=optimizer, loss="sparse_categorical_crossentropy", metrics=["accuracy"]
        )

    def maximum():
        return [
            layers.Conv2D(3, 2, activation="relu"),
            layers.MaxPooling2D(),
            layers.Conv2D(4, 2, activation="relu"),
            layers.MaxPooling2D(),
            layers.Flatten(),
            layers.Dense(6, activation="relu"),
        ]

    def average():
        return [
            layers.Conv2D(3, 3, strides=2, padding="same", use_bias=False),
            layers.BatchNormalization(),
            layers.Activation("relu"),
            layers.AveragePooling2D(2, padding="same"),
            layers.Flatten(),
        ]

    return [
        case("max pooling", model(maximum, keras.optimizers.Adam(0.01)), [x], [labels], fit),
        case(
            "max pooling, RMSprop", model(maximum, "rmsprop"), [x], [labels], {**fit, "validation_split": 0.3}
        ),
        case(
            "batch normalization, average pooling",
            model(average, keras.optimizers.SGD(0.05, momentum=0.9)),
            [x],
            [labels],
            {**fit, "validation_split": 0.3},
        ),
    ]


def normalization():
    rng = fresh(45)
    x, y = numbers(rng, 22, 4)
    x = x * np.float32([1, 10, 0.1, 3]) + np.float32([5, 0, -2, 1])

    def model(optimizer, **arguments):
        keras.utils.clear_session()
        net = keras.Sequential(
            [
                Input((4,)),
                layers.BatchNormalization(momentum=0.8),
                layers.Dense(5, activation="relu"),
                layers.BatchNormalization(**arguments),
                layers.Dense(1),
            ]
        )
        return compiled(net, optimizer=optimizer, loss="mse")

    fit = {"batch_size": 8, "epochs": 4}
    return [
        case(
            "validation split",
            model(keras.optimizers.Adam(0.02)),
            [x],
            [y],
            {**fit, "validation_split": 0.25},
        ),
        case("frozen second one", model(keras.optimizers.SGD(0.05), trainable=False), [x], [y], fit),
        case(
            "penalties",
            model(keras.optimizers.SGD(0.05), gamma_regularizer="l2", beta_regularizer="l1"),
            [x],
            [y],
            fit,
        ),
    ]


def penalties():
    rng = fresh(46)
    x, y = numbers(rng, 20, 5)

    def model(**arguments):
        keras.utils.clear_session()
        net = keras.Sequential(
            [
                Input((5,)),
                layers.Dense(
                    6, activation="relu", kernel_regularizer=keras.regularizers.L2(0.05), **arguments
                ),
                layers.Dense(1, kernel_regularizer=keras.regularizers.L1(0.02), bias_regularizer="l2"),
            ]
        )
        return compiled(net, optimizer=keras.optimizers.Adam(0.02), loss="mse", metrics=["mse"])

    fit = {"batch_size": 8, "epochs": 4, "validation_split": 0.2}
    return [
        case("weights", model(), [x], [y], fit),
        case(
            "weights and outputs",
            model(activity_regularizer=keras.regularizers.L1L2(0.01, 0.02)),
            [x],
            [y],
            fit,
        ),
        case(
            "weights, sample weights",
            model(),
            [x],
            [y],
            {"batch_size": 8, "epochs": 3},
            sample_weight=np.abs(normal(rng, 20)),
        ),
    ]


def autoencoder():
    rng = fresh(50)
    x, _ = images(rng, 14)
    x = x[:, :6, :6] / 4
    fit = {"batch_size": 5, "epochs": 3}

    def model(stack, optimizer):
        keras.utils.clear_session()
        return compiled(keras.Sequential([Input((6, 6, 1)), *stack()]), optimizer=optimizer, loss="mse")

    def strided():
        return [
            layers.Conv2D(3, 3, strides=2, padding="same", activation="relu"),
            layers.Conv2D(2, 2, activation="relu"),
            layers.Conv2DTranspose(3, 2, activation="relu"),
            layers.Conv2DTranspose(1, 3, strides=2, padding="same"),
        ]

    def normalized():
        return [
            layers.Conv2D(2, 3, strides=2, activation="tanh"),
            layers.LayerNormalization(axis=[1, 2, 3]),
            layers.Conv2DTranspose(2, 3, strides=2, output_padding=1, use_bias=False),
            layers.LayerNormalization(axis=[1, 2]),
            layers.Conv2D(1, 1),
        ]

    return [
        case("strides", model(strided, keras.optimizers.Adam(0.01)), [x], [x], {**fit, "validation_split": 0.3}),
        case("layer normalization", model(normalized, keras.optimizers.SGD(0.05)), [x], [x], fit),
    ]


def updates():
    """What comes with the update of weights: schedules, constraints, several optimizers."""
    rng = fresh(52)
    x, y = numbers(rng, 20, 5)
    fit = {"batch_size": 6, "epochs": 3}
    optimizers = keras.optimizers

    def model(optimizer, first={}, second={}):
        keras.utils.clear_session()
        net = keras.Sequential(
            [Input((5,)), layers.Dense(4, activation="relu", **first), layers.Dense(1, **second)]
        )
        return compiled(net, optimizer=optimizer, loss="mse")

    schedule = optimizers.schedules.CosineDecayRestarts(0.1, 4)
    by_layer = optimizers.OptimizerMap(optimizers.Adam(0.01), {".*dense_1/.*": optimizers.Adagrad(0.1)})
    norm = keras.constraints.MinMaxNorm(0.5, 0.9, rate=0.5, axis=1)
    return [
        case("schedule of the steps", model(optimizers.SGD(schedule)), [x], [y], fit),
        case(
            "constraints by name",
            model(
                optimizers.Lion(0.02),
                {"kernel_constraint": "max_norm", "bias_constraint": "non_neg"},
                {"kernel_constraint": "unit_norm"},
            ),
            [x],
            [y],
            fit,
        ),
        case("constraint", model(optimizers.Adamax(0.02), {"kernel_constraint": norm}), [x], [y], fit),
        case("an optimizer for each layer", model(optimizers.MultiOptimizer(by_layer)), [x], [y], fit),
    ]


UNITS = {
    "Convolution": convolution,
    "Normalization": normalization,
    "Penalties": penalties,
    "Autoencoder": autoencoder,
    "Updates": updates,
}
