"""Files that h5py and Keras write, small ones of each kind, for the tests of `hdf5`.

    python tools/goldens/hdf5_fixtures.py

The tests know what is in them: values follow from their positions. Some files hold the time at which they were made, so
their bytes differ from run to run.
"""

import os
from pathlib import Path

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import h5py
import keras
import numpy as np

OUTPUT = Path(__file__).parents[2] / "packages/hdf5/src/fixtures"
NUMERIC = [
    "float16",
    "float32",
    "float64",
    "int8",
    "int16",
    "int32",
    "int64",
    "uint8",
    "uint16",
    "uint32",
    "uint64",
]


def main():
    OUTPUT.mkdir(exist_ok=True)
    for name, options, write in [
        ("contiguous", {}, contiguous),
        ("chunked", {}, chunked),
        ("strings", {}, strings),
        ("attributes", {}, attributes),
        ("many-members", {}, many_members),
        ("nested", {}, nested),
        ("user-block", {"userblock_size": 1024}, user_block),
        ("latest", {"libver": "latest"}, latest),
        ("refused", {}, refused),
    ]:
        with h5py.File(OUTPUT / f"{name}.h5", "w", **options) as file:
            write(file)
    keras_files()


def contiguous(file):
    for dtype in NUMERIC:
        file[dtype] = np.arange(6).reshape(2, 3).astype(dtype)
    file["big_endian"] = np.array([1, 2, -300], dtype=">i4")
    file["bool"] = np.array([True, False, True])
    file["scalar"] = np.float32(2.5)
    file["empty"] = np.zeros((0, 3), dtype="float32")
    file["null"] = h5py.Empty("float32")
    file["never_written"] = file.create_dataset("zeros", shape=(4,), dtype="float64")
    file.create_dataset("filled", shape=(3,), dtype="int16", fillvalue=7)
    # Opaque elements of two bytes and an attribute are Keras' bfloat16: the upper halves of 1, -2.5, 3e38.
    file["bfloat16"] = np.array([0x3F80, 0xC020, 0x7F62], dtype="uint16").view("V2")
    file["bfloat16"].attrs["dtype"] = "bfloat16"
    space = h5py.h5s.create_simple((2,))
    create = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    create.set_layout(h5py.h5d.COMPACT)
    compact = h5py.h5d.create(file.id, b"compact", h5py.h5t.NATIVE_INT32, space, create)
    compact.write(h5py.h5s.ALL, h5py.h5s.ALL, np.array([5, -6], dtype="int32"))


def chunked(file):
    """Chunks that do not divide the shape, with every combination of filters; 75 chunks need a tree of two levels."""
    data = np.arange(7 * 11 * 3, dtype="float32").reshape(7, 11, 3)
    chunks = (3, 4, 2)
    file.create_dataset("plain", data=data, chunks=chunks)
    for compression in [None, "gzip"]:
        for shuffle in [False, True]:
            for fletcher32 in [False, True]:
                parts = [compression, "shuffle" if shuffle else None, "fletcher32" if fletcher32 else None]
                name = "_".join(part for part in parts if part)
                if name:
                    filters = {"compression": compression, "shuffle": shuffle, "fletcher32": fletcher32}
                    file.create_dataset(name, data=data, chunks=chunks, **filters)
    file.create_dataset("int64", data=np.arange(300), chunks=(4,), compression="gzip", shuffle=True)
    sparse = file.create_dataset("sparse", shape=(1000,), dtype="int16", chunks=(10,), fillvalue=-1)
    sparse[500:505] = np.arange(5)
    file.create_dataset(
        "larger_chunk", data=np.arange(3.0), chunks=(8,), maxshape=(None,), compression="gzip"
    )
    file.create_dataset(
        "text", data=["a", "", "größe"] * 5, chunks=(4,), compression="gzip", dtype=h5py.string_dtype()
    )


