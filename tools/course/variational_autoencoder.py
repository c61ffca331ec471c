"""The variational autoencoder of `packages/zoo`, as somebody who knows Keras would write it."""

import keras
import tensorflow as tf
from keras import layers, ops


@keras.saving.register_keras_serializable()
class VariationalAutoencoder(keras.Model):
    def __init__(self, pixels, hidden, code, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.config = {"pixels": pixels, "hidden": hidden, "code": code, "seed": seed}
        x = top = keras.Input([pixels])
        for units in hidden:
            top = layers.Dense(units, activation="relu")(top)
        heads = [layers.Dense(code, name=name)(top) for name in ["mean", "log_variance"]]
        self.encoder = keras.Model(x, heads, name="encoder")
        self.decoder = keras.Sequential(
            [keras.Input([code])]
            + [layers.Dense(units, activation="relu") for units in reversed(hidden)]
            + [layers.Dense(pixels, activation="sigmoid")],
            name="decoder",
        )
        self.draws = keras.random.SeedGenerator(seed)
        self.bound = keras.metrics.Mean(name="loss")

    def get_config(self):
        return {**super().get_config(), **self.config}

    def build(self, input_shape):
        self.built = True

    def call(self, x):
        return self.decoder(self.encoder(x)[0])

    def train_step(self, data):
        x, _ = data
        with tf.GradientTape() as tape:
            losses = self.losses_of(x)
            loss = ops.mean(losses)
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply(gradients, self.trainable_variables)
        self.bound.update_state(losses)
        return {"loss": self.bound.result()}

    def test_step(self, data):
        x, _ = data
        self.bound.update_state(self.losses_of(x))
        return {"loss": self.bound.result()}

    def losses_of(self, x):
        """The negative of the bound, of each image in nats."""
        mean, log_variance = self.encoder(x)
        noise = keras.random.normal(ops.shape(mean), seed=self.draws)
        said = self.decoder(mean + ops.exp(log_variance / 2) * noise)
        reconstruction = ops.sum(ops.binary_crossentropy(x, said), axis=1)
        divergence = ops.sum(ops.square(mean) + ops.exp(log_variance) - 1 - log_variance, axis=1) / 2
        return reconstruction + divergence
