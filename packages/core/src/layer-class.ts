import { type Complete, type ConfigSpec, completeConfig, fromWire, toWire } from './config.js';
import { defineConstants } from './define-object.js';
import { dtypeToWire, quantizationOf } from './dtype-policy.js';
import { ArgumentError } from './errors.js';
import type { LayerConfig } from './layer.js';
import { autoName } from './names.js';
import type { Deserializable, DeserializeContext, WireRecord } from './wire.js';

/** What the factory of a class of layers has to know of it. */
export interface LayerClass extends ConfigSpec {
  readonly module?: string | null;
  readonly registeredName?: string | null;
  /** The class by which automatic names and groups in files are counted. @defaultValue `className` */
  readonly countedAs?: string;
  readonly defaults: object;
  readonly required?: readonly string[];
  /** Whether its large weights may be whole numbers. @defaultValue false */
  readonly quantizes?: boolean;
}

/** A factory of layers of one class: fills in the defaults, and names those that have no name. */
export function layerClass<C extends Pick<LayerConfig, 'name'>, L>(
  spec: LayerClass,
  makeOne: (config: Complete<LayerConfig>) => L,
): ((config?: C) => L) & Deserializable {
  const { className, module = 'keras.layers', registeredName = null } = spec;
  const options = ['name', 'trainable', 'dtype', ...(spec.required ?? []), ...Object.keys(spec.defaults)];
  const base = Object.fromEntries(options.map((option) => [option, undefined]));
  const make = (given: C): L => {
    const defaults = {
      ...base,
      inputShape: undefined,
      name: undefined,
      trainable: true,
      dtype: 'float32',
      ...spec.defaults,
    };
    const complete = completeConfig<C>({ ...spec, className }, defaults, given);
    const name = given.name ?? autoName(spec.countedAs ?? className);
    if (name === '' || name.includes('/')) {
      throw new ArgumentError({ who: className, expected: 'a name without "/"', got: JSON.stringify(name) });
    }
    const dtype = String((complete as LayerConfig).dtype);
    if (spec.quantizes !== true && quantizationOf(dtype) !== null)
      throw new ArgumentError({ who: `${name} (${className})`, expected: 'a `dtype` of floats', got: dtype });
    return makeOne(Object.freeze({ ...complete, name }) as unknown as Complete<LayerConfig>);
  };
  const fromConfig = (wire: WireRecord, context: DeserializeContext): L =>
    make(fromWire(spec, wire, options, context) as C);
  return defineConstants((config?: C) => make(config ?? ({} as C)), {
    className,
    module,
    registeredName,
    fromConfig,
  });
}

/** What files keep of a layer: what every layer has, then the options of its class. */
export function layerToWire(
  spec: ConfigSpec,
  { name, trainable }: { readonly name: string; readonly trainable: boolean },
  options: object,
): WireRecord {
  const {
    name: _name,
    trainable: _trainable,
    inputShape: _inputShape,
    dtype,
    ...own
  } = options as Record<string, unknown>;
  return { name, trainable, dtype: dtypeToWire(String(dtype)), ...toWire(spec, own) };
}
