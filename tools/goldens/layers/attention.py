"""Attention."""

from golden import bools, drawn, normal, np
from layers.case import L, case


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


def score_attention(unit, several):
    """`several` options, one after the other, beside the defaults."""
    queries, values, keys = drawn(2, 3, 2), drawn(2, 4, 2), drawn(2, 4, 2)
    # The second example has a query that counts for nothing, and values of which the causal mask leaves none to the first.
    living, shown = bools([1, 1, 1], [1, 0, 1]), bools([1, 1, 0, 1], [0, 1, 1, 0])
    causal = {"use_causal_mask": True}
    scores = {"return_attention_scores": True}

    def attention(name, config, *inputs, masks=None, training=False, **options):
        return case(name, unit, config, *inputs, merge=True, masks=masks, training=training, options=options)

    return [
        attention("query and value", {}, queries, values),
        attention("key, another size of values", {}, queries, drawn(2, 4, 3), keys),
        attention("one step of each", {}, drawn(1, 1, 2), drawn(1, 1, 2)),
        *[attention(f"options {i}", config, queries, values) for i, config in enumerate(several)],
        attention("scores", several[0], queries, values, **scores),
        attention("causal, scores", {}, queries, values, **causal, **scores),
        attention("causal, fewer keys", {}, queries, drawn(2, 2, 2), **causal),
        attention("mask of the query", {}, queries, values, masks=[living, None]),
        attention("mask of the value", {}, queries, values, masks=[None, shown]),
        attention("nothing to see", {}, queries, values, masks=[None, shown & bools([1], [0])]),
        attention("masks of all, causal", several[-1], queries, values, keys, masks=[living, shown, shown], **causal),
        attention("dropout at inference", {"dropout": 0.25, "seed": 3, "name": "mix"}, queries, values),
        # Everything is dropped, so that chance decides nothing.
        attention("dropout of everything in training", {"dropout": 1.0}, queries, values, training=True),
    ]


def attention():
    concat = {"score_mode": "concat"}
    far = [drawn(2, 3, 2, scale=10.0), drawn(2, 4, 2, scale=10.0)]
    return [
        *score_attention("Attention", [{"use_scale": True}, concat, {"use_scale": True, **concat}]),
        case("large scores", "Attention", {}, *far, merge=True),
    ]


def additive_attention():
    return score_attention("AdditiveAttention", [{"use_scale": False}, {"use_scale": True, "trainable": False}])


def group_query_attention():
    unit = "GroupQueryAttention"
    heads = {"head_dim": 2, "num_query_heads": 4, "num_key_value_heads": 2}
    queries, values, keys = drawn(2, 3, 3), drawn(2, 4, 3), drawn(2, 4, 2)
    living, shown = bools([1, 1, 0], [0, 1, 1]), bools([1, 1, 0, 1], [0, 1, 1, 0])
    seen = np.array([[[1, 0, 1, 1], [1, 1, 1, 1], [0, 0, 1, 0]], [[0, 1, 0, 1], [1, 0, 0, 1], [0] * 4]]).astype(bool)

    def attention(name, config, *inputs, masks=None, training=False, **options):
        config = {**heads, **config}
        return case(name, unit, config, *inputs, apart=True, masks=masks, training=training, options=options)

    scores = {"return_attention_scores": True}
    causal = {"use_causal_mask": True}
    return [
        attention("query and value", {}, queries, values),
        attention("key", {}, queries, values, keys),
        attention("one head answers, no bias", {"num_key_value_heads": 1, "use_bias": False}, queries, values),
        attention("as many heads, scores", {"num_query_heads": 2}, queries, values, **scores),
        attention("gate", {"use_gate": True}, queries, values),
        attention("causal", {}, *[same_input(2, 3, 3)] * 2, **causal),
        attention("causal, scores", {}, queries, values, **causal, **scores),
        attention("mask of the call, scores", {}, queries, values, attention_mask=seen, **scores),
        attention("mask of the call", {"num_query_heads": 2}, queries, values, attention_mask=seen),
        attention("masks of all, causal", {}, queries, values, keys, masks=[living, shown, shown], **causal),
        attention("sliding window, causal", {"sliding_window": 2}, *[same_input(2, 4, 3)] * 2, **causal),
        attention("dropout at inference", {"dropout": 0.25, "seed": 3, "num_query_heads": 2}, queries, values),
        attention("dropout of everything in training", {"dropout": 1.0}, queries, values, training=True),
        attention(
            "penalties, initializers and name",
            {
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


UNITS = {
    "Attention": attention,
    "AdditiveAttention": additive_attention,
    "GroupQueryAttention": group_query_attention,
    "MultiHeadAttention": multi_head_attention,
}
