"""Training: `fit` with fixed weights and data, in order, and everything it reports and leaves behind."""

from golden import arrays, fresh, given, keras, normal, np, number, serialized, variables, write

layers = keras.layers
Input = keras.Input


def case(name, model, x, y, fit, sample_weight=None, validation=None):
    """`x` and `y` are lists, one array an input or output, or dictionaries; `validation` is (x, y) or (x, y, sample_weight)."""

    def single(values):
        return values[0] if isinstance(values, list) and len(values) == 1 else values

    arguments = {"shuffle": False, "verbose": 0, **fit}
    if sample_weight is not None:
        arguments["sample_weight"] = sample_weight
    if validation is not None:
        arguments["validation_data"] = (single(validation[0]), single(validation[1]), *validation[2:])
    before = variables(model.weights)
    described = serialized(model)
    history = model.fit(single(x), single(y), **arguments).history
    evaluation = model.evaluate(
        single(x), single(y), batch_size=fit["batch_size"], verbose=0, return_dict=True
    )
    predictions = model.predict(single(x), batch_size=fit["batch_size"], verbose=0)
    return {
        "name": name,
        "model": described,
        "weights": before,
        "x": arrays(x),
        "y": arrays(y),
        **({} if sample_weight is None else {"sampleWeight": arrays(sample_weight)}),
        **({} if validation is None else {"validation": described_validation(*validation)}),
        "fit": given(fit),
        "history": {key: [number(value) for value in values] for key, values in history.items()},
        "weightsAfter": variables(model.weights),
        "state": variables(model.optimizer.variables),
        "evaluation": {key: number(value) for key, value in evaluation.items()},
        "predictions": arrays(predictions if isinstance(predictions, (list, dict)) else [predictions]),
    }


def described_validation(x, y, sample_weight=None):
    weights = {} if sample_weight is None else {"sampleWeight": arrays(sample_weight)}
    return {"x": arrays(x), "y": arrays(y), **weights}


def compiled(model, **arguments):
    model.compile(jit_compile=False, **arguments)
    return model


def numbers(rng, rows, columns):
    """A curved function of the columns, with noise."""
    x = normal(rng, rows, columns)
    y = x[:, :1] * 2 - x[:, 1:2] * x[:, 2:3] + normal(rng, rows, 1, scale=0.1)
    return x, y


def classes(rng, rows, columns, count):
    """Points around one centre a class."""
    labels = rng.integers(0, count, rows).astype("int32")
    return normal(rng, count, columns, scale=2.0)[labels] + normal(rng, rows, columns), labels


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


def sequences(rng, rows, steps, below):
    """Sequences of indices of different lengths, filled up with 0."""
    words = rng.integers(1, below, (rows, steps)).astype("int32")
    lengths = rng.integers(1, steps + 1, rows)
    return np.where(np.arange(steps) < lengths[:, None], words, 0).astype("int32")


