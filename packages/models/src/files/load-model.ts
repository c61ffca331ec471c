import {
  ArgumentError,
  type Deserializable,
  FormatError,
  type NamedFunction,
  type NdArray,
  Registry,
  type SavedModel,
  type WireRecord,
  type WireValue,
  deserializeKerasObject,
  formatShape,
  shapesAgree,
} from '@myelin/core';
import type { Model } from '../model.js';
import { functionalFromConfig } from './functional-from-config.js';
import { restoreHostFiles } from './host-files.js';
import { hasFiles, nodeModule } from './node-modules.js';
import { sequentialFromConfig } from './sequential-from-config.js';
import { weightsByPath } from './weights-by-path.js';

export interface LoadOptions {
  /** Layers, losses and functions that are not Keras' own; they count for this call only. @defaultValue [] */
  readonly customObjects?: readonly (Deserializable | NamedFunction)[];
  /** Whether the model is compiled as it was when it was saved, its optimizer included. @defaultValue true */
  readonly compile?: boolean;
}

/**
 * Reads a `.keras` file, from Keras or from {@link Model.save}: a path (in Node), a URL, or bytes.
 *
 * Only the classes of Keras that this project has, and those in `customObjects`, are ever made; code in files is
 * never run.
 *
 * @throws FormatError when the file is damaged or no model; UnknownIdError for an unknown class.
 * @see Keras `keras.models.load_model`
 */
export async function loadModel(
  source: string | URL | Uint8Array | Blob,
  options: LoadOptions = {},
): Promise<Model> {
  const { decodeKeras } = await import('@myelin/formats');
  const name = typeof source === 'string' || source instanceof URL ? String(source) : 'the given bytes';
  return fromSavedModel(decodeKeras(await readBytes(source), name), options);
}

/** Makes the model that a file holds. */
export async function fromSavedModel(saved: SavedModel, options: LoadOptions = {}): Promise<Model> {
  const model = await modelFromConfig(saved.config, options);
  assignWeights(model, saved);
  restoreHostFiles(model, saved);
  restoreOptimizer(model, saved);
  return model;
}

/**
 * Makes a model from Keras' JSON of it, with new weights.
 *
 * @throws UnknownIdError for an unknown class; FormatError for a configuration that makes no sense.
 * @see Keras `keras.saving.deserialize_keras_object`
 */
export async function modelFromConfig(config: WireRecord, options: LoadOptions = {}): Promise<Model> {
  const registry = await makeRegistry(options.customObjects ?? []);
  const model = deserializeKerasObject(config, registry) as Model;
  const { compile_config: compiled, build_config: build } = config;
  const shape = (build as WireRecord | undefined)?.['input_shape'];
  if (!model.built && Array.isArray(shape)) model.build(shape as never);
  if (options.compile !== false && isFilled(compiled)) compileAs(model, compiled, registry);
  return model;
}

async function makeRegistry(custom: readonly (Deserializable | NamedFunction)[]): Promise<Registry> {
  const registry = new Registry();
  const [layers, ops, ...rest] = await Promise.all([
    import('@myelin/layers/class-map'),
    import('@myelin/ops'),
    import('@myelin/activations/by-id'),
    import('@myelin/initializers/by-id'),
    import('@myelin/regularizers/by-id'),
    import('@myelin/losses/by-id'),
    import('@myelin/metrics/by-id'),
    import('@myelin/optimizers/by-id'),
  ]);
  const add = (name: string, unit: unknown): void => {
    if (isDeserializable(unit)) registry.addClass(unit, [name]);
    else if (typeof unit === 'function') registry.addFunction(name, unit);
  };
  for (const { byId } of rest) for (const [name, unit] of Object.entries(byId)) add(name, unit);
  for (const [name, unit] of Object.entries(layers.classMap)) add(name, unit);
  for (const unit of Object.values(ops)) if (isDeserializable(unit)) registry.addClass(unit);
  registry.addClass({
    className: 'Sequential',
    module: 'keras',
    registeredName: null,
    fromConfig: sequentialFromConfig,
  });
  const functional = { className: 'Functional', module: 'keras', fromConfig: functionalFromConfig };
  registry.addClass({ ...functional, registeredName: null }, ['Model']);
  for (const unit of custom) {
    if (isDeserializable(unit)) registry.addClass(unit);
    else registry.addFunction(unit.id, unit);
  }
  return registry;
}

