import {
  type AnyLayer,
  type CallOptions,
  type LayerConfig,
  NdArray,
  PyFloat,
  type QuantizationMode,
  type Registry,
  Variable,
  type WireRecord,
  type WireValue,
  clearSession,
  deserializeKerasObject,
  serializeKerasObject,
} from '@myelin/core';
import { expect } from 'vitest';
import type { ConformanceCase } from '../conformance-case.js';
import { expectClose } from '../expect-close.js';
import { expectGradients } from '../expect-gradients.js';
import { expectNoLeak } from '../expect-no-leak.js';
import type { LayerCase } from '../goldens/golden-cases.js';
import { type ConformanceBackend, toleranceFor } from './backend.js';
import { exampleArray, exampleOf } from './example-array.js';
import {
  type AnyLayerFactory,
  type LayerTrial,
  symbolicShape,
  trialOfCase,
  trialOfGolden,
} from './layer-case.js';
import { describeUnit } from './parts.js';
import {
  type LayerResults,
  asFunction,
  isFloat,
  outputOf,
  outputShapes,
  outputsOf,
  resultsOf,
} from './run-layer.js';

/** What the suite tries a layer on, and what it cannot import itself. */
export interface LayerCases {
  readonly goldens: readonly LayerCase[];
  readonly cases: readonly ConformanceCase<LayerConfig>[];
  readonly registry: Registry;
  /** Those of `cases` whose gradients are held against differences. @defaultValue all */
  readonly differences?: readonly ConformanceCase<LayerConfig>[];
  /**
   * Puts a layer into a model, and returns what the model predicts before and after it went through a file. Left out where
   * the laws that know of no backend, those of shapes, configurations and files, are tried on another one.
   */
  readonly throughFile?: (
    layer: AnyLayer,
    trial: Pick<LayerTrial, 'inputs' | 'states' | 'options'>,
  ) => Promise<{ readonly before: NdArray; readonly after: NdArray }>;
}

/**
 * Holds one layer against Keras and against the laws that every layer obeys, on one backend.
 *
 * Of Keras: configuration, output shape, output, gradients, penalties and updated state. The laws: a configuration
 * rebuilds the layer; the symbolic shape is that of the output; examples do not influence each other; gradients agree
 * with differences; no tensor is left; a file gives the layer back; the compiled step computes the same.
 */
export function testLayer(factory: AnyLayerFactory, given: LayerCases, backend: ConformanceBackend): void {
  const { goldens, cases, registry, throughFile, differences = cases } = given;
  const trialsOf = (some: LayerCases['cases']): LayerTrial[] => some.map((one) => trialOfCase(factory, one));
  const trials = [...goldens.map((golden) => trialOfGolden(golden, registry)), ...trialsOf(cases)];

  describeUnit(factory.className, backend, (tests) => {
    tests('Keras', goldens, async (golden) => {
      await matchesKeras(trialOfGolden(golden, registry), golden, backend, factory.className);
    });
    const adapted = goldens.filter((golden) => golden.adapt !== undefined);
    tests('adapt', adapted, async (golden) => {
      await adaptsAsKeras(golden, backend, registry);
    });
    const quantized = goldens.filter((golden) => golden.quantize !== undefined);
    tests('quantize', quantized, async (golden) => {
      await quantizesAsKeras(golden, registry);
    });
    if (throughFile !== undefined) {
      tests('shape and configuration', trials, async (trial) => {
        await keepsShapeAndConfig(trial, backend, registry);
      });
      tests('file', trials, async (trial) => {
        const layer = trial.make();
        const { before, after } = await expectNoLeak(() => throughFile(layer, trial));
        // Files hold the rounded sum of a weight and what adapts it: rounded to floats, or to whole numbers.
        const exact = layer.stored.every((one) => Variable.isVariable(one));
        const whole = layer.weights.some(({ dtype }) => dtype === 'int8');
        expectClose(after, before, exact ? { rtol: 0, atol: 0 } : whole ? { rtol: 0.2 } : {});
      });
    }
    const independent = trials.filter(({ batchDependent, random }) => !batchDependent && !random);
    tests('batch independence', independent, async (trial) => {
      await treatsExamplesAlone(trial, backend, factory.className);
    });
    const differentiable = trialsOf(differences).filter(
      ({ inputs, make, constant }) =>
        !constant && (inputs.some(isFloat) || make().trainableWeights.length > 0),
    );
    tests('differences', differentiable, async (trial) => {
      const layer = trial.make();
      const weights = await Promise.all(layer.trainableWeights.map((weight) => weight.read()));
      const given = [...trial.inputs.filter(isFloat), ...weights];
      await expectNoLeak(() =>
        expectGradients(asFunction(layer, trial), given, {
          step: 1 / 128,
          what: trial.name,
          runtime: backend.runtime,
        }),
      );
    });
    if (backend.compiled !== undefined) {
      tests('compiled', trials, async (trial) => {
        await equalsCompiled(trial, backend, factory.className);
      });
    }
  });
}

