"""Goldens of `pca` of `datasets`: what scikit-learn finds in a small table, and in handwritten digits.

    python tools/goldens/pca.py

Python packages: requirements.txt beside this file, and scikit-learn 1.9.1. The digits are those of `packages/datasets`.
"""

import base64
import json
import re
import zlib
from pathlib import Path

import numpy as np
import sklearn
from sklearn.decomposition import PCA

DATASETS = Path(__file__).parents[2] / "packages/datasets/src"


def main():
    goldens = {"scikitLearn": sklearn.__version__, "table": table(), "digits": digits()}
    (DATASETS / "goldens/pca.json").write_text(json.dumps(goldens) + "\n")


def table():
    """Columns that hang together, far away from 0, and one that is constant."""
    rng = np.random.default_rng(3)
    x = rng.normal(size=(12, 3)) @ rng.normal(size=(3, 5)) + 0.1 * rng.normal(size=(12, 5)) + [0, 1, 100, -3, 0]
    x[:, 4] = 7
    x = x.astype("float32").astype(float)
    found = PCA(3, svd_solver="full").fit(x)
    codes = found.transform(x)
    return {
        "x": x.tolist(),
        "mean": found.mean_.tolist(),
        "components": found.components_.tolist(),
        "variance": found.explained_variance_.tolist(),
        "codes": codes.tolist(),
        "reconstructed": found.inverse_transform(codes).tolist(),
    }


def digits():
    """Found in the first 1,000 digits; the mean squared error on the last 1,000, the test digits, for some numbers of components."""
    text = re.search(r"export const deflated: string = `([^`]*)`", (DATASETS / "embedded/digits-data.ts").read_text()).group(1)
    raw = np.frombuffer(zlib.decompress(base64.b64decode("".join(text.split()))), np.uint8)
    images = raw[10000:].reshape(10000, 784) / 255
    train, test = images[:1000], images[-1000:]
    found = PCA(32, svd_solver="full").fit(train)
    errors = {}
    for count in [2, 8, 32]:
        directions = found.components_[:count]
        centred = test - found.mean_
        errors[count] = np.mean((centred - centred @ directions.T @ directions) ** 2)
    return {"variance": found.explained_variance_.tolist(), "errors": errors}


if __name__ == "__main__":
    main()
