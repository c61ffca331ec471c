"""Optimizers: five steps on two variables with given gradients."""

from unittest import mock

from golden import arrays, fresh, given, keras, normal, np, serialized, tf, variables, write

STEPS = 5


def case(name, unit, config, scale=1.0, gradients=None, kernel_shape=(3, 2), kernel_name="kernel", spoil=()):
    """`config` may be a function: what it makes is numbered from 0. `spoil` are steps with an infinite gradient."""
    rng = fresh(31)
    config = config() if callable(config) else config
    initial = [normal(rng, *kernel_shape), normal(rng, 4)]
    drawn = [[normal(rng, *kernel_shape, scale=scale), normal(rng, 4, scale=scale)] for _ in range(STEPS)]
    gradients = gradients or drawn
    for step in spoil:
        gradients[step][0].flat[0] = np.inf
    kernel = keras.Variable(initial[0], name=kernel_name)
    bias = keras.Variable(initial[1], name="bias")
    optimizer = getattr(keras.optimizers, unit)(**config)
    optimizer.build([kernel, bias])
    values = []
    for step in gradients:
        optimizer.apply([tf.constant(g) for g in step], [kernel, bias])
        values.append(arrays([kernel.value, bias.value]))
    state = variables(optimizer.variables)
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
        **({} if finalized == values[-1] else {"finalized": finalized}),
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


def essential(unit, config):
    """What the update of one optimizer decides, where the base class is known to be right."""
    return [
        case("defaults", unit, {}),
        case("rate", unit, config),
        case("weight decay", unit, {**config, "weight_decay": 0.02}),
        case("accumulated over 2 steps", unit, {**config, "gradient_accumulation_steps": 2}),
        case(
            "zero gradients",
            unit,
            config,
            gradients=[[np.zeros((3, 2), "float32"), np.zeros(4, "float32")]] * STEPS,
        ),
        case("tiny gradients", unit, config, scale=1e-6),
        case("large gradients", unit, config, scale=1e4),
    ]


schedules = keras.optimizers.schedules


def scheduled(unit):
    """The schedule counts batches, also those whose gradients are only accumulated."""
    return [
        case("schedule", unit, {"learning_rate": schedules.ExponentialDecay(0.1, 2, 0.5, staircase=True)}),
        case(
            "schedule, accumulated over 2 steps, weight decay",
            unit,
            {
                "learning_rate": schedules.PolynomialDecay(0.1, 4, 0.01),
                "gradient_accumulation_steps": 2,
                "weight_decay": 0.1,
            },
        ),
    ]


def schedule_free():
    """
    Keras on TensorFlow keeps a reference to the old momentum and reads it when it is the new one. Where reading a
    variable copies it, the same code takes the step of the paper, as it does on JAX; the methods that want references
    are those of the base class, then.
    """
    unit, config = "ScheduleFreeAdamW", {"learning_rate": 0.01}
    base = vars(keras.src.optimizers.base_optimizer.BaseOptimizer)
    tensorflow = vars(keras.src.backend.tensorflow.optimizer.TFOptimizer)
    methods = {name: base[name] for name in tensorflow if name in base and not name.startswith(("__", "add_"))}
    read = keras.Variable.value.fget
    copies = {"value": property(lambda self: tf.identity(read(self)))}
    with (
        mock.patch.multiple(keras.optimizers.ScheduleFreeAdamW, **methods),
        mock.patch.multiple(keras.src.backend.common.variables.Variable, **copies),
    ):
        return [
            *essential(unit, config),
            case("warmup", unit, {**config, "warmup_steps": 3}),
            case("betas and epsilon", unit, {**config, "beta_1": 0.5, "beta_2": 0.7, "epsilon": 0.1}),
        ]


def several():
    """Optimizers of optimizers."""
    optimizers = keras.optimizers
    loss_scale, multi = "LossScaleOptimizer", "MultiOptimizer"
    momentum = lambda: optimizers.SGD(0.1, momentum=0.9)  # noqa: E731
    write(
        "optimizers",
        loss_scale,
        [
            case("defaults", loss_scale, lambda: {"inner_optimizer": momentum()}, scale=32768.0),
            case(
                "grows",
                loss_scale,
                lambda: {"inner_optimizer": momentum(), "initial_scale": 4.0, "dynamic_growth_steps": 2},
            ),
            case(
                "infinite gradients",
                loss_scale,
                lambda: {
                    "inner_optimizer": optimizers.Adam(0.1, use_ema=True, gradient_accumulation_steps=2),
                    "initial_scale": 8.0,
                    "dynamic_growth_steps": 3,
                    "name": "guarded",
                },
                spoil=(0, 2),
            ),
        ],
    )
    by_name = lambda: optimizers.OptimizerMap(momentum(), {"ker.*": optimizers.Adam(0.1)})  # noqa: E731
    write(
        "optimizers",
        multi,
        [
            case("by pattern", multi, lambda: {"optimizer_map": by_name()}),
            case(
                "by path, loss scale, averages",
                multi,
                lambda: {
                    "optimizer_map": optimizers.OptimizerMap(
                        optimizers.RMSprop(), {"bias": optimizers.SGD(0.1, use_ema=True, ema_momentum=0.5)}
                    ),
                    "loss_scale_factor": 4.0,
                    "name": "both",
                },
            ),
            case(
                "default alone",
                multi,
                lambda: {
                    "optimizer_map": optimizers.OptimizerMap(
                        optimizers.SGD(schedules.InverseTimeDecay(0.1, 1, 1.0)), {"other": optimizers.Adam()}
                    )
                },
            ),
        ],
    )


