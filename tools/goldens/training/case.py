"""Models that are trained with fixed weights and data, in order: everything that `fit` reports and leaves behind."""

from golden import arrays, given, normal, number, serialized, variables


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
