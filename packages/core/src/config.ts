import { ArgumentError, FormatError } from './errors.js';
import { camelCase, nearest, snakeCase } from './names.js';
import { PyFloat } from './py-float.js';
import {
  type DeserializeContext,
  type WireRecord,
  type WireValue,
  isSerializable,
  serializeKerasObject,
} from './wire.js';

type OptionalKeys<C> = { [K in keyof C]-?: object extends Pick<C, K> ? K : never }[keyof C];

/** One default for every optional field of `C` that is not in `Base`, and for nothing else. */
export type Defaults<C, Base = unknown> = {
  readonly [K in Exclude<OptionalKeys<C>, keyof Base>]-?: Exclude<C[K], undefined>;
};

/** What turns options as given into what `build` and `call` use: `'relu'` into a function, `2` into `[2, 2]`. */
export type Resolvers<C> = {
  readonly [K in keyof C]?: (given: Exclude<C[K], undefined>, who: string, config: Complete<C>) => unknown;
};

/** `C` with every default filled in. */
export type Complete<C> = Readonly<Required<C>>;

/** `C` with every default filled in and every resolver applied. */
export type Resolved<C, R> = {
  readonly [K in keyof C]-?: K extends keyof R
    ? R[K] extends (given: never, who: string, config: never) => infer V
      ? V
      : Exclude<C[K], undefined>
    : Exclude<C[K], undefined>;
};

/** How the options of one class are named and checked; shared by all `define*`. */
export interface ConfigSpec {
  readonly className: string;
  /** Keys in files that are not the option in snake case: `beta1` is `beta_1`. */
  readonly wireNames?: Readonly<Record<string, string>>;
  /** Options that Python writes as floats even when they are whole. */
  readonly floats?: readonly string[];
  /** Options that Keras leaves out of files where they have this value. */
  readonly omitted?: Readonly<Record<string, null | number | boolean>>;
  /** Options that Keras never writes to files. */
  readonly unsaved?: readonly string[];
  /** Keys of Keras' files that stand for what is not offered here: written like this, and read only like this. */
  readonly fixed?: Readonly<Record<string, null | boolean | string>>;
}

/** Fills in the defaults and refuses unknown options. */
export function completeConfig<C extends object>(spec: ConfigSpec, defaults: object, given: C): Complete<C> {
  const known = new Set(Object.keys(defaults));
  for (const key of Object.keys(given)) {
    if (known.has(key)) continue;
    const near = nearest(key, known);
    throw new ArgumentError({
      who: spec.className,
      expected: 'known options',
      got: `"${key}"`,
      ...(near === undefined ? {} : { hint: `Did you mean "${near}"?` }),
    });
  }
  const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return Object.freeze({ ...defaults, ...present }) as Complete<C>;
}

/** Applies the resolvers. */
export function resolveConfig<C extends object, R extends Resolvers<C>>(
  config: Complete<C>,
  resolvers: R,
  who: string,
): Resolved<C, R> {
  const resolved: Record<string, unknown> = { ...config };
  for (const [key, resolve] of Object.entries(resolvers) as [
    string,
    (given: unknown, who: string, config: Complete<C>) => unknown,
  ][]) {
    resolved[key] = resolve(config[key as keyof C], who, config);
  }
  return Object.freeze(resolved) as Resolved<C, R>;
}

/** Options as Keras' JSON: keys in snake case, objects serialized, functions that Keras has by name as a string. */
export function toWire(spec: ConfigSpec, resolved: object): WireRecord {
  const written = Object.entries(resolved).filter(
    ([key, value]) =>
      spec.unsaved?.includes(key) !== true && (spec.omitted?.[key] !== value || value === undefined),
  );
  return {
    ...Object.fromEntries(written.map(([key, value]) => [wireName(spec, key), wireValue(spec, key, value)])),
    ...spec.fixed,
  };
}

function wireName({ wireNames }: ConfigSpec, key: string): string {
  return wireNames?.[key] ?? snakeCase(key);
}

function wireValue(spec: ConfigSpec, key: string, value: unknown): WireValue {
  if (spec.floats?.includes(key) === true) {
    if (Number.isInteger(value)) return new PyFloat(value as number);
    if (Array.isArray(value)) return value.map((one) => wireValue(spec, key, one));
  }
  if (
    typeof value === 'function' &&
    !isSerializable(value) &&
    'id' in value &&
    !String(value.id).includes('>')
  ) {
    return String(value.id);
  }
  return serializeKerasObject(value);
}

/** The options in Keras' JSON: keys in camel case, objects rebuilt. @throws FormatError for unknown keys. */
export function fromWire(
  spec: ConfigSpec,
  wire: WireRecord,
  known: readonly string[],
  context: DeserializeContext,
): Record<string, unknown> {
  const options = new Map(known.map((option) => [wireName(spec, option), option]));
  const given: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(wire)) {
    const only = spec.fixed?.[key];
    if (only !== undefined) {
      if (only === value) continue;
      throw new FormatError({
        who: `${spec.className}.fromConfig`,
        expected: `"${key}" to be ${String(only)}, the only value that is supported`,
        got: JSON.stringify(value),
      });
    }
    const option = options.get(key);
    if (option === undefined) {
      const near = nearest(key, options.keys());
      throw new FormatError({
        who: `${spec.className}.fromConfig`,
        expected: `the keys ${[...options.keys()].join(', ')}`,
        got: `"${key}"`,
        hint:
          near === undefined
            ? `"${camelCase(key)}" is not an option of this class.`
            : `Did you mean "${near}"?`,
      });
    }
    given[option] = context.deserialize(value);
  }
  return given;
}
