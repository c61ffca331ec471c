"""Layers with random settings, by the shape that they are given."""

import random

from golden import keras, np

layers = keras.layers
ACTIVATIONS = "relu tanh sigmoid elu selu softplus softsign gelu silu mish hard_sigmoid linear".split()
INITIALIZERS = ("glorot_uniform", "he_normal", "lecun_uniform", "orthogonal")


class Chooser(random.Random):
    """Random settings."""

    def odds(self, chance):
        return self.random() < chance

    def activation(self):
        return self.choice(ACTIVATIONS)

    def weights(self):
        """Settings of layers with a kernel and a bias."""
        given = {
            "kernel_initializer": self.choice(INITIALIZERS),
            "bias_initializer": keras.initializers.RandomNormal(stddev=0.3),
            "use_bias": self.odds(0.8),
        }
        if self.odds(0.2):
            given["kernel_regularizer"] = self.choice(["l1", "l2", keras.regularizers.L1L2(0.01, 0.02)])
        if self.odds(0.1):
            given["kernel_constraint"] = keras.constraints.MaxNorm(0.8, axis=0)
        return given

    def sizes(self, rank, largest=3):
        """One number or one for each axis."""
        one = self.randint(1, largest)
        return one if self.odds(0.5) else tuple(self.randint(1, largest) for _ in range(rank))

    def convolution(self, rank, **more):
        """Strides or dilation, never both, as in Keras."""
        given = {"kernel_size": self.sizes(rank), "padding": self.choice(["valid", "same"]), **more}
        given["dilation_rate" if self.odds(0.3) else "strides"] = self.sizes(rank, 2)
        return given

    def order(self):
        return self.choice(["channels_last", "channels_first"])

    def axes(self, shape):
        """Axes to normalize: over a single number that is rounding, magnified."""
        rank = len(shape)
        return self.choice([*(axis for axis in (-1, 1, [rank - 1]) if shape[np.ravel(axis)[0]] > 1), list(range(1, rank))])


def pick(r, makers):
    return r.choice(makers)()


def pointwise(r, shape):
    """Layers that keep the shape, of any rank."""
    rank = len(shape)
    return [
        lambda: layers.Activation(r.activation()),
        lambda: layers.LeakyReLU(negative_slope=r.choice([0.0, 0.1, 0.4])),
        lambda: layers.ELU(alpha=r.choice([0.5, 1.0, 2.0])),
        lambda: layers.ReLU(max_value=r.choice([None, 1.0]), negative_slope=r.choice([0.0, 0.2]), threshold=0.1),
        lambda: layers.PReLU(alpha_initializer="uniform", shared_axes=r.choice([None, [1], [rank - 1]])),
        lambda: layers.Softmax(axis=r.choice([-1, 1])),
        lambda: layers.BatchNormalization(
            axis=r.choice([-1, 1]), momentum=0.8, center=r.odds(0.8), scale=r.odds(0.8), epsilon=r.choice([1e-3, 0.1])
        ),
        lambda: layers.LayerNormalization(axis=r.axes(shape), center=r.odds(0.7), scale=r.odds(0.7)),
        lambda: layers.RMSNormalization(axis=r.choice([-1, rank - 1]), epsilon=1e-3),
        lambda: layers.UnitNormalization(axis=r.choice([-1, 1])),
        lambda: layers.GroupNormalization(groups=r.choice([-1, 1]), axis=r.choice([-1, rank - 1])),
        lambda: layers.Rescaling(scale=r.choice([0.5, -1.5]), offset=0.25),
        lambda: layers.ActivityRegularization(l1=0.01, l2=r.choice([0.0, 0.02])),
        lambda: layers.Dropout(0.0),
        lambda: layers.Identity(),
    ]


