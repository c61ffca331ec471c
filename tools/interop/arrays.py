"""Arrays of records: `{ "shape": [2, 3], "dtype": "float32", "data": "base64" }`, which `array` of golden.py writes."""

import base64

import numpy as np


def decode(described):
    if described["dtype"] == "string":
        return np.array(described["data"]).reshape(described["shape"])
    data = np.frombuffer(base64.b64decode(described["data"]), np.dtype(described["dtype"]).newbyteorder("<"))
    return data.reshape(described["shape"]).astype(described["dtype"])


def decode_all(described):
    if isinstance(described, dict):
        return {key: decode(one) for key, one in described.items()}
    return [one if one is None else decode(one) for one in described]
