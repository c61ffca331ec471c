"""Optimizers: five steps on two variables with given gradients."""

from golden import arrays, fresh, given, keras, normal, np, serialized, tf, variables, write

STEPS = 5


def case(name, unit, config, scale=1.0, gradients=None):
    rng = fresh(31)
    initial = [normal(rng, 3, 2), normal(rng, 4)]
    drawn = [[normal(rng, 3, 2, scale=scale), normal(rng, 4, scale=scale)] for _ in range(STEPS)]
    gradients = gradients or drawn
    kernel = keras.Variable(initial[0], name="kernel")
    bias = keras.Variable(initial[1], name="bias")
    optimizer = getattr(keras.optimizers, unit)(**config)
    optimizer.build([kernel, bias])
    values = []
    for step in gradients:
        optimizer.apply([tf.constant(g) for g in step], [kernel, bias])
        values.append(arrays([kernel.value, bias.value]))
    state = variables(optimizer.variables)
    finalized = None
    if optimizer.use_ema:
        optimizer.finalize_variable_values([kernel, bias])
        finalized = arrays([kernel.value, bias.value])
    return {
        "name": name,
        "config": given(config),
        "serialized": serialized(optimizer),
        "variables": [
            {"path": v.path, "name": v.name, "trainable": True, **array}
            for v, array in zip([kernel, bias], arrays(initial))
        ],
        "gradients": [arrays(step) for step in gradients],
        "values": values,
        "state": state,
        **({} if finalized is None else {"finalized": finalized}),
    }


def shared(unit, config):
    """What the base class does, for every optimizer."""
    return [
        case("defaults", unit, {}),
        case("learning rate", unit, {"learning_rate": 0.1}),
        case("clip each norm", unit, {**config, "clipnorm": 1.0}),
        case("clip each norm, small gradients", unit, {**config, "clipnorm": 1.0}, scale=0.01),
        case("clip values", unit, {**config, "clipvalue": 0.5}),
        case("clip the global norm", unit, {**config, "global_clipnorm": 1.5}),
        case("weight decay", unit, {**config, "weight_decay": 0.02}),
        case("averages", unit, {**config, "use_ema": True, "ema_momentum": 0.9}),
        case(
            "averages that overwrite",
            unit,
            {**config, "use_ema": True, "ema_momentum": 0.8, "ema_overwrite_frequency": 2},
        ),
        case("accumulated over 2 steps", unit, {**config, "gradient_accumulation_steps": 2}),
        case(
            "accumulated over 2 steps, averages",
            unit,
            {**config, "gradient_accumulation_steps": 2, "use_ema": True, "ema_momentum": 0.9},
        ),
        case(
            "zero gradients",
            unit,
            config,
            gradients=[[np.zeros((3, 2), "float32"), np.zeros(4, "float32")]] * STEPS,
        ),
        case("tiny gradients", unit, config, scale=1e-6),
        case("large gradients", unit, config, scale=1e4),
    ]


def main():
    rate = {"learning_rate": 0.1}
    write(
        "optimizers",
        "SGD",
        shared("SGD", rate)
        + [
            case("momentum", "SGD", {"learning_rate": 0.1, "momentum": 0.9}),
            case("nesterov", "SGD", {"learning_rate": 0.1, "momentum": 0.9, "nesterov": True}),
            case("momentum and weight decay", "SGD", {"momentum": 0.5, "weight_decay": 0.1}),
        ],
    )
    write(
        "optimizers",
        "RMSprop",
        shared("RMSprop", {"learning_rate": 0.01})
        + [
            case("rho", "RMSprop", {"learning_rate": 0.01, "rho": 0.5}),
            case("momentum", "RMSprop", {"learning_rate": 0.01, "momentum": 0.9}),
            case("centered", "RMSprop", {"learning_rate": 0.01, "centered": True}),
            case("centered, momentum", "RMSprop", {"learning_rate": 0.01, "centered": True, "momentum": 0.5}),
            case("epsilon", "RMSprop", {"learning_rate": 0.01, "epsilon": 0.1}),
        ],
    )
    for unit in ["Adam", "AdamW"]:
        write(
            "optimizers",
            unit,
            shared(unit, {"learning_rate": 0.01})
            + [
                case("amsgrad", unit, {"learning_rate": 0.01, "amsgrad": True, "beta_2": 0.5}),
                case(
                    "betas and epsilon",
                    unit,
                    {"learning_rate": 0.01, "beta_1": 0.5, "beta_2": 0.7, "epsilon": 0.1},
                ),
                case("amsgrad, averages", unit, {"amsgrad": True, "use_ema": True}),
                case("name", unit, {"name": "chosen"}),
            ],
        )


if __name__ == "__main__":
    main()