async function matchesKeras(
  trial: LayerTrial,
  golden: LayerCase,
  backend: ConformanceBackend,
  unit: string,
): Promise<void> {
  const { make, name } = trial;
  const inputs = ownInputs(trial);
  const layer = make();
  const close = (actual: NdArray, expected: NdArray | undefined, what: string, gradientOf?: string): void => {
    const tolerance = toleranceFor(backend, { unit, name, part: 'Keras', gradientOf });
    expectClose(actual, expected as NdArray, { ...tolerance, what });
  };
  const shape = (layer as unknown as Shaped).computeOutputShape(symbolicShape(inputs), shapeOptions(trial));
  expect(shape).toEqual(golden.outputShape);
  expect(serializeKerasObject(layer)).toEqual(writtenAsKeras(golden, layer));
  const described = ({ path, trainable }: { path: string; trainable: boolean }): object => ({
    path,
    trainable: trainable && layer.trainable,
  });
  expect(layer.weights.map(described)).toEqual(golden.weights.map(described));

  const { output, outputMask, gradients, penalties } = await expectNoLeak(() =>
    resultsOf(backend.runtime, layer, trial, golden.upstream),
  );
  close(output, golden.output, 'output');
  expect(outputMask?.toArray()).toEqual(golden.outputMask?.cast('float32').toArray());
  const expected = [...golden.inputGradients, ...golden.weightGradients];
  const paths = gradientPaths(layer, trial);
  expect(gradients).toHaveLength(expected.length);
  gradients.forEach((gradient, i) => {
    if (expected[i] !== null) close(gradient, expected[i], `gradient ${i}`, paths[i]);
  });
  expect(penalties).toHaveLength(golden.losses.length);
  // Keras lists those of a layer before those of layers within, here they stand in the order in which they were found.
  const bySize = (scalars: readonly NdArray[]): NdArray[] =>
    [...scalars].sort((a, b) => Number(a.data[0]) - Number(b.data[0]));
  bySize(penalties).forEach((penalty, i) => {
    close(penalty, bySize(golden.losses)[i], `penalty ${i}`);
  });
  // The state of random numbers is none of the weights, and Keras draws other numbers.
  for (const { name: updated, value } of golden.updatedState) {
    const variable = layer.weights.find((weight) => weight.name === updated);
    if (variable === undefined) expect(updated).toBe('seed_generator_state');
    else close(await variable.read(), value, updated);
  }
}

/** The layer as it was before it learned or was quantized. */
function layerBefore<M>({ inputs, serialized, config }: LayerCase, registry: Registry): AnyLayer & M {
  clearSession();
  const { module = null, class_name = null, registered_name = null } = serialized;
  const given = { module, class_name, registered_name, config };
  const layer = deserializeKerasObject(given, registry) as AnyLayer & M & Shaped;
  layer.build(symbolicShape(inputs));
  return layer;
}