function isDeserializable(unit: unknown): unit is Deserializable {
  return typeof unit === 'function' && 'fromConfig' in unit;
}

function isFilled(value: unknown): value is WireRecord {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

function assignWeights(model: Model, { weights }: SavedModel): void {
  for (const [path, variables] of weightsByPath(model)) {
    const arrays = weights.get(path) ?? [];
    if (arrays.length !== variables.length) {
      throw new FormatError({
        who: `weights of ${path === '' ? model.name : path}`,
        expected: `${variables.length} arrays`,
        got: String(arrays.length),
      });
    }
    variables.forEach((variable, i) => {
      const array = arrays[i];
      if (array === undefined || formatShape(array.shape) !== formatShape(variable.shape)) {
        throw new FormatError({
          who: `weights of ${path}, number ${i}`,
          expected: `the shape ${formatShape(variable.shape)} of ${variable.path}`,
          got: formatShape(array?.shape ?? []),
        });
      }
      variable.assign(array);
    });
  }
}

/** Compiles as the configuration says. */
function compileAs(model: Model, compiled: WireRecord, registry: Registry): void {
  const { optimizer, loss, loss_weights: lossWeights, metrics, weighted_metrics: weightedMetrics } = compiled;
  const given: Record<string, WireValue | undefined> = {
    optimizer,
    loss,
    lossWeights,
    metrics,
    weightedMetrics,
  };
  const options = Object.entries(given).flatMap(([key, value]): [string, unknown][] =>
    value === null || value === undefined ? [] : [[key, deserializeKerasObject(value, registry)]],
  );
  // Keras, too, writes false where it was left to it.
  if (compiled['jit_compile'] === true) options.push(['jitCompile', true]);
  model.compile(Object.fromEntries(options));
}

/** Lets the optimizer go on where it stood. */
function restoreOptimizer({ optimizer, trainableWeights }: Model, { optimizer: state }: SavedModel): void {
  // Iteration and learning rate alone come from a model that was compiled and never trained: there is nothing to go on from.
  if (state === null || state.length <= 2 || optimizer === undefined) return;
  optimizer.build(trainableWeights);
  const { variables } = optimizer;
  const fits =
    variables.length === state.length &&
    variables.every((v, i) => shapesAgree(v.shape, state[i]?.shape ?? []));
  if (!fits) {
    console.warn(
      `loadModel: the file holds ${state.length} variables of the optimizer where ${variables.length} are expected; it starts fresh.`,
    );
    return;
  }
  variables.forEach((variable, i) => {
    variable.assign(state[i] as NdArray);
  });
  optimizer.setLearningRate(Number(state[1]?.item()));
}

async function readBytes(source: string | URL | Uint8Array | Blob): Promise<Uint8Array> {
  if (source instanceof Uint8Array) return source;
  if (source instanceof Blob) return new Uint8Array(await source.arrayBuffer());
  const remote = /^https?:|^blob:|^data:/.test(String(source)) || !hasFiles();
  try {
    if (!remote) return new Uint8Array(await nodeModule('node:fs/promises', 'loadModel').readFile(source));
    const response = await fetch(source);
    if (!response.ok) throw new Error(`the server answered ${response.status} ${response.statusText}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw new ArgumentError({
      who: 'loadModel',
      expected: `a file at ${String(source)}`,
      got: error instanceof Error ? error.message : String(error),
      cause: error,
    });
  }
}
