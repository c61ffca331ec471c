import { dtypeFromWire } from './dtype-policy.js';
import { FormatError, UnknownIdError } from './errors.js';
import { nearest } from './names.js';
import { PyFloat } from './py-float.js';

/** A value of Keras' JSON. */
export type WireValue = null | boolean | number | string | PyFloat | readonly WireValue[] | WireRecord;

/** An object of Keras' JSON. */
export interface WireRecord {
  readonly [key: string]: WireValue;
}

/** Something that Keras can name and rebuild: a layer, an initializer, a loss. */
export interface Serializable {
  readonly className: string;
  /** Keras' module, such as `keras.layers`; null for custom classes. */
  readonly module: string | null;
  /** `package>Name` for custom classes, null for Keras' own. */
  readonly registeredName: string | null;
  getConfig(): WireRecord;
  /** What rebuilds the weights before they are loaded; layers and models have one. */
  getBuildConfig?(): WireRecord | null;
  /** What `compile` was given; models have one. */
  getCompileConfig?(): WireRecord | null;
}

/** Rebuilds objects of one class. */
export interface Deserializable {
  readonly className: string;
  readonly module: string | null;
  readonly registeredName: string | null;
  fromConfig(config: WireRecord, context: DeserializeContext): unknown;
}

/** Turns what a configuration holds into objects; handed to every `fromConfig`. */
export interface DeserializeContext {
  deserialize(wire: WireValue): unknown;
}

/** A function that Keras knows by a name, such as `relu`. */
export interface NamedFunction {
  readonly id: string;
}

export function isSerializable(value: unknown): value is Serializable {
  return (
    value !== null &&
    (typeof value === 'object' || typeof value === 'function') &&
    'getConfig' in value &&
    'className' in value
  );
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof PyFloat);
}

/**
 * Keras' JSON for an object: `{ module, class_name, config, registered_name }`, with the build and compile
 * configurations where it has them. Plain values, arrays and records go through.
 *
 * @throws FormatError for a function without a name.
 * @see Keras `keras.saving.serialize_keras_object`
 */
export function serializeKerasObject(value: unknown): WireValue {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string') return value;
  if (value instanceof PyFloat) return value;
  if (isSerializable(value)) return serializeObject(value);
  if (Array.isArray(value)) return value.map(serializeKerasObject);
  if (typeof value === 'function') return serializeFunction(value as Partial<NamedFunction>);
  if (isRecord(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [key, serializeKerasObject(entry)]),
    );
  }
  throw new FormatError({
    who: 'serializeKerasObject',
    expected: 'a value that Keras can save',
    got: typeof value,
  });
}

function serializeObject(object: Serializable): WireRecord {
  const build = object.getBuildConfig?.();
  const compile = object.getCompileConfig?.();
  return {
    module: object.module,
    class_name: object.className,
    config: object.getConfig(),
    registered_name: object.registeredName,
    ...(build === undefined || build === null ? {} : { build_config: build }),
    ...(compile === undefined || compile === null ? {} : { compile_config: compile }),
  };
}

function serializeFunction({ id }: Partial<NamedFunction>): WireRecord {
  if (id === undefined) {
    throw new FormatError({
      who: 'serializeKerasObject',
      expected: 'functions with a name',
      got: 'a plain function',
      hint: 'Give it an `id` such as "my>swish", as `defineActivation` does, and hand it to loadModel in customObjects.',
    });
  }
  return {
    module: 'builtins',
    class_name: 'function',
    config: id,
    registered_name: 'function',
  };
}

/** The classes and functions that a file may name; nothing else is ever looked up. */
export class Registry {
  readonly #classes = new Map<string, Deserializable>();
  readonly #functions = new Map<string, unknown>();

  addClass(unit: Deserializable, aliases: readonly string[] = []): void {
    for (const name of [unit.className, ...aliases]) {
      this.#classes.set(unit.registeredName ?? `${unit.module ?? ''}>${name}`, unit);
    }
  }

  addFunction(id: string, value: unknown): void {
    this.#functions.set(id, value);
  }

  findFunction(id: string): unknown {
    const found = this.#functions.get(id);
    if (found !== undefined) return found;
    throw this.#unknown('a known function', id, this.#functions.keys());
  }

  findClass(wire: WireRecord): Deserializable {
    const { class_name: className, module, registered_name: registeredName } = wire;
    if (typeof className !== 'string') {
      throw new FormatError({ who: 'Registry', expected: 'a class name', got: JSON.stringify(className) });
    }
    const custom = typeof registeredName === 'string' ? this.#classes.get(registeredName) : undefined;
    if (custom !== undefined) return custom;
    const found =
      typeof module === 'string'
        ? this.#classes.get(`${publicModule(module)}>${className}`)
        : [...this.#classes.values()].find((unit) => unit.className === className);
    if (found !== undefined) return found;
    const names = [...this.#classes.values()].map((unit) => unit.className);
    throw this.#unknown(
      'a known class',
      typeof registeredName === 'string' ? registeredName : className,
      names,
    );
  }

  #unknown(expected: string, id: string, candidates: Iterable<string>): UnknownIdError {
    const near = nearest(id, candidates);
    return new UnknownIdError({
      who: 'loading',
      expected,
      got: JSON.stringify(id),
      hint:
        near === undefined || near === id
          ? 'Hand custom layers and functions to loadModel in `customObjects`.'
          : `Did you mean "${near}"? Custom layers and functions go into \`customObjects\` of loadModel.`,
    });
  }
}

/** `keras.src.layers.core.dense` and `keras.layers.core` to `keras.layers`. */
function publicModule(module: string): string {
  const parts = module.replace(/^keras\.src\./, 'keras.').split('.');
  if (parts[1] === 'models' || parts[1] === 'engine') return 'keras';
  return parts[2] === 'schedules' || parts[2] === 'legacy'
    ? parts.slice(0, 3).join('.')
    : parts.slice(0, 2).join('.');
}

/**
 * Rebuilds what {@link serializeKerasObject} wrote; the given value stays as it is.
 *
 * Only classes and functions of `registry` are ever made. Code in files is never run.
 *
 * @throws UnknownIdError for a class that the registry does not have.
 * @see Keras `keras.saving.deserialize_keras_object`
 */
export function deserializeKerasObject(wire: WireValue, registry: Registry): unknown {
  const context: DeserializeContext = { deserialize: (value) => deserializeKerasObject(value, registry) };
  if (wire instanceof PyFloat) return wire.value;
  if (Array.isArray(wire)) return wire.map((entry: WireValue) => context.deserialize(entry));
  if (!isRecord(wire)) return wire;
  const record = wire;
  const { class_name: className, config } = record;
  if (className === undefined || config === undefined) {
    return Object.fromEntries(
      Object.entries(record).map(([key, value]) => [key, context.deserialize(value)]),
    );
  }
  if (className === '__lambda__') {
    throw new FormatError({
      who: 'loading',
      expected: 'a model without Python code',
      got: 'a lambda',
      hint: 'Give the Lambda in Python a function that is registered, and hand one of that name to loadModel in customObjects.',
    });
  }
  if (className === 'function') return registry.findFunction(textOf(config));
  if (className === '__tensor__' && isRecord(config)) return context.deserialize(config['value'] ?? null);
  if (typeof className === 'string' && className.endsWith('DTypePolicy') && isRecord(config))
    return dtypeFromWire(className, config);
  if (!isRecord(config)) {
    throw new FormatError({
      who: textOf(className),
      expected: 'a config record',
      got: JSON.stringify(config),
    });
  }
  return registry.findClass(record).fromConfig(config, context);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