async function quantizesAsKeras(golden: LayerCase, registry: Registry): Promise<void> {
  const { mode, config, weights } = golden.quantize as NonNullable<LayerCase['quantize']>;
  const layer = layerBefore<Quantizable>(golden, registry);
  layer.setWeights(weights.map(({ value }) => value));
  await expectNoLeak(() => layer.quantize(mode, { config: deserializeKerasObject(config, registry) }));
  expect(serializeKerasObject(layer)).toEqual(writtenAsKeras(golden, layer));
  const found = await layer.getWeights();
  expect(found.map(({ dtype, shape }) => ({ dtype, shape }))).toEqual(
    golden.weights.map(({ value: { dtype, shape } }) => ({ dtype, shape })),
  );
  golden.weights.forEach(({ value, path }, i) => {
    expectClose(found[i] as NdArray, value, { rtol: 0, atol: 0, what: path });
  });
}

interface Quantizable {
  quantize(mode: QuantizationMode, options: { readonly config: unknown }): Promise<void>;
}

async function adaptsAsKeras(
  golden: LayerCase,
  backend: ConformanceBackend,
  registry: Registry,
): Promise<void> {
  const { adapt, weights, name } = golden;
  const layer = layerBefore<Adaptable>(golden, registry);
  await expectNoLeak(() => layer.adapt(adapt as NdArray));
  expect(serializeKerasObject(layer)).toEqual(writtenAsKeras(golden, layer));
  const found = await layer.getWeights();
  const tolerance = toleranceFor(backend, { unit: layer.className, name, part: 'adapt' });
  weights.forEach(({ value, path }, i) => {
    expectClose(found[i] as NdArray, value, { ...tolerance, what: path });
  });
}

interface Adaptable {
  adapt(data: NdArray): Promise<void>;
}

/** The paths of the weights whose gradients there are; nothing for those of the inputs, which come first. */
function gradientPaths(layer: AnyLayer, { inputs }: LayerTrial): (string | undefined)[] {
  return [...inputs.filter(isFloat).map(() => undefined), ...layer.trainableWeights.map(({ path }) => path)];
}

interface Shaped {
  build(shape: unknown): void;
  computeOutputShape(shape: unknown, options: CallOptions): readonly (number | null)[];
}

/** Options of the call that make another shape of one output; of those that add outputs `computeOutputShape` is not told. */
function shapeOptions({ options }: LayerTrial): CallOptions {
  const flags = Object.entries(options).filter(
    ([name, value]) => typeof value === 'boolean' && name !== 'returnAttentionScores',
  );
  return Object.fromEntries(flags);
}

/** What Keras wrote, but for two things: it leaves out shapes that need no building, and whole rates are floats. */
function writtenAsKeras({ serialized, config }: LayerCase, layer: AnyLayer): WireRecord {
  const written = serialized['config'] as WireRecord;
  // JavaScript does not tell 0 from 0.0, so that rates are always written as floats.
  const rate: WireRecord = config['rate'] === 0 ? { rate: new PyFloat(0) } : {};
  const build: WireRecord =
    serialized['build_config'] === undefined ? { build_config: layer.getBuildConfig?.() ?? null } : {};
  return { ...serialized, config: { ...written, ...rate }, ...build };
}

async function keepsShapeAndConfig(
  trial: LayerTrial,
  { runtime }: ConformanceBackend,
  registry: Registry,
): Promise<void> {
  const { make } = trial;
  const inputs = ownInputs(trial);
  const layer = make();
  const wire = serializeKerasObject(layer) as WireRecord;
  const again = deserializeKerasObject(wire, registry) as AnyLayer;
  expect(serializeKerasObject(again)).toEqual(unbuilt(wire));

  const all = await outputShapes(runtime, layer, trial);
  const options = shapeOptions(trial);
  const shapes = Object.keys(trial.options).length === 0 ? all : all.slice(0, 1);
  const unknown = shapes.map((shape) => [null, ...shape.slice(1)]);
  const fits = layer as unknown as Shaped;
  const known = inputs.map(({ shape }) => shape);
  expect(fits.computeOutputShape(known.length === 1 ? known[0] : known, options)).toEqual(oneOrAll(shapes));
  expect(fits.computeOutputShape(symbolicShape(inputs), options)).toEqual(oneOrAll(unknown));
}

