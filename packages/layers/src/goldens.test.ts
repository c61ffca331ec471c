import '@tensorflow/tfjs-backend-cpu';
import { byId as activations } from '@myelin/activations/by-id';
import {
  type AnyLayer,
  NdArray,
  PyFloat,
  Registry,
  Scope,
  type WireRecord,
  attachMask,
  clearSession,
  deserializeKerasObject,
  maskOf,
  serializeKerasObject,
  withScope,
} from '@myelin/core';
import { byId as initializers } from '@myelin/initializers/by-id';
import { ensureAbstractEvaluator, multiply, sum, tensor, valueAndGradients } from '@myelin/ops';
import { byId as regularizers } from '@myelin/regularizers/by-id';
import {
  type LayerCase,
  expectClose,
  expectNoLeak,
  goldenFile,
  loadGolden,
  loadInputLayerGolden,
} from '@myelin/testing';
import { type Tensor, setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { classMap } from './class-map.js';

interface Callable extends AnyLayer {
  (inputs: Tensor | Tensor[], options?: { training?: boolean }): Tensor;
  build(shape: unknown): void;
  computeOutputShape(shape: unknown): unknown;
}

const registry = new Registry();
for (const [name, unit] of Object.entries({ ...classMap, ...initializers, ...regularizers })) {
  registry.addClass(unit, [name]);
}
for (const [id, activation] of Object.entries(activations)) registry.addFunction(id, activation);

const host = (x: Tensor): NdArray => new NdArray(x.dataSync<'float32'>(), x.shape);
const classNames = [...new Set(Object.values(classMap).map((unit) => unit.className))];

beforeAll(async () => {
  ensureAbstractEvaluator();
  await setBackend('cpu');
});
beforeEach(() => {
  clearSession();
});

describe.each(classNames.filter((name) => name !== 'InputLayer'))('%s', (className) => {
  it('has the configuration, shapes, values, gradients, state and penalties of Keras', async () => {
    const { cases } = await loadGolden('layers', goldenFile(className));
    expect(cases.length).toBeGreaterThan(0);
    for (const golden of cases) {
      clearSession();
      const layer = deserializeKerasObject(golden.serialized, registry) as Callable;
      checkDescription(layer, golden);
      layer.setWeights(golden.weights.map(({ value }) => value));
      await expectNoLeak(() => {
        checkCall(layer, golden);
      });
    }
  });
});

describe('InputLayer', () => {
  it('has the configuration and output of Keras', async () => {
    for (const { serialized, outputShape, outputDtype } of (await loadInputLayerGolden()).cases) {
      const layer = deserializeKerasObject(serialized, registry) as Callable;
      expect(serializeKerasObject(layer)).toEqual(serialized);
      const output = layer.inboundNodes[0]?.outputs[0];
      expect(output?.shape).toEqual(outputShape);
      expect(output?.dtype).toBe(outputDtype);
    }
  });
});

function checkDescription(
  layer: Callable,
  { name, inputs, serialized, weights, outputShape }: LayerCase,
): void {
  const build = serialized['build_config'] as { input_shape: unknown } | undefined;
  const unknown = inputs.map(({ shape }) => [null, ...shape.slice(1)]);
  const inputShape = build?.input_shape ?? (unknown.length === 1 ? unknown[0] : unknown);
  expect(layer.computeOutputShape(inputShape), name).toEqual(outputShape);
  const wire = serializeKerasObject(layer) as WireRecord;
  // JavaScript does not tell 0 from 0.0: a rate is written as a float.
  const expected =
    name === 'rate 0, whole number'
      ? { ...serialized, config: { ...(serialized['config'] as WireRecord), rate: new PyFloat(0) } }
      : serialized;
  expect(wire, name).toEqual(
    build === undefined ? { ...expected, build_config: wire['build_config'] } : expected,
  );
  const describeWeight = ({ path, trainable }: { path: string; trainable: boolean }): object => ({
    path,
    trainable: trainable && layer.trainable,
  });
  expect(layer.weights.map(describeWeight), name).toEqual(weights.map(describeWeight));
}

function checkCall(layer: Callable, golden: LayerCase): void {
  const { name, training, inputs, masks = [], outputMask, upstream } = golden;
  // Keras computes x · s + (b - mean · s): at a mean of 1000 that leaves a few digits less of float32.
  const rtol = name === 'training, far from zero' ? 1e-4 : 1e-5;
  const close = (x: Tensor, expected: NdArray | undefined, what: string): void => {
    expectClose(host(x), expected as NdArray, { rtol, atol: 1e-6, what: `${layer.name}, ${name}, ${what}` });
  };
  tidy(() => {
    const xs = inputs.map((input) => tensor(input));
    masks.forEach((mask, i) => {
      if (mask !== null) attachMask(xs[i] as Tensor, tensor(mask, 'bool'));
    });
    const given = xs.length === 1 ? (xs[0] as Tensor) : xs;
    inOwnScope(() => {
      const output = layer(given, { training });
      close(output, golden.output, 'output');
      expect(maskOf(output)?.arraySync(), name).toEqual(outputMask?.cast('int32').toArray());
    });
    inOwnScope((scope) => {
      const weights = layer.trainableWeights.map((weight) => scope.read(weight));
      const { gradients } = valueAndGradients(
        () => sum(multiply(layer(given, { training }), tensor(upstream))),
        [...xs.filter((x) => x.dtype === 'float32'), ...weights],
      );
      const expected = [...golden.inputGradients, ...golden.weightGradients];
      expect(gradients).toHaveLength(expected.length);
      gradients.forEach((gradient, i) => {
        close(gradient, expected[i], `gradient ${i}`);
      });
      const penalties = layer.trainableWeights.flatMap(
        (weight) => weight.regularizer?.(scope.read(weight)) ?? [],
      );
      const losses = [...scope.takeLosses(), ...penalties];
      expect(losses).toHaveLength(golden.losses.length);
      losses.forEach((loss, i) => {
        close(loss, golden.losses[i], `penalty ${i}`);
      });
      // The state of random numbers is none of the weights, and its numbers are not those of Keras.
      for (const { name: updated, value } of golden.updatedState) {
        const variable = layer.weights.find((weight) => weight.name === updated);
        if (variable !== undefined) close(scope.read(variable), value, updated);
        else expect(updated).toBe('seed_generator_state');
      }
    });
  });
}

function inOwnScope(run: (scope: Scope) => void): void {
  const scope = new Scope((variable) => variable.toTensor());
  withScope(scope, () => {
    run(scope);
  });
  scope.dispose();
}