def strings(file):
    file["scalar"] = "Gewicht µ"
    file.create_dataset("variable", data=["dense", "", "日本語", "a" * 5000], dtype=h5py.string_dtype())
    file.create_dataset("ascii", data=["x", "yz"], dtype=h5py.string_dtype("ascii"))
    file["fixed"] = np.array([[b"ab", b"abcd"], [b"", b"a\0b"]], dtype="S4")
    space = h5py.h5t.C_S1.copy()
    space.set_size(4)
    space.set_strpad(h5py.h5t.STR_SPACEPAD)
    dataset = h5py.h5d.create(file.id, b"space_padded", space, h5py.h5s.create_simple((2,)))
    dataset.write(h5py.h5s.ALL, h5py.h5s.ALL, np.array([b"ab  ", b"a cd"], dtype="S4"), space)


def attributes(file):
    file.attrs["text"] = "größe"
    file.attrs["empty_text"] = ""
    file.attrs["long_text"] = "0123456789" * 700
    file.attrs["bytes"] = np.bytes_(b"abc")
    file.attrs["names"] = ["dense", "dense_1"]
    file.attrs["fixed_names"] = np.array([b"dense", b"dense_1"])
    file.attrs["no_names"] = []
    file.attrs["integer"] = np.int64(-(2**60))
    file.attrs["floats"] = [1.5, -2.0]
    file.attrs["flag"] = True
    file.attrs["null"] = h5py.Empty("float32")
    file.attrs["reference"] = file.ref
    for i in range(50):
        file.attrs[f"number_{i}"] = i


def many_members(file):
    """More than 32 * 8 of them need a tree of two levels in a group."""
    for i in range(300):
        file[f"member_{i}"] = file["member_0"] if i else np.int8(7)


def nested(file):
    group = file
    for i in range(20):
        group = group.create_group(f"level_{i}")
    group["leaf"] = np.arange(3, dtype="int32")


def user_block(file):
    file["a/b"] = np.arange(5, dtype="float32")
    file["text"] = "after 1024 bytes"


def latest(file):
    """Superblock 3, new object headers, links as messages."""
    file.attrs["text"] = "new"
    file["group/values"] = np.arange(4, dtype="float64")
    file["group/chunked"] = file.create_dataset("chunked", data=np.arange(10), chunks=(3,))
    for i in range(20):
        file[f"dense/{i}"] = i


def refused(file):
    file.create_group("soft")["link"] = h5py.SoftLink("/values")
    file.create_group("external")["link"] = h5py.ExternalLink("other.h5", "/values")
    file["values"] = np.arange(3)
    external = [("other.bin", 0, 24)]
    file.create_dataset("external_storage", shape=(3,), dtype="int64", external=external)
    layout = h5py.VirtualLayout(shape=(3,), dtype="int64")
    layout[:] = h5py.VirtualSource("other.h5", "values", shape=(3,))
    file.create_virtual_dataset("virtual", layout)
    file.create_dataset("bomb", shape=(2**40,), dtype="float32", chunks=(2**20,), compression="gzip")
    file.create_dataset("lzf", data=np.zeros(100), compression="lzf")
    file["compound"] = np.zeros(2, dtype=[("a", "f4"), ("b", "i4")])
    file["complex"] = np.zeros(2, dtype="complex64")
    file["opaque"] = np.zeros(2, dtype="V3")
    cycle = file.create_group("cycle")
    cycle["again"] = cycle


def keras_files():
    """A trained model's weights, and the same model in the older format of one file."""
    keras.utils.set_random_seed(1)
    inputs = keras.Input((4,))
    hidden = keras.layers.Dense(3, activation="relu")(inputs)
    hidden = keras.layers.BatchNormalization()(hidden)
    model = keras.Model(inputs, keras.layers.Dense(2, dtype="bfloat16")(hidden), name="small")
    model.compile("adam", "mse")
    model.fit(np.ones((2, 4)), np.ones((2, 2)), verbose=0)
    model.set_weights([(np.arange(w.size).reshape(w.shape) / 4).astype(w.dtype) for w in model.get_weights()])
    model.save_weights(OUTPUT / "keras.weights.h5")
    inputs = keras.Input((4,))
    model = keras.Sequential(
        [inputs, keras.layers.Dense(3, name="größe"), keras.layers.Dense(2)], name="small"
    )
    model.set_weights([np.arange(w.size).reshape(w.shape) / 4 for w in model.get_weights()])
    model.save(OUTPUT / "keras-legacy.h5")


if __name__ == "__main__":
    main()
