"""Constraints: the weight that an update is projected to."""

from golden import array, fresh, given, keras, normal, np, serialized, write


def case(name, unit, config, *weights):
    constraint = getattr(keras.constraints, unit)(**config)
    return {
        "name": name,
        "config": given(config),
        "serialized": serialized(constraint),
        "inputs": [array(weight) for weight in weights],
        "values": [array(constraint(weight)) for weight in weights],
    }


def main():
    rng = fresh(83)
    matrix, vector, kernel = normal(rng, 4, 3, scale=2.0), normal(rng, 5), normal(rng, 2, 2, 3, 2)
    special = np.float32([[0, -0.0, 1e-4, 100], [0, 0, -1e-4, -1]])
    write(
        "constraints",
        "MaxNorm",
        [
            case("defaults", "MaxNorm", {}, matrix, vector, special),
            case("rows", "MaxNorm", {"max_value": 0.5, "axis": 1}, matrix, special),
            case("filters", "MaxNorm", {"max_value": 1.5, "axis": [0, 1, 2]}, kernel),
        ],
    )
    write(
        "constraints",
        "MinMaxNorm",
        [
            case("defaults", "MinMaxNorm", {}, matrix, vector, special),
            case("bounds", "MinMaxNorm", {"min_value": 0.5, "max_value": 2.0, "axis": 1}, matrix, special),
            case(
                "slowly, filters",
                "MinMaxNorm",
                {"min_value": 2.0, "max_value": 3.0, "rate": 0.25, "axis": [0, 1, 2]},
                kernel,
            ),
        ],
    )
    write(
        "constraints",
        "UnitNorm",
        [
            case("defaults", "UnitNorm", {}, matrix, vector, special),
            case("last axis", "UnitNorm", {"axis": -1}, matrix, special),
            case("filters", "UnitNorm", {"axis": [0, 1, 2]}, kernel),
        ],
    )
    write("constraints", "NonNeg", [case("defaults", "NonNeg", {}, matrix, kernel, special)])


if __name__ == "__main__":
    main()