def main():
    rate = {"learning_rate": 0.1}
    write(
        "optimizers",
        "SGD",
        shared("SGD", rate)
        + scheduled("SGD")
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
            + (scheduled(unit) if unit == "Adam" else [])
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
    write(
        "optimizers",
        "Adagrad",
        essential("Adagrad", rate)
        + [case("first sum, epsilon", "Adagrad", {**rate, "initial_accumulator_value": 0.0, "epsilon": 0.1})],
    )
    write(
        "optimizers",
        "Adadelta",
        essential("Adadelta", {"learning_rate": 1.0})
        + [case("rho, epsilon", "Adadelta", {**rate, "rho": 0.5, "epsilon": 1e-3})],
    )
    betas = {"beta_1": 0.5, "beta_2": 0.7, "epsilon": 0.1}
    for unit in ["Adamax", "Nadam", "Lamb"]:
        write("optimizers", unit, essential(unit, rate) + [case("betas and epsilon", unit, {**rate, **betas})])
    zeros = [np.zeros((3, 2), "float32"), np.zeros(4, "float32")]
    write(
        "optimizers",
        "Ftrl",
        essential("Ftrl", rate)
        + [
            case(
                "strengths",
                "Ftrl",
                {
                    **rate,
                    "l1_regularization_strength": 0.5,
                    "l2_regularization_strength": 0.1,
                    "l2_shrinkage_regularization_strength": 0.2,
                    "beta": 0.3,
                },
            ),
            case(
                "power, first sum",
                "Ftrl",
                {**rate, "learning_rate_power": -0.8, "initial_accumulator_value": 2.0},
            ),
            case("power 0", "Ftrl", {**rate, "learning_rate_power": 0.0}),
        ],
    )
    write(
        "optimizers",
        "Lion",
        essential("Lion", {"learning_rate": 0.01})
        + [
            case("betas", "Lion", {"learning_rate": 0.01, "beta_1": 0.5, "beta_2": 0.7}),
            case("some zero gradients", "Lion", rate, gradients=[zeros, [1 - zeros[0], zeros[1]], zeros]),
        ],
    )
    adafactor = {"learning_rate": 0.5}
    write(
        "optimizers",
        "Adafactor",
        essential("Adafactor", adafactor)
        + [
            case("three axes", "Adafactor", adafactor, kernel_shape=(2, 3, 2)),
            case(
                "options",
                "Adafactor",
                {
                    **adafactor,
                    "beta_2_decay": -0.5,
                    "epsilon_1": 1e-3,
                    "epsilon_2": 0.5,
                    "clip_threshold": 0.2,
                    "relative_step": False,
                },
            ),
            case("schedule", "Adafactor", {"learning_rate": schedules.CosineDecay(0.1, 4)}),
        ],
    )
    muon = {"learning_rate": 0.01}
    write(
        "optimizers",
        "Muon",
        essential("Muon", muon)
        + [
            case("wide", "Muon", muon, kernel_shape=(2, 5)),
            case("embedding", "Muon", muon, kernel_name="Embeddings"),
            case("embedding included", "Muon", {**muon, "exclude_embeddings": False}, kernel_name="embeddings"),
            case(
                "excluded, ratio, no decay",
                "Muon",
                {**muon, "exclude_layers": ["^ker"], "adam_lr_ratio": 0.5, "adam_weight_decay": None},
            ),
            case(
                "options",
                "Muon",
                {
                    **muon,
                    "momentum": 0.5,
                    "nesterov": False,
                    "ns_steps": 2,
                    "rms_rate": None,
                    "muon_a": 2.0,
                    "muon_b": -1.5,
                    "muon_c": 0.5,
                    "adam_beta_1": 0.5,
                    "adam_beta_2": 0.7,
                },
            ),
            case("three axes", "Muon", muon, kernel_shape=(2, 3, 2)),
        ],
    )
    write("optimizers", "ScheduleFreeAdamW", schedule_free())
    several()


if __name__ == "__main__":
    main()