def on_features(r, shape):
    """Layers that mix the features of a point, of any rank from two."""
    return [
        lambda: keras.Sequential([layers.Dense(r.randint(1, 4)), pick(r, pointwise(r, shape))]),
        lambda: inner(r, shape),
        lambda: layers.Dense(r.randint(1, 6), activation=r.activation(), **r.weights()),
        lambda: layers.EinsumDense(
            "...x,xy->...y",
            r.randint(1, 5),
            bias_axes=r.choice([None, "y"]),
            activation=r.activation(),
        ),
        lambda: layers.SpectralNormalization(layers.Dense(r.randint(1, 4)), power_iterations=r.randint(1, 2)),
    ]


def inner(r, shape):
    """A model as a layer."""
    given = keras.Input(shape[1:])
    x = layers.Dense(r.randint(1, 4), activation=r.activation())(given)
    return keras.Model(given, layers.Concatenate()([x, pick(r, pointwise(r, shape))(given)]))


def on_vectors(r, shape):
    size = shape[1]
    return [
        lambda: layers.RepeatVector(r.randint(1, 4)),
        lambda: layers.Reshape((size, 1)),
        lambda: layers.Reshape((-1, *r.choice([(1,), (1, 1)]))),
        lambda: layers.Flatten(data_format=r.order()),
        lambda: layers.Normalization(mean=0.5, variance=2.0),
    ]


def cell(r, units):
    make = r.choice([layers.LSTMCell, layers.GRUCell, layers.SimpleRNNCell])
    return make(units, activation=r.choice(["tanh", "relu", "sigmoid"]), use_bias=r.odds(0.8))


def recurrent(r, **more):
    make = r.choice([layers.LSTM, layers.GRU, layers.SimpleRNN])
    given = {
        "units": r.randint(1, 5),
        "activation": r.choice(["tanh", "tanh", "relu", "softsign"]),
        "return_sequences": r.odds(0.6),
        "go_backwards": r.odds(0.3),
        "unroll": r.odds(0.2),
        "use_bias": r.odds(0.8),
        "bias_initializer": keras.initializers.RandomNormal(stddev=0.3),
        **more,
    }
    if make is layers.GRU:
        given["reset_after"] = r.odds(0.5)
    if make is layers.LSTM:
        given["unit_forget_bias"] = r.odds(0.5)
    return make(**given)


def bidirectional(r):
    merge = r.choice(["concat", "sum", "mul", "ave"])
    return layers.Bidirectional(recurrent(r, go_backwards=False), merge_mode=merge)


def on_sequences(r, shape):
    steps, size = shape[1:]
    return [
        lambda: recurrent(r),
        lambda: bidirectional(r),
        lambda: layers.RNN(cell(r, r.randint(1, 4)), return_sequences=r.odds(0.5), go_backwards=r.odds(0.3)),
        lambda: layers.RNN([cell(r, 3), cell(r, 2)], return_sequences=r.odds(0.5)),
        lambda: layers.TimeDistributed(layers.Dense(r.randint(1, 4), activation=r.activation())),
        lambda: layers.TimeDistributed(layers.BatchNormalization()),
        lambda: layers.Permute((2, 1)),
        lambda: layers.Cropping1D(r.choice([(0, 1), (1, 0)])),
        lambda: layers.Reshape((size, steps)),
        *spatial(r, shape, 1),
    ]


def on_images(r, shape):
    rows, columns, channels = shape[1:]
    return [
        lambda: layers.TimeDistributed(layers.Conv1D(r.randint(1, 3), 2, padding="same")),
        lambda: layers.TimeDistributed(recurrent(r, return_sequences=True)),
        lambda: layers.ConvLSTM1D(
            r.randint(1, 3), r.randint(1, 3), padding="same", return_sequences=r.odds(0.6), go_backwards=r.odds(0.3)
        ),
        lambda: layers.Permute(r.choice([(2, 1, 3), (3, 1, 2)])),
        lambda: layers.Cropping2D(((0, 1), (1, 0))),
        lambda: layers.Reshape((rows * columns, channels)),
        lambda: layers.Resizing(
            r.randint(2, 6),
            r.randint(2, 6),
            interpolation=r.choice(["bilinear", "nearest", "bicubic", "lanczos3", "lanczos5"]),
            antialias=r.odds(0.3),
            crop_to_aspect_ratio=r.odds(0.2),
            pad_to_aspect_ratio=r.odds(0.2),
        ),
        lambda: layers.UpSampling2D(
            r.sizes(2, 2), interpolation=r.choice(["nearest", "bilinear", "bicubic", "lanczos3"])
        ),
        lambda: layers.CenterCrop(r.randint(1, rows), r.randint(1, columns)),
        *spatial(r, shape, 2),
    ]


