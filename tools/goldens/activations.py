"""Activations: values and gradients, at ordinary points, at kinks and far out."""

from golden import array, arrays, fresh, given, keras, normal, np, tf, write

KINKS = np.float32([-0.0, 0.0, -1e-3, 1e-3, -0.5, 0.5, -1, 1, -2, 2, -3, 3, -6, 6, -0.2, 0.7])
FAR = np.float32([-15, 15, -30, 30, -88, 88, -120, 120, -1e4, 1e4])

ELEMENTWISE = {
    "celu": [{}, {"alpha": 0.5}],
    "elu": [{}, {"alpha": 0.3}],
    "exponential": [{}],
    "gelu": [{}, {"approximate": True}],
    "hard_shrink": [{}, {"threshold": 1.0}],
    "hard_sigmoid": [{}],
    "hard_silu": [{}],
    "hard_tanh": [{}],
    "leaky_relu": [{}, {"negative_slope": 0.01}],
    "linear": [{}],
    "log_sigmoid": [{}],
    "mish": [{}],
    "relu": [
        {},
        {"negative_slope": 0.1},
        {"max_value": 2.0},
        {"threshold": 0.5},
        {"negative_slope": 0.1, "max_value": 3.0, "threshold": 1.0},
    ],
    "relu6": [{}],
    "selu": [{}],
    "sigmoid": [{}],
    "silu": [{}],
    "soft_shrink": [{}, {"threshold": 1.0}],
    "softplus": [{}],
    "softsign": [{}],
    "sparse_plus": [{}],
    "sparse_sigmoid": [{}],
    "squareplus": [{}, {"b": 1.0}],
    "tanh": [{}],
    "tanh_shrink": [{}],
    "threshold": [{"threshold": 0.5, "default_value": 0.25}],
}

ROWS = np.float32([[1000, -1000, 0, 999], [5, 5, 5, 5], [-80, 0, 40, 80], [0, -0.0, 1e-3, -1e-3]])


def case(name, function, config, x, seed=1):
    upstream = normal(np.random.default_rng(seed), *function(x, **config).shape)
    with tf.GradientTape() as tape:
        source = tf.constant(x)
        tape.watch(source)
        output = function(source, **config)
        total = tf.reduce_sum(output * upstream)
    return {
        "name": name,
        "config": given(config),
        "serialized": keras.activations.serialize(function),
        "inputs": arrays([x]),
        "output": array(output),
        "upstream": array(upstream),
        "inputGradients": arrays([tape.gradient(total, source)]),
    }


def label(config):
    return ", ".join(f"{key} {value}" for key, value in config.items()) or "defaults"


def elementwise(name):
    function = getattr(keras.activations, name)
    rng = fresh(11)
    ordinary = normal(rng, 4, 8, scale=2.0)
    return [
        case(f"{label(config)}, {where}", function, config, x)
        for config in ELEMENTWISE[name]
        for where, x in [("ordinary", ordinary), ("kinks", KINKS), ("far", FAR)]
    ]


def along_axis(name):
    function = getattr(keras.activations, name)
    rng = fresh(12)
    cases = [
        case("rank 2", function, {}, normal(rng, 3, 6, scale=2.0)),
        case("rank 3", function, {}, normal(rng, 2, 3, 4)),
        case("axis 1 of rank 3", function, {"axis": 1}, normal(rng, 2, 4, 3)),
        case("axis -2 of rank 4", function, {"axis": -2}, normal(rng, 2, 2, 4, 3)),
        case("far and equal", function, {}, ROWS),
    ]
    return cases


def main():
    for name in ELEMENTWISE:
        write("activations", name, elementwise(name))
    for name in ["glu", "softmax", "log_softmax", "sparsemax"]:
        write("activations", name, along_axis(name))


if __name__ == "__main__":
    main()
