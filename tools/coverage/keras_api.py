"""Writes keras-api.json: the public names of Keras, their parameters and defaults, found by introspection.

`python keras_api.py` in the environment of ../goldens/requirements.txt.
"""

import inspect
import json
import os
import pathlib

os.environ.update(KERAS_BACKEND="tensorflow", TF_CPP_MIN_LOG_LEVEL="3")

import keras  # noqa: E402

MODULES = [
    "layers",
    "ops",
    "activations",
    "initializers",
    "regularizers",
    "constraints",
    "losses",
    "metrics",
    "optimizers",
    "optimizers.schedules",
]
# What a module holds for those who write units of their own, or to turn units into JSON.
NO_UNITS = {"deserialize", "serialize", "get"}


def parameters(thing):
    """Names and defaults; `required` where there is none."""
    try:
        signature = inspect.signature(thing.__init__ if inspect.isclass(thing) else thing)
    except (TypeError, ValueError):
        return {}
    return {
        name: {"required": True} if one.default is one.empty else {"default": plain(one.default)}
        for name, one in signature.parameters.items()
        if name not in ("self", "cls") and one.kind not in (one.VAR_POSITIONAL, one.VAR_KEYWORD)
    }


def plain(value):
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    return [plain(one) for one in value] if isinstance(value, (list, tuple)) else repr(value)


def names(module):
    """Aliases of one thing stand with it, the name that it calls itself first."""
    found = {}
    for name in sorted(dir(module)):
        thing = getattr(module, name)
        if name.startswith("_") or name in NO_UNITS or not callable(thing) or inspect.ismodule(thing):
            continue
        found.setdefault(id(thing), (thing, []))[1].append(name)
    entries = {}
    for thing, aliases in found.values():
        own = thing.__name__ if thing.__name__ in aliases else aliases[0]
        entries[own] = {"parameters": parameters(thing), "aliases": [name for name in aliases if name != own]}
    return dict(sorted(entries.items()))


def text(api):
    """JSON with one line a name, so that a new version of Keras shows as lines that differ."""
    version, *modules = api.items()
    parts = [f"{json.dumps(version[0])}: {json.dumps(version[1])}"]
    for path, entries in modules:
        lines = ",\n".join(f"    {json.dumps(name)}: {json.dumps(entry)}" for name, entry in entries.items())
        parts.append(f"{json.dumps(path)}: {{\n{lines}\n  }}")
    return "{\n  " + ",\n  ".join(parts) + "\n}\n"


def main():
    api = {"keras": keras.__version__}
    for path in MODULES:
        module = keras
        for part in path.split("."):
            module = getattr(module, part)
        api[path] = names(module)
    pathlib.Path(__file__).with_name("keras-api.json").write_text(text(api))
    print({path: len(api[path]) for path in MODULES})


if __name__ == "__main__":
    main()
