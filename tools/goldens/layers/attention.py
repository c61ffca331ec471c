"""Attention."""

from golden import normal, np
from layers.case import L, bools, case, drawn


def multi_head_attention():
    unit = "MultiHeadAttention"
    two = {"num_heads": 2, "key_dim": 2}
    queries, values, keys = drawn(2, 3, 3), drawn(2, 5, 2), drawn(2, 5, 1)
    same = lambda *shape: [same_input(*shape)] * 2  # noqa: E731
    # Of queries, and of values; the third query of the second example may see nothing.
    living, shown = bools([1, 1, 0], [0, 1, 1]), bools([1, 1, 0, 1, 1], [0, 1, 1, 0, 0])
    seen = np.array([[[1, 0, 1, 1, 0], [1, 1, 1, 1, 1], [0, 0, 0, 1, 0]], [[0, 1, 0, 0, 1], [1, 0, 0, 0, 1], [0] * 5]])
    seen = seen.astype(bool)
    by_head = np.stack([seen, seen[::-1] | seen], axis=1)

    def attention(name, config, *inputs, masks=None, training=False, **options):
        return case(name, unit, config, *inputs, apart=True, masks=masks, training=training, options=options)

    scores = {"return_attention_scores": True}
    causal = {"use_causal_mask": True}
    return [
        attention("query and value", two, queries, values),
        attention("self-attention", two, *same(2, 3, 3)),
        attention("scores", two, queries, values, **scores),
        attention("value size, no bias", {**two, "value_dim": 3, "use_bias": False}, queries, values),
        attention("output shape", {**two, "output_shape": 5}, queries, values),
        attention("output shape of two axes", {**two, "output_shape": (2, 3)}, queries, values),
        attention("causal", two, *same(2, 4, 3), **causal),
        attention("causal, more keys, scores", two, queries, values, **causal, **scores),
        attention("causal, fewer keys", two, drawn(2, 4, 3), drawn(2, 2, 3), **causal),
        attention("mask of the call", two, queries, values, attention_mask=seen),
        attention("mask of the call, scores", two, queries, values, attention_mask=seen, **scores),
        attention("mask of the call by head, causal", two, queries, values, attention_mask=by_head, **causal),
        attention("mask of the query", two, queries, values, masks=[living, None]),
        attention("mask of the value", two, queries, values, masks=[None, shown]),
        attention("masks of all, causal", two, queries, values, keys, masks=[living, shown, shown], **causal),
        attention("sliding window, causal", {**two, "sliding_window": 2}, *same(2, 5, 3), **causal),
        attention("gate", {**two, "use_gate": True, "value_dim": 3}, queries, values),
        attention("two attention axes", two, drawn(2, 2, 2, 3), drawn(2, 3, 1, 3)),
        attention("attention axis 1 of two", {**two, "attention_axes": 1}, drawn(2, 3, 2, 3), drawn(2, 2, 2, 3)),
        attention("attention axis 2 of two", {**two, "attention_axes": (2,)}, drawn(2, 2, 3, 3), drawn(2, 2, 2, 3)),
        attention("dropout at inference", {**two, "dropout": 0.25, "seed": 3}, queries, values),
        # Everything is dropped, so that chance decides nothing.
        attention("dropout of everything in training", {**two, "dropout": 1.0}, queries, values, training=True),
        attention(
            "penalties, initializers and name",
            {
                **two,
                "kernel_regularizer": L.L2(0.01),
                "bias_regularizer": "l1",
                "activity_regularizer": L.L2(0.1),
                "kernel_initializer": "he_normal",
                "bias_initializer": "ones",
                "trainable": False,
                "name": "heads",
            },
            queries,
            values,
        ),
    ]


def same_input(*shape):
    return normal(np.random.default_rng(5), *shape)


UNITS = {
    "MultiHeadAttention": multi_head_attention,
}
