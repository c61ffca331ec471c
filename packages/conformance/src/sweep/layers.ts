/// <reference types="vite/types/importMeta.d.ts" />
import {
  type AnyLayer,
  type HostLayerFactory,
  type LayerConfig,
  NdArray,
  type SymbolicTensor,
  type Tree,
  flatten,
} from '@myelin/core';
import { input } from '@myelin/layers';
import { classMap } from '@myelin/layers/class-map';
import { type Model, functional, loadModel, sequential } from '@myelin/models';
import {
  type AnyLayerFactory,
  type ConformanceBackend,
  type ConformanceCase,
  type HostLayerCase,
  type LayerCase,
  type LayerTrial,
  goldenFile,
  loadGolden,
  loadHostLayerGolden,
  testHostLayer,
  testLayer,
} from '@myelin/testing';
import { registry } from './registry.js';

type Cases = readonly ConformanceCase<LayerConfig>[];

/** The cases beside the layers, by the name of their file: `dense`. */
const caseFiles = new Map(
  Object.entries(
    import.meta.glob<Cases>('../../../layers/src/**/*.cases.ts', { import: 'cases', eager: true }),
  ).map(([path, cases]) => [path.replace(/^.*\/|\.cases\.ts$/g, ''), cases]),
);

/** A layer and everything that it is tried on. */
export interface LayerUnit {
  readonly className: string;
  readonly factory: AnyLayerFactory;
  readonly goldens: readonly LayerCase[];
  readonly cases: Cases;
}

const factories = [...new Set(Object.values(classMap) as unknown as AnyLayerFactory[])];

/** A layer that computes on the host, and its goldens. */
export interface HostLayerUnit {
  readonly className: string;
  readonly factory: HostLayerFactory<never>;
  readonly goldens: readonly HostLayerCase[];
}

const hostFactories = factories.filter(runsOnHost);

/** Every layer that computes on the host. */
export async function hostLayerUnits(): Promise<HostLayerUnit[]> {
  return Promise.all(
    hostFactories.map(async (factory) => {
      const { className } = factory;
      const { cases: goldens } = await loadHostLayerGolden(goldenFile(className));
      return { className, factory, goldens };
    }),
  );
}

/** Tries every layer that computes on the host in models that run on a backend. */
export async function sweepHostLayers(backend: ConformanceBackend): Promise<void> {
  for (const { className, goldens } of await hostLayerUnits()) {
    testHostLayer(className, { goldens, registry, throughFile: hostThroughFile }, backend);
  }
}

async function hostThroughFile(
  layer: AnyLayer,
  inputs: readonly NdArray[],
): Promise<{ before: NdArray; after: NdArray }> {
  const starts = inputs.map(({ shape, dtype }) => input({ shape: shape.slice(1), dtype }));
  const only = (starts.length === 1 ? starts[0] : starts) as never;
  const outputs = (layer as (x: never) => unknown)(only) as SymbolicTensor;
  const model = functional({ inputs: starts, outputs });
  return roundTrip(model, inputs);
}

/** What a model predicts, before and after it went through a file. */
async function roundTrip(
  model: Model,
  inputs: readonly NdArray[],
): Promise<{ before: NdArray; after: NdArray }> {
  const given = inputs.length === 1 ? (inputs[0] as NdArray) : inputs;
  const before = await model.predict(given);
  const loaded = await loadModel(await model.toBytes());
  return { before, after: await loaded.predict(given) };
}

function runsOnHost(factory: AnyLayerFactory | HostLayerFactory<never>): factory is HostLayerFactory<never> {
  return 'runsOnHost' in factory;
}

/**
 * Every other layer that is exported, but for `InputLayer`, which has no call: it has its own test.
 */
export async function layerUnits(): Promise<LayerUnit[]> {
  return Promise.all(
    factories
      .filter((factory) => factory.className !== 'InputLayer' && !runsOnHost(factory))
      .map(async (factory) => {
        const { className } = factory;
        const file = goldenFile(className);
        const { cases: goldens } = await loadGolden('layers', file);
        return { className, factory, goldens, cases: caseFiles.get(file) ?? [] };
      }),
  );
}

/** What of the suite runs on a backend. */
interface Extent {
  /** Of all goldens and cases. @defaultValue all */
  readonly choose?: (unit: LayerUnit) => Pick<LayerUnit, 'goldens' | 'cases'>;
  /** Of the cases chosen, those held against differences, which take four calls for every element. @defaultValue all */
  readonly differences?: (cases: Cases) => Cases;
  /** Whether shapes, configurations and files are tried, too: they are the same on every backend. */
  readonly laws: boolean;
}

/** Tries every layer on a backend. */
export async function sweepLayers(
  backend: ConformanceBackend,
  { choose = (unit) => unit, differences = (cases) => cases, laws }: Extent,
): Promise<void> {
  for (const unit of await layerUnits()) {
    const { goldens, cases } = choose(unit);
    const given = { goldens, cases, differences: differences(cases), registry };
    testLayer(unit.factory, { ...given, ...(laws ? { throughFile } : {}) }, backend);
  }
}

async function throughFile(layer: AnyLayer, trial: FileTrial): Promise<{ before: NdArray; after: NdArray }> {
  const masks = Object.values(trial.options).filter((value) => NdArray.isNdArray(value));
  const given = [...trial.inputs, ...masks.map((mask) => mask.cast('int32'))];
  const { before, after } = await roundTrip(modelOf(layer, trial), given);
  return { before: joined(before), after: joined(after) };
}

type FileTrial = Pick<LayerTrial, 'inputs' | 'states' | 'options'>;
type Call = (
  inputs: SymbolicTensor | readonly SymbolicTensor[],
  options: Readonly<Record<string, unknown>>,
) => Tree<SymbolicTensor>;

/** A model of one layer; arrays among the options of its call are inputs of the model, too. */
function modelOf(layer: AnyLayer, { inputs, states, options }: FileTrial): Model {
  const starts = inputs.map(({ shape }) => input({ shape: shape.slice(1) }));
  if (starts.length === 1 && Object.keys(options).length === 0) return sequential([...starts, layer]);
  const masks: SymbolicTensor[] = [];
  const own = starts.slice(0, starts.length - states);
  const filled = Object.entries(options).map(([name, value]): [string, unknown] => {
    if (!NdArray.isNdArray(value)) return [name, value];
    const mask = input({ shape: value.shape.slice(1), dtype: 'int32' });
    masks.push(mask);
    return [name, mask];
  });
  const outputs = (layer as unknown as Call)(own.length === 1 ? (own[0] as SymbolicTensor) : own, {
    ...Object.fromEntries(filled),
    initialState: states === 0 ? null : starts.slice(own.length),
  });
  return functional({ inputs: [...starts, ...masks], outputs });
}

/** All numbers of one output or of several. */
function joined(outputs: Tree<NdArray>): NdArray {
  const data = flatten(outputs).flatMap((output) =>
    Array.from<number | bigint | string, number>(output.data, Number),
  );
  return NdArray.from(data);
}
