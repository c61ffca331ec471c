"""One case of a loss: one value per example, each reduction, weights and masks, and the gradient.

Where `activation` is given, predictions are that activation of the logits in `yPred`: Keras then computes
cross-entropies from the logits, and the gradient is by them.
"""

from golden import array, given, keras, np, serialized, tf

REDUCTIONS = ["sum_over_batch_size", "sum", "mean", "mean_with_sample_weight", "none"]
LABELS = np.array([1, 1, 0, 2, 2], "int32")


def case(name, unit, config, y_true, y_pred, sample_weight=None, mask=None, activation=None):
    make = getattr(keras.losses, unit)
    before = getattr(keras.activations, activation or "linear")

    def loss(reduction, predictions):
        if mask is not None:
            keras.src.backend.set_keras_mask(predictions, tf.constant(mask))
        return make(reduction=reduction, **config)(y_true, predictions, sample_weight=sample_weight)

    source = tf.constant(y_pred)
    with tf.GradientTape() as tape:
        tape.watch(source)
        total = loss("sum_over_batch_size", before(source))
    per_example = make(**config).call(tf.constant(y_true), before(source))
    return {
        "name": name,
        "config": given(config),
        "serialized": serialized(make(**config)),
        "yTrue": array(y_true),
        "yPred": array(y_pred),
        **({} if activation is None else {"activation": activation}),
        **({} if sample_weight is None else {"sampleWeight": array(sample_weight)}),
        **({} if mask is None else {"mask": array(mask)}),
        "perExample": array(per_example),
        "reductions": {
            reduction: array(loss(reduction, before(tf.constant(y_pred)))) for reduction in REDUCTIONS
        },
        "gradient": array(tape.gradient(total, source)),
    }


def one_hot(labels, classes):
    return np.eye(classes, dtype="float32")[labels]