def on_volumes(r, shape):
    first, rows, columns, channels = shape[1:]
    return [
        lambda: layers.TimeDistributed(layers.Conv2D(r.randint(1, 3), 2, padding="same")),
        lambda: layers.TimeDistributed(layers.MaxPooling2D(2, padding="same")),
        lambda: layers.ConvLSTM2D(r.randint(1, 2), 2, padding="same", return_sequences=r.odds(0.6)),
        lambda: layers.Permute((3, 1, 2, 4)),
        lambda: layers.Reshape((first, rows * columns, channels)),
        *spatial(r, shape, 3),
    ]


def attending(r):
    """Attention of a tensor to itself."""
    heads = r.choice([1, 2])
    whole = layers.MultiHeadAttention(heads, r.randint(1, 4), r.choice([None, 3]), use_bias=r.odds(0.8))
    grouped = layers.GroupedQueryAttention(r.randint(1, 3), 4, 2, use_bias=r.odds(0.8))
    causal = r.odds(0.4)
    return r.choice(
        [
            lambda x: whole(x, x, use_causal_mask=causal),
            lambda x: grouped(x, x, use_causal_mask=causal),
            lambda x: layers.Attention(use_scale=r.odds(0.5), score_mode=r.choice(["dot", "concat"]))(
                [x, x], use_causal_mask=causal
            ),
            lambda x: layers.AdditiveAttention(use_scale=r.odds(0.5))([x, x], use_causal_mask=causal),
        ]
    )


def spatial(r, shape, rank):
    """Convolutions and pools over `rank` axes."""
    of = lambda name: getattr(layers, f"{name}{rank}D")
    filters = lambda: r.randint(1, 5)
    grouped = [count for count in (1, 2, 3) if shape[-1] % count == 0]
    pool = lambda: {
        "pool_size": r.sizes(rank),
        "strides": r.choice([None, 1]),
        "padding": r.choice(["valid", "same"]),
    }
    made = [
        lambda: of("Conv")(filters(), activation=r.activation(), **r.convolution(rank), **r.weights()),
        lambda: of("Conv")((count := r.choice(grouped)) * 2, groups=count, **r.convolution(rank)),
        lambda: of("ConvTranspose")(
            filters(), r.sizes(rank), strides=r.sizes(rank, 2), padding=r.choice(["valid", "same"])
        ),
        lambda: of("MaxPooling")(**pool()),
        lambda: of("AveragePooling")(**pool()),
        lambda: of("GlobalAveragePooling")(data_format=r.order(), keepdims=r.odds(0.4)),
        lambda: of("GlobalMaxPooling")(data_format=r.order(), keepdims=r.odds(0.4)),
        lambda: of("AdaptiveAveragePooling")(r.sizes(rank, 2)),
        lambda: of("AdaptiveMaxPooling")(r.sizes(rank, 2)),
        lambda: of("ZeroPadding")(r.choice([1, 2]), data_format=r.order()),
        lambda: of("UpSampling")(r.choice([1, 2])),
        lambda: of("SpatialDropout")(0.0),
    ]
    if rank < 3:
        kinds = {"kernel_size": r.sizes(rank), "strides": r.randint(1, 2), "padding": r.choice(["valid", "same"])}
        made += [
            lambda: of("SeparableConv")(filters(), depth_multiplier=r.randint(1, 2), **kinds),
            lambda: of("DepthwiseConv")(depth_multiplier=r.randint(1, 3), activation=r.activation(), **kinds),
        ]
    return made


LAYERS = {2: on_vectors, 3: on_sequences, 4: on_images, 5: on_volumes}