def masks():
    rng = fresh(48)
    words = sequences(rng, 18, 5, 9)
    x = normal(rng, 18, 5, 3) * (words != 0)[:, :, None].astype("float32")
    label = (words.max(axis=1, keepdims=True) > 6).astype("float32")
    steps = normal(rng, 18, 5, 2)
    tags = (words % 3).astype("int32")
    fit = {"batch_size": 8, "epochs": 4}

    def model(stack, **arguments):
        keras.utils.clear_session()
        arguments = {"optimizer": keras.optimizers.Adam(0.02), **arguments}
        return compiled(keras.Sequential(stack()), **arguments)

    def vectors():
        # The penalty makes the gradient dense: of a sparse one, Keras on TensorFlow squares the parts before it adds
        # those of one index, so that adaptive optimizers would go astray.
        return layers.Embedding(9, 4, mask_zero=True, embeddings_regularizer=keras.regularizers.L2(0.01))

    def text(embedding):
        return lambda: [
            Input((5,), dtype="int32"),
            embedding(),
            layers.GlobalAveragePooling1D(),
            layers.Dense(1, activation="sigmoid"),
        ]

    def series():
        return [Input((5, 3)), layers.Masking(), layers.Dense(4, activation="tanh"), layers.Dense(2)]

    def normalized():
        return [
            Input((5, 3)),
            layers.Masking(),
            layers.Dense(4),
            layers.BatchNormalization(momentum=0.8),
            layers.ReLU(max_value=2.0, negative_slope=0.1),
            layers.Dropout(0.0),
            layers.Dense(2),
        ]

    def tagged():
        return [
            Input((5,), dtype="int32"),
            vectors(),
            layers.Dense(3),
            layers.Activation("softmax"),
        ]

    def nested():
        inner = keras.Sequential([Input((5, 3)), layers.Dense(3), layers.ReLU()], name="inner")
        return [Input((5, 3)), layers.Masking(), inner, layers.GlobalAveragePooling1D(), layers.Dense(1)]

    unmasked = ["mse", keras.metrics.RootMeanSquaredError()]
    rates = ["accuracy", keras.metrics.Precision()]
    return [
        case("text", model(text(vectors), loss="binary_crossentropy", metrics=rates), [words], [label], fit),
        case(
            "text, sparse gradients",
            model(
                text(lambda: layers.Embedding(9, 4, mask_zero=True)),
                loss="binary_crossentropy",
                optimizer=keras.optimizers.SGD(0.1, momentum=0.9),
            ),
            [words],
            [label],
            {**fit, "validation_split": 0.25},
        ),
        case(
            "a loss for each step",
            model(series, loss="mse", metrics=["mae", *unmasked], weighted_metrics=["mape"]),
            [x],
            [steps],
            {**fit, "validation_split": 0.25},
        ),
        case(
            "weights of steps",
            model(series, loss="mae", metrics=[], weighted_metrics=["mse"]),
            [x],
            [steps],
            fit,
            sample_weight=np.abs(normal(rng, 18, 5)),
        ),
        # The bias before a normalization has no gradient but rounding noise, which Adam would amplify.
        case(
            "batch normalization",
            model(normalized, loss="mse", optimizer=keras.optimizers.SGD(0.05, momentum=0.9)),
            [x],
            [steps],
            fit,
        ),
        case(
            "a class for each step",
            model(tagged, loss="sparse_categorical_crossentropy", metrics=["accuracy"]),
            [words],
            [tags],
            fit,
        ),
        case("a model within", model(nested, loss="mse"), [x], [label], fit),
    ]


def transformer():
    rng = fresh(49)
    words = sequences(rng, 14, 5, 9)
    following = np.concatenate([words[:, 1:], words[:, :1]], axis=1)
    label = (words.max(axis=1, keepdims=True) > 6).astype("float32")
    # The gradient of the key's bias is rounding alone, which optimizers that divide by its size would make steps of.
    descent = lambda: keras.optimizers.SGD(0.1, momentum=0.9)  # noqa: E731
    fit = {"batch_size": 6, "epochs": 3}

    def block(x, causal=False):
        seen = layers.MultiHeadAttention(2, 3)(x, x, use_causal_mask=causal)
        x = layers.LayerNormalization()(layers.Add()([x, seen]))
        wide = layers.Dense(6, activation="gelu")(x)
        return layers.LayerNormalization(epsilon=1e-6)(layers.Add()([x, layers.Dense(4)(wide)]))

    def model(mask, outputs, **arguments):
        keras.utils.clear_session()
        tokens = Input((5,), dtype="int32", name="tokens")
        x = layers.Embedding(9, 4, mask_zero=mask)(tokens)
        return compiled(keras.Model(tokens, outputs(x), name="transformer"), optimizer=descent(), **arguments)

    def classifier(x):
        return layers.Dense(1, activation="sigmoid")(layers.GlobalAveragePooling1D()(block(x)))

    def speaker(x):
        return layers.Dense(9, activation="softmax")(block(x, causal=True))

    return [
        case(
            "classifier, masked",
            model(True, classifier, loss="binary_crossentropy", metrics=["accuracy"]),
            [words],
            [label],
            {**fit, "validation_split": 0.25},
        ),
        case(
            "next words, causal",
            model(False, speaker, loss="sparse_categorical_crossentropy"),
            [words],
            [following],
            fit,
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


def main():
    cases = regression()
    write("training", "Regression", cases[:5])
    write("training", "RegressionOptimizers", cases[5:])
    cases = classification()
    write("training", "Classification", cases[:7])
    write("training", "ClassificationWeights", cases[7:])
    write("training", "Binary", binary())
    write("training", "Convolution", convolution())
    write("training", "Normalization", normalization())
    write("training", "Penalties", penalties())
    cases = several_outputs()
    write("training", "SeveralOutputs", cases[:3])
    write("training", "SeveralOutputsWeights", cases[3:])
    write("training", "SeveralOutputsSequences", several_outputs_sequences())
    write("training", "DictionaryOutputs", dictionary_outputs())
    write("training", "Masks", masks())
    write("training", "Transformer", transformer())
    write("training", "Autoencoder", autoencoder())
    write("training", "LimitedSteps", limited_steps())
    write("training", "Updates", updates())


if __name__ == "__main__":
    main()
