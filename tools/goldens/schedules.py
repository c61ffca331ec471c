"""Learning-rate schedules: the rate at chosen steps, as an optimizer asks for it."""

from golden import array, given, keras, np, serialized, write


def case(name, unit, config, steps):
    schedule = getattr(keras.optimizers.schedules, unit)(**config)
    rates = [schedule(keras.Variable(step, dtype="int64")) for step in steps]
    return {
        "name": name,
        "config": given(config),
        "serialized": serialized(schedule),
        "steps": array(np.int32(steps)),
        "rates": array(np.float32([keras.ops.convert_to_numpy(rate) for rate in rates])),
    }


def rated(unit):
    decay = {"initial_learning_rate": 0.1, "decay_steps": 10, "decay_rate": 0.5}
    steps = [0, 1, 5, 9, 10, 11, 20, 1000]
    write(
        "schedules",
        unit,
        [
            case("plain", unit, decay, steps),
            case("staircase", unit, {**decay, "staircase": True}, steps),
            case("growing, name", unit, {**decay, "decay_rate": 1.5, "name": "grow"}, steps[:-1]),
        ],
    )


def main():
    rated("ExponentialDecay")
    rated("InverseTimeDecay")
    intervals = {"boundaries": [3, 7], "values": [1.0, 0.5, 0.01]}
    write(
        "schedules",
        "PiecewiseConstantDecay",
        [
            case("plain", "PiecewiseConstantDecay", intervals, [0, 3, 4, 7, 8, 100]),
            case(
                "whole values",
                "PiecewiseConstantDecay",
                {"boundaries": [1], "values": [2.0, 1.0], "name": "halved"},
                [0, 1, 2],
            ),
        ],
    )
    polynomial = {"initial_learning_rate": 0.1, "decay_steps": 10}
    steps = [0, 1, 5, 9, 10, 11, 20, 21, 35]
    write(
        "schedules",
        "PolynomialDecay",
        [
            case("plain", "PolynomialDecay", polynomial, steps),
            case("squared", "PolynomialDecay", {**polynomial, "power": 2.0, "end_learning_rate": 0.01}, steps),
            case("root", "PolynomialDecay", {**polynomial, "power": 0.5, "end_learning_rate": 0.0}, steps),
            case("cycle", "PolynomialDecay", {**polynomial, "cycle": True}, steps),
        ],
    )
    cosine = {"initial_learning_rate": 0.1, "decay_steps": 10}
    write(
        "schedules",
        "CosineDecay",
        [
            case("plain", "CosineDecay", cosine, steps),
            case("alpha", "CosineDecay", {**cosine, "alpha": 0.2}, steps),
            case("warmup", "CosineDecay", {**cosine, "warmup_target": 0.5, "warmup_steps": 4}, steps),
            case(
                "warmup from 0, alpha",
                "CosineDecay",
                {
                    "initial_learning_rate": 0.0,
                    "decay_steps": 7,
                    "warmup_target": 1.0,
                    "warmup_steps": 3,
                    "alpha": 0.1,
                },
                [0, 1, 2, 3, 4, 9, 10, 50],
            ),
            case("warmup without steps", "CosineDecay", {**cosine, "warmup_target": 0.5}, steps),
        ],
    )
    restarts = {"initial_learning_rate": 0.1, "first_decay_steps": 5}
    steps = [0, 1, 4, 6, 12, 14, 16, 33, 36, 70]
    write(
        "schedules",
        "CosineDecayRestarts",
        [
            case("plain", "CosineDecayRestarts", restarts, steps),
            case("of one length", "CosineDecayRestarts", {**restarts, "t_mul": 1.0, "m_mul": 0.8}, [*steps, 5, 10]),
            case(
                "longer and lower",
                "CosineDecayRestarts",
                {**restarts, "t_mul": 1.5, "m_mul": 0.5, "alpha": 0.1},
                steps,
            ),
        ],
    )


if __name__ == "__main__":
    main()
