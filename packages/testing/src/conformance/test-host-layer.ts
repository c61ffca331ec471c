import {
  type AnyLayer,
  NdArray,
  type Registry,
  type WireRecord,
  clearSession,
  deserializeKerasObject,
  serializeKerasObject,
  shapesAgree,
} from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { expect } from 'vitest';
import { expectClose } from '../expect-close.js';
import { expectNoLeak } from '../expect-no-leak.js';
import type { HostLayerCase } from '../goldens/golden-cases.js';
import type { ConformanceBackend } from './backend.js';
import { symbolicShape } from './layer-case.js';
import { describeUnit } from './parts.js';

/** What the suite tries a layer of the host on, and what it cannot import itself. */
export interface HostLayerCases {
  readonly goldens: readonly HostLayerCase[];
  readonly registry: Registry;
  /** Puts a layer into a model, and returns what the model predicts before and after it went through a file. */
  readonly throughFile: (
    layer: AnyLayer,
    inputs: readonly NdArray[],
  ) => Promise<{ readonly before: NdArray; readonly after: NdArray }>;
}

/**
 * Holds one layer of the host against Keras: what it learns, its configuration, and its output, called on arrays and in
 * a model, before and after it went through a file; and against its own word on the shape of its output.
 */
export function testHostLayer(className: string, given: HostLayerCases, backend: ConformanceBackend): void {
  const { goldens, registry, throughFile } = given;
  describeUnit(className, backend, (tests) => {
    tests('Keras', goldens, async (golden) => {
      const layer = await makeAdapted(className, golden, registry);
      expect(serializeKerasObject(layer)).toEqual(golden.serialized);
      expect(layer.getVocabulary?.()).toEqual(golden.vocabulary);
      const output = await expectNoLeak(() => Promise.resolve(callOn(layer, golden.inputs)));
      expectSame(output, golden.output);
      const isAgreed = shapesAgree(layer.computeOutputShape(shapesOf(golden.inputs)), golden.output.shape);
      expect(isAgreed).toBe(true);
    });
    tests('configuration', goldens, async (golden) => {
      const layer = await makeAdapted(className, golden, registry);
      const wire = serializeKerasObject(layer) as WireRecord;
      expect(serializeKerasObject(deserializeKerasObject(wire, registry))).toEqual(wire);
    });
    const inModels = goldens.filter(({ inputs }) => inputs.every(({ rank }) => rank > 0));
    tests('file', inModels, async (golden) => {
      const layer = await makeAdapted(className, golden, registry);
      const { before, after } = await throughFile(layer, golden.inputs);
      expectSame(before, golden.output);
      expectSame(after, golden.output);
    });
  });
}

interface HostLayerUnderTest extends AnyLayer {
  (inputs: unknown): Tensor;
  adapt?(data: NdArray | readonly NdArray[]): Promise<void>;
  getVocabulary?(): readonly (string | number)[];
  computeOutputShape(shape: unknown): readonly (number | null)[];
}

async function makeAdapted(
  className: string,
  { config, adapt, batches }: HostLayerCase,
  registry: Registry,
): Promise<HostLayerUnderTest> {
  clearSession();
  const given = { module: 'keras.layers', class_name: className, registered_name: null, config };
  const layer = deserializeKerasObject(given, registry) as HostLayerUnderTest;
  const data = adapt ?? batches;
  if (data !== undefined) await layer.adapt?.(data);
  return layer;
}

function callOn(layer: HostLayerUnderTest, inputs: readonly NdArray[]): NdArray {
  const output = layer(inputs.length === 1 ? inputs[0] : inputs);
  try {
    return new NdArray(output.dataSync() as Float32Array | string[], output.shape);
  } finally {
    output.dispose();
  }
}

function shapesOf(inputs: readonly NdArray[]): unknown {
  return inputs.some(({ rank }) => rank === 0) ? [] : symbolicShape(inputs);
}

function expectSame(actual: NdArray, expected: NdArray): void {
  if (expected.dtype === 'string') expect(actual.toArray()).toEqual(expected.toArray());
  else expectClose(actual, expected, { rtol: 1e-6, atol: 0 });
}
