"""One case of a metric: several updates, with and without weights, and the result and state after each."""

from golden import array, arrays, fresh, given, keras, normal, np, serialized, variables


def case(name, unit, config, *updates):
    """An update is (values,), (values, weights), (yTrue, yPred) or (yTrue, yPred, weights)."""
    fresh(1)
    metric = getattr(keras.metrics, unit)(**config)
    reduces = unit in ("Mean", "Sum")
    described, results, states = [], [], []
    initial = array(metric.result()) if getattr(metric, "_built", True) else None
    for values in updates:
        *main, weights = values if len(values) > (1 if reduces else 2) else (*values, None)
        metric.update_state(*main, sample_weight=weights)
        keys = ["values"] if reduces else ["yTrue", "yPred"]
        described.append(
            dict(zip(keys, arrays(main))) | ({} if weights is None else {"sampleWeight": array(weights)})
        )
        results.append(array(metric.result()))
        states.append(variables(metric.variables))
    metric.reset_state()
    return {
        "name": name,
        "config": given(config),
        "serialized": loadable(serialized(metric)),
        **({} if initial is None else {"initialResult": initial}),
        "updates": described,
        "results": results,
        "states": states,
        "stateAfterReset": variables(metric.variables),
    }


def loadable(value):
    """With lists for tensors: Keras writes tensors for `label_weights`, which it cannot load, and loads lists."""
    if not isinstance(value, dict):
        return value
    if value.get("class_name") == "__tensor__":
        return value["config"]["value"]
    return {key: loadable(entry) for key, entry in value.items()}


def weights(rng, *shape):
    return np.abs(normal(rng, *shape))