/** A configuration without the shapes that the layer, and those within it, were built for. */
function unbuilt(wire: WireValue): WireValue {
  if (Array.isArray(wire)) return wire.map(unbuilt);
  if (typeof wire !== 'object' || wire === null || wire instanceof PyFloat) return wire;
  const entries = Object.entries(wire).filter(([key]) => key !== 'build_config');
  return Object.fromEntries(entries.map(([key, value]) => [key, unbuilt(value)]));
}

/** What the layer is called on, without first states. */
function ownInputs({ inputs, states }: LayerTrial): readonly NdArray[] {
  return inputs.slice(0, inputs.length - states);
}

function oneOrAll<T>(list: readonly T[]): T | readonly T[] | undefined {
  return list.length === 1 ? list[0] : list;
}

async function treatsExamplesAlone(
  trial: LayerTrial,
  backend: ConformanceBackend,
  unit: string,
): Promise<void> {
  const { runtime } = backend;
  const layer = trial.make();
  const together = await outputOf(runtime, layer, trial);
  const count = together.shape[0] ?? 0;
  const examples = Array.from({ length: count }, (_, i) => exampleAlone(trial, i, count));
  const alone = await outputsOf(runtime, layer, examples);
  alone.forEach((output, i) => {
    expectClose(output, exampleOf(together, i), {
      ...toleranceFor(backend, { unit, name: trial.name, part: 'batch independence' }),
      what: `example ${i}`,
    });
  });
}

/** A trial with one of its examples. */
function exampleAlone(trial: LayerTrial, i: number, count: number): LayerTrial {
  const { inputs, masks, options } = trial;
  const own = Object.entries(options).map(([name, value]): [string, boolean | NdArray] => [
    name,
    NdArray.isNdArray(value) && value.shape[0] === count ? exampleOf(value, i) : value,
  ]);
  return {
    ...trial,
    inputs: inputs.map((input) => exampleOf(input, i)),
    masks: masks.map((mask) => mask && exampleOf(mask, i)),
    options: Object.fromEntries(own),
  };
}

async function equalsCompiled(trial: LayerTrial, backend: ConformanceBackend, unit: string): Promise<void> {
  const { make, name } = trial;
  const { compiled } = backend;
  if (compiled === undefined) return;
  const place = { unit, name, part: 'compiled' };
  const [eagerly, traced] = [make(), make()];
  const { shape } = await outputOf(backend.runtime, make(), trial);
  const upstream = exampleArray(shape, 3);
  const expected = await resultsOf(backend.runtime, eagerly, trial, upstream);
  const found = await expectNoLeak(() => resultsOf(compiled, traced, trial, upstream));
  const states = await Promise.all([traced, eagerly].map((layer) => layer.getWeights()));
  const paths = gradientPaths(eagerly, trial);
  const all = (
    results: LayerResults,
    state: readonly NdArray[],
  ): { array: NdArray; gradientOf?: string }[] => [
    { array: results.output },
    ...(results.outputMask === null ? [] : [{ array: results.outputMask }]),
    ...results.gradients.map((array, i) => ({ array, ...(paths[i] && { gradientOf: paths[i] }) })),
    ...[...results.penalties, ...state].map((array) => ({ array })),
  ];
  const wanted = all(expected, states[1] ?? []);
  all(found, states[0] ?? []).forEach(({ array, gradientOf }, i) => {
    const tolerance = toleranceFor(backend, { ...place, gradientOf });
    expectClose(array, wanted[i]?.array as NdArray, { ...tolerance, what: `result ${i}` });
  });
}
