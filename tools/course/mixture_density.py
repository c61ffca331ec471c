"""The loss of the lesson on handwriting, in Keras: Graves, 2013, arXiv:1308.0850, equations 18 to 26."""

import math

import keras
from keras import ops

LEAST_LOG_DEVIATION = -3.0
MOST_CORRELATION = 0.98


@keras.saving.register_keras_serializable(package="myelin", name="MixtureDensity")
class MixtureDensity(keras.losses.Loss):
    def __init__(self, mixtures=10, name="mixture_density", reduction="sum_over_batch_size", **kwargs):
        super().__init__(name=name, reduction=reduction, **kwargs)
        self.mixtures = mixtures

    def get_config(self):
        return {**super().get_config(), "mixtures": self.mixtures}

    def call(self, y_true, y_pred):
        dx, dy, pen = ops.split(y_true, [1, 2], axis=-1)
        weights, mean_x, mean_y, log_x, log_y, slant, pen_logits = ops.split(
            y_pred, [part * self.mixtures for part in range(1, 7)], axis=-1
        )
        log_x, log_y = ops.maximum(log_x, LEAST_LOG_DEVIATION), ops.maximum(log_y, LEAST_LOG_DEVIATION)
        rho = MOST_CORRELATION * ops.tanh(slant)
        x, y = (dx - mean_x) / ops.exp(log_x), (dy - mean_y) / ops.exp(log_y)
        rest = 1 - rho**2
        distance = (x**2 + y**2 - 2 * rho * x * y) / (2 * rest)
        log_density = -(log_x + log_y + 0.5 * ops.log(rest) + math.log(2 * math.pi)) - distance
        of_offset = ops.logsumexp(ops.log_softmax(weights) + log_density, axis=-1)
        of_pen = ops.sum(pen * ops.log_softmax(pen_logits), axis=-1)
        # Points without a state of the pen fill a letter up; the mean is over the others.
        counts = ops.sum(pen, axis=-1)
        share = ops.mean(counts)
        return -(of_offset + of_pen) * counts / share
