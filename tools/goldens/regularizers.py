"""Regularizers: penalty and gradient."""

from golden import array, fresh, given, keras, normal, np, serialized, tf, write


def case(name, unit, config):
    rng = fresh(71)
    regularizer = getattr(keras.regularizers, unit)(**config)
    weights = [
        normal(rng, 4, 3),
        normal(rng, 5),
        normal(rng, 2, 2, 3, 2),
        np.float32([0, -0.0, 1, -1, 1e-4, 100]),
        np.zeros((2, 2), "float32"),
    ]
    if unit == "OrthogonalRegularizer":
        weights = [normal(rng, 4, 3), normal(rng, 2, 5)]
    values, gradients = [], []
    for weight in weights:
        source = tf.Variable(weight)
        with tf.GradientTape() as tape:
            value = tf.convert_to_tensor(regularizer(source), "float32")
        gradient = tape.gradient(value, source, unconnected_gradients="zero")
        values.append(array(value))
        gradients.append(array(gradient))
    return {
        "name": name,
        "config": given(config),
        "serialized": serialized(regularizer),
        "inputs": [array(weight) for weight in weights],
        "values": values,
        "gradients": gradients,
    }


def main():
    write("regularizers", "L1", [case("defaults", "L1", {}), case("0.3", "L1", {"l1": 0.3})])
    write("regularizers", "L2", [case("defaults", "L2", {}), case("0.3", "L2", {"l2": 0.3})])
    write(
        "regularizers",
        "L1L2",
        [
            case("defaults", "L1L2", {}),
            case("both", "L1L2", {"l1": 0.1, "l2": 0.2}),
            case("first", "L1L2", {"l1": 0.1}),
            case("second", "L1L2", {"l2": 0.2}),
        ],
    )
    write(
        "regularizers",
        "OrthogonalRegularizer",
        [
            case("rows", "OrthogonalRegularizer", {}),
            case("columns", "OrthogonalRegularizer", {"factor": 0.1, "mode": "columns"}),
        ],
    )


if __name__ == "__main__":
    main()
