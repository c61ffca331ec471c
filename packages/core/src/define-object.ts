import { type Complete, type ConfigSpec, type Defaults, completeConfig, fromWire, toWire } from './config.js';
import type { Deserializable, DeserializeContext, Serializable, WireRecord } from './wire.js';

/** What a small serializable class is: an initializer, a regularizer, a loss, a metric, an optimizer. */
export interface ObjectSpec<C> extends ConfigSpec {
  /** Keras' module, such as `keras.initializers`; null for custom classes. */
  readonly module: string | null;
  /** `package>Name` for custom classes; null, the default, for Keras' own. */
  readonly registeredName?: string | null;
  readonly defaults: Defaults<C>;
  /** Names of the options without default, so that unknown ones are refused. */
  readonly required?: readonly (keyof C & string)[];
  /** Writes options as Keras keeps them. */
  normalize?(config: Complete<C>): Complete<C>;
  /** @throws ArgumentError for options that make no sense. */
  check?(config: Complete<C>): void;
}

/** Makes objects of one class from their options. */
export interface ObjectFactory<C, T> extends Deserializable {
  (...args: object extends C ? [config?: C] : [config: C]): T & Serializable;
}

/** A factory of serializable objects; `create` gives them their behaviour. */
export function defineObject<C extends object, T extends object>(
  spec: ObjectSpec<C>,
  create: (config: Complete<C>) => T,
): ObjectFactory<C, T> {
  const { className, module, registeredName = null } = spec;
  const options = [...(spec.required ?? []), ...Object.keys(spec.defaults)];
  const known = Object.fromEntries(options.map((option) => [option, undefined]));
  const make = (given: C): T & Serializable => {
    const complete = completeConfig<C>(spec, { ...known, ...spec.defaults }, given);
    const config = spec.normalize?.(complete) ?? complete;
    spec.check?.(config);
    const identity = { className, module, registeredName, getConfig: () => toWire(spec, config) };
    return defineConstants(create(config), identity);
  };
  const fromConfig = (wire: WireRecord, context: DeserializeContext): T & Serializable =>
    make(fromWire(spec, wire, options, context) as C);
  return defineConstants((config?: C) => make(config ?? ({} as C)), {
    className,
    module,
    registeredName,
    fromConfig,
  });
}

/** Adds read-only properties, also to functions, whose own `name` cannot be assigned. */
export function defineConstants<T extends object, P extends object>(target: T, properties: P): T & P {
  const descriptors = Object.getOwnPropertyDescriptors(properties);
  for (const descriptor of Object.values(descriptors)) {
    descriptor.configurable = true;
    if ('value' in descriptor) descriptor.writable = false;
  }
  return Object.defineProperties(target, descriptors) as T & P;
}
